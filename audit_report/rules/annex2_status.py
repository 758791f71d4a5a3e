"""Annex 2: the status of an improvement plan and of its actions as at a day: see docs/design.md, "Status"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_report.model.approval import is_approved
from audit_report.model.assessed import OVERDUE, RatedAction, Reason
from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, LatenessBasis, PlanStatus, Quality

_NO_PLAN = Reason("Reason no plan", undated=True)
_CHALLENGES = Reason("Reason challenges")
_DECLARED_RED = Reason("Reason declared red")


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
    moves = approved_changes(changes, standpoint.day) if changes else ()
    change = moves[-1] if moves else None
    current_due = change.new_due if change else action.original_due
    completed = action.completed is not None and action.completed <= standpoint.day
    judged_by = current_due if standpoint.lateness is LatenessBasis.CURRENT else action.original_due
    reasons = tuple(_action_reasons(action, None if completed else judged_by, standpoint))
    return RatedAction(action, current_due, change, moves, completed, reasons)


def approved_changes(changes: Iterable[DateChange], day: date) -> tuple[DateChange, ...]:
    """The date changes approved by a day, in order of approval, then of rows: the last is in force."""
    approved = [change for change in changes if change.new_due is not None and is_approved(change, day)]
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


def _action_reasons(action: Action, due: date | None, standpoint: Standpoint) -> Iterator[Reason]:
    """Why an action is not on track; `due` is the date it can still miss."""
    if due is not None and due < standpoint.day:
        yield Reason(OVERDUE, _named(action) | {"due_date": due, "days": (standpoint.day - due).days})
    if standpoint.undated_hold and action.progress is ActionProgress.OFF_TRACK:
        yield Reason("Reason off track", _named(action), undated=True)
    if standpoint.undated_hold and action.quality is Quality.NOT_MET:
        yield Reason("Reason not met", _named(action), undated=True)


def _named(action: Action) -> dict[str, str | int | date]:
    return {"action": action.text, "ref": action.ref}
