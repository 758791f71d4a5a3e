"""The account of a bring-in: every cell of theirs that is not in our tracker, with where it stood and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit_report.bring_in.our_rows.bring import Brought
from audit_report.bring_in.our_rows.entries import can_be_brought_in
from audit_report.bring_in.our_rows.found_values import Left
from audit_report.bring_in.our_rows.gather_actions import DUE
from audit_report.bring_in.our_rows.mapped_tables import MappedTable
from audit_report.bring_in.the_map.meanings_of_words import says_nothing
from audit_report.bring_in.the_map.tracker_fields import REVISED
from audit_report.bring_in.their_file.grids import Grid, GridCell, Place
from audit_report.bring_in.their_tables.find_tables import Table, TableRow
from audit_report.bring_in.their_tables.row_roles import Role
from audit_report.cell_refs import column_letter

_OF_A_ROW = "it is in "
"""How the reason begins that holds for a whole row."""
IS_HEADER, IS_LABEL, IS_TITLE = "it is a header", "it is a label", "it is a title of the table"
_FRAME = (IS_HEADER, IS_LABEL, IS_TITLE, f"{_OF_A_ROW}{Role.AGAIN}")


@dataclass(frozen=True, slots=True)
class NotBrought:
    """A cell that is not brought in, or several one below the other of which the same is to say."""

    file: str
    where: str
    header: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Account:
    """What is not brought in, and of the rows of their tables how many there are and how many are brought in."""

    lines: tuple[NotBrought, ...]
    rows_in: int
    rows_out: int


def account_of(grids: Sequence[Grid], tables: Sequence[Table], brought: Brought) -> Account:
    """The account of what was brought in from these sheets and their tables."""
    taken = set(_taken(brought))
    reasons = _Reasons(tables, brought)
    left = list(_left(grids, reasons, taken))
    parts = [each for each in brought.left if each.place in taken]
    sheets = {(grid.file, grid.sheet): number for number, grid in enumerate(grids)}
    by_column = sorted(
        [*left, *parts],
        key=lambda each: (sheets[each.place.file, each.place.sheet], each.place.column, each.place.row),
    )
    rows = [(table, row) for table in tables for row in table.rows]
    rows_out = sum(any(table.place(row, header) in taken for header in row.cells) for table, row in rows)
    runs = sorted(_runs(by_column), key=lambda run: _reading_order(run, sheets))
    return Account(tuple(_line(run, reasons) for run in runs), len(rows), rows_out)


def _taken(brought: Brought) -> Iterator[Place]:
    """The cells of theirs that some cell of ours holds."""
    for rows in (*brought.rows.values(), *brought.own.values()):
        for row in rows:
            for found in row.values():
                yield from found.cells


def _left(grids: Iterable[Grid], reasons: "_Reasons", taken: set[Place]) -> Iterator[Left]:
    for grid in grids:
        for row in grid.cells:
            for column, cell in grid.filled(row).items():
                place = grid.place(row, column)
                if place not in taken and cell.shown:
                    yield Left(place, cell.shown, reasons.why(place, cell))
                if cell.struck and not (place in taken and reasons.is_due_date(place)):
                    yield Left(place, cell.struck, "it is struck out")
        for (row, column), text in grid.notes.items():
            yield Left(grid.place(row, column), text, "it is a note on the cell")


class _Reasons:
    """Why a cell is not brought in, by what it is to its table."""

    def __init__(self, tables: Sequence[Table], brought: Brought) -> None:
        self._said = {each.place: each.why for each in brought.left}
        self._mapped = {id(each.table): each for each in brought.tables}
        self._grids = {(table.grid.file, table.grid.sheet): table.grid for table in tables}
        self._headers: dict[Place, str] = {}
        self._above: dict[Place, str] = {}
        self._rows: dict[tuple[str, str, int], list[tuple[Table, TableRow | None]]] = {}
        for table in tables:
            self._read(table)

    def _read(self, table: Table) -> None:
        grid = table.grid
        for header, column in table.columns.items():
            for row in range(table.header.top, table.header.bottom + 1):
                self._headers[grid.place(row, column)] = header
        for title in table.titles:
            self._above[title.place] = IS_TITLE
        for fact in table.facts:
            self._above[fact.place] = f"“{fact.label}” has no field in the map"
            self._above[fact.label_place] = IS_LABEL
        for each in table.rows:
            self._rows.setdefault((grid.file, grid.sheet, each.number), []).append((table, each))
            for heading in each.under:
                self._above.setdefault(heading.place, "the map gives this heading no field")
        for number in table.passed:
            self._rows.setdefault((grid.file, grid.sheet, number), []).append((table, None))

    def last_row(self, place: Place) -> int:
        """The last row of a cell that is joined of several, or its own."""
        grid = self._grids.get((place.file, place.sheet))
        return grid.down_to.get((place.row, place.column), place.row) if grid else place.row

    def header(self, place: Place) -> str:
        """The header of the column that a cell of a table stands in."""
        for table, _ in self._rows.get(place[:3], ()):
            for header, column in table.columns.items():
                if column == place.column:
                    return header
        return ""

    def is_due_date(self, place: Place) -> bool:
        """Whether a cell is in a column of due dates, whose struck-out ones are read."""
        header = self.header(place)
        tables = [self._mapped.get(id(table)) for table, _ in self._rows.get(place[:3], ())]
        return any(header in each.headers.get(name, ()) for each in tables if each for name in (DUE, REVISED))

    def why(self, place: Place, cell: GridCell) -> str:
        """The reason, as the end of "not brought in, for …"."""
        if said := self._said.get(place) or self._above.get(place):
            return said
        if place in self._headers:
            return IS_HEADER
        for table, row in self._rows.get(place[:3], ()):
            if place.column in table.columns.values():
                return self._in_table(table, row, place, cell)
        return "it stands outside every table"

    def _in_table(self, table: Table, row: TableRow | None, place: Place, cell: GridCell) -> str:
        mapped, header = self._mapped.get(id(table)), self.header(place)
        if row is None:
            return f"{_OF_A_ROW}{table.passed[place.row]}"
        if mapped is None:
            return "its table is of a design that the map does not know"
        if not any(header in headers for headers in mapped.headers.values()):
            return "its column has no field in the map"
        return _of_mapped(mapped, cell)


def _of_mapped(mapped: MappedTable, cell: GridCell) -> str:
    """Why a cell is left whose column has a field."""
    if not cell.is_calculated:
        return "no program has worked the formula out: open the file in Excel, save it and bring it in again"
    if not can_be_brought_in(mapped):
        return "its table has no column for recommendations or actions"
    if says_nothing("actions", cell.shown):
        return "it says that there is none"
    return "another value stands in its place"


def _runs(left: Iterable[Left]) -> Iterator[list[Left]]:
    """The cells left, down each column; the formulas of rows of nothing else that stand one below the other as one."""
    run: list[Left] = []
    for each in left:
        last = run[-1] if run else None
        if (
            last
            and each.why == last.why == _LONE
            and each.place == last.place._replace(row=last.place.row + 1)
        ):
            run.append(each)
            continue
        if run:
            yield run
        run = [each]
    if run:
        yield run


def _reading_order(run: Sequence[Left], sheets: Mapping[tuple[str, str], int]) -> tuple[bool, int, int, int]:
    """What a row holds before headers and titles, as the sheets are read."""
    first = run[0]
    is_frame = first.why in _FRAME
    return is_frame, sheets[first.place.file, first.place.sheet], first.place.row, first.place.column


_LONE = f"{_OF_A_ROW}{Role.FORMULAS}"


def _line(run: Sequence[Left], reasons: _Reasons) -> NotBrought:
    first, last = run[0].place, run[-1].place
    last = last._replace(row=reasons.last_row(last))
    where = first.address if first == last else f"{first.address}:{column_letter(last.column)}{last.row + 1}"
    return NotBrought(first.file, where, reasons.header(first), run[0].text, run[0].why)


def by_column_and_reason(lines: Iterable[NotBrought]) -> Mapping[tuple[str, str], list[NotBrought]]:
    """The lines that a person has to hear of, headers and titles left out, by their column and reason."""
    found: dict[tuple[str, str], list[NotBrought]] = {}
    for line in lines:
        if line.why not in _FRAME:
            column = "" if line.why.startswith(_OF_A_ROW) else line.header
            found.setdefault((column, line.why), []).append(line)
    return found
