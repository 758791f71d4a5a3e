"""What each row of the tracker is about in a few words, and whom to ask about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from audit_report.cannot_run import CannotRunError
from audit_report.cell_refs import RowRef
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    ProgressUpdate,
    Recommendation,
    ScheduledAssessment,
)
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, shortened
from audit_report.schema.near_misses import did_you_mean
from audit_report.schema.record import Record
from audit_report.schema.rich_text import RichText
from audit_report.schema.spacing import match_key

_FEW_WORDS = 50


@dataclass(frozen=True, slots=True)
class Subject:
    """A row's few words, and the names of its delivery leads or owner; none where the analyst keeps the row."""

    words: str
    people: tuple[str, ...] = ()


Subjects = Mapping[tuple[str | None, int | None], Subject]
"""Subjects by sheet and row."""

NO_SUBJECT = Subject("")


def subject_of(subjects: Subjects, problem: Problem) -> Subject:
    """What the row of a problem is about; nothing where the problem is a sheet's or the workbook's."""
    return subjects.get((problem.where.sheet, problem.where.row), NO_SUBJECT)


def subjects(tracker: Tracker, problems: Iterable[Problem]) -> Subjects:
    """What the rows of the problems are about, where they have a text of their own or belong to one that has."""
    wanted = {(problem.where.sheet, problem.where.row) for problem in problems}
    found: dict[tuple[str | None, int | None], Subject] = {}
    for record in chain(
        tracker.recommendations, tracker.actions, tracker.date_changes, tracker.updates, tracker.assessments,
        tracker.forward_plan,
    ):  # fmt: skip
        if isinstance(record.source, RowRef) and (row := (record.sheet, record.source.row)) in wanted:
            text, people = _about(tracker, record)
            found[row] = Subject(_few_words(text), people)
    return found


def person_named(tracker: Tracker, typed: str) -> str:
    """The person that a name on the command line means, as the tracker spells it.

    Raises CannotRunError where the tracker names nobody of that name.
    """
    found = {
        match_key(name): name
        for record in (*tracker.recommendations, *tracker.actions)
        for name in _about(tracker, record)[1]
    }
    if match_key(typed) not in found:
        near = did_you_mean(typed, found.values())
        raise CannotRunError(
            f"“{typed}” leads no recommendation and owns no action in this tracker. {near}".strip()
        )
    return found[match_key(typed)]


def in_charge(tracker: Tracker, action: Action) -> tuple[str, ...]:
    """Who answers for an action: its owner, else the leads of its recommendation."""
    return people_named(tracker, action.owner) or _leads(
        tracker, tracker.recommendation(action.recommendation)
    )


def _about(tracker: Tracker, record: Record) -> tuple[str | RichText, tuple[str, ...]]:
    """A row's text and its people."""
    match record:
        case Recommendation():
            return record.text, _leads(tracker, record)
        case Action():
            return record.text, in_charge(tracker, record)
        case DateChange():
            moved = tracker.action(record.action)
            return (moved.text, in_charge(tracker, moved)) if moved else ("", ())
        case ProgressUpdate():
            leads = _leads(tracker, tracker.recommendation(record.recommendation))
            return record.progress, people_named(tracker, record.supplied_by) or leads
        case Assessment() | ScheduledAssessment():
            return record.name, ()
        case _:
            return "", ()


def _leads(tracker: Tracker, recommendation: Recommendation | None) -> tuple[str, ...]:
    return people_named(tracker, recommendation.leads) if recommendation else ()


def people_named(tracker: Tracker, cell: str) -> tuple[str, ...]:
    """The people a cell names; a near miss of one officer is that officer."""
    names = []
    for person in tracker.people(cell):
        meant = tracker.directory.meant(person.name)
        names.append(meant[0].name if len(meant) == 1 else person.name)
    return tuple(dict.fromkeys(names))


def _few_words(text: str | RichText) -> str:
    words = text if isinstance(text, str) else " ".join(line.text for line in text[:1])
    return shortened(" ".join(words.split()), _FEW_WORDS)
