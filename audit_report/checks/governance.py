"""Governance: due dates, the register and the forward plan are kept in order."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.checks.current_cells import cells_of_standing
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, counted
from audit_report.schema.dates.calendar_months import months_after
from audit_report.schema.kinds import long_date


def dates_move_no_more_than_allowed(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A date that keeps moving is never late; two actions that share a ref share their moves."""
    allowed = tracker.details.moves_allowed
    current = {each.recommendation for each in assessed.recommendations if each.wants_progress}
    told = set()
    for rated in assessed.actions:
        answered = tracker.recommendation(rated.action.recommendation)
        if len(rated.moves) > allowed and answered in current and rated.moves[-1] not in told:
            latest = rated.moves[-1]
            told.add(latest)
            value = latest.new_due.typed if latest.new_due else None
            yield catalogue.DateMovedTooOften(moves=counted(len(rated.moves), "time"), allowed=allowed).at(
                latest.cell("new_due"),
                rated.action.ref,
                value,
                rests_on=[tracker.details.cell("moves_allowed"), *cells_of_standing(tracker, answered)],
            )


def register_is_reviewed(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A register is true only if somebody goes through it; an older tracker has no such item."""
    as_at, details = assessed.as_at, tracker.details
    reviewed, months = details.register_reviewed, details.months_between_reviews
    where = details.cell("register_reviewed")
    if as_at is None or where.row is None:
        return
    if reviewed is None:
        yield catalogue.NoRegisterReview().at(where)
    elif reviewed < months_after(as_at, -months):
        yield catalogue.RegisterReviewOverdue(
            day=long_date(reviewed), months=counted(months, "month"), as_at=long_date(as_at)
        ).at(where, "", reviewed.isoformat(), rests_on=[details.cell("months_between_reviews")])


def forward_plan_looks_forward(_: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An assessment whose last day has gone by has taken place, or has a new date."""
    as_at = assessed.as_at
    for rated in assessed.forward_plan:
        each, latest = rated.scheduled, rated.latest
        if as_at and latest and latest < as_at:
            words = each.review.words if each.review and each.window_to is None else ""
            yield catalogue.AssessmentDatePast(day=long_date(latest), as_at=long_date(as_at)).at(
                each.cell("window_to" if each.window_to else "review"),
                each.ref,
                words or latest.isoformat(),
                rests_on=[each.cell(name) for name in ("review", "window_from", "window_to")],
            )


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    dates_move_no_more_than_allowed,
    register_is_reviewed,
    forward_plan_looks_forward,
)
