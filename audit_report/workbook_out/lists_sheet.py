"""The `Lists` sheet: what the drop-downs offer, as defined names, then what the formulas work with."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.model.records import (
    Action,
    Assessment,
    Officer,
    PriorityCriteria,
    Recommendation,
    StatusCriteria,
)
from audit_report.model.report_details import ReportDetails
from audit_report.model.tracker import TABLES
from audit_report.model.wording import GENERAL_PLACEHOLDERS, shipped_places
from audit_report.schema.choices import Choice
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import FIRST_ROW, HEADER_ROW
from audit_report.workbook_out.defined_names import (
    LEVELS,
    PLACES,
    STATUSES,
    YES_NO,
    define,
    define_rows,
    list_name,
)
from audit_report.workbook_out.formula_workings import add_workings
from audit_report.workbook_out.page_setup import fit_height, lines, set_width
from audit_report.workbook_out.sheets import LISTS

_NARROWEST, _WIDEST = 14, 60
"""How wide a list may be, in characters."""

_POINTED_AT: tuple[tuple[type[Record], str], ...] = (
    (Recommendation, "ref"),
    (Action, "ref"),
    (Assessment, "ref"),
    (Officer, "name"),
)
"""The columns that other sheets point at, each a list of its own."""


def add_lists(workbook: Workbook, sheet: Worksheet) -> None:
    """Fill the sheet, below its title, and define the names that the other sheets use."""
    column = 0
    for name, title, entries in (*_short_lists(), *_places()):
        last = _put(sheet, column, title, entries)
        if name:
            define(workbook, name, last)
        column += 1
    sheet.print_area = _printed()
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    add_workings(workbook, sheet, column + 1)
    for record, attribute in _POINTED_AT:
        define_rows(workbook, record, attribute)
    define_rows(workbook, PriorityCriteria, "level", LEVELS)
    define_rows(workbook, StatusCriteria, "status", STATUSES)


def choices() -> list[type[StrEnum]]:
    """Every list of choices that a column or a setting takes from, in their order; a scale stands on its own sheet."""
    records: tuple[type[Record], ...] = (*TABLES, ReportDetails)
    columns = (column for record in records for column in record.columns)
    found = (column.kind.options for column in columns if isinstance(column.kind, Choice))
    return [each for each in dict.fromkeys(found) if issubclass(each, StrEnum)]


def _printed() -> str:
    """The short lists: the places of the report's words are on the sheet `Report text` too, and its longest."""
    lists = list(_short_lists())
    deepest = max(len(entries) for _, _, entries in lists)
    return f"A1:{column_letter(len(lists) - 1)}{FIRST_ROW + deepest - 1}"


def _short_lists() -> Iterator[tuple[str, str, Sequence[str]]]:
    """What cells are chosen from: defined name, title and entries."""
    yield YES_NO, "Yes or No", ("Yes", "No")
    for options in choices():
        title = re.sub(r"(?<!^)(?=[A-Z])", " ", options.__name__).capitalize()  # "Plan status" of PlanStatus
        yield list_name(options), title, [option.value for option in options]


def _places() -> Iterator[tuple[str, str, Sequence[str]]]:
    """The places of the report's words and what may stand in them; a list that is only for reading has no name."""
    places = shipped_places()
    yield PLACES, "Place in the report", list(places)
    yield (
        "",
        "Placeholders of that place only",
        [" ".join(f"{{{each}}}" for each in place.placeholders) for place in places.values()],
    )
    yield "", "Placeholders of every place", [f"{{{name}}}" for name in GENERAL_PLACEHOLDERS]


def _put(sheet: Worksheet, column: int, title: str, entries: Sequence[str]) -> str:
    """Write a list down a column (0-based); returns the address of its entries."""
    letter = column_letter(column)
    sheet[f"{letter}{HEADER_ROW}"] = title
    sheet[f"{letter}{HEADER_ROW}"].style = "Header"
    for row, entry in enumerate(entries, start=FIRST_ROW):
        sheet[f"{letter}{row}"] = entry or None
        sheet[f"{letter}{row}"].style = "Row label"
    width = min(_WIDEST, max(_NARROWEST, len(title) + 2, *(len(entry) + 2 for entry in entries)))
    set_width(sheet, letter, width)
    for row, entry in enumerate(entries, start=FIRST_ROW):
        if lines(entry, width) > 1:
            fit_height(sheet, row, [(entry, width)])
    return f"'{LISTS}'!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + len(entries) - 1}"
