"""One mistake, one problem: what only follows from a cell that is accused already is left out.

A check says what it sees and which cells that rests on; it need not know what other checks say. Whoever puts the
accused cell right may have put the rest right too. If not, the next run says so.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from audit_report.cell_refs import CellRef
from audit_report.model.tracker import Tracker
from audit_report.problems import Missing, Problem, Severity
from audit_report.schema.record import Record, header_of

_Column = tuple[str | None, str | None]
"""A column: its sheet and its header."""


def missing(record: type[Record], column: str, *names: str) -> Missing:
    """What a problem says is missing: names that no cell of a sheet's column holds, the column by its attribute."""
    return Missing(record.sheet, header_of(record, column), frozenset(names))


def without_consequences(
    tracker: Tracker, told: Iterable[Problem], found: Iterable[Iterable[Problem]]
) -> Iterator[Problem]:
    """What each check in turn has found, without what follows from a problem before it; `told` are the reading's.

    An error only ever follows from another error, so that the report is refused whatever is left out. Information
    accuses nothing. The problems of one check do not follow from each other.
    """
    by_errors, by_any = _Accused(tracker), _Accused(tracker)
    by_any.add_missing_columns(tracker)

    def accused_for(problem: Problem) -> _Accused:
        return by_errors if problem.severity is Severity.ERROR else by_any

    def accuse(problem: Problem, *, is_consequence: bool) -> None:
        if problem.severity is Severity.ERROR:
            by_errors.add(problem, is_consequence=is_consequence)
        if problem.severity is not Severity.INFORMATION:
            by_any.add(problem, is_consequence=is_consequence)

    for problem in told:
        accuse(problem, is_consequence=False)
    for of_one_check in found:
        all_of_it = list(of_one_check)
        own = [each for each in all_of_it if not accused_for(each).explain(each)]
        names = _names_missing(own)
        own = [each for each in own if not accused_for(each).may_hold(each.missing, names)]
        for problem in own:
            accuse(problem, is_consequence=False)
        for problem in all_of_it:
            accuse(problem, is_consequence=True)
        yield from own


class _Accused:
    """The cells accused so far; a sheet that could not be read stands among them as a whole."""

    def __init__(self, tracker: Tracker) -> None:
        self._cells = {CellRef(sheet) for sheet in tracker.unread}
        self._columns: set[_Column] = set()
        self._mistakes: Counter[_Column] = Counter()
        for row in chain.from_iterable(tracker.tables):
            for name in row.unreadable:
                self._cells.add(row.cell(name))
                self._mistakes[row.sheet, header_of(type(row), name)] += 1

    def add_missing_columns(self, tracker: Tracker) -> None:
        """Add the columns that are missing, each of which a warning tells."""
        self._columns = {
            (cell.sheet, cell.header) for rows in tracker.tables for cell in rows[0].source.missing
        }

    def add(self, problem: Problem, *, is_consequence: bool) -> None:
        """Add the cells that a problem accuses; of a whole sheet it accuses none.

        What follows from a consequence follows from its cause as well, but a consequence is no mistake more.
        """
        cells = {cell for cell in problem.accuses if cell.row and not self._lacks(cell)}
        if not is_consequence and not cells <= self._cells:
            self._mistakes.update({(cell.sheet, cell.header) for cell in cells})
        self._cells |= cells

    def explain(self, problem: Problem) -> bool:
        """Whether the problem's own cell is accused, or one that it rests on."""
        cells = (problem.where, *problem.rests_on)
        return not self._cells.isdisjoint(cells) or any(map(self._lacks, cells))

    def _lacks(self, cell: CellRef) -> bool:
        """Whether a cell would stand in a column that is missing."""
        return (cell.sheet, cell.header) in self._columns

    def may_hold(self, missing: Missing | None, names: Mapping[_Column, Collection[str]]) -> bool:
        """Whether its column has a wrong cell for each of the `names` that one check misses there.

        Where it has fewer, nobody can say which names they are meant to hold, so all are told.
        """
        if missing is None:
            return False
        column = (missing.sheet, missing.header)
        return CellRef(missing.sheet) in self._cells or len(names[column]) <= self._mistakes[column]


def _names_missing(problems: Iterable[Problem]) -> Mapping[_Column, Collection[str]]:
    """The names that the problems miss, by column."""
    names: dict[_Column, set[str]] = {}
    for each in problems:
        if each.missing:
            names.setdefault((each.missing.sheet, each.missing.header), set()).update(each.missing.names)
    return names
