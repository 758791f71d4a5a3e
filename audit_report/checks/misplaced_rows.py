"""Rows that look as if they carried another row's ref: nothing they say fits the row they point at."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.model.assessed import Assessed
from audit_report.model.records import Action, DateChange
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import in_words, long_date

_BOUNDARIES = "-."


def actions_have_the_ref_of_their_recommendation(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Where an action's ref starts with a recommendation's, as CR1.2 does, that is the one it answers."""
    for each in tracker.actions:
        answered = tracker.recommendation(each.recommendation)
        begun = [found for start in _starts(each.ref) if (found := tracker.recommendation(start))]
        if answered and begun and answered not in begun:
            yield catalogue.ActionOfAnother(begins=begun[-1].ref, answers=each.recommendation).at(
                each.cell("recommendation"), each.ref, each.recommendation, rests_on=[each.cell("ref")]
            )


def changes_move_the_date_on(_: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A due date seldom comes forward, and is not moved once the action is done."""
    for rated in assessed.actions:
        due = rated.action.original_due
        for change in rated.changes:
            if problem := _late(change, rated.action) or _not_later(change, due, rated.action):
                yield problem
            due = change.new_due


def updates_come_after_their_recommendation(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Nobody reports on what has not been recommended yet."""
    for each in tracker.recommendations:
        for update in tracker.updates_of(each):
            if each.raised and update.day and update.day < each.raised:
                day, raised = long_date(update.day), long_date(each.raised)
                yield catalogue.UpdateBeforeRaised(day=day, raised=raised).at(
                    update.cell("day"), each.ref, update.day.isoformat(), rests_on=[each.cell("ref")]
                )


def _starts(ref: str) -> Iterator[str]:
    """What a ref starts with, up to each of its hyphens and full stops, and the whole of it: CR1, CR1.2."""
    yield from (ref[:at] for at, letter in enumerate(ref) if letter in _BOUNDARIES)
    yield ref


def _late(change: DateChange, action: Action) -> Problem | None:
    """The problem of a change approved when its action was done already."""
    if not (change.approved and action.completed and change.approved > action.completed):
        return None
    day, completed = long_date(change.approved), long_date(action.completed)
    return catalogue.DateChangeAfterCompletion(day=day, completed=completed).at(
        change.cell("approved"), change.action, change.approved.isoformat(), rests_on=[action.cell("ref")]
    )


def _not_later(change: DateChange, due: ApproximateDate | None, action: Action) -> Problem | None:
    """What there is to say of a change that does not move the due date on."""
    new = change.new_due
    if not (new and due and new.latest and due.latest and new.latest <= due.latest):
        return None
    return catalogue.DateChangeNotLater(day=in_words(new), due=in_words(due)).at(
        change.cell("new_due"), change.action, new.typed, rests_on=[action.cell("ref")]
    )


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    actions_have_the_ref_of_their_recommendation,
    changes_move_the_date_on,
    updates_come_after_their_recommendation,
)
