"""Since the last report: the status now against the same rules as at the earlier day."""

from datetime import date

from audit_report.model.last_report import Earlier
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Status
from audit_report.model.vocabulary import SinceLast
from audit_report.rules.annex2_status import Plan, RatedPlan, Standpoint, rate_plan
from audit_report.rules.who_is_reported import Standing


def previous_day(details: ReportDetails, as_at: date) -> date | None:
    """The day of the last report; None where it is not before `as_at`, as in a first report."""
    previous = details.previous_as_at
    return previous if previous is not None and previous < as_at else None


def since_last(
    plan: Plan, standing: Standing, now: RatedPlan, last: Standpoint | None
) -> tuple[SinceLast | None, Status | None]:
    """How a recommendation stands against the last report; its status then, where compared and known."""
    raised, closed = plan.recommendation.raised, plan.recommendation.closed
    if standing is Standing.CLOSED and last and closed and closed > last.day:
        return SinceLast.CLOSED, None
    if standing is not Standing.CURRENT:
        return None, None
    if last is None:
        return SinceLast.FIRST, None
    if raised is not None and raised > last.day:
        return SinceLast.NEW, None
    return _compared(now, rate_plan(plan, last).status)


def since_file(
    plan: Plan, standing: Standing, now: RatedPlan, earlier: Earlier
) -> tuple[SinceLast | None, Status | None]:
    """The same against the last report's own file, which knows what was current then, and how it rated."""
    then = earlier.rated(plan.recommendation)
    closed = plan.recommendation.closed
    if standing is Standing.CLOSED and ((then and then.current) or (closed and closed > earlier.day)):
        return SinceLast.CLOSED, None
    if standing is not Standing.CURRENT:
        return None, None
    if then is None or not then.current:
        return SinceLast.NEW, None
    return _change(now.status, then.status), then.status


def _compared(now: RatedPlan, then: Status | None) -> tuple[SinceLast, Status | None]:
    """The change of status; not known where a worse one rests on facts that may have been so at the time.

    Nor is it of one that was not agreed, for a response has no date: it may have been given since.
    """
    if now.status is None:
        return SinceLast.UNKNOWN, None
    change = _change(now.status, then)
    if change is SinceLast.WORSENED and now.rests_on_undated_facts:
        return SinceLast.UNKNOWN, None
    return change, then


def _change(now: Status | None, then: Status | None) -> SinceLast:
    """Better or worse by what the statuses mean, whatever each scale calls them; from none to one is neither."""
    if now is None or then is None:
        return SinceLast.SAME if now is then else SinceLast.UNKNOWN
    if now.meaning is then.meaning:
        return SinceLast.SAME
    return SinceLast.IMPROVED if now.meaning.rank > then.meaning.rank else SinceLast.WORSENED
