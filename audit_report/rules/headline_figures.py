"""The report's headline figures: how many recommendations are current, and how they are rated."""

from dataclasses import dataclass

from audit_report.model.assessed import Assessed
from audit_report.model.vocabulary import PlanStatus, Priority, Section


@dataclass(frozen=True, slots=True)
class Headline:
    """Counts of current recommendations; `exceptions` are those that section C reports."""

    current: int
    critical: int
    red: int
    green: int
    exceptions: int


def headline_of(assessed: Assessed) -> Headline | None:
    """The figures as at the day; None where there is no day to rate anything as at."""
    if assessed.as_at is None:
        return None
    current = [rated for rated in assessed.recommendations if rated.current]
    return Headline(
        current=len(current),
        critical=sum(rated.priority.stands is Priority.CRITICAL for rated in current),
        red=sum(rated.status is PlanStatus.RED for rated in current),
        green=sum(rated.status is PlanStatus.GREEN for rated in current),
        exceptions=sum(rated.section is Section.C for rated in current),
    )
