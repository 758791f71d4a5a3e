"""Rows whose worked-out cells have lost their formulas, as pasted rows have: the live sheet is blank there."""

from collections.abc import Iterable, Iterator, Sequence

from audit_report import catalogue
from audit_report.cell_refs import CellRef, addresses, column_letter
from audit_report.problems import Problem
from audit_report.schema.record import Column, Record
from audit_report.workbook_in.read_cells import is_blank
from audit_report.workbook_in.read_sheet import Sheet


def rows_without_formulas(
    sheet: Sheet, record: type[Record], columns: Sequence[tuple[Column, int]], rows: Iterable[int]
) -> Iterator[Problem]:
    """The one problem of blank worked-out cells of rows (0-based) in columns where other rows have formulas."""
    filled = list(rows)
    live = [(column, at) for column, at in columns if column.worked_out and not column.helper]
    cells = [
        CellRef(record.sheet, row + 1, column_letter(at), column.header)
        for column, at in live
        if any((row, at) in sheet.formulas for row in filled)
        for row in filled
        if (row, at) not in sheet.formulas and is_blank(sheet.raw(row, at))
    ]
    if cells:
        yield catalogue.NoFormula(cells=addresses(cells)).at(cells[0], accuses=cells)
