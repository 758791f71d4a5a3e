"""Section D: which rows of the forward plan fall in the months ahead."""

from collections.abc import Iterable
from datetime import date

from audit_report.model.assessed import RatedSchedule
from audit_report.model.records import ScheduledAssessment
from audit_report.schema.dates.calendar_months import months_after


def rate_forward_plan(
    rows: Iterable[ScheduledAssessment], as_at: date | None, months_ahead: int
) -> tuple[RatedSchedule, ...]:
    """The rows of the forward plan; without a day to look ahead from, none is listed."""
    if as_at is None:
        return tuple(RatedSchedule(row, *_span(row), listed=False) for row in rows)
    first, last = as_at.replace(day=1), months_after(as_at, months_ahead)
    return tuple(_rate(row, first, last) for row in rows)


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
