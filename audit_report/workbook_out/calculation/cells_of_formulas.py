"""The cells that formulas read: sheets whose formulas are worked out when somebody asks, areas, tables and names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from audit_report.workbook_out.calculation.values_in_formulas import (
    CannotCalculateError,
    Fault,
    FaultError,
    Value,
    fail,
)

Place = tuple[int, int]
"""A row and a column, both from 1."""


class Cells:
    """A sheet's cells. A formula is worked out once, when its cell is first asked for."""

    def __init__(
        self,
        values: dict[Place, Value],
        formulas: Mapping[Place, str],
        work_out: Callable[["Cells", Place, str], Value],
    ) -> None:
        self._values, self._formulas, self._work_out = values, formulas, work_out
        self._unknown: set[Place] = set()
        self._areas: dict[tuple[int, int, int, int], Area] = {}

    def value(self, place: Place) -> Value:
        """What a cell shows. Raises CannotCalculateError where its formula has something unknown."""
        if place in self._values:
            return self._values[place]
        if place not in self._formulas:
            return None
        if place in self._unknown:
            raise CannotCalculateError
        self._unknown.add(place)  # a formula that asks for its own cell goes in a circle
        try:
            found = self._work_out(self, place, self._formulas[place])
        except FaultError as error:
            found = error.fault
        self._unknown.discard(place)
        self._values[place] = found
        return found

    def area(self, top: int, left: int, bottom: int, right: int) -> "Area":
        """The cells between two corners; the same one each time, so that what it knows of its values is kept."""
        bounds = (top, left, bottom, right)
        if bounds not in self._areas:
            self._areas[bounds] = Area(self, *bounds)
        return self._areas[bounds]


@dataclass(eq=False)
class Area:
    """A block of cells, in rows from the top."""

    cells: Cells
    top: int
    left: int
    bottom: int
    right: int

    @cached_property
    def values(self) -> list[Value]:
        """What its cells show, row by row."""
        value = self.cells.value
        columns = range(self.left, self.right + 1)
        return [value((row, column)) for row in range(self.top, self.bottom + 1) for column in columns]

    @cached_property
    def index(self) -> dict[object, list[int]]:
        """Where each value stands among its values (from 0), so that a look-up need not go through them all."""
        found: dict[object, list[int]] = {}
        for at, value in enumerate(self.values):
            found.setdefault(key(value), []).append(at)
        return found

    def cell(self, number: int) -> "Area":
        """One of its cells, counted from 1 row by row."""
        width = self.right - self.left + 1
        row, column = divmod(number - 1, width)
        if number < 1 or self.top + row > self.bottom:
            fail(Fault("#REF!"))
        return Area(self.cells, *(self.top + row, self.left + column) * 2)


def key(value: Value) -> object:
    """What is the same of two values that a spreadsheet takes for one: "red" and "Red", 1 and 1.0; not TRUE and 1."""
    if isinstance(value, str):
        return value.lower()
    return (value,) if isinstance(value, bool) else value


@dataclass(frozen=True)
class TableCells:
    """A table: its sheet, its header's row, the row of its last cells, and the column of each header."""

    cells: Cells
    header: int
    last: int
    columns: Mapping[str, int]


@dataclass
class Book:
    """Everything that formulas call by name."""

    sheets: dict[str, Cells] = field(default_factory=dict)
    tables: dict[str, TableCells] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
