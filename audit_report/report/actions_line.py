"""How far the actions on a recommendation have come, in a line: "3 of 4 complete; next due 17 December 2010"."""

from collections.abc import Iterator
from datetime import date

from audit_report.model.assessed import RatedAction, RatedRecommendation
from audit_report.report.context import Material


def actions_line(material: Material, rated: RatedRecommendation) -> str:
    """How many are complete and overdue, when the next is due, and how often and how far their dates have moved.

    What is cancelled counts apart; the days are those of the action that moved the furthest.
    """
    return "; ".join(_parts(material, rated))


def _parts(material: Material, rated: RatedRecommendation) -> Iterator[str]:
    meant = [each for each in rated.actions if not each.cancelled]
    if meant:
        done = sum(each.completed for each in meant)
        yield material.text("Actions complete", done=done, count=len(meant))
    if cancelled := len(rated.actions) - len(meant):
        yield material.text("Actions cancelled", count=cancelled)
    if late := sum(each.missed is not None for each in meant):
        yield material.text("Actions overdue", count=late)
    if due := _next_due(material, meant):
        yield material.text("Actions next due", date=due)
    if times := sum(len(each.moves) for each in meant):
        yield _moved(material, times, meant)


def _next_due(material: Material, actions: list[RatedAction]) -> date | None:
    """The first day ahead at which one of them is due."""
    days = (each.current_due for each in actions if not each.ended)
    as_at = material.assessed.as_at or date.min
    return min((day for day in days if day and day >= as_at), default=None)


def _moved(material: Material, times: int, actions: list[RatedAction]) -> str:
    """How often dates have moved, whether one did more often than allowed, and how far."""
    parts = [material.text("Actions moved once" if times == 1 else "Actions moved", times=times)]
    if any(len(each.moves) > material.tracker.details.moves_allowed for each in actions):
        parts.append(material.text("Actions moved too often"))
    slipped = max((each.days_slipped or 0 for each in actions if each.moves), default=0)
    if slipped > 0:
        place = "Actions a day later" if slipped == 1 else "Actions days later"
        parts.append(material.text(place, days=slipped))
    return ", ".join(parts)
