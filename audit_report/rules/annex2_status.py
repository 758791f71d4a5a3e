"""Annex 2: the status of an improvement plan and of its actions as at a day: see docs/design.md, "Status"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_report.model.approval import is_approved
from audit_report.model.assessed import RatedAction, Reason
from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, LatenessBasis, PlanStatus, Quality
from audit_report.schema.dates.approximate_dates import ApproximateDate

_NO_PLAN = Reason("Reason no plan", undated=True)
_CHALLENGES = Reason("Reason challenges")
_DECLARED_RED = Reason("Reason declared red")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
"""The first word of "by June 2010", which the reason has already."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day to rate as at, whether facts without a date hold on it, and the due date that can be missed."""

    day: date
    undated_hold: bool
    lateness: LatenessBasis


@dataclass(frozen=True, slots=True)
class Plan:
    """An improvement plan: a recommendation, its actions with their date changes, and its updates."""

    recommendation: Recommendation
    actions: Sequence[tuple[Action, Sequence[DateChange]]]
    updates: Sequence[ProgressUpdate]


@dataclass(frozen=True, slots=True)
class RatedPlan:
    """A plan's status with every reason for it (none: Green), its actions, and the latest update."""

    actions: tuple[RatedAction, ...]
    update: ProgressUpdate | None
    reasons: tuple[Reason, ...]

    @property
    def status(self) -> PlanStatus:
        """Annex 2's answer."""
        return PlanStatus.RED if self.reasons else PlanStatus.GREEN

    @property
    def rests_on_undated_facts(self) -> bool:
        """Whether it is Red and no fact with a date makes it so."""
        return bool(self.reasons) and all(reason.undated for reason in self.reasons)


def plan_of(tracker: Tracker, recommendation: Recommendation) -> Plan:
    """The improvement plan of a recommendation."""
    actions = [(action, tracker.changes_of(action)) for action in tracker.actions_of(recommendation)]
    return Plan(recommendation, actions, tracker.updates_of(recommendation))


def rate_plan(plan: Plan, standpoint: Standpoint) -> RatedPlan:
    """The status of a plan and of each of its actions."""
    actions = tuple(rate_action(action, changes, standpoint) for action, changes in plan.actions)
    update = latest_update(plan.updates, standpoint.day)
    return RatedPlan(actions, update, tuple(_plan_reasons(plan.recommendation, update, actions, standpoint)))


def rate_action(action: Action, changes: Sequence[DateChange], standpoint: Standpoint) -> RatedAction:
    """An action with its due date, and every reason why it is not on track."""
    approved = approved_changes(changes, standpoint.day) if changes else ()
    current = approved[-1].new_due if approved else action.original_due
    judged_by = current if standpoint.lateness is LatenessBasis.CURRENT else action.original_due
    completed = action.completed is not None and action.completed <= standpoint.day
    last_day = judged_by.latest if judged_by and not completed else None
    missed = last_day if last_day is not None and last_day < standpoint.day else None
    reasons = tuple(_action_reasons(action, judged_by if missed else None, standpoint))
    return RatedAction(action, approved, _moves(action, approved), completed, reasons, missed)


def _moves(action: Action, changes: Iterable[DateChange]) -> tuple[DateChange, ...]:
    """The changes that moved the due date; one to the day already in force moves nothing."""
    moves = []
    due = action.original_due
    for change in changes:
        if change.new_due and not (due and change.new_due.latest == due.latest):
            moves.append(change)
        due = change.new_due
    return tuple(moves)


def approved_changes(changes: Iterable[DateChange], day: date) -> tuple[DateChange, ...]:
    """The date changes approved by a day, in order of approval, then of rows: the last is in force."""
    approved = [
        change
        for change in changes
        if change.new_due is not None and "new_due" not in change.unreadable and is_approved(change, day)
    ]
    return tuple(sorted(approved, key=lambda change: change.approved or day))


def latest_update(updates: Iterable[ProgressUpdate], day: date) -> ProgressUpdate | None:
    """The update with the greatest date not after a day, the lower row of equal ones."""
    latest, latest_day = None, date.min
    for update in updates:
        if update.day is not None and latest_day <= update.day <= day:
            latest, latest_day = update, update.day
    return latest


def _plan_reasons(
    recommendation: Recommendation,
    update: ProgressUpdate | None,
    actions: Iterable[RatedAction],
    standpoint: Standpoint,
) -> Iterator[Reason]:
    if standpoint.undated_hold and recommendation.plan_in_place is False:
        yield _NO_PLAN
    if update and update.challenges:
        yield _CHALLENGES
    if update and update.declared is PlanStatus.RED:
        yield _DECLARED_RED
    for action in actions:
        yield from action.reasons


def _action_reasons(
    action: Action, missed: ApproximateDate | None, standpoint: Standpoint
) -> Iterator[Reason]:
    """Why an action is not on track; `missed` is the due date it has missed, which prints as typed."""
    if missed and missed.latest:
        due = _BY.sub("", missed.words) or missed.latest
        late = {"due_date": due, "days": (standpoint.day - missed.latest).days}
        yield Reason("Reason overdue", _named(action) | late)
    if standpoint.undated_hold and action.progress is ActionProgress.OFF_TRACK:
        yield Reason("Reason off track", _named(action), undated=True)
    if standpoint.undated_hold and action.quality is Quality.NOT_MET:
        yield Reason("Reason not met", _named(action), undated=True)


def _named(action: Action) -> dict[str, str | int | date]:
    return {"action": action.text, "ref": action.ref}
