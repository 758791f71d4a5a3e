"""What a report says, as rows for the tracker to keep: one for each recommendation, and one for the whole."""

from collections.abc import Mapping
from datetime import date

from audit_report.model.assessed import Assessed, RatedRecommendation
from audit_report.model.report_details import ReportDetails
from audit_report.model.vocabulary import ReportedPlace, SinceLast, Standing
from audit_report.rules.headline_figures import headline_of
from audit_report.rules.overdue_actions import overdue
from audit_report.schema.raw_values import Raw

_ENDED = {Standing.CLOSED: ReportedPlace.CLOSED, Standing.ELSEWHERE: ReportedPlace.ELSEWHERE}

Row = Mapping[str, Raw]
"""A row of a sheet, by attribute."""


def ratings_reported(assessed: Assessed, day: date) -> list[Row]:
    """The rows of `Reported ratings` for a report of a day, in the order of the recommendations."""
    return [
        _rating(rated, day)
        for rated in assessed.recommendations
        if rated.standing is not Standing.NOT_YET_RAISED
    ]


def _rating(rated: RatedRecommendation, day: date) -> Row:
    place = _ENDED.get(rated.standing) if rated.standing else None
    return {
        "as_at": day,
        "recommendation": rated.recommendation.ref,
        "priority": str(rated.priority.stands) if rated.priority.stands else None,
        "status": str(rated.status) if rated.status else None,
        "section": str(place or rated.section or "") or None,
        "response": str(rated.recommendation.response),
    }


def figures_reported(assessed: Assessed, details: ReportDetails, day: date) -> Row:
    """The row of `Reports` for a report of a day, without what the analyst fills in."""
    headline = headline_of(assessed)
    if headline is None:
        raise ValueError("nothing is rated without a day")
    return {
        "as_at": day,
        "committee_date": details.committee_date,
        "current": headline.current,
        "critical": headline.critical,
        "off_track": headline.red,
        "at_risk": headline.at_risk,
        "on_track": headline.green + headline.complete,
        "closed": sum(rated.since_last is SinceLast.CLOSED for rated in assessed.recommendations),
        "overdue": len(list(overdue(assessed))),
    }
