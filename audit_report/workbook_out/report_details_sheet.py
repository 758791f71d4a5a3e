"""The `Report details` sheet: each fact and setting a row, its value cell of the item's own kind."""

from collections.abc import Mapping, Sequence
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.report_details import SHIPPED_ITEMS, TEMPLATE_VERSION, DetailRow
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Column
from audit_report.schema.spacing import match_key
from audit_report.workbook_out.cell_content import put
from audit_report.workbook_out.column_guidance import standing
from audit_report.workbook_out.column_names import FIRST_ROW, column_of, letter
from audit_report.workbook_out.conditional_formats import LOOKS
from audit_report.workbook_out.data_validation import add_check
from audit_report.workbook_out.defined_names import define
from audit_report.workbook_out.table_sheets import Row, put_rows
from audit_report.workbook_out.workbook_styles import cell_style

_ITEM, _VALUE, _PURPOSE = (column_of(DetailRow, name).header for name in ("item", "value", "purpose"))


def add_items(workbook: Workbook, sheet: Worksheet) -> None:
    """Check what is typed as an item's value, and name the cell of the template's version."""
    for number, item in enumerate(SHIPPED_ITEMS, start=FIRST_ROW):
        cell = f"{letter(DetailRow, 'value')}{number}"
        add_check(sheet, item, cell)
        if item.required:
            missing = Rule("expression", dxf=LOOKS["missing"], formula=[f'{cell}=""'])
            sheet.conditional_formatting.add(cell, missing)
        if item.name == "template_version":
            define(workbook, item.name, f"'{DetailRow.sheet}'!${cell[0]}${cell[1:]}")


def put_items(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Put values, by item, into the sheet; an item without one has its default, an unknown one is added below."""
    given = {match_key(shown(row.get(_ITEM))): row for row in rows}
    full: list[Row] = [
        {
            _ITEM: item.header,
            _VALUE: _value(item, given.pop(match_key(item.header), {})),
            _PURPOSE: _purpose(item),
        }
        for item in SHIPPED_ITEMS
    ]
    put_rows(sheet, DetailRow, [*full, *given.values()], 0)
    for number, item in enumerate(SHIPPED_ITEMS, start=FIRST_ROW):
        cell = cast("Cell", sheet[f"{letter(DetailRow, 'value')}{number}"])
        cell.style = cell_style(item)
        put(cell, full[number - FIRST_ROW][_VALUE], item)


def set_items(sheet: Worksheet, values: Mapping[str, Raw]) -> None:
    """Put values, by attribute, in place of those that items of the sheet have; None leaves an item blank."""
    for number, item in enumerate(SHIPPED_ITEMS, start=FIRST_ROW):
        if item.name in values:
            put(cast("Cell", sheet[f"{letter(DetailRow, 'value')}{number}"]), values[item.name], item)


def _value(item: Column, row: Row) -> Raw:
    """The value given for an item, else its default; the template's version is always the program's own."""
    return TEMPLATE_VERSION if item.name == "template_version" else row.get(_VALUE, _default(item))


def _default(item: Column) -> str | int | None:
    """What a fresh workbook shows for the item."""
    match item.default:
        case bool():
            return "Yes" if item.default else "No"
        case int() | str():
            return item.default
        case _:
            return None


def _purpose(item: Column) -> str:
    """What the item is for, with the word that says whether it must be filled in."""
    if item.default is None:
        return f"{standing(item)}. {item.help}"
    return f"Setting. {item.help}" + f" Blank: {_default(item)}." * (item.name != "template_version")
