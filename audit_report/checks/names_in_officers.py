"""Names: everybody whom a sheet names is in Officers, spelt as there; one problem for each spelling."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.model.assessed import Assessed
from audit_report.model.people import Spellings, name_key
from audit_report.model.records import Officer
from audit_report.model.tracker import Tracker
from audit_report.problems import Mistake, Problem
from audit_report.schema.dates.approximate_dates import read_day
from audit_report.schema.kinds import People
from audit_report.schema.record import Record, ref_of

_MOST_OFFERED = 3


@dataclass(slots=True)
class _Spelling:
    """A name that is not in Officers: as first typed, the ref of that row, and every cell that has it."""

    name: str
    ref: str
    cells: list[CellRef] = field(default_factory=list)

    @property
    def where(self) -> str:
        """Its cells in words."""
        return addresses(self.cells)

    def problem(self, mistake: Mistake) -> Problem:
        """A problem with this spelling, at its first cell."""
        return mistake.at(self.cells[0], self.ref, self.name)


def officers_are_listed(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A blank sheet is one problem, not one a name."""
    if (
        not tracker.officers
        and Officer.sheet not in tracker.unread
        and any(True for _ in _people_cells(tracker))
    ):
        yield catalogue.NoOfficers().at(CellRef(Officer.sheet))


def names_are_in_officers(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Officers says how a name is spelt and gives its job title; a near miss names the likely officer."""
    if not any(officer.name for officer in tracker.officers):
        return
    unknown = []
    for spelling in _not_in_officers(tracker):
        likely = tracker.directory.meant(spelling.name)
        if 0 < len(likely) <= _MOST_OFFERED:
            yield spelling.problem(
                catalogue.MisspeltName(likely=_any_of(each.name for each in likely), cells=spelling.where)
            )
        else:
            unknown.append(spelling)
    yield from _unknown(unknown, lost=sum(map(_has_lost_the_name, tracker.officers)))


def _has_lost_the_name(officer: Officer) -> bool:
    """Whether an officer's name could not be read, is no words, or has been turned into a date by Excel."""
    return not any(map(str.isalpha, officer.name)) or read_day(officer.name) is not None


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
    """The rows of a column, those that follow one another as one range."""
    first = last = rows[0]
    for row in (*rows[1:], 0):
        if row not in (last, last + 1):
            yield f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}"
            first = row
        last = row


def _not_in_officers(tracker: Tracker) -> Iterable[_Spelling]:
    """The names that Officers does not have, by first use."""
    found: dict[str, _Spelling] = {}
    cells = {cell for _, _, cell in _people_cells(tracker)}
    strange = {cell for cell in cells if any(person.officer is None for person in tracker.people(cell))}
    for record, attribute, cell in _people_cells(tracker) if strange else ():
        for person in tracker.people(cell):
            if person.officer is None:
                spelling = found.setdefault(name_key(person.name), _Spelling(person.name, ref_of(record)))
                spelling.cells.append(record.cell(attribute))
    return found.values()


def _people_cells(tracker: Tracker) -> Iterator[tuple[Record, str, str]]:
    """Every cell that names people, leads' sheets first: its record, attribute and words."""
    sheets: tuple[Sequence[Record], ...] = (
        tracker.recommendations,
        tracker.actions,
        tracker.date_changes,
        tracker.updates,
        tracker.assessments,
        tracker.forward_plan,
    )
    for records in filter(None, sheets):
        names = [column.name for column in records[0].columns if isinstance(column.kind, People)]
        for record in records:
            for name in names:
                if cell := getattr(record, name):
                    yield record, name, cell


def _unknown(spellings: Sequence[_Spelling], lost: int) -> Iterator[Problem]:
    """Names that are nowhere near an officer's; of two near each other, the less used one names the other.

    Silent where the officers who have lost their own names, a problem already, are enough to explain them.
    """
    by_name = {spelling.name: spelling for spelling in spellings}
    most_used_first = sorted(by_name, key=lambda name: -len(by_name[name].cells))
    index = Spellings(most_used_first)
    position = {name: number for number, name in enumerate(most_used_first)}
    usual = {
        name: near[0] if (near := index.near(name)) and position[near[0]] < position[name] else name
        for name in by_name
    }
    if sum(name == other for name, other in usual.items()) <= lost:
        return
    for name, other in usual.items():
        spelling = by_name[name]
        if name == other:
            yield spelling.problem(catalogue.UnknownName(cells=spelling.where))
        else:
            yield spelling.problem(catalogue.NameSpeltTwoWays(likely=_any_of([other]), cells=spelling.where))


def _any_of(names: Iterable[str]) -> str:
    """Names to choose from: “Ann Archer” or “Ann Arthur”."""
    return " or ".join(f"“{name}”" for name in names)


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    officers_are_listed,
    names_are_in_officers,
)
