"""The tables of a sheet, wherever they start: headers, rows under their headings, and what stands above and beside."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from audit_report.bring_in.the_map.tracker_fields import likenesses
from audit_report.bring_in.their_file.grids import Grid, GridCell, Place
from audit_report.bring_in.their_tables.header_rows import Header, find_header, is_another_header
from audit_report.bring_in.their_tables.row_roles import Role, role_of
from audit_report.cell_refs import column_letter

_FEWEST_KNOWN = 2


class Heading(NamedTuple):
    """A row of one text, over the rows it is a heading of."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of data: its cells by header, those of colour alone too, and the headings it is under, outermost first."""

    number: int
    cells: dict[str, GridCell]
    under: tuple[Heading, ...] = ()


class Fact(NamedTuple):
    """A label above a table and the cell beside it: "Assurance opinion:" and "Limited"."""

    label: str
    label_place: Place
    place: Place
    cell: GridCell


@dataclass(slots=True)
class Table:
    """A table: its header, its rows, the titles and facts above it, and why other rows were passed over."""

    grid: Grid
    header: Header
    columns: dict[str, int]
    """The columns (0-based) by header."""
    rows: list[TableRow] = field(default_factory=list)
    titles: list[Heading] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    passed: dict[int, Role] = field(default_factory=dict)

    @property
    def span(self) -> str:
        """Where it stands: "Payroll!A5:I8"."""
        left, right = min(self.columns.values()), max(self.columns.values())
        last = max([self.header.bottom, *(row.number for row in self.rows)])
        return (
            f"{self.grid.sheet}!{column_letter(left)}{self.header.top + 1}:{column_letter(right)}{last + 1}"
        )

    def place(self, row: TableRow, header: str) -> Place:
        """Where a cell of a row stands."""
        return self.grid.place(row.number, self.columns[header])


def find_tables(grid: Grid) -> list[Table]:
    """Every table of a sheet with its rows; none where no row of it is a header."""
    rows = [row for row in sorted(grid.cells) if grid.filled(row)]
    tables: list[Table] = []
    start = 0
    while header := find_header(grid, rows, start):
        end = next((row for row in rows if row > header.bottom and _begins_another(grid, header, row)), None)
        beneath = [row for row in rows if row > header.bottom and (end is None or row < end)]
        parts = _side_by_side(grid, header, beneath)
        above = [row for row in rows if start <= row < header.top]
        tables += (_table(grid, part, above, beneath) for part in parts)
        if end is None:
            break
        start = end
    return [table for table in tables if table.rows]


def _begins_another(grid: Grid, header: Header, row: int) -> bool:
    cells = dict(grid.filled(row))
    return is_another_header(cells) and not _says_again(header, cells)


def _says_again(header: Header, cells: dict[int, GridCell]) -> bool:
    """Whether a row repeats the header, as pages of a printed register do."""
    words = {cell.shown.casefold() for cell in cells.values()}
    return len(words & header.words) * 2 > len(words)


def _side_by_side(grid: Grid, header: Header, beneath: list[int]) -> list[Header]:
    """The header, parted where an empty column stands between two tables that each have known headers."""
    parts: list[dict[int, str]] = [{}]
    before = None
    for column in sorted(header.names):
        gap = range(before + 1, column) if before is not None else range(0)
        if gap and not any(grid.cell(row, at) for row in beneath for at in gap):
            parts.append({})
        parts[-1][column] = header.names[column]
        before = column
    if len(parts) > 1 and all(_knows(part) for part in parts):
        return [replace(header, names=part) for part in parts]
    return [header]


def _knows(names: dict[int, str]) -> bool:
    return sum(bool(likenesses(name)) for name in names.values()) >= _FEWEST_KNOWN


def _table(grid: Grid, header: Header, above: list[int], beneath: list[int]) -> Table:
    table = Table(
        grid, header, {name: column for column, name in _all_columns(grid, header, beneath).items()}
    )
    for row in above:
        _read_above(table, row)
    waiting: list[tuple[int, Heading]] = []
    under: tuple[Heading, ...] = ()
    for since_header, row in enumerate(beneath, 1):
        cells = dict(grid.filled(row))
        role = (
            Role.AGAIN
            if _says_again(header, cells)
            else role_of(grid, header, row, since_header=since_header)
        )
        if role is Role.HEADING:
            column = next(at for at in cells if at in header.names)
            waiting.append((row, Heading(cells[column].shown, grid.place(row, column))))
        elif role is Role.DATA:
            if waiting:
                new = tuple(heading for _, heading in waiting)
                under = under[: max(0, len(under) - len(new))] + new
                waiting = []
            table.rows.append(_row(table, row, under))
        else:
            table.passed[row] = role
    table.passed |= {row: Role.NOTE for row, _ in waiting}
    return table


def _all_columns(grid: Grid, header: Header, beneath: list[int]) -> dict[int, str]:
    """The header's columns, and those between them that hold something under no header."""
    columns = dict(header.names)
    for at in range(min(columns), max(columns)):
        if at not in columns and any(grid.cell(row, at) for row in beneath):
            columns[at] = f"(column {column_letter(at)})"
    return dict(sorted(columns.items()))


def _row(table: Table, row: int, under: tuple[Heading, ...]) -> TableRow:
    cells = table.grid.cells.get(row, {})
    return TableRow(row, {name: cells[at] for name, at in table.columns.items() if at in cells}, under)


def _read_above(table: Table, row: int) -> None:
    """Keep the titles above a table, and the facts: a label with its value in the next cell that is filled."""
    cells = sorted(table.grid.filled(row).items())
    for (at, label), (beside, value) in _pairs(cells):
        if likenesses(label.shown) or label.shown.rstrip().endswith(":"):
            places = table.grid.place(row, at), table.grid.place(row, beside)
            table.facts.append(Fact(label.shown.strip(": "), *places, value))
    if len(cells) == 1:
        at, cell = cells[0]
        table.titles.append(Heading(cell.shown, table.grid.place(row, at)))


def _pairs(
    cells: list[tuple[int, GridCell]],
) -> Iterator[tuple[tuple[int, GridCell], tuple[int, GridCell]]]:
    """The cells of a row two by two: each label with what stands beside it."""
    yield from zip(cells[::2], cells[1::2], strict=False)
