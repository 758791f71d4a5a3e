"""Section D: which rows of the forward plan fall in the months ahead."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from audit_report.model.assessed import RatedSchedule
from audit_report.model.records import ScheduledAssessment


def rate_forward_plan(
    rows: Iterable[ScheduledAssessment], as_at: date | None, months_ahead: int
) -> tuple[RatedSchedule, ...]:
    """The rows of the forward plan; without a day to look ahead from, none is listed."""
    if as_at is None:
        return tuple(RatedSchedule(row, *_span(row), listed=False) for row in rows)
    first, last = as_at.replace(day=1), months_after(as_at, months_ahead)
    return tuple(_rate(row, first, last) for row in rows)


def months_after(day: date, months: int) -> date:
    """The same day some calendar months later, cut to that month's end: 28 February for 31 January."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _rate(row: ScheduledAssessment, first: date, last: date) -> RatedSchedule:
    """A row, listed where its days touch those from `first` to `last`; an open end touches everything."""
    earliest, latest, known = _span(row)
    listed = (earliest is None or earliest <= last) and (latest is None or latest >= first)
    return RatedSchedule(row, earliest, latest, known, listed)


def _span(scheduled: ScheduledAssessment) -> tuple[date | None, date | None, bool]:
    """The first and last day of a row (None: open), and whether either is known; a window beats the words."""
    if scheduled.window_from is not None or scheduled.window_to is not None:
        return scheduled.window_from, scheduled.window_to, True
    review = scheduled.review
    return (review.earliest, review.latest, review.known) if review else (None, None, False)
