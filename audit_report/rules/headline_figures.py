"""The report's headline figures: how many recommendations are current, and how they are rated."""

from collections import Counter
from dataclasses import dataclass

from audit_report.model.assessed import Assessed
from audit_report.model.scales import Meaning
from audit_report.model.vocabulary import Section


@dataclass(frozen=True, slots=True)
class Headline:
    """Counts of current recommendations, by what their statuses mean; `no_status` are those that have none.

    `critical` are those of a level that section B prints; `exceptions` those that section C reports.
    """

    current: int
    critical: int
    red: int
    green: int
    exceptions: int
    at_risk: int = 0
    complete: int = 0
    no_status: int = 0


def headline_of(assessed: Assessed) -> Headline | None:
    """The figures as at the day; None where there is no day to rate anything as at."""
    if assessed.as_at is None:
        return None
    current = [rated for rated in assessed.recommendations if rated.current]
    meanings = Counter(rated.status.meaning if rated.status else None for rated in current)
    return Headline(
        current=len(current),
        critical=sum(bool(rated.priority.stands and rated.priority.stands.in_section_b) for rated in current),
        red=meanings[Meaning.OFF_TRACK],
        green=meanings[Meaning.ON_TRACK],
        at_risk=meanings[Meaning.AT_RISK],
        complete=meanings[Meaning.COMPLETE],
        no_status=meanings[None],
        exceptions=sum(rated.section is Section.C for rated in current),
    )
