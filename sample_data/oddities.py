"""What a sample needs that no table of cells can say: Excel errors, formulas nobody has worked out, headers changed.

An oddity is about a cell ("Cell" with a "Value", "Error" or "Formula"), cells to "Merge", or a "Sheet": a "Row" of it,
named by its first cell, which goes or whose cells "Become" others; a row "Below" the rest; or else the sheet goes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 4


def plant(workbook: Workbook, oddity: Mapping[str, Any]) -> None:
    """Put an oddity into a sample."""
    match oddity:
        case {"Cell": address}:
            sheet, _, cell = address.rpartition("!")
            _set(workbook[sheet], cell, oddity)
        case {"Merge": address}:
            sheet, _, cells = address.rpartition("!")
            workbook[sheet].merge_cells(cells)
        case {"Sheet": sheet, "Row": first}:
            _change(workbook[sheet], first, oddity.get("Become", ()))
        case {"Sheet": sheet, "Below": values}:
            _add(workbook[sheet], values)
        case {"Sheet": sheet}:
            workbook.remove(workbook[sheet])


def _set(sheet: Worksheet, address: str, oddity: Mapping[str, Any]) -> None:
    """A cell's value, error or formula; a header of a table is the name of its column too."""
    cell = sheet[address]
    if "Formula" in oddity:
        cell.value = "=" + oddity["Formula"]
        return
    before, cell.value = cell.value, oddity.get("Value", oddity.get("Error"))
    if "Error" in oddity:
        cell.data_type = "e"
    for table in sheet.tables.values():
        for column in table.tableColumns:
            if cell.row == _HEADER_ROW and column.name == before:
                column.name = cell.value


def _change(sheet: Worksheet, first: str, become: Sequence[Any]) -> None:
    """The first cells of the row that starts so hold something else; where nothing is said, the row is blank."""
    row = next(cells for cells in sheet.iter_rows(min_row=_HEADER_ROW + 1) if cells[0].value == first)
    for cell, value in zip(row, become or [None] * len(row), strict=False):
        cell.value = value


def _add(sheet: Worksheet, values: Sequence[Any]) -> None:
    """A row under the last that holds anything."""
    filled = (cells[0].row for cells in sheet.iter_rows() if cells[0].value is not None)
    last = max(filled)
    for column, value in enumerate(values, start=1):
        sheet.cell(last + 1, column, value)
