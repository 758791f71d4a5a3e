"""Progress updates and date changes against the last report's own file: the rows that are history (for --previous)."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.model.last_report import Earlier
from audit_report.model.people import are_near_misses, name_words
from audit_report.model.records import DateChange, ProgressUpdate
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, shortened
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import People, in_words, long_date
from audit_report.schema.record import Column, Record, ref_of
from audit_report.schema.rich_text import words
from audit_report.schema.spacing import match_key, without_spacing
from audit_report.schema.typed_text import TypedText

R = TypeVar("R", ProgressUpdate, DateChange)


def updates_stand(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """What a lead said last quarter is on record."""

    def is_there(ref: str) -> bool:
        return bool(tracker.recommendation(ref) and earlier.tracker.recommendation(ref))

    kind: _Kind[ProgressUpdate] = _Kind(
        "The update on {ref} of {day}", lambda each: each.day, is_there, _UPDATE_KEYS
    )
    yield from _compared(kind, earlier.tracker.updates, tracker.updates, earlier)


def date_changes_stand(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """A move that was approved counts as one for good; one that was not may be thought better of."""

    def is_there(ref: str) -> bool:
        return bool(tracker.action(ref) and earlier.tracker.action(ref))

    kind: _Kind[DateChange] = _Kind(
        "The date change of {ref}, approved on {day},", lambda each: each.approved, is_there, _CHANGE_KEYS
    )
    yield from _compared(kind, earlier.tracker.date_changes, tracker.date_changes, earlier)


@dataclass(frozen=True, slots=True)
class _Kind(Generic[R]):
    """A kind of history: what a row is called, the day it dates from, whose refs count, and what tells rows apart.

    `keys` find a row again: the first by all it says, each of the others by less.
    """

    called: str
    day: Callable[[R], date | None]
    is_there: Callable[[str], bool]
    keys: Sequence[Callable[[R], Hashable]]


def _compared(kind: _Kind[R], before: Sequence[R], now: Sequence[R], earlier: Earlier) -> Iterator[Problem]:
    """The rows of the earlier file that are not as they were, and the rows that should have been in it."""
    then = [each for each in before if _is_history(kind, each, earlier.day)]
    pairs = dict(_pairs(kind, then, now))
    for each in then:
        if each in pairs:
            yield from _changed(each, pairs[each], earlier)
        elif kind.is_there(ref_of(each)):
            yield _removed(kind, each, earlier)
    found = set(pairs.values())
    for each in now:
        day = kind.day(each)
        if day and day <= earlier.day and each not in found and kind.is_there(ref_of(each)):
            yield catalogue.HistoryAdded(day=long_date(day), previous=earlier.workbook).at(
                each.cell(each.columns[0].name), ref_of(each)
            )


def _is_history(kind: _Kind[R], row: R, last: date) -> bool:
    day = kind.day(row)
    return bool(ref_of(row)) and day is not None and day <= last


def _pairs(kind: _Kind[R], before: Sequence[R], now: Sequence[R]) -> Iterator[tuple[R, R]]:
    """The rows found again, each once: those that are just the same first."""
    left, candidates = list(before), list(now)
    for key in kind.keys:
        index: dict[Hashable, list[R]] = {}
        for each in reversed(candidates):
            index.setdefault(key(each), []).append(each)
        missing, taken = [], set()
        for each in left:
            if same := index.get(key(each)):
                taken.add(same[-1])
                yield each, same.pop()
            else:
                missing.append(each)
        left, candidates = missing, [each for each in candidates if each not in taken]


def _changed(then: R, now: R, earlier: Earlier) -> Iterator[Problem]:
    """The problem of a row that says something else; what was blank then may have been filled in since."""
    differing = [
        column
        for column in then.columns
        if not column.worked_out
        and column.name not in then.unreadable | now.unreadable
        and not _agree(column, getattr(then, column.name), getattr(now, column.name))
    ]
    if differing:
        differences = "; ".join(
            f"{each.header} was “{_shown(getattr(then, each.name))}”" for each in differing
        )
        first = differing[0].name
        yield catalogue.HistoryChanged(
            differences=differences, previous=earlier.workbook, cell=_cell(then)
        ).at(now.cell(first), ref_of(now), _shown(getattr(now, first)))


def _agree(column: Column, then: object, now: object) -> bool:
    """Whether a cell says what it said; a name put right is the same name."""
    if then in (None, "", ()) or _plain(then) == _plain(now):
        return True
    is_name = isinstance(column.kind, People)
    return is_name and are_near_misses(name_words(str(then)), name_words(str(now)))


def _removed(kind: _Kind[R], row: R, earlier: Earlier) -> Problem:
    day = kind.day(row)
    removed = kind.called.format(ref=ref_of(row), day=long_date(day) if day else "")
    return catalogue.HistoryRemoved(removed=removed, previous=earlier.workbook, cell=_cell(row)).at(
        CellRef(row.sheet), ref_of(row)
    )


def _all(row: Record) -> tuple[object, ...]:
    """What a row says, its ref first."""
    return tuple(_plain(getattr(row, column.name)) for column in row.columns if not column.worked_out)


def _plain(value: object) -> object:
    """A value as it is compared: of words, case and spacing do not count, nor do bold and bullets."""
    if isinstance(value, ApproximateDate):
        return value.latest or without_spacing(value.words)
    text = words(value) if isinstance(value, TypedText | tuple) else value
    return without_spacing(text) if isinstance(text, str) else text


def _shown(value: object) -> str:
    """A value as a message quotes it."""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, ApproximateDate):
        return in_words(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    text = " ".join((words(value) if isinstance(value, TypedText | tuple) else str(value)).split())
    return shortened(text)


def _cell(row: Record) -> CellRef:
    return row.cell(row.columns[0].name)


_UPDATE_KEYS: tuple[Callable[[ProgressUpdate], Hashable], ...] = (
    _all,
    lambda each: _all(each)[1:],
    lambda each: (match_key(each.recommendation), each.day),
    lambda each: (match_key(each.recommendation), _plain(each.progress)),
)
_CHANGE_KEYS: tuple[Callable[[DateChange], Hashable], ...] = (
    _all,
    lambda each: _all(each)[1:],
    lambda each: (match_key(each.action), _plain(each.new_due)),
    lambda each: (match_key(each.action), _plain(each.reason)),
    lambda each: (match_key(each.action), each.approved),
)

CHECKS: tuple[Callable[[Tracker, Earlier], Iterator[Problem]], ...] = (updates_stand, date_changes_stand)
