"""The one pass over a sheet's XML: its cells as rows of values, where formulas stand, merged ranges and links."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from audit_report.ooxml.addresses import Position, column_letter, corners, position
from audit_report.ooxml.bounded_zip import BoundedZip, relation_id
from audit_report.ooxml.limits import (
    HIGHEST,
    MOST_CELLS,
    MOST_FILLED,
    MOST_LINKS,
    MOST_MERGED,
    hold_to,
)
from audit_report.ooxml.safe_xml import namespace, whole_number
from audit_report.schema.raw_values import Merged, NotCalculated, Raw
from audit_report.workbook_in.cell_values import CellValues
from audit_report.workbook_in.date_formats import Shows
from audit_report.workbook_in.text_items import TextItems

_WIDTH = re.compile(r"[0-9]{1,4}(\.[0-9]{1,20})?")
"""The width of a column, such as "12.7109375"."""
_MOST_ALIKE = 200
"""The columns of one width that are kept: a sheet has so many at most that hold something."""


class TooFarError(Exception):
    """A sheet reaches too far for a tracker; the message is a sentence for the analyst."""


class Grid:
    """Rows of cells from A1 to the last that holds something, of `room` cells at most, and the style of each."""

    def __init__(self, sheet: str, room: int) -> None:
        self.rows: list[list[Raw]] = []
        self.styles: list[list[int]] = []
        self._sheet, self._room = sheet, room
        self._width = self._filled = self._hidden = 0

    @property
    def size(self) -> int:
        """How many cells there are, blank ones among them."""
        return len(self.rows) * self._width

    def add(self, row: int, cells: Mapping[int, Raw], styles: Mapping[int, int]) -> None:
        """Put values and styles into cells of a row, by column. Raises TooFarError or TooLargeError."""
        self._filled += len(cells)
        hold_to(self._filled, MOST_FILLED, "cells")
        last = max(cells)
        self._reach(row, last)
        kept, kept_styles = self.rows[row], self.styles[row]
        missing = last + 1 - len(kept)
        kept.extend([""] * missing)
        kept_styles.extend([0] * missing)
        for column, value in cells.items():
            kept[column], kept_styles[column] = value, styles[column]

    def even(self) -> None:
        """Make all rows as long as the longest."""
        for cells, styles in zip(self.rows, self.styles, strict=True):
            missing = self._width - len(cells)
            cells.extend([""] * missing)
            styles.extend([0] * missing)

    def hide(self, ref: str) -> None:
        """Mark the cells of a merged range as hidden, all but the first."""
        (top, left), (bottom, right) = corners(ref)
        rows, columns = range(top, min(bottom + 1, len(self.rows))), range(left, min(right + 1, self._width))
        self._hidden += len(rows) * len(columns)
        hold_to(self._hidden, MOST_CELLS, "merged cells")
        for row in rows:
            for column in columns:
                if (row, column) != (top, left):
                    self.rows[row][column] = Merged()

    def _reach(self, row: int, column: int) -> None:
        self._width = max(self._width, column + 1)
        height = max(len(self.rows), row + 1)
        if height * self._width > self._room:
            raise TooFarError(
                f"the sheet “{self._sheet}” reaches to {column_letter(self._width - 1)}{height}, "
                "too far for a tracker. In Excel, delete what stands beyond the table, save and retry."
            )
        while len(self.rows) < height:
            self.rows.append([])
            self.styles.append([])


class SheetPass:
    """What is kept of a sheet as its elements come by; `links` are a cell or range and the id of a relation."""

    def __init__(self, grid: Grid, values: CellValues) -> None:
        self.formulas: dict[Position, str] = {}
        self.merged: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.widths: dict[int, float] = {}
        self._grid, self._values = grid, values
        self._texts = TextItems()
        self._shared: dict[str, str] = {}
        self._columns: dict[str, int] = {}
        self._row = -1
        self._c = self._v = self._f = self._is = ""

    def read(self, archive: BoundedZip, part: str, most_rows: int = HIGHEST) -> None:
        """Read a sheet, or its first rows alone.

        Raises what `BoundedZip.elements` does, or ValueError where an address or a value is none.
        """
        of_row = ""
        for element in archive.elements(part, "col", "row", "mergeCell", "hyperlink"):
            if not self._c:
                own = namespace(element)
                self._c, self._v, self._f, self._is = (f"{own}{name}" for name in ("c", "v", "f", "is"))
                of_row = f"{own}row"
            if element.tag == of_row:
                self._read_row(element)
                if self._row >= most_rows:
                    return
            elif element.tag.endswith("col"):
                self._read_width(element)
            elif element.tag.endswith("mergeCell"):
                self.merged.append(element.get("ref", ""))
                hold_to(len(self.merged), MOST_MERGED, "merged ranges")
            else:
                self.links.append((element.get("ref", ""), relation_id(element.items())))
                hold_to(len(self.links), MOST_LINKS, "links")

    def _read_width(self, column: Element) -> None:
        """Keep the width of columns that have one of their own, in characters; the last may reach to the edge."""
        first, last = whole_number(column.get("min")), whole_number(column.get("max"))
        width = column.get("width", "")
        if _WIDTH.fullmatch(width) and 0 < first <= last:
            self.widths |= dict.fromkeys(range(first - 1, min(last, first + _MOST_ALIKE)), float(width))

    def _read_row(self, row: Element) -> None:
        """Keep the cells of a row that hold something; the others have a look alone, as may a million rows.

        A cell without an address stands beside the one before it, which is only then asked for its own.
        """
        if not (len(row) and len(row[0])) and not any(map(len, row)):
            number = row.get("r")
            self._row = int(number) - 1 if number else _row_number(row, self._row)
            return
        self._row = _row_number(row, self._row)
        values: dict[int, Raw] = {}
        styles: dict[int, int] = {}
        looks, named = self._values.looks, str(self._row + 1)
        column: int | None = -1
        before = ""
        for cell in row:
            if cell.tag != self._c:
                continue
            address = cell.get("r")
            if address is None:
                column = (self._position(before)[1] if column is None else column) + 1
            else:
                column, before = None, address
            if not len(cell):
                continue
            at = self._columns.get(before.removesuffix(named)) if column is None else column
            place = (self._row, at) if at is not None else self._position(before)
            style, shows = looks[cell.get("s", "")]
            value = self._read_cell(cell, place, shows)
            if value == "":
                continue
            if place[0] == self._row:
                values[place[1]], styles[place[1]] = value, style
            else:
                self._grid.add(place[0], {place[1]: value}, {place[1]: style})
        if values:
            self._grid.add(self._row, values, styles)

    def _position(self, address: str) -> Position:
        """As `position`; its letters are kept at hand, for a sheet has few columns and many rows."""
        row, column = position(address)
        self._columns[column_letter(column)] = column
        return row, column

    def _read_cell(self, cell: Element, at: Position, shows: Shows) -> Raw:
        kind = cell.get("t", "n")
        formula = text = None
        value: Raw = ""
        for child in cell:
            if child.tag == self._v:
                text = child.text
            elif child.tag == self._is:
                value = self._texts.read(child)
            elif child.tag == self._f:
                formula = self._formula(child)
        if kind != "inlineStr" and (text or kind == "e"):
            value = self._values.value(kind, text or "", shows, cell.get("vm", ""))
        if formula is not None:
            self.formulas[at] = formula
            if value == "" and kind != "str":
                value = NotCalculated(formula)
        return value

    def _formula(self, element: Element) -> str:
        """The text of a formula; of one that several cells share, the text that its first cell has."""
        text = element.text or ""
        if number := element.get("si"):
            return self._shared.setdefault(number, text) if text else self._shared.get(number, "")
        return text


def _row_number(row: Element, before: int) -> int:
    """The number of a row (0-based): its own, its first cell's, or the one after the row before."""
    number = row.get("r")
    if not number:
        address = row[0].get("r") if len(row) else None
        return position(address)[0] if address else before + 1
    if not 0 < int(number) <= HIGHEST:
        raise ValueError(f"there is no row {number}")
    return int(number) - 1
