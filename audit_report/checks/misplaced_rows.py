"""Rows that look as if they carried another row's ref: nothing they say fits the row they point at."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from audit_report import catalogue
from audit_report.checks.progress_updates import approved_by_others
from audit_report.checks.refs import repeated
from audit_report.model.assessed import Assessed
from audit_report.model.records import Action, DateChange
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date
from audit_report.schema.spacing import match_key

_TWIN_DAYS_A_MONTH = 10
"""Two updates are close together within a third of the time between updates, counted in months."""

_BOUNDARIES = "-."


def actions_have_the_ref_of_their_recommendation(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Where an action's ref starts with a recommendation's, as CR1.2 does, that is the one it answers."""
    doubtful = repeated(tracker.actions)
    for each in tracker.actions:
        if match_key(each.ref) not in doubtful and (other := seems_to_answer(tracker, each)):
            yield catalogue.ActionOfAnother(begins=other, answers=each.recommendation).at(
                each.cell("recommendation"), each.ref, each.recommendation
            )


def seems_to_answer(tracker: Tracker, action: Action) -> str | None:
    """The ref of the recommendation that an action's own ref starts with, where it is said to answer another."""
    answered = tracker.recommendation(action.recommendation)
    if answered is None or _starts_with(action.ref, answered.ref):
        return None
    found = [each for start in _starts(action.ref) if (each := tracker.recommendation(start))]
    return None if not found or answered in found else found[-1].ref


def changes_move_the_date_on(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A due date seldom comes forward, and is not moved once the action is done."""
    doubtful = repeated(tracker.actions)
    for rated in assessed.actions:
        if match_key(rated.action.ref) in doubtful:
            continue
        due = rated.action.original_due
        for change in rated.moves:
            if problem := _late(change, rated.action) or _not_later(change, due):
                yield problem
            due = change.new_due


def updates_come_one_at_a_time(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Two updates on one recommendation in the same round: only the later counts, one of them may be another's."""
    days = tracker.details.months_between_updates * _TWIN_DAYS_A_MONTH
    for rated in assessed.recommendations:
        each = rated.recommendation
        dated = [(update.day, update) for update in tracker.updates_of(each) if update.day]
        for (before, first), (day, second) in pairwise(sorted(dated, key=lambda pair: pair[0])):
            has_a_problem = second is rated.update and approved_by_others(tracker, each, second)
            if (day - before).days < days and not has_a_problem:
                yield catalogue.UpdatesCloseTogether(before=long_date(before), other=first.cell("day")).at(
                    second.cell("day"), each.ref, day.isoformat()
                )


def updates_come_after_their_recommendation(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Nobody reports on what has not been recommended yet."""
    doubtful = repeated(tracker.recommendations)
    for each in tracker.recommendations:
        for update in () if match_key(each.ref) in doubtful else tracker.updates_of(each):
            if each.raised and update.day and update.day < each.raised:
                yield catalogue.UpdateBeforeRaised(
                    day=long_date(update.day), raised=long_date(each.raised)
                ).at(update.cell("day"), each.ref, update.day.isoformat())


def _starts_with(ref: str, start: str) -> bool:
    """Whether a ref starts with another as typed, which nearly all do: to look up every start takes longer."""
    return ref.startswith(start) and ref[len(start) : len(start) + 1] in _BOUNDARIES


def _starts(ref: str) -> Iterator[str]:
    """What a ref starts with, up to each of its hyphens and full stops, and the whole of it."""
    yield from (ref[:at] for at, letter in enumerate(ref) if letter in _BOUNDARIES)
    yield ref


def _late(change: DateChange, action: Action) -> Problem | None:
    """The problem of a change approved when its action was done already."""
    if not (change.approved and action.completed and change.approved > action.completed):
        return None
    return catalogue.DateChangeAfterCompletion(
        day=long_date(change.approved), completed=long_date(action.completed)
    ).at(change.cell("approved"), change.action, change.approved.isoformat())


def _not_later(change: DateChange, due: date | None) -> Problem | None:
    """What there is to say of a change that does not move the due date on."""
    if not (change.new_due and due and change.new_due <= due):
        return None
    return catalogue.DateChangeNotLater(day=long_date(change.new_due), due=long_date(due)).at(
        change.cell("new_due"), change.action, change.new_due.isoformat()
    )


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    actions_have_the_ref_of_their_recommendation,
    changes_move_the_date_on,
    updates_come_one_at_a_time,
    updates_come_after_their_recommendation,
)
