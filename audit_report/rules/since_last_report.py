"""Since the last report: the status now against the same rules as at the earlier day."""

from datetime import date

from audit_report.model.last_report import Earlier
from audit_report.model.report_details import ReportDetails
from audit_report.model.vocabulary import PlanStatus, SinceLast
from audit_report.rules.annex2_status import Plan, RatedPlan, Standpoint, rate_plan
from audit_report.rules.who_is_reported import Standing


def previous_day(details: ReportDetails, as_at: date) -> date | None:
    """The day of the last report; None where it is not before `as_at`, as in a first report."""
    previous = details.previous_as_at
    return previous if previous is not None and previous < as_at else None


def since_last(
    plan: Plan, standing: Standing, now: RatedPlan, last: Standpoint | None
) -> tuple[SinceLast | None, PlanStatus | None]:
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
) -> tuple[SinceLast | None, PlanStatus | None]:
    """The same against the last report's own file, which knows what was current then, and how it rated."""
    then = earlier.rated(plan.recommendation)
    closed = plan.recommendation.closed
    if standing is Standing.CLOSED and ((then and then.current) or (closed and closed > earlier.day)):
        return SinceLast.CLOSED, None
    if standing is not Standing.CURRENT:
        return None, None
    if then is None or not then.current or then.status is None:
        return SinceLast.NEW, None
    if now.status is then.status:
        return SinceLast.SAME, then.status
    return SinceLast.IMPROVED if now.status is PlanStatus.GREEN else SinceLast.WORSENED, then.status


def _compared(now: RatedPlan, then: PlanStatus) -> tuple[SinceLast, PlanStatus | None]:
    """The change of status; not known where a Red rests on facts that may have been so at the time."""
    if now.status is then:
        return SinceLast.SAME, then
    if now.status is PlanStatus.GREEN:
        return SinceLast.IMPROVED, then
    return (SinceLast.UNKNOWN, None) if now.rests_on_undated_facts else (SinceLast.WORSENED, then)
