"""Finding the rows that hold a table's headers: one, or two where merged cells head several columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_report.bring_in.the_map.tracker_fields import is_known, likenesses
from audit_report.bring_in.their_cells.their_dates import names_period
from audit_report.bring_in.their_file.grids import Grid, GridCell
from audit_report.cell_refs import column_letter

_ROWS_SEARCHED = 200
_LONGEST = 120
_LEAST_LIKE = 85
_FEWEST_KNOWN, _SURE_BY = 2, 3
_ROWS_ABOVE = 10
"""How far above a table's header facts may stand that look like a header themselves."""
_FEWEST_STRANGE = 4
"""The columns that a row of headers has at the least where no word of it is known."""


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header: its rows, first and last (0-based), and its words by column."""

    top: int
    bottom: int
    names: dict[int, str]

    @property
    def words(self) -> frozenset[str]:
        """The headers as a repeated row of them would show them."""
        return frozenset(name.casefold() for name in self.names.values())


def find_header(grid: Grid, rows: list[int], start: int) -> Header | None:
    """The first header among these rows of a sheet from `start` on; None where there is none.

    A row whose words are known wins over one that only looks like a header.
    """
    searched = [row for row in rows if row >= start][:_ROWS_SEARCHED]
    candidates = [header for row in searched for header in _readings(grid, row)]
    known = [header for header in candidates if _is_header(header)]
    if known:
        return _fullest(known)
    return next((header for header in candidates if _looks_like_one(grid, header, searched)), None)


def _fullest(headers: list[Header]) -> Header:
    """The first header, or the far fuller one a few rows below: "Audit: Payroll, Lead: Ann" may stand above a table."""
    first = headers[0]
    near = [each for each in headers if each.top <= max(first.bottom, first.top + _ROWS_ABOVE)]
    fullest = max(near, key=_known)
    same_rows = max((each for each in near if each.top <= first.bottom), key=_known)
    return fullest if _known(fullest) > _known(same_rows) + 1 and _known(same_rows) <= _SURE_BY else same_rows


def is_another_header(cells: dict[int, GridCell]) -> bool:
    """Whether a row under a table begins another, or says its headers again: word for word what columns are called."""
    known = sum(is_known(cell.shown) for cell in cells.values())
    return known >= _SURE_BY and 2 * known > len(cells)


def _readings(grid: Grid, row: int) -> Iterator[Header]:
    """The row as a header of its own; first of all with the row under it, where merged cells join the two."""
    cells = grid.filled(row)
    if len(cells) < _FEWEST_KNOWN or not all(_may_head(cell) for cell in cells.values()):
        return
    spans = [grid.merged[row, column] for column in cells if (row, column) in grid.merged]
    widest = max(cells) - min(cells)
    beneath = grid.filled(row + 1)
    joined = {
        column: (span.left, grid.shown(row, span.left))
        for span in spans
        if span.top == span.bottom and span.left < span.right and span.right - span.left < widest
        for column in range(span.left, span.right + 1)
    }
    goes_down = {span.left for span in spans if span.bottom == row + 1}
    if joined and set(joined) & set(beneath) and all(_may_head(cell) for cell in beneath.values()):
        names = {column: cell.shown for column, cell in cells.items() if column not in joined}
        names |= {
            column: ": ".join(filter(None, (joined.get(column, (0, names.get(column, "")))[1], cell.shown)))
            for column, cell in beneath.items()
            if column not in goes_down
        }
        names |= {at: words for at, (left, words) in joined.items() if at == left and at not in names}
        yield Header(row, row + 1, _each_once(names))
    bottom = row + 1 if goes_down and not joined and set(beneath) <= goes_down else row
    yield Header(row, bottom, _each_once({column: cell.shown for column, cell in cells.items()}))


def _may_head(cell: GridCell) -> bool:
    """Whether a cell may be a header: words that are not too long, or a date shown as a month."""
    return (isinstance(cell.value, str) or cell.is_month) and 0 < len(cell.shown) <= _LONGEST


def _each_once(names: dict[int, str]) -> dict[int, str]:
    """The headers on one line each, in order; one that is there already gets its column's letter."""
    taken: set[str] = set()
    found = {}
    for column in sorted(names):
        name = " ".join(names[column].split())
        if name.casefold() in taken:
            name = f"{name} ({column_letter(column)})"
        taken.add(name.casefold())
        found[column] = name
    return found


def _known(header: Header) -> int:
    """How many of the headers are like what a field is called, or name a period."""
    return sum(
        names_period(name) or max(likenesses(name).values(), default=0) >= _LEAST_LIKE
        for name in header.names.values()
    )


def _is_header(header: Header) -> bool:
    known = _known(header)
    return known >= _SURE_BY or (known >= _FEWEST_KNOWN and 2 * known >= len(header.names))


def _looks_like_one(grid: Grid, header: Header, rows: list[int]) -> bool:
    """Whether a row of strange words may be a header: several different ones, with fuller rows right beneath."""
    if len(header.names) < _FEWEST_STRANGE or len(header.words) < len(header.names):
        return False
    beneath = [row for row in rows if row > header.bottom][:2]
    return len(beneath) == 2 and all(2 * len(grid.filled(row)) >= len(header.names) for row in beneath)  # noqa: PLR2004  the two rows just taken
