"""Governance: due dates, the register, forward plan and criteria are kept in order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from audit_report import catalogue
from audit_report.checks.current_cells import cells_of_standing
from audit_report.model.assessed import Assessed
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.tracker import Tracker
from audit_report.model.wording import shipped_criteria
from audit_report.problems import Problem, counted
from audit_report.schema.dates.calendar_months import months_after
from audit_report.schema.kinds import long_date, shown
from audit_report.schema.record import header_of

_THRESHOLDS = {"loss_at_least": "£{:,.0f}", "more_than_share": "{:.4g}%"}


def dates_move_no_more_than_allowed(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A date that keeps moving is never late; two actions that share a ref share their moves."""
    allowed = tracker.details.moves_allowed
    current = {each.recommendation for each in assessed.recommendations if each.current}
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


def criteria_are_the_shipped_ones(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The committee should know when what counts as critical, or as red, has changed."""
    shipped = shipped_criteria()
    yield from _changed(tracker.annex1, "level", shipped["priority"])
    yield from _changed(tracker.annex2, "status", shipped["status"])


def _changed(
    rows: Sequence[PriorityCriteria | StatusCriteria], key: str, shipped: Sequence[Mapping[str, Any]]
) -> Iterator[Problem]:
    """One problem for each level whose row is not the shipped one, at the first cell that differs."""
    left = {entry[key]: entry for entry in shipped}
    for row in rows:
        level = getattr(row, key)
        entry = left.pop(level, None)
        if entry is None:
            continue
        differing = [
            column.name
            for column in row.columns
            if column.name not in row.unreadable
            and _comparable(getattr(row, column.name)) != _comparable(entry.get(column.name))
        ]
        thresholds = [name for name in differing if name in _THRESHOLDS]
        if thresholds:
            differences = "; ".join(_difference(row, name, entry.get(name)) for name in thresholds)
            first = thresholds[0]
            yield catalogue.ThresholdsChanged(level=level, differences=differences).at(
                row.cell(first), "", shown(getattr(row, first))
            )
        elif differing:
            headers = ", ".join(header_of(type(row), name) for name in differing)
            first = differing[0]
            yield catalogue.CriteriaReworded(level=level, headers=headers).at(
                row.cell(first), "", getattr(row, first)
            )


def _comparable(value: object) -> object:
    """A cell's value or a shipped one, spacing aside; blank is None."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    return round(float(value), 6) if isinstance(value, (int, float)) else value


def _difference(row: PriorityCriteria | StatusCriteria, name: str, shipped: float | None) -> str:
    """A threshold's difference in words: Financial loss at least (£) is £2,000,000, not £1,000,000."""
    scale = 100 if name == "more_than_share" else 1
    own, theirs = (
        "blank" if value is None else _THRESHOLDS[name].format(value * scale)
        for value in (getattr(row, name), shipped)
    )
    return f"{header_of(type(row), name)} is {own}, not {theirs}"


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    dates_move_no_more_than_allowed,
    register_is_reviewed,
    forward_plan_looks_forward,
    criteria_are_the_shipped_ones,
)
