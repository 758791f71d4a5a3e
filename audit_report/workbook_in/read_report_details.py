"""Reading `Report details`: items down the sheet, each with a value of its own kind."""

from typing import Any

from audit_report import catalogue
from audit_report.cell_refs import CellRef, ItemsRef, column_letter
from audit_report.model.report_details import TEMPLATE_VERSION, DetailRow, ReportDetails
from audit_report.problems import Problem
from audit_report.schema.kinds import shown
from audit_report.schema.near_misses import did_you_mean
from audit_report.schema.raw_values import Raw
from audit_report.schema.reading import AS_SHIPPED, Reading
from audit_report.schema.spacing import clean, match_key
from audit_report.workbook_in.headers import find_header
from audit_report.workbook_in.read_cells import Doubtful, is_blank, read_cell
from audit_report.workbook_in.read_workbook import Sheet

_SHEET = ReportDetails.sheet
_BY_KEY = {match_key(column.header): column for column in ReportDetails.columns}


def read_items(sheet: Sheet | None) -> tuple[ReportDetails, list[Problem]]:
    """The report's facts and settings, defaults where the sheet has none, and what is wrong with them."""
    raws, source, problems = _rows(sheet)
    values: dict[str, Any] = {}
    unreadable: set[str] = set()
    reading = AS_SHIPPED
    for column in sorted(ReportDetails.columns, key=lambda each: each.name != "data_as_at"):
        value: Any = read_cell(column, raws.get(column.header), reading)
        if isinstance(value, Doubtful):
            if not value.readable:
                unreadable.add(column.name)
            if value.mistake and (column.header in raws or sheet is not None):
                missing = column.header not in source.rows
                mistake = catalogue.MissingItem() if missing else value.mistake
                raw = shown(raws.get(column.header)) or None
                problems.append(mistake.at(source.cell(column.header), value=raw))
            value = value.value
        values[column.name] = value
        if column.name == "data_as_at":
            reading = Reading(value)
    details = ReportDetails(source=source, unreadable=frozenset(unreadable), **values)
    return details, problems + _newer(details)


def _rows(sheet: Sheet | None) -> tuple[dict[str, Raw], ItemsRef, list[Problem]]:
    """The raw values by item, where each stands, and items that are unknown or stand twice."""
    if sheet is None:
        return {}, ItemsRef(_SHEET, None, {}), []
    header, problems = find_header(sheet, DetailRow)
    if header is None or not {"item", "value"} <= set(header.columns):
        return {}, ItemsRef(_SHEET, None, {}), problems
    at_item, at_value = header.columns["item"], header.columns["value"]
    raws: dict[str, Raw] = {}
    rows: dict[str, int] = {}
    for index in range(header.row + 1, len(sheet.cells)):
        raw_item, raw_value = sheet.raw(index, at_item), sheet.raw(index, at_value)
        if is_blank(raw_item) and is_blank(raw_value):
            continue
        name = clean(shown(raw_item))
        place = CellRef(_SHEET, index + 1, column_letter(at_item), "Item")
        column = _BY_KEY.get(match_key(name))
        if column is None:
            known = (each.header for each in ReportDetails.columns)
            problems.append(catalogue.UnknownItem(hint=did_you_mean(name, known)).at(place, value=name))
        elif column.header in rows:
            other = f"{column_letter(at_item)}{rows[column.header]}"
            problems.append(catalogue.DuplicateItem(other=other).at(place, value=name))
        else:
            raws[column.header], rows[column.header] = raw_value, index + 1
    return raws, ItemsRef(_SHEET, column_letter(at_value), rows), problems


def _newer(details: ReportDetails) -> list[Problem]:
    if details.template_version <= TEMPLATE_VERSION:
        return []
    place = details.cell("template_version")
    return [catalogue.NewerTemplate(known=TEMPLATE_VERSION).at(place, value=details.template_version)]
