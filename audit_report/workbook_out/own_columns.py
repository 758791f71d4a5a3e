"""Columns and sheets of the council's own in a fresh tracker: their values, formats, widths and notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.ooxml.addresses import corners
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import TEXT_ALONE, Raw, RichCell
from audit_report.workbook_in.date_formats import GENERAL
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_out.cell_content import put_text
from audit_report.workbook_out.column_names import HEADER_ROW, table_name

WIDTH = 24.0
_BY = "audit-report"


@dataclass(frozen=True, slots=True)
class OwnCell:
    """A cell of a column of the council's own: what it holds, its number format, and the note on it."""

    value: Raw
    number_format: str = GENERAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column of the council's own: its header, its width in characters, and its cells by row (1-based)."""

    header: str
    cells: Mapping[int, OwnCell]
    width: float = WIDTH


def append_columns(sheet: Worksheet, columns: Sequence[OwnColumn]) -> None:
    """Put columns to the right of a sheet's own, as part of its table."""
    if not columns:
        return
    table = sheet.tables[table_name(sheet.title)]
    first = len(table.tableColumns) + 1
    for at, column in enumerate(columns, first):
        sheet.column_dimensions[column_letter(at - 1)].width = column.width
        put_text(cast("Cell", sheet.cell(HEADER_ROW, at)), column.header)
        sheet.cell(HEADER_ROW, at).style = "Header"
        for row, own in column.cells.items():
            _put(cast("Cell", sheet.cell(row, at)), own)
        table.tableColumns.append(TableColumn(id=at, name=column.header))
    bottom = table.ref.rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    table.ref = f"A{HEADER_ROW}:{column_letter(first + len(columns) - 2)}{bottom}"
    cast("AutoFilter", table.autoFilter).ref = table.ref


def own_columns(sheet: Sheet, titles: Mapping[int, str], places: Mapping[int, int]) -> list[OwnColumn]:
    """The columns of an old sheet under these titles, by column; `places` are the fresh rows of its rows (0-based)."""
    columns = []
    for at, title in titles.items():
        cells = {
            places[row]: own_cell(sheet, row, at)
            for row in places
            if row < len(sheet.cells) and sheet.raw(row, at) not in ("", None)
        }
        columns.append(OwnColumn(title, cells, sheet.widths.get(at, WIDTH)))
    return columns


def own_cell(sheet: Sheet, row: int, column: int) -> OwnCell:
    """A cell as it stands in the old sheet."""
    note = sheet.notes.get(f"{column_letter(column)}{row + 1}", "")
    return OwnCell(sheet.raw(row, column), sheet.looks.number_format(sheet.styles[row][column]), note)


def add_own_sheet(workbook: Workbook, old: Sheet) -> None:
    """A sheet of the council's own at the end of a fresh tracker: values, formats, widths, merged cells and notes."""
    sheet = workbook.create_sheet(old.name)
    for at, width in old.widths.items():
        if at < len(old.cells.columns):
            sheet.column_dimensions[column_letter(at)].width = width
    for row in range(len(old.cells)):
        for column in range(len(old.cells.columns)):
            own = own_cell(old, row, column)
            if own.value != "" or own.note:
                _put(cast("Cell", sheet.cell(row + 1, column + 1)), own)
    for merged in old.merged:
        corners(merged)
        sheet.merge_cells(merged)


def _put(cell: Cell, own: OwnCell) -> None:
    if isinstance(own.value, (str, RichCell, *TEXT_ALONE)):
        put_text(cell, shown(own.value))
    else:
        cell.value = own.value
    cell.number_format = own.number_format
    if own.note:
        cell.comment = Comment(own.note, _BY)
