"""Dates against the tracker's own days, and spans the right way round."""

from collections.abc import Callable, Iterator
from datetime import date

from audit_report import catalogue
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import Day, long_date
from audit_report.schema.record import ref_of

_MONTHS = 12
_FACTS = {"raised", "closed", "completed", "day", "approved", "register_reviewed"}
"""What has happened, as against what is planned."""


def facts_are_not_in_the_future(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """What is dated after Data as at does not count yet; one problem a row says so."""
    as_at = tracker.details.data_as_at
    for rows in tracker.tables if as_at else ():
        columns = rows[0].columns
        facts = [each.name for each in columns if each.name in _FACTS and isinstance(each.kind, Day)]
        for row in rows if facts else ():
            late = [(name, day) for name in facts if (day := getattr(row, name)) and day > as_at]
            for name, day in late[:1]:
                yield catalogue.DatedAfterDataAsAt(day=long_date(day), as_at=long_date(as_at)).at(
                    row.cell(name), ref_of(row), day.isoformat()
                )


def previous_is_before(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Changes since the last report need an earlier day to start from."""
    details = tracker.details
    if details.previous_as_at and details.data_as_at and details.previous_as_at >= details.data_as_at:
        day, as_at = long_date(details.previous_as_at), long_date(details.data_as_at)
        yield catalogue.PreviousNotBefore(day=day, as_at=as_at).at(
            details.cell("previous_as_at"), "", details.previous_as_at.isoformat()
        )


def committee_meets_after_the_data(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A meeting before the day that its report is true of is a slip, or a day and month that Excel has swapped."""
    details = tracker.details
    day, as_at = details.committee_date, details.data_as_at
    if day and as_at and day < as_at:
        swapped = date(day.year, day.day, day.month) if day.day <= _MONTHS else None
        meant = f" Is {long_date(swapped)} meant?" if swapped and swapped >= as_at else ""
        yield catalogue.CommitteeBeforeData(day=long_date(day), as_at=long_date(as_at), hint=meant).at(
            details.cell("committee_date"), "", day.isoformat()
        )


def windows_run_forwards(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A window that ends before it starts touches no period."""
    for each in tracker.forward_plan:
        if each.window_from and each.window_to and each.window_to < each.window_from:
            day, start = long_date(each.window_to), long_date(each.window_from)
            yield catalogue.WindowBackwards(day=day, start=start).at(
                each.cell("window_to"), each.ref, each.window_to.isoformat()
            )


def windows_have_two_ends(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A window open at one end is listed report after report."""
    for each in tracker.forward_plan:
        if each.window_from and not each.window_to:
            yield catalogue.WindowOpen(
                missing="last day", missing_header="to", until="until it is taken off the plan"
            ).at(each.cell("window_to"), each.ref)
        elif each.window_to and not each.window_from:
            until = f"until {long_date(each.window_to)}"
            yield catalogue.WindowOpen(missing="first day", missing_header="from", until=until).at(
                each.cell("window_from"), each.ref
            )


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    facts_are_not_in_the_future,
    previous_is_before,
    committee_meets_after_the_data,
    windows_run_forwards,
    windows_have_two_ends,
)
