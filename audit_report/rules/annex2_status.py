"""Annex 2: the status of an improvement plan and of its actions as at a day: see docs/design.md, "Status"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from audit_report.model.approval import is_approved
from audit_report.model.assessed import RatedAction, Reason
from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation
from audit_report.model.scales import Meaning, Scales, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, LatenessBasis, Quality, Response
from audit_report.schema.dates.approximate_dates import ApproximateDate

_NO_PLAN = Reason("Reason no plan", undated=True)
_CHALLENGES = Reason("Reason challenges")
_DECLARED = {
    Meaning.OFF_TRACK: Reason("Reason declared red"),
    Meaning.AT_RISK: Reason("Reason declared at risk"),
}
_BY = re.compile(r"^by\s+", re.IGNORECASE)
"""The first word of "by June 2010", which the reason has already."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day to rate as at, whether facts without a date hold on it, and what the tracker rates by."""

    day: date
    undated_hold: bool
    lateness: LatenessBasis
    scales: Scales
    moves_allowed: int
    due_soon_days: int


@dataclass(frozen=True, slots=True)
class Plan:
    """An improvement plan: a recommendation, its actions with their date changes, and its updates."""

    recommendation: Recommendation
    actions: Sequence[tuple[Action, Sequence[DateChange]]]
    updates: Sequence[ProgressUpdate]


@dataclass(frozen=True, slots=True)
class RatedPlan:
    """A plan's status with every reason for it (none: on track or complete), its actions, and the latest update.

    A recommendation that was not agreed has no status.
    """

    actions: tuple[RatedAction, ...]
    update: ProgressUpdate | None
    status: Status | None
    reasons: tuple[Reason, ...]

    @property
    def rests_on_undated_facts(self) -> bool:
        """Whether it is worse than on track and no fact with a date makes it so."""
        return bool(self.reasons) and all(reason.undated for reason in self.reasons)


def plan_of(tracker: Tracker, recommendation: Recommendation) -> Plan:
    """The improvement plan of a recommendation."""
    actions = [(action, tracker.changes_of(action)) for action in tracker.actions_of(recommendation)]
    return Plan(recommendation, actions, tracker.updates_of(recommendation))


def rate_plan(plan: Plan, standpoint: Standpoint) -> RatedPlan:
    """The status of a plan and of each of its actions."""
    actions = tuple(rate_action(action, changes, standpoint) for action, changes in plan.actions)
    update = latest_update(plan.updates, standpoint.day)
    if plan.recommendation.response is Response.NOT_AGREED:
        return RatedPlan(actions, update, None, ())
    meaning, reasons = _meaning(plan.recommendation, update, actions, standpoint)
    status = standpoint.scales.meaning(meaning) or Status(meaning.value, meaning)
    return RatedPlan(actions, update, status, reasons)


def rate_action(action: Action, changes: Sequence[DateChange], standpoint: Standpoint) -> RatedAction:
    """An action with its due date, and every reason why it is not on track."""
    approved = approved_changes(changes, standpoint.day) if changes else ()
    ended = action.completed is not None and action.completed <= standpoint.day
    cancelled = ended and action.progress is ActionProgress.CANCELLED
    moves = _moves(action, approved)
    rated = RatedAction(action, approved, moves, ended and not cancelled, (), cancelled=cancelled)
    due = None if ended else rated.judged_by(standpoint.lateness)
    missed = due.latest if due and due.latest and due.latest < standpoint.day else None
    reasons = () if cancelled else tuple(_action_reasons(action, due if missed else None, standpoint))
    return replace(rated, reasons=reasons, missed=missed)


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


def _meaning(
    recommendation: Recommendation,
    update: ProgressUpdate | None,
    actions: Sequence[RatedAction],
    standpoint: Standpoint,
) -> tuple[Meaning, tuple[Reason, ...]]:
    """What the facts say of a plan and every reason; At risk and Complete only where the scale has them."""
    if reasons := tuple(_off_track(recommendation, update, actions, standpoint)):
        return Meaning.OFF_TRACK, reasons
    has = standpoint.scales.meaning
    if has(Meaning.AT_RISK) and (reasons := tuple(_at_risk(update, actions, standpoint))):
        return Meaning.AT_RISK, reasons
    return (Meaning.COMPLETE if has(Meaning.COMPLETE) and _all_done(actions) else Meaning.ON_TRACK), ()


def _off_track(
    recommendation: Recommendation,
    update: ProgressUpdate | None,
    actions: Iterable[RatedAction],
    standpoint: Standpoint,
) -> Iterator[Reason]:
    if standpoint.undated_hold and recommendation.plan_in_place is False:
        yield _NO_PLAN
    if update and update.challenges:
        yield _CHALLENGES
    yield from _declared(update, Meaning.OFF_TRACK)
    for action in actions:
        yield from action.reasons


def _at_risk(
    update: ProgressUpdate | None, actions: Iterable[RatedAction], standpoint: Standpoint
) -> Iterator[Reason]:
    """Why a plan that is not off track is at risk: only actions still open can put it there."""
    yield from _declared(update, Meaning.AT_RISK)
    for each in actions:
        if each.ended:
            continue
        if len(each.moves) > standpoint.moves_allowed:
            yield Reason("Reason moved often", _named(each.action) | {"moves": len(each.moves)})
        due = each.judged_by(standpoint.lateness)
        not_begun = standpoint.undated_hold and each.action.progress is ActionProgress.NOT_STARTED
        if (
            not_begun
            and due
            and due.latest
            and (due.latest - standpoint.day).days <= standpoint.due_soon_days
        ):
            yield Reason("Reason not started", _named(each.action) | {"due_date": _by(due)}, undated=True)


def _declared(update: ProgressUpdate | None, meaning: Meaning) -> Iterator[Reason]:
    if update and update.declared and update.declared.meaning is meaning:
        yield _DECLARED[meaning]


def _all_done(actions: Sequence[RatedAction]) -> bool:
    """Whether there is something completed, and nothing else that is not cancelled."""
    in_force = [each for each in actions if not each.cancelled]
    return bool(in_force) and all(each.completed for each in in_force)


def _action_reasons(
    action: Action, missed: ApproximateDate | None, standpoint: Standpoint
) -> Iterator[Reason]:
    """Why an action is not on track; `missed` is the due date it has missed, which prints as typed."""
    if missed and missed.latest:
        late = {"due_date": _by(missed), "days": (standpoint.day - missed.latest).days}
        yield Reason("Reason overdue", _named(action) | late)
    if standpoint.undated_hold and action.progress is ActionProgress.OFF_TRACK:
        yield Reason("Reason off track", _named(action), undated=True)
    if standpoint.undated_hold and action.quality is Quality.NOT_MET:
        yield Reason("Reason not met", _named(action), undated=True)


def _named(action: Action) -> dict[str, str | int | date]:
    return {"action": action.text, "ref": action.ref}


def _by(due: ApproximateDate) -> str | date:
    """A due date to follow the word "by": as typed, a true date as its day."""
    return _BY.sub("", due.words) or due.latest or due.words
