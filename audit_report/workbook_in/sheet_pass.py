"""The one pass over a sheet's XML: its cells as rows of values, where formulas stand, merged ranges and links."""

from string import digits
from xml.etree.ElementTree import Element

from audit_report.ooxml.addresses import Position, column_letter, corners, position
from audit_report.ooxml.bounded_zip import BoundedZip, relation_id
from audit_report.ooxml.limits import (
    HIGHEST,
    MOST_CELLS,
    MOST_FILLED,
    MOST_LINKS,
    MOST_MERGED,
    TooLargeError,
    hold_to,
)
from audit_report.ooxml.safe_xml import local_name, namespace, whole_number
from audit_report.schema.raw_values import Merged, NotCalculated, Raw
from audit_report.workbook_in.cell_values import CellValues
from audit_report.workbook_in.text_items import TextItems


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

    def put(self, row: int, column: int, value: Raw, style: int) -> None:
        """Put a value into a cell. Raises TooFarError or TooLargeError."""
        if row >= len(self.rows) or column >= self._width:
            self._reach(row, column)
        cells, styles = self.rows[row], self.styles[row]
        while column >= len(cells):
            cells.append("")
            styles.append(0)
        cells[column], styles[column] = value, style
        self._filled += 1
        if self._filled > MOST_FILLED:
            raise TooLargeError(f"more than {MOST_FILLED:,} cells")

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
        for _ in range(height - len(self.rows)):
            self.rows.append([])
            self.styles.append([])


class SheetPass:
    """What is kept of a sheet as its elements come by; `links` are a cell or range and the id of a relation."""

    def __init__(self, grid: Grid, values: CellValues) -> None:
        self.formulas: dict[Position, str] = {}
        self.merged: list[str] = []
        self.links: list[tuple[str, str]] = []
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
        for element in archive.elements(part, "row", "mergeCell", "hyperlink"):
            if not self._c:
                own = namespace(element)
                self._c, self._v, self._f, self._is = (f"{own}{name}" for name in ("c", "v", "f", "is"))
            match local_name(element):
                case "row":
                    self._read_row(element)
                    if self._row >= most_rows:
                        return
                case "mergeCell":
                    self.merged.append(element.get("ref", ""))
                    hold_to(len(self.merged), MOST_MERGED, "merged ranges")
                case _:
                    self.links.append((element.get("ref", ""), relation_id(element.items())))
                    hold_to(len(self.links), MOST_LINKS, "links")

    def _read_row(self, row: Element) -> None:
        """Keep the cells of a row that hold something; most of the others have a look alone.

        A cell without an address stands beside the one before it, which is only then asked for its own.
        """
        self._row = whole_number(row.get("r")) - 1 if "r" in row.attrib else self._row + 1
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
            if len(cell) or cell.get("t") == "e":
                at = (self._row, column) if column is not None else self._position(before)
                self._read_cell(cell, at)

    def _position(self, address: str) -> Position:
        """As `position`, with the letters seen before at hand: a sheet has few columns and many rows."""
        letters = address.rstrip(digits)
        column = self._columns.get(letters)
        if column is None:
            row, column = position(address)
            self._columns[letters] = column
            return row, column
        row = int(address[len(letters) :]) - 1
        if not 0 <= row < HIGHEST:
            raise ValueError(f"there is no cell {address}")
        return row, column

    def _read_cell(self, cell: Element, at: Position) -> None:
        kind, style = cell.get("t", "n"), cell.get("s", "")
        formula = text = None
        value: Raw = ""
        for child in cell:
            if child.tag == self._v:
                text = child.text
            elif child.tag == self._f:
                formula = self._formula(child)
            elif child.tag == self._is:
                value = self._texts.read(child)
        if kind != "inlineStr" and (text or kind == "e"):
            value = self._values.value(kind, text or "", style, cell.get("vm", ""))
        if formula is not None:
            self.formulas[at] = formula
            if value == "" and kind != "str":
                value = NotCalculated(formula)
        if value != "":
            self._grid.put(*at, value, self._values.style(style))

    def _formula(self, element: Element) -> str:
        """The text of a formula; of one that several cells share, the text that its first cell has."""
        text = element.text or ""
        if number := element.get("si"):
            return self._shared.setdefault(number, text) if text else self._shared.get(number, "")
        return text
