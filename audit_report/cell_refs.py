"""Where a value came from: a cell, a row or a whole sheet of the workbook as it was read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell of the workbook, or a whole sheet; what does not apply is None (a missing sheet has no row)."""

    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    header: str | None = None

    def __str__(self) -> str:
        return self.cell or self.sheet or ""

    @property
    def cell(self) -> str | None:
        """The address a person types in Excel's name box, such as "Actions!E14"."""
        if self.sheet is None or self.row is None or self.column is None:
            return None
        return f"{self.sheet}!{self.column}{self.row}"


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet's columns as they stand in this file: header to letter, and the headers that people should find there."""

    sheet: str
    letters: Mapping[str, str]
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row of a sheet: each of its cells by header."""

    layout: Layout
    row: int

    @property
    def missing(self) -> Iterator[CellRef]:
        """Its cells in the columns that are told to be missing."""
        return map(self.cell, self.layout.missing)

    def cell(self, header: str) -> CellRef:
        """The cell under `header`; without a letter where the file has no such column."""
        return CellRef(self.layout.sheet, self.row, self.layout.letters.get(header), header)


@dataclass(frozen=True, slots=True)
class ItemsRef:
    """A sheet of items, one a row, whose values stand in one column (Report details)."""

    sheet: str
    column: str | None
    rows: Mapping[str, int]
    missing: tuple[CellRef, ...] = ()

    def cell(self, header: str) -> CellRef:
        """The value cell of the item `header`; without a row where the file has no such item."""
        return CellRef(self.sheet, self.rows.get(header), self.column, header)


def addresses(cells: Iterable[CellRef]) -> str:
    """Cells in the words of Excel: "Actions!D7, D9:D12; Forward plan!J5"."""
    rows: dict[str, dict[str, list[int]]] = {}
    for cell in cells:
        rows.setdefault(cell.sheet or "", {}).setdefault(cell.column or "", []).append(cell.row or 0)
    return "; ".join(
        f"{sheet}!" + ", ".join(chain.from_iterable(_runs(letter, of[letter]) for letter in of))
        for sheet, of in rows.items()
    )


def _runs(letter: str, rows: Sequence[int]) -> Iterator[str]:
    """The rows of a column, those that follow one another as one range: D7, D9:D12."""
    first = last = rows[0]
    for row in (*rows[1:], 0):
        if row not in (last, last + 1):
            yield f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}"
            first = row
        last = row


def column_letter(index: int) -> str:
    """The letter of the 0-based column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The 0-based column of a letter: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
