"""What each row of the tracker is about in a few words, and whom to ask about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit_report.model.records import Action, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.record import Record
from audit_report.schema.rich_text import RichText

_FEW_WORDS = 50


@dataclass(frozen=True, slots=True)
class Subject:
    """A row's few words, and the names of its delivery leads or owner; none where the analyst keeps the row."""

    words: str
    people: tuple[str, ...] = ()


Subjects = Mapping[tuple[str | None, int | None], Subject]
"""The subjects of a tracker by sheet and row."""

NO_SUBJECT = Subject("")


def subject_of(subjects: Subjects, problem: Problem) -> Subject:
    """What the row of a problem is about; nothing where the problem is a sheet's or the workbook's."""
    return subjects.get((problem.place.sheet, problem.place.row), NO_SUBJECT)


def subjects(tracker: Tracker) -> Subjects:
    """What every row is about that has a text of its own or belongs to one that has."""
    found = {}
    for record, name, text, people in _rows(tracker):
        place = record.cell(name)
        found[place.sheet, place.row] = Subject(_few_words(text), people)
    return found


def in_charge(tracker: Tracker, action: Action) -> tuple[str, ...]:
    """Who answers for an action: its owner, else the leads of its recommendation."""
    return _names(tracker, action.owner) or _leads(tracker, tracker.recommendation(action.recommendation))


def _rows(tracker: Tracker) -> Iterator[tuple[Record, str, str | RichText, tuple[str, ...]]]:
    """Every row, an attribute of it, its text and its people."""
    for recommendation in tracker.recommendations:
        yield recommendation, "ref", recommendation.text, _leads(tracker, recommendation)
    for action in tracker.actions:
        yield action, "ref", action.text, in_charge(tracker, action)
    for change in tracker.date_changes:
        moved = tracker.action(change.action)
        yield change, "action", moved.text if moved else "", in_charge(tracker, moved) if moved else ()
    for update in tracker.updates:
        leads = _leads(tracker, tracker.recommendation(update.recommendation))
        yield update, "day", update.progress, _names(tracker, update.supplied_by) or leads
    for assessment in tracker.assessments:
        yield assessment, "ref", assessment.name, ()
    for scheduled in tracker.forward_plan:
        yield scheduled, "ref", scheduled.name, ()


def _leads(tracker: Tracker, recommendation: Recommendation | None) -> tuple[str, ...]:
    return _names(tracker, recommendation.leads) if recommendation else ()


def _names(tracker: Tracker, cell: str) -> tuple[str, ...]:
    """The people a cell names; a near miss of one officer is that officer."""
    names = []
    for person in tracker.people(cell):
        meant = tracker.directory.meant(person.name)
        names.append(meant[0].name if len(meant) == 1 else person.name)
    return tuple(dict.fromkeys(names))


def _few_words(text: str | RichText) -> str:
    words = text if isinstance(text, str) else " ".join(line.text for line in text[:1])
    words = " ".join(words.split())
    return words if len(words) <= _FEW_WORDS else words[:_FEW_WORDS].rsplit(" ", 1)[0] + "…"
