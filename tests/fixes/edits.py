"""Edits of a tracker's file as a person makes them in Excel: each a function of the workbook."""

from collections.abc import Callable, Mapping
from copy import copy
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

Edit = Callable[[Workbook], object]


def put(sheet: str, row: int, **values: object) -> Edit:
    """Type values into a row (2 is the first below the header), by header with _ for each space."""
    return lambda book: _fill(book[sheet], row, {_header(name): value for name, value in values.items()})


def typed(sheet: str, row: int, values: Mapping[str, object]) -> Edit:
    """As `put`, for headers that are no names."""
    return lambda book: _fill(book[sheet], row, values)


def item(name: str, value: object) -> Edit:
    """Type a value of Report details, in a row of its own where the item has none."""

    def edit(book: Workbook) -> None:
        sheet = book["Report details"]
        row = next((row for row in _rows(sheet) if sheet.cell(row, 1).value == name), sheet.max_row + 1)
        _fill(sheet, row, {"Item": name, "Value": value})

    return edit


def delete_item(name: str) -> Edit:
    """Delete the row of an item of Report details."""

    def edit(book: Workbook) -> None:
        sheet = book["Report details"]
        sheet.delete_rows(next(row for row in _rows(sheet) if sheet.cell(row, 1).value == name))

    return edit


def add(sheet: str, **values: object) -> Edit:
    """Type a row below the last one."""

    def edit(book: Workbook) -> None:
        found = {_header(name): value for name, value in values.items()}
        _fill(book[sheet], book[sheet].max_row + 1, found)

    return edit


def copy_row(sheet: str, row: int, **changes: object) -> Edit:
    """Copy a row below the last one, with changes."""

    def edit(book: Workbook) -> None:
        of = book[sheet]
        last = of.max_row + 1
        for column in range(1, of.max_column + 1):
            of.cell(last, column).value = cast("Any", of.cell(row, column).value)
        _fill(of, last, {_header(name): value for name, value in changes.items()})

    return edit


def delete_row(sheet: str, row: int) -> Edit:
    """Delete a row; -1 is the last."""
    return lambda book: book[sheet].delete_rows(row if row > 0 else book[sheet].max_row)


def delete_column(sheet: str, header: str) -> Edit:
    """Delete a column."""
    return lambda book: book[sheet].delete_cols(_column(book[sheet], header))


def add_column(sheet: str, header: str, *values: object) -> Edit:
    """Add a column at the end, with the values of its first rows."""

    def edit(book: Workbook) -> None:
        at = book[sheet].max_column + 1
        for row, value in enumerate((header, *values), start=1):
            book[sheet].cell(row, at).value = cast("Any", value)

    return edit


def head(sheet: str, header: str, new: str) -> Edit:
    """Change a header."""
    return lambda book: setattr(book[sheet].cell(1, _column(book[sheet], header)), "value", new)


def format_as(sheet: str, row: int, header: str, code: str) -> Edit:
    """Give a cell a number format."""
    return lambda book: setattr(_cell(book[sheet], row, header), "number_format", code)


def strike(sheet: str, row: int, header: str, *, out: bool) -> Edit:
    """Strike a cell out, or take the line off."""

    def edit(book: Workbook) -> None:
        cell = _cell(book[sheet], row, header)
        font = copy(cell.font)
        font.strike = out
        cell.font = font  # type: ignore[assignment]  # a copy of a proxy, which is what cells take

    return edit


def font(sheet: str, row: int, header: str, name: str) -> Edit:
    """Give a cell another font."""
    return lambda book: setattr(_cell(book[sheet], row, header), "font", Font(name=name))


def rich(sheet: str, row: int, header: str, *runs: Any) -> Edit:  # noqa: ANN401  openpyxl's own runs
    """Type words in several looks."""
    return lambda book: setattr(_cell(book[sheet], row, header), "value", CellRichText(*runs))


def link(sheet: str, row: int, header: str, address: str | None) -> Edit:
    """Give a cell a link, or take it away."""
    return lambda book: setattr(_cell(book[sheet], row, header), "hyperlink", address)


def note(sheet: str, row: int, header: str, words: str | None) -> Edit:
    """Put a note beside a cell, or delete it."""
    made = Comment(words, "Ben Baker") if words else None
    return lambda book: setattr(_cell(book[sheet], row, header), "comment", made)


def merge(sheet: str, cells: str) -> Edit:
    """Merge cells."""
    return lambda book: book[sheet].merge_cells(cells)


def unmerge(sheet: str, cells: str) -> Edit:
    """Unmerge cells."""
    return lambda book: book[sheet].unmerge_cells(cells)


def cell(sheet: str, address: str, value: object) -> Edit:
    """Type a value anywhere on a sheet."""
    return lambda book: setattr(book[sheet][address], "value", value)


def table(sheet: str, ref: str) -> Edit:
    """Make cells an Excel table, or drag the edge of the one there is."""

    def edit(book: Workbook) -> None:
        tables = book[sheet].tables
        tables.clear()
        book[sheet].add_table(Table(displayName=sheet.replace(" ", "_"), ref=ref))

    return edit


def add_sheet(name: str, *rows: tuple[object, ...]) -> Edit:
    """Add a sheet with rows."""

    def edit(book: Workbook) -> None:
        for row in [book.create_sheet(name)]:
            for values in rows:
                row.append(values)

    return edit


def delete_sheet(name: str) -> Edit:
    """Delete a sheet."""
    return lambda book: book.remove(book[name])


def add_as_it_was(name: str, before: Workbook) -> Edit:
    """Add a sheet as another file has it."""
    return add_sheet(name, *before[name].iter_rows(values_only=True))


def _fill(sheet: Worksheet, row: int, values: Mapping[str, object]) -> None:
    for header, value in values.items():
        _cell(sheet, row, header).value = cast("Any", value)


def _cell(sheet: Worksheet, row: int, header: str) -> Cell:
    return cast("Cell", sheet.cell(row, _column(sheet, header)))


def _column(sheet: Worksheet, header: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == header)


def _rows(sheet: Worksheet) -> range:
    return range(2, sheet.max_row + 1)


def _header(name: str) -> str:
    return name.replace("_", " ")
