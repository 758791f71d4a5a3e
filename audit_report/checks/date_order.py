"""Dates against the tracker's own days, and spans the right way round."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from audit_report import catalogue
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date
from audit_report.schema.record import Record, ref_of

_FACTS = ("raised", "closed", "completed", "day", "approved")


def facts_are_not_in_the_future(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """What is dated after Data as at does not count yet; one problem a row says so."""
    as_at = tracker.details.data_as_at
    if as_at is None:
        return
    sheets: tuple[Sequence[Record], ...] = (
        tracker.recommendations, tracker.actions, tracker.date_changes, tracker.updates,
    )  # fmt: skip
    for records in filter(None, sheets):
        names = [column.name for column in records[0].columns if column.name in _FACTS]
        if not any(day and day > as_at for name in names for day in set(map(attrgetter(name), records))):
            continue
        for each in records:
            late = next((name for name in names if (day := getattr(each, name)) and day > as_at), None)
            if late:
                day = getattr(each, late)
                place = each.cell(late)
                yield catalogue.DatedAfterDataAsAt(day=long_date(day), as_at=long_date(as_at)).at(
                    place, ref_of(each), day.isoformat()
                )


def previous_is_before(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Changes since the last report need an earlier day to start from."""
    details = tracker.details
    if details.previous_as_at and details.data_as_at and details.previous_as_at >= details.data_as_at:
        place = details.cell("previous_as_at")
        yield catalogue.PreviousNotBefore(
            day=long_date(details.previous_as_at), as_at=long_date(details.data_as_at)
        ).at(place, "", details.previous_as_at.isoformat())


def windows_run_forwards(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A window that ends before it starts touches no period."""
    for each in tracker.forward_plan:
        if each.window_from and each.window_to and each.window_to < each.window_from:
            yield catalogue.WindowBackwards(
                day=long_date(each.window_to), start=long_date(each.window_from)
            ).at(each.cell("window_to"), each.ref, each.window_to.isoformat())


def windows_have_two_ends(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A window open at one end is listed report after report."""
    for each in tracker.forward_plan:
        if each.unreadable & {"window_from", "window_to"} or bool(each.window_from) is bool(each.window_to):
            continue
        if each.window_from:
            yield catalogue.WindowOpen(
                missing="last day", missing_header="to", until="until it is taken off the plan"
            ).at(each.cell("window_to"), each.ref)
        elif each.window_to:
            yield catalogue.WindowOpen(
                missing="first day", missing_header="from", until=f"until {long_date(each.window_to)}"
            ).at(each.cell("window_from"), each.ref)


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    facts_are_not_in_the_future,
    previous_is_before,
    windows_run_forwards,
    windows_have_two_ends,
)
