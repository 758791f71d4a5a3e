"""What a sample needs that no table of cells can say: Excel errors, formulas nobody has worked out, headers changed.

An oddity is about a cell ("Cell", by its letter or its column's header, with a "Value", "Error" or "Formula"), cells to
"Merge", or a "Sheet": a "Row" of it, named by its first cell, which goes or whose cells "Become" others; a row "Below"
the rest; or else the sheet goes.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 4


def plant(workbook: Workbook, oddity: Mapping[str, Any]) -> None:
    """Put an oddity into a sample."""
    match oddity:
        case {"Cell": address}:
            sheet, *header, cell = address.split("!")
            letter = _letter(workbook[sheet], header[0]) if header else ""
            _set(workbook, workbook[sheet][letter + cell], oddity)
        case {"Merge": address}:
            sheet, _, cells = address.rpartition("!")
            workbook[sheet].merge_cells(cells)
        case {"Sheet": sheet, "Row": first}:
            _change(workbook[sheet], first, oddity.get("Become", ()))
        case {"Sheet": sheet, "Below": values}:
            _add(workbook[sheet], values)
        case {"Sheet": sheet}:
            _delete(workbook, workbook[sheet])


def _letter(sheet: Worksheet, header: str) -> str:
    return next(get_column_letter(cell.column or 0) for cell in sheet[_HEADER_ROW] if cell.value == header)


def _delete(workbook: Workbook, sheet: Worksheet) -> None:
    """Delete a sheet as Excel does: whatever named its cells or its table says #REF! instead."""
    gone = "|".join((rf"'{sheet.title}'![$A-Z0-9:]+", *(rf"\b{name}\[[^\]]*\]" for name in sheet.tables)))
    workbook.remove(sheet)
    _rewrite(workbook, gone, "#REF!")


def _rewrite(workbook: Workbook, pattern: str, anew: str) -> None:
    """Put something else where the pattern stands in a formula: in cells, in tables' columns and in names."""
    for sheet in workbook.worksheets:
        for cell in (cell for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"):
            cell.value = re.sub(pattern, anew, str(cell.value))
        for column in (column for table in sheet.tables.values() for column in table.tableColumns):
            if formula := column.calculatedColumnFormula:
                formula.attr_text = re.sub(pattern, anew, formula.attr_text or "")
    for name in workbook.defined_names.values():
        name.attr_text = re.sub(pattern, anew, name.attr_text or "")


def _set(workbook: Workbook, cell: Cell, oddity: Mapping[str, Any]) -> None:
    """A cell's value, error or formula; a header of a table is the name of its column too, and formulas follow it."""
    if "Formula" in oddity:
        cell.value = "=" + oddity["Formula"]
        return
    before, cell.value = cell.value, oddity.get("Value", oddity.get("Error"))
    if "Error" in oddity:
        cell.data_type = "e"
    for table in cell.parent.tables.values():
        for column in table.tableColumns:
            if cell.row == _HEADER_ROW and column.name == before:
                column.name = cell.value
                named = rf"(\b{table.name}\[(?:\[#[\w ]+\],\[)?){re.escape(str(before))}(?=\])"
                _rewrite(workbook, named, rf"\g<1>{cell.value}")


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
