"""A record's sheet: the guidance of each column, the table's header, and the rows that go into it."""

from collections.abc import Mapping, Sequence
from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Column, Record
from audit_report.workbook_out.cell_content import put
from audit_report.workbook_out.column_guidance import explanation, standing
from audit_report.workbook_out.column_names import FIRST_ROW, GUIDANCE_ROW, HEADER_ROW, table_name
from audit_report.workbook_out.excel_table import excel_table
from audit_report.workbook_out.live_formulas import worked_out
from audit_report.workbook_out.page_setup import fit_height, lines, print_wide, set_height, set_width
from audit_report.workbook_out.workbook_styles import (
    GREY,
    UNLOCKED,
    cell_style,
    number_format,
    placing,
    worked_out_style,
)

Row = Mapping[str, Raw]

_GUIDANCE_LINE, _HEADER_LINE = 12.3, 15.0
"""Points that a line of guidance and of a header takes."""

_GUIDANCE_FONT, _FILTER_BUTTON, _BOLD = 1.25, 3, 1.15
"""How many letters of guidance fit a figure's width, and the figures that a filter's button and a bold letter take."""


def add_table(sheet: Worksheet, record: type[Record]) -> None:
    """Lay out the record's columns, with guidance above each, and an empty table."""
    widths = [_width(record, column) for column in record.columns]
    for index, column in enumerate(record.columns):
        letter = column_letter(index)
        set_width(sheet, letter, widths[index])
        if column.helper:
            sheet.column_dimensions[letter].outlineLevel, sheet.column_dimensions[letter].hidden = 1, True
        _dress_column(sheet, letter, column)
        sheet[f"{letter}{GUIDANCE_ROW}"] = _guidance(column)
        sheet[f"{letter}{GUIDANCE_ROW}"].style = "Guidance"
        sheet[f"{letter}{HEADER_ROW}"] = column.header
        sheet[f"{letter}{HEADER_ROW}"].style = "Header worked out" if column.worked_out else "Header"
    pairs = [
        (column, width) for column, width in zip(record.columns, widths, strict=True) if not column.helper
    ]
    guidance = max(1 + lines(explanation(column), width * _GUIDANCE_FONT) for column, width in pairs)
    header = max(lines(column.header, width - _FILTER_BUTTON) for column, width in pairs)
    set_height(sheet, GUIDANCE_ROW, guidance * _GUIDANCE_LINE + 5)
    set_height(sheet, HEADER_ROW, header * _HEADER_LINE + 8)
    if not sheet.protection.sheet:
        sheet.freeze_panes = f"B{FIRST_ROW}"
        _fold_guidance(sheet)
    print_wide(sheet, sum(width for _, width in pairs), HEADER_ROW, "A")
    sheet.add_table(_table(record))


def _fold_guidance(sheet: Worksheet) -> None:
    """Hide the guidance, half of a laptop's screen, behind a + at the left; the cells' messages have it too."""
    sheet.row_dimensions[GUIDANCE_ROW].outlineLevel, sheet.row_dimensions[GUIDANCE_ROW].hidden = 1, True
    sheet.row_dimensions[HEADER_ROW].collapsed = True


def put_rows(sheet: Worksheet, record: type[Record], rows: Sequence[Row], spare: int) -> None:
    """Put rows, by header, in place of the table's own, with `spare` blank ones below; formulas and looks go with them.

    Raises ValueError for a header that the table does not have.
    """
    known = {column.header for column in record.columns}
    if unknown := {header for row in rows for header in row} - known:
        raise ValueError(f"{record.sheet} has no column {', '.join(sorted(unknown))}")
    table = sheet.tables[table_name(record.sheet)]
    used = _last_row(table)
    last = FIRST_ROW + max(1, len(rows) + spare) - 1
    for number in range(FIRST_ROW, last + 1):
        row = rows[number - FIRST_ROW] if number - FIRST_ROW < len(rows) else {}
        _put_row(sheet, record, number, row)
    _clear(sheet, last + 1, used)
    table.ref = f"A{HEADER_ROW}:{column_letter(len(record.columns) - 1)}{last}"
    cast("AutoFilter", table.autoFilter).ref = table.ref


def _clear(sheet: Worksheet, first: int, last: int) -> None:
    """Take away the rows that the table no longer has."""
    if first <= last:
        sheet.delete_rows(first, last - first + 1)
        for number in range(first, last + 1):
            sheet.row_dimensions.pop(number, None)


def _put_row(sheet: Worksheet, record: type[Record], number: int, row: Row) -> None:
    formulas = worked_out(record)
    for index, column in enumerate(record.columns, start=1):
        cell = cast("Cell", sheet.cell(number, index))
        if formula := formulas.get(column.name):
            cell.style = worked_out_style(formula.number_format)
            cell.value = "=" + formula.formula
        else:
            cell.style = cell_style(column)
            put(cell, row.get(column.header), column)
    texts = ((shown(row.get(column.header)), column.width) for column in record.columns)
    fit_height(sheet, number, texts)


def _table(record: type[Record]) -> Table:
    """The record's table, one blank row high, its worked-out columns calculated in every row to come."""
    formulas = worked_out(record)
    ref = f"A{HEADER_ROW}:{column_letter(len(record.columns) - 1)}{FIRST_ROW}"
    columns = [
        (column.header, formulas[column.name].formula if column.name in formulas else "")
        for column in record.columns
    ]
    return excel_table(table_name(record.sheet), ref, columns)


def _last_row(table: Table) -> int:
    return int(table.ref.rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _width(record: type[Record], column: Column) -> float:
    formula = worked_out(record).get(column.name)
    longest = max(map(len, column.header.split()))
    return max(formula.width if formula else column.width, longest * _BOLD + _FILTER_BUTTON)


def _dress_column(sheet: Worksheet, letter: str, column: Column) -> None:
    """Dress the cells below the table too, for rows that are typed there."""
    below = sheet.column_dimensions[letter]
    below.number_format = number_format(column)
    below.alignment = placing(below.number_format)
    if not column.worked_out:
        below.protection = UNLOCKED


def _guidance(column: Column) -> CellRichText:
    bold = InlineFont(rFont="Calibri", sz=9, b=True, color=Color(f"FF{GREY}"))
    plain = InlineFont(rFont="Calibri", sz=9, color=Color(f"FF{GREY}"))
    return CellRichText(TextBlock(bold, standing(column)), TextBlock(plain, f"\n{explanation(column)}"))
