"""What the last report said of a recommendation: by the tracker's own rows, its file, or the rules as at its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from audit_report.model.last_report import Earlier
from audit_report.model.records import Recommendation, ReportedRating
from audit_report.model.scales import Level, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ReportedPlace, Response, Standing
from audit_report.rules.annex2_status import Plan, RatedPlan, Standpoint, rate_plan
from audit_report.rules.who_is_reported import standing_of
from audit_report.schema.spacing import match_key


@dataclass(frozen=True, slots=True)
class LastSaid:
    """What was said: where it stood, and how it was rated.

    `priority` and `response` are None where nobody knows. Without a status it was not agreed, unless that is not known.
    """

    standing: Standing
    priority: Level | None = None
    status: Status | None = None
    response: Response | None = None
    is_status_known: bool = True


_STANDINGS = {ReportedPlace.CLOSED: Standing.CLOSED, ReportedPlace.ELSEWHERE: Standing.ELSEWHERE}


def said_by_rows(tracker: Tracker, day: date) -> Mapping[str, LastSaid] | None:
    """What the report of a day said, by ref as refs are compared; None where the tracker has kept nothing of it."""
    found: dict[str, LastSaid] = {}
    for row in tracker.reported_ratings:
        if row.as_at == day:
            found.setdefault(match_key(row.recommendation), _said_by_row(tracker, row))
    return found or None


def _said_by_row(tracker: Tracker, row: ReportedRating) -> LastSaid:
    """What a row says, in the scale of today; what that no longer has is not known."""
    status = tracker.scales.status(row.status)
    return LastSaid(
        _STANDINGS.get(row.section, Standing.CURRENT) if row.section else Standing.CURRENT,
        tracker.scales.level(row.priority),
        status,
        row.response,
        is_status_known=bool(status) or not row.status,
    )


def said_by_file(earlier: Earlier, recommendation: Recommendation) -> LastSaid | None:
    """What the last report's own file says; None where that has no such recommendation, or had not raised it yet."""
    then = earlier.rated(recommendation)
    if then is None or then.standing in (None, Standing.NOT_YET_RAISED):
        return None
    return LastSaid(then.standing, then.priority.stands, then.status, then.recommendation.response)


def said_by_rules(plan: Plan, now: RatedPlan, last: Standpoint, *, elsewhere: bool) -> LastSaid | None:
    """What the same rules give as at that day: not what has no date, for that may have been otherwise then."""
    standing = standing_of(plan.recommendation, last.day, elsewhere=elsewhere)
    if standing is Standing.NOT_YET_RAISED:
        return None
    then = rate_plan(plan, last).status
    return LastSaid(standing, status=then, is_status_known=_is_known(now, then))


def _is_known(now: RatedPlan, then: Status | None) -> bool:
    """Whether what was is known: not where what is worse now rests on facts that may have been so then.

    Nor is it of one that was not agreed, for a response has no date: it may have been given since.
    """
    if now.status is None or then is None:
        return False
    return now.status.meaning.rank >= then.meaning.rank or not now.rests_on_undated_facts
