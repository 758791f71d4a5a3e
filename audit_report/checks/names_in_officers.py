"""Names: everybody whom a sheet names is in Officers, spelt as there; one problem for each spelling."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from audit_report import catalogue
from audit_report.cell_refs import CellRef, addresses
from audit_report.checks.one_mistake import missing
from audit_report.model.assessed import Assessed
from audit_report.model.people import Spellings, name_key
from audit_report.model.records import Officer
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import People
from audit_report.schema.record import Record, ref_of

_MOST_OFFERED = 3


@dataclass(slots=True)
class _Spelling:
    """A name that is not in Officers: as first typed, the ref of that row, and every cell that has it."""

    name: str
    ref: str
    cells: list[CellRef] = field(default_factory=list)


def names_are_in_officers(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Officers says how a name is spelt and gives its job title; a near miss names the likely officer."""
    if not tracker.officers and any(True for _ in _people_cells(tracker)):
        yield catalogue.NoOfficers().at(CellRef(Officer.sheet))
    if not any(officer.name for officer in tracker.officers):
        return  # with nobody to compare with, every name would be unknown
    unknown = []
    for spelling in _not_in_officers(tracker):
        likely = tracker.directory.meant(spelling.name)
        if 0 < len(likely) <= _MOST_OFFERED:
            yield _misspelt(spelling, [officer.name for officer in likely])
        else:
            unknown.append(spelling)
    yield from _unknown(unknown)


def _misspelt(spelling: _Spelling, likely: Sequence[str]) -> Problem:
    """The problem of a name that is nearly an officer's; it is understood, so it accuses no cell."""
    mistake = catalogue.MisspeltName(likely=_any_of(likely), cells=addresses(spelling.cells))
    return mistake.at(spelling.cells[0], spelling.ref, spelling.name, accuses=())


def _not_in_officers(tracker: Tracker) -> Iterable[_Spelling]:
    """The names that Officers does not have, by first use."""
    found: dict[str, _Spelling] = {}
    for row, attribute, cell in _people_cells(tracker):
        for person in tracker.people(cell):
            if person.officer is None:
                spelling = found.setdefault(name_key(person.name), _Spelling(person.name, ref_of(row)))
                spelling.cells.append(row.cell(attribute))
    return found.values()


def _people_cells(tracker: Tracker) -> Iterator[tuple[Record, str, str]]:
    """Every cell that names people, in the order of the sheets: its record, attribute and words."""
    for rows in tracker.tables:
        names = [column.name for column in rows[0].columns if isinstance(column.kind, People)]
        for row, name in product(rows, names):
            if cell := getattr(row, name):
                yield row, name, cell


def _unknown(spellings: Sequence[_Spelling]) -> Iterator[Problem]:
    """Names that are nowhere near an officer's; of two near each other, the less used one names the other."""
    by_name = {spelling.name: spelling for spelling in spellings}
    most_used_first = sorted(by_name, key=lambda name: -len(by_name[name].cells))
    index = Spellings(most_used_first)
    position = {name: number for number, name in enumerate(most_used_first)}
    for name, spelling in by_name.items():
        near = [other for other in index.near(name) if position[other] < position[name]][:1]
        where = addresses(spelling.cells)
        mistake = (
            catalogue.NameSpeltTwoWays(likely=_any_of(near), cells=where)
            if near
            else catalogue.UnknownName(cells=where)
        )
        lost = missing(Officer, "name", *near or [name])
        yield mistake.at(spelling.cells[0], spelling.ref, name, accuses=spelling.cells, missing=lost)


def _any_of(names: Iterable[str]) -> str:
    """Names to choose from: “Ann Archer” or “Ann Arthur”."""
    return " or ".join(f"“{name}”" for name in names)


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (names_are_in_officers,)
