"""The sheets of an .xls, .xlsb, .ods or .csv as grids: values alone, for these say nothing here of looks."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import cast

from charset_normalizer import from_bytes
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from audit_report.bring_in.their_file.fills_and_strikes import Look
from audit_report.bring_in.their_file.grids import (
    LONGEST_CELL,
    TOO_LONG,
    Area,
    Grid,
    GridCell,
    UnreadableFileError,
)
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import clean

_SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 200
_ENCODINGS = ["utf_8", "utf_16_le", "utf_16_be", "cp1252", "mac_roman"]
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def calamine_grids(file: str, content: bytes) -> Iterator[Grid]:
    """The sheets of a workbook in another format than .xlsx."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    for number, facts in enumerate(workbook.sheets_metadata):
        sheet = workbook.get_sheet_by_index(number)
        grid = Grid(file, facts.name, hidden=facts.visible is not SheetVisibleEnum.Visible)
        _fill(grid, sheet.to_python(skip_empty_area=False))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            grid.merged[top, left] = Area(top, left, bottom, right)
        yield grid


def csv_grid(file: str, sheet: str, content: bytes) -> Grid:
    """A file of separated values as a sheet; its encoding and separator are found out."""
    text = _decoded(content)
    grid = Grid(file, sheet)
    csv.field_size_limit(len(text) + 1)
    _fill(grid, csv.reader(StringIO(text, newline=""), delimiter=_separator(text)))
    return grid


def _fill(grid: Grid, rows: Iterable[Iterable[object]]) -> None:
    for number, row in enumerate(rows):
        made = {column: cell for column, value in enumerate(row) if (cell := _cell(value))}
        if made:
            grid.cells[number] = made


def _cell(value: object) -> GridCell | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    words = clean(Look().words(cast("Raw", value)))
    if len(words) > LONGEST_CELL:
        raise UnreadableFileError(TOO_LONG)
    return GridCell(cast("Raw", value), words) if words else None


def _decoded(content: bytes) -> str:
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFileError("this is not a text file of separated values, nor a workbook.")
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        best = from_bytes(content, cp_isolation=_ENCODINGS).best()
    if best is None:
        raise UnreadableFileError("its characters cannot be told. Save it as UTF-8 and try again.")
    return str(best)


def _separator(text: str) -> str:
    """The separator under which most of the first rows have the same number of cells, and more than one.

    csv.Sniffer takes the apostrophes of "council's" for quotation marks.
    """

    def agreement(separator: str) -> tuple[int, int]:
        rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
        widths = Counter(len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False) if row)
        width, rows_of_it = max(widths.items(), key=lambda each: (each[0] > 1, each[1]), default=(0, 0))
        return (rows_of_it, width) if width > 1 else (0, 0)

    return max(_SEPARATORS, key=agreement)
