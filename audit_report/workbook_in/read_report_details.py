"""Reading `Report details`: items down the sheet, each with a value of its own kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from audit_report import catalogue
from audit_report.cell_refs import CellRef, ItemsRef, column_letter
from audit_report.model.report_details import TEMPLATE_VERSION, DetailRow, ReportDetails, items_of
from audit_report.model.vocabulary import Language
from audit_report.problems import Problem
from audit_report.schema.kinds import Day, long_date, shown
from audit_report.schema.near_misses import did_you_mean
from audit_report.schema.raw_values import Raw, RichCell
from audit_report.schema.reading import AS_SHIPPED, Reading
from audit_report.schema.spacing import clean, match_key
from audit_report.workbook_in.headers import find_header
from audit_report.workbook_in.read_cells import PLAUSIBLE_YEARS, Doubtful, is_blank
from audit_report.workbook_in.read_seen_cells import read_seen_cell
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.seen_cells import SeenCells

_SHEET = ReportDetails.sheet
_AS_AT = "data_as_at"
_BY_NAME = {column.name: column for column in ReportDetails.columns}
_OTHER_DAYS = [name for name, column in _BY_NAME.items() if isinstance(column.kind, Day) and name != _AS_AT]
_BY_KEY = {match_key(column.header): column for column in ReportDetails.columns}


def read_items(sheet: Sheet | None) -> tuple[ReportDetails, list[Problem]]:
    """The report's facts and settings, defaults where the sheet has none, and what is wrong with them."""
    raws, source, problems = _rows(sheet)
    reading = _reading(raws)
    values: dict[str, Any] = {}
    unreadable: dict[str, str] = {}
    for column in ReportDetails.columns:
        raw = raws.get(column.header)
        value: Any = _as_at(raws, reading) if column.name == _AS_AT else read_seen_cell(column, raw, reading)
        if isinstance(value, Doubtful):
            if not value.readable:
                unreadable[column.name] = clean(shown(raw))
            if value.mistake and source.column:
                missing = column.header not in source.rows
                mistake = catalogue.MissingItem() if missing else value.mistake
                problems.append(mistake.at(source.cell(column.header), value=shown(raw) or None))
            value = value.value
        values[column.name] = value
    details = ReportDetails(source=source, unreadable=frozenset(unreadable), as_typed=unreadable, **values)
    return details, [*problems, *_missing_settings(source, details.template_version), *_newer(details)]


def _reading(raws: Mapping[str, Raw]) -> Reading:
    """How the tracker's cells are to be read, as its own items say."""
    plain = Reading(welsh=_item("language", raws, AS_SHIPPED) is Language.WELSH)
    as_at = _as_at(raws, plain)
    day = as_at.value if isinstance(as_at, Doubtful) else as_at
    return replace(plain, as_at=day if isinstance(day, date) else None)


def _item(name: str, raws: Mapping[str, Raw], reading: Reading) -> object:
    column = _BY_NAME[name]
    return read_seen_cell(column, raws.get(column.header), reading)


def _as_at(raws: Mapping[str, Raw], reading: Reading) -> object:
    """The value of Data as at, which every other date is held against: itself against the dates beside it."""
    plain = replace(reading, as_at=None)
    value = _item(_AS_AT, raws, plain)
    if not isinstance(value, date):
        return value
    others = [day for name in _OTHER_DAYS if isinstance(day := _item(name, raws, plain), date)]
    if others and all(abs(day.year - value.year) > PLAUSIBLE_YEARS for day in others):
        why = f"more than {PLAUSIBLE_YEARS} years from every other date in “{_SHEET}”"
        return Doubtful(None, catalogue.ImplausibleDate(day=long_date(value), why=why))
    is_text = isinstance(raws[_BY_NAME[_AS_AT].header], str | RichCell)
    return Doubtful(value, catalogue.DataAsAtIsText(), readable=True) if is_text else value


def _rows(sheet: Sheet | None) -> tuple[dict[str, Raw], ItemsRef, list[Problem]]:
    """The raw values by item, where each stands, and items that are unknown or stand twice."""
    if sheet is None:
        return {}, ItemsRef(_SHEET, None, {}), []
    header, problems = find_header(sheet, DetailRow)
    if header is None or not {"item", "value"} <= set(header.columns):
        return {}, ItemsRef(_SHEET, None, {}), problems
    at_item, at_value = header.columns["item"], header.columns["value"]
    seen = SeenCells(sheet)
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
            raws[column.header] = seen.cell((index, at_value), column, raw_value)
            rows[column.header] = index + 1
    return raws, ItemsRef(_SHEET, column_letter(at_value), rows), problems


def _missing_settings(source: ItemsRef, version: int) -> Iterator[Problem]:
    """The one problem of all items without a row that need not be filled in; a tracker may have no version."""
    optional = [item for item in items_of(version) if not item.required and item.name != "template_version"]
    absent = [item for item in optional if item.header not in source.rows]
    if absent and source.column:
        items = ", ".join(f"“{item.header}”" for item in absent)
        yield catalogue.MissingSettings(items=items).at(CellRef(_SHEET))


def _newer(details: ReportDetails) -> list[Problem]:
    if details.template_version <= TEMPLATE_VERSION:
        return []
    place = details.cell("template_version")
    return [catalogue.NewerTemplate(known=TEMPLATE_VERSION).at(place, value=details.template_version)]
