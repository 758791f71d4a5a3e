"""What each person has to do for the next report: updates, late and coming actions, mistakes, approvals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from audit_report.answers.whom_to_ask import in_charge, people_named, subject_of, subjects
from audit_report.model.assessed import RatedRecommendation
from audit_report.model.checked import Checked
from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation
from audit_report.problems import Severity, shortened
from audit_report.schema.kinds import in_words, long_date
from audit_report.schema.record import Record

_SAID_ALREADY = {
    "no-update",
    "stale-update",
    "no-update-since",
    "nobody-updated",
    "update-not-approved",
    "date-change-not-approved",
}
"""The problems that other tasks put in better words."""
_OF_THE_ANALYST = "Ask "
"""How a fix begins that the analyst follows, not the person whose row it is."""


class Kind(IntEnum):
    """What is to be done, the most urgent first."""

    OVERDUE = 1
    UPDATE = 2
    DUE = 3
    PUT_RIGHT = 4
    APPROVE = 5


@dataclass(frozen=True, slots=True)
class Task:
    """Something one person has to do: in words, and the row and the attribute where it is done.

    `row` is the tracker's; an update that is missing has none, and is done in the blank row for `ref`.
    """

    person: str
    kind: Kind
    words: str
    record: type[Record]
    ref: str
    name: str
    row: int | None = None
    day: date | None = None


def tasks(checked: Checked) -> dict[str, list[Task]]:
    """Everybody's tasks by name, each list the most urgent first; nobody without any."""
    found: dict[str, list[Task]] = {}
    for task in [*_of_recommendations(checked), *_to_put_right(checked)]:
        if task.person and task not in found.setdefault(task.person, []):
            found[task.person].append(task)
    return {
        person: sorted(found[person], key=lambda each: (each.kind, each.day or date.max, each.ref))
        for person in sorted(found, key=str.casefold)
        if found[person]
    }


def _of_recommendations(checked: Checked) -> Iterator[Task]:
    for rated in checked.assessed.recommendations:
        if rated.wants_progress:
            yield from _updates(checked, rated)
            yield from _actions(checked, rated)
            yield from _approvals(checked, rated)


def _updates(checked: Checked, rated: RatedRecommendation) -> Iterator[Task]:
    """An update for each lead, where there is none since the last report; for a first report, where there is none."""
    last = checked.tracker.details.previous_as_at
    given = [each.day for each in checked.tracker.updates_of(rated.recommendation) if each.day]
    if any(last is None or day > last for day in given):
        return
    of = rated.recommendation
    known = f"the last one is of {long_date(max(given))}" if given else "there is none yet"
    words = f"Give an update on {of.ref} ({shortened(of.text)}): {known}."
    for person in people_named(checked.tracker, of.leads):
        yield Task(person, Kind.UPDATE, words, ProgressUpdate, of.ref, "day")


def _actions(checked: Checked, rated: RatedRecommendation) -> Iterator[Task]:
    """The actions late as at the last report's day, and those that fall due up to the next one and soon after."""
    details = checked.tracker.details
    judged, until = details.previous_as_at or details.data_as_at, details.data_as_at
    if judged is None or until is None:
        return
    for action in rated.actions:
        due = action.current_due
        if action.ended or due is None or (due - until).days > details.due_soon_days:
            continue
        of = action.action
        late = due < judged
        said = (
            f"was due on {long_date(due)}: complete it, or ask for a later date"
            if late
            else f"is due on {long_date(due)}"
        )
        words = f"{of.ref} ({shortened(of.text)}) {said}."
        for person in in_charge(checked.tracker, of):
            yield Task(
                person, Kind.OVERDUE if late else Kind.DUE, words, Action, of.ref, "progress", _row(of), due
            )


def _approvals(checked: Checked, rated: RatedRecommendation) -> Iterator[Task]:
    """What waits for the director: the latest update, and the date changes that nobody has approved."""
    of, update = rated.recommendation, rated.update
    directors = people_named(checked.tracker, of.director)
    if update and update.approved is None and update.day:
        status = f", which rates it {rated.status}" if rated.status else ""
        words = f"Approve the update on {of.ref} of {long_date(update.day)}{status}, or ask for another."
        for person in directors:
            yield Task(
                person, Kind.APPROVE, words, ProgressUpdate, of.ref, "approved_by", _row(update), update.day
            )
    for action in rated.actions:
        for change in checked.tracker.changes_of(action.action):
            if change.approved is None and change.new_due and not action.ended:
                words = (
                    f"Approve or refuse the new date of {action.action.ref}: {in_words(change.new_due)} "
                    f"({shortened(change.reason)})."
                )
                for person in directors:
                    yield Task(
                        person,
                        Kind.APPROVE,
                        words,
                        DateChange,
                        action.action.ref,
                        "approved_by",
                        _row(change),
                    )


def _to_put_right(checked: Checked) -> Iterator[Task]:
    """What is wrong in a row that people answer for."""
    wrong = [
        each
        for each in checked.problems
        if each.severity is not Severity.INFORMATION
        and each.code not in _SAID_ALREADY
        and not each.fix.startswith(_OF_THE_ANALYST)
    ]
    known = subjects(checked.tracker, wrong)
    records = {record.sheet: record for record in (Recommendation, Action, DateChange, ProgressUpdate)}
    for problem in wrong:
        record = records.get(problem.where.sheet or "")
        if record is None or problem.where.row is None:
            continue
        name = next((each.name for each in record.columns if each.header == problem.where.header), "ref")
        words = f"{problem.message} {problem.fix}".strip()
        about = f"{problem.ref}: " if problem.ref else ""
        for person in subject_of(known, problem).people:
            yield Task(
                person, Kind.PUT_RIGHT, f"{about}{words}", record, problem.ref or "", name, problem.where.row
            )


def _row(record: Record) -> int | None:
    return record.cell(record.columns[0].name).row


def recommendations_of(checked: Checked, person: str, found: Sequence[Task]) -> list[Recommendation]:
    """The recommendations that a person's workbook has: those they lead or direct, and those of their tasks."""
    tracker = checked.tracker
    refs = {task.ref for task in found}
    wanted = []
    for rated in checked.assessed.recommendations:
        of = rated.recommendation
        theirs = person in (*people_named(tracker, of.leads), *people_named(tracker, of.director))
        actions = tracker.actions_of(of)
        owns = any(person in people_named(tracker, each.owner) or each.ref in refs for each in actions)
        if (rated.current and (theirs or owns)) or of.ref in refs:
            wanted.append(of)
    return wanted
