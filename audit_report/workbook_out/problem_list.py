"""The problem list as a workbook: a sheet of links, words and figures for each list, to filter, print and chase by."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast
from zipfile import BadZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import TooLargeError
from audit_report.workbook_out.cell_content import put_text
from audit_report.workbook_out.excel_table import excel_table
from audit_report.workbook_out.page_setup import fit_height, print_wide, set_height, set_page, set_width
from audit_report.workbook_out.workbook_styles import add_styles
from audit_report.workbook_out.xlsx_out import APPLICATION, workbook_bytes

_CATEGORY = "Problem list"
_TITLE_ROW, _PURPOSE_ROW, _HEADER_ROW, _FIRST_ROW = 1, 2, 3, 4
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
"""What Excel does not take in a sheet's name: the slash of "Adults/Children"."""
_TAKEN_BY_EXCEL = "history"


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to a cell, of the tracker or of another file: its address, such as "Actions!E14", is shown.

    `file` is the other file's address as a link gives it.
    """

    sheet: str
    cell: str
    file: str = ""


Value = str | int | date | Link


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its header and its width in characters."""

    header: str
    width: int


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A list: its sheet's name as far as Excel takes it, what it is, and its rows. `nothing` stands in for none."""

    name: str
    purpose: str
    columns: Sequence[ListColumn]
    rows: Sequence[Sequence[Value]]
    nothing: str = ""


def problem_list(title: str, lists: Sequence[ListSheet], tracker: str) -> bytes:
    """The workbook of the lists, its links leading to the `tracker` (a file's address as a link gives it)."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = title
    workbook.properties.creator = APPLICATION
    workbook.properties.language = "en-GB"
    workbook.properties.category = _CATEGORY
    add_styles(workbook)
    for number, each in enumerate(lists, start=1):
        name = sheet_name(each.name, {sheet.title.casefold() for sheet in workbook.worksheets})
        _fill(workbook.create_sheet(name), each, f"List_{number}", tracker)
    return workbook_bytes(workbook, ())


def is_own_list(path: Path) -> bool:
    """Whether a file is a problem list as this program wrote it, which no other program has saved since."""
    try:
        archive = BoundedZip(path.read_bytes())
        app, core = archive.content("docProps/app.xml"), archive.content("docProps/core.xml")
    except (BadZipFile, EOFError, KeyError, OSError, TooLargeError):
        return False
    return f">{APPLICATION}<".encode() in app and f">{_CATEGORY}<".encode() in core


def sheet_name(wanted: str, taken: Collection[str]) -> str:
    """The wanted name, with what Excel does not take left out, cut to 31 letters, and numbered where it is taken."""
    plain = _NOT_IN_A_NAME.sub(" ", wanted).strip("' ")[:_LONGEST_NAME].strip("' ") or "Sheet"
    name, number = plain, 1
    while name.casefold() in taken or name.casefold() == _TAKEN_BY_EXCEL:
        number += 1
        ending = f" ({number})"
        name = plain[: _LONGEST_NAME - len(ending)].rstrip() + ending
    return name


def _fill(sheet: Worksheet, of: ListSheet, table: str, tracker: str) -> None:
    _dress(sheet, _TITLE_ROW, 1, "Sheet title", of.name)
    _dress(sheet, _PURPOSE_ROW, 1, "Sheet purpose", of.purpose)
    set_height(sheet, _TITLE_ROW, 26)
    for index, column in enumerate(of.columns, start=1):
        set_width(sheet, column_letter(index - 1), column.width)
        _dress(sheet, _HEADER_ROW, index, "Header", column.header)
    set_height(sheet, _HEADER_ROW, 38)
    rows = of.rows or [[of.nothing] + [""] * (len(of.columns) - 1)]
    widths = [column.width for column in of.columns]
    for number, row in enumerate(rows, start=_FIRST_ROW):
        for index, value in enumerate(row, start=1):
            _put(sheet, number, index, value, tracker)
        fit_height(sheet, number, zip(map(_shown, row), widths, strict=True))
    last = f"{column_letter(len(widths) - 1)}{_HEADER_ROW + len(rows)}"
    sheet.add_table(excel_table(table, f"A{_HEADER_ROW}:{last}"))
    _lay_out(sheet, sum(widths))


def _dress(sheet: Worksheet, row: int, column: int, style: str, text: str) -> Cell:
    cell = cast("Cell", sheet.cell(row, column))
    cell.style = style
    put_text(cell, text)
    return cell


def _put(sheet: Worksheet, row: int, column: int, value: Value, tracker: str) -> None:
    match value:
        case str():
            _dress(sheet, row, column, "Entry", value)
        case Link():
            cell = _dress(sheet, row, column, "Listed link", value.cell)
            sheet_in_quotes = "'" + value.sheet.replace("'", "''") + "'"
            where = f"{sheet_in_quotes}!{value.cell.rpartition('!')[2]}"
            cell.hyperlink = Hyperlink(ref=cell.coordinate, target=value.file or tracker, location=where)
        case _:
            cell = cast("Cell", sheet.cell(row, column))
            cell.style = "Entry date" if isinstance(value, date) else "Entry number"
            cell.value = value


def _shown(value: Value) -> str:
    return value.cell if isinstance(value, Link) else str(value)


def _lay_out(sheet: Worksheet, width: float) -> None:
    """Keep the header in sight, on the screen and on every page."""
    sheet.freeze_panes = f"A{_FIRST_ROW}"
    set_page(sheet)
    print_wide(sheet, width, _HEADER_ROW, "A")
