"""Facts put in after the last report that are dated before it: what it said no longer follows from the cells."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit_report.cell_refs import CellRef
from audit_report.model.assessed import NoLongerFollows
from audit_report.model.vocabulary import Standing
from audit_report.rules.annex2_status import Plan, Standpoint, rate_plan
from audit_report.rules.last_said import LastSaid


def no_longer_follows(plan: Plan, said: LastSaid, last: Standpoint) -> NoLongerFollows | None:
    """Which facts dated up to the last report's day may have been put in since.

    None where the rules still give what it said, perhaps by facts without a date, and where only one of those can have
    changed.
    """
    recommendation = plan.recommendation
    if said.standing is not Standing.CURRENT or not said.is_status_known:
        return None
    if recommendation.closed and recommendation.closed <= last.day:
        return NoLongerFollows("open", "closed", (recommendation.cell("closed"),))
    own, of_today = (rate_plan(plan, each).status for each in (last, replace(last, undated_hold=True)))
    if not (own and of_today and said.status) or said.status.meaning in (own.meaning, of_today.meaning):
        return None
    cells = []
    for cell, without in _without_each(plan, last.day):
        status = rate_plan(without, last).status
        if status and status.meaning is said.status.meaning:
            cells.append(cell)
    was_worse = said.status.meaning.rank < own.meaning.rank
    return NoLongerFollows(str(said.status), str(own), tuple(cells), was_worse=was_worse) if cells else None


def _without_each(plan: Plan, day: date) -> Iterator[tuple[CellRef, Plan]]:
    """The plan without each of its facts that are dated up to a day, one at a time, and the cell of the date."""
    for at, (action, changes) in enumerate(plan.actions):
        others = [*plan.actions[:at], *plan.actions[at + 1 :]]
        if action.completed and action.completed <= day:
            open_still = replace(action, completed=None)
            yield action.cell("completed"), replace(plan, actions=[*others, (open_still, changes)])
        for change in changes:
            if change.approved and change.approved <= day:
                left = [each for each in changes if each is not change]
                yield change.cell("approved"), replace(plan, actions=[*others, (action, left)])
    for update in plan.updates:
        if update.day and update.day <= day:
            updates = [each for each in plan.updates if each is not update]
            yield update.cell("day"), replace(plan, updates=updates)
