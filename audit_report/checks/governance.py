"""Governance: due dates, the register, forward plan and criteria are kept in order."""

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from audit_report import catalogue
from audit_report.model.assessed import Assessed
from audit_report.model.records import Assessment, PriorityCriteria, Recommendation, StatusCriteria
from audit_report.model.tracker import Tracker
from audit_report.model.wording import shipped_criteria
from audit_report.problems import Problem
from audit_report.schema.dates.approximate_dates import read_day
from audit_report.schema.kinds import long_date, shown
from audit_report.schema.record import header_of
from audit_report.schema.spacing import match_key

_THRESHOLDS = {"loss_at_least": "£{:,.0f}", "more_than_share": "{:.4g}%"}
_WHEN = ("review", "window_from", "window_to")


def dates_move_no_more_than_allowed(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A date that keeps moving is never late."""
    allowed = tracker.details.moves_allowed
    if "moves_allowed" in tracker.details.unreadable:
        return
    current = {match_key(each.recommendation.ref) for each in assessed.recommendations if each.current}
    told = set()
    for rated in assessed.actions:
        if len(rated.moves) <= allowed or match_key(rated.action.recommendation) not in current:
            continue
        latest, answered = rated.moves[-1], tracker.recommendation(rated.action.recommendation)
        if latest not in told and answered and is_surely_current(tracker, answered):
            told.add(latest)
            value = latest.new_due.isoformat() if latest.new_due else None
            yield catalogue.DateMovedTooOften(moves=counted(len(rated.moves), "time"), allowed=allowed).at(
                latest.cell("new_due"), rated.action.ref, value
            )


def register_is_reviewed(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A register is true only if somebody goes through it; a later review hides when the one before was."""
    as_at, details = assessed.as_at, tracker.details
    reviewed, months = details.register_reviewed, details.months_between_reviews
    place = details.cell("register_reviewed")
    if as_at is None or place.row is None or "register_reviewed" in details.unreadable:
        return
    if reviewed is None:
        yield catalogue.NoRegisterReview().at(place)
    elif details.data_as_at and reviewed > details.data_as_at:
        yield catalogue.DatedAfterDataAsAt(day=long_date(reviewed), as_at=long_date(details.data_as_at)).at(
            place, "", reviewed.isoformat()
        )
    elif reviewed < months_before(as_at, months) and "months_between_reviews" not in details.unreadable:
        yield catalogue.RegisterReviewOverdue(
            day=long_date(reviewed), months=counted(months, "month"), as_at=long_date(as_at)
        ).at(place, "", reviewed.isoformat())


def forward_plan_looks_forward(_: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An assessment whose last day has gone by has taken place, or has a new date."""
    as_at = assessed.as_at
    for rated in assessed.forward_plan:
        each, latest = rated.scheduled, rated.latest
        if as_at is None or latest is None or latest >= as_at or each.unreadable.intersection(_WHEN):
            continue
        if rated.earliest and rated.earliest > latest:
            continue
        words = each.review.words if each.review and each.window_to is None else ""
        place = each.cell("window_to" if each.window_to else "review")
        yield catalogue.AssessmentDatePast(day=long_date(latest), as_at=long_date(as_at)).at(
            place, each.ref, words or latest.isoformat()
        )


def criteria_are_the_shipped_ones(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The committee should know when what counts as critical, or as red, has changed."""
    shipped = shipped_criteria()
    yield from _changed(tracker.annex1, "level", shipped["priority"])
    yield from _changed(tracker.annex2, "status", shipped["status"])


def is_surely_current(tracker: Tracker, recommendation: Recommendation) -> bool:
    """Whether a current recommendation is so whatever the cells with problems of their own should say."""
    if recommendation.unreadable & {"raised", "closed"}:
        return False
    whole = tracker.assessment(recommendation.source_assessment)
    seen: set[Assessment] = set()
    while whole and whole not in seen and not whole.unreadable & {"part_of", "reported_through"}:
        if not whole.part_of:
            return True
        seen.add(whole)
        whole = tracker.whole_of(whole)
    return False


def months_before(day: date, months: int) -> date:
    """The same day of the month, so many months earlier; the month's last where it has no such day."""
    month = day.year * 12 + day.month - 1 - months
    year, month = max(month // 12, date.min.year), month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def counted(number: int, thing: str) -> str:
    """A number of things: "1 month", "3 months"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


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
            and not _is_a_day(getattr(row, column.name))
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


def _is_a_day(value: object) -> bool:
    """Whether Excel has turned the cell's words into a date, which is a problem of its own."""
    return isinstance(value, str) and read_day(value) is not None


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
