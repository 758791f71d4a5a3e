"""A sheet of somebody else's file as a grid: each cell with what a person sees in it, and where it stands."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from audit_report.cannot_run import CannotRunError
from audit_report.cell_refs import column_letter
from audit_report.schema.raw_values import CellError, NotCalculated, Raw

LONGEST_CELL = 32_767
"""The most characters that Excel keeps in a cell."""
TOO_LONG = "a cell of it holds more than the 32,767 characters that Excel allows: no tracker's does."


class Place(NamedTuple):
    """A cell of one of the files (0-based)."""

    file: str
    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The address as a person types it: Payroll!B7."""
        return f"{self.sheet}!{column_letter(self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its value and the words a person sees, those struck out apart; `value` is None for a colour alone."""

    value: Raw
    shown: str
    struck: str = ""
    colour: str = ""
    """The name of its fill: Red, Amber, Green, Blue, Purple or Grey; blank for none of them."""
    is_month: bool = False
    """A date that shows its month and year alone."""
    is_formula: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether a person sees no words in it."""
        return not self.shown and not self.struck

    @property
    def is_calculated(self) -> bool:
        """False for an Excel error and for a formula that no program has worked out yet."""
        return not isinstance(self.value, (CellError, NotCalculated))


class Area(NamedTuple):
    """Some cells of a sheet, first and last rows and columns (0-based)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """A sheet: its cells that hold something or have a colour, merged cells by their first, and notes."""

    file: str
    sheet: str
    cells: dict[int, dict[int, GridCell]] = field(default_factory=dict)
    merged: dict[tuple[int, int], Area] = field(default_factory=dict)
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    down_to: dict[tuple[int, int], int] = field(default_factory=dict)
    """The last row of each cell that is joined of several, one below the other."""
    hidden: bool = False
    has_pictures: bool = False
    _tall: dict[int, list[tuple[int, int]]] | None = None

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell, None where nothing is in it."""
        return self.cells.get(row, {}).get(column)

    def shown(self, row: int, column: int) -> str:
        """The words a person sees in a cell."""
        cell = self.cell(row, column)
        return cell.shown if cell else ""

    def filled(self, row: int) -> Mapping[int, GridCell]:
        """The cells of a row with words in them, by column."""
        return {column: cell for column, cell in self.cells.get(row, {}).items() if not cell.is_empty}

    def is_under_merged(self, row: int, column: int) -> bool:
        """Whether a cell is hidden under a merged one that begins in a row above it."""
        if self._tall is None:
            self._tall = {}
            for area in self.merged.values():
                self._tall.setdefault(area.left, []).append((area.top, area.bottom))
            for spans in self._tall.values():
                spans.sort()
        spans = self._tall.get(column, [])
        at = bisect_left(spans, (row, 0)) - 1
        return at >= 0 and spans[at][0] < row <= spans[at][1]

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        return Place(self.file, self.sheet, row, column)


@dataclass(frozen=True, slots=True)
class TheirFile:
    """A file as read: the day it was last changed, by its own account, its sheets, and what to say of it."""

    name: str
    changed: date | None
    grids: tuple[Grid, ...]
    remarks: tuple[str, ...] = ()


class UnreadableFileError(CannotRunError):
    """A file cannot be read; the message is a sentence for the analyst."""
