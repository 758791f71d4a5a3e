"""How late the overdue actions are, and which fall due soon, as at the day (for those who chase them)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from audit_report.model.assessed import Assessed, RatedAction, RatedRecommendation
from audit_report.schema.spacing import match_key


class Age(Enum):
    """How long an action has been overdue, in bands of days; the value is the last day of the band."""

    UP_TO_30 = 30
    UP_TO_90 = 90
    UP_TO_180 = 180
    OVER_180 = None


@dataclass(frozen=True, slots=True)
class Due:
    """An action overdue or due soon, and the recommendation it answers; `days` is how long it is overdue, else 0."""

    recommendation: RatedRecommendation
    action: RatedAction
    date: date
    days: int

    @property
    def age(self) -> Age | None:
        """The band of its lateness; None where it is not overdue."""
        return age_of(self.days) if self.days else None


def age_of(days: int) -> Age:
    """The band that a number of days overdue falls in."""
    return next((age for age in Age if age.value is not None and days <= age.value), Age.OVER_180)


def overdue(assessed: Assessed) -> Iterator[Due]:
    """The overdue actions of current recommendations, in the order of the sheet."""
    for rated, action in _actions(assessed):
        if assessed.as_at and (missed := action.missed):
            yield Due(rated, action, missed, (assessed.as_at - missed).days)


def due_soon(assessed: Assessed, within: int) -> Iterator[Due]:
    """The actions of current recommendations that fall due in so many days, today and the last included."""
    for rated, action in _actions(assessed):
        due = action.current_due
        if assessed.as_at is None or due is None or action.ended or action.missed:
            continue
        if 0 <= (due - assessed.as_at).days <= within:
            yield Due(rated, action, due, 0)


def next_due(rated: RatedRecommendation) -> date | None:
    """The earliest day at which an open action of a recommendation is due; None where none has one."""
    return min((day for each in rated.actions if not each.ended and (day := each.current_due)), default=None)


def ageing(named: Iterable[tuple[str, Due]]) -> dict[str, dict[Age, int]]:
    """How many overdue actions of each age there are under each name, names in order, case and spacing aside."""
    names: dict[str, str] = {}
    counts: dict[str, dict[Age, int]] = {}
    for name, each in named:
        if each.age:
            spelt = names.setdefault(match_key(name), name)
            counts.setdefault(spelt, dict.fromkeys(Age, 0))[each.age] += 1
    return dict(sorted(counts.items(), key=lambda item: item[0].casefold()))


def _actions(assessed: Assessed) -> Iterator[tuple[RatedRecommendation, RatedAction]]:
    for rated in assessed.recommendations:
        if rated.wants_progress:
            yield from ((rated, action) for action in rated.actions)
