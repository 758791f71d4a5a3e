"""Against what the tracker has kept of its reports: what has gone since, was put in afterwards, or is not kept."""

from collections.abc import Callable, Iterator, Sequence

from audit_report import catalogue
from audit_report.cell_refs import CellRef, addresses
from audit_report.model.assessed import Assessed
from audit_report.model.records import Recommendation, ReportedRating
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date


def reported_rows_are_still_there(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A recommendation that is deleted leaves the report without a word."""
    for row in _of_last_report(tracker, assessed):
        if row.as_at and row.recommendation and tracker.recommendation(row.recommendation) is None:
            yield catalogue.RowRemoved(
                removed=row.recommendation,
                previous=f"the report as at {long_date(row.as_at)}",
                cell=row.cell("recommendation"),
                hint="",
            ).at(CellRef(Recommendation.sheet), row.recommendation)


def last_report_was_kept(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Where others are kept, the one that this report compares with should be."""
    day = assessed.previous_as_at
    if day and tracker.reported_ratings and not _of_last_report(tracker, assessed):
        kept = sorted({row.as_at for row in tracker.reported_ratings if row.as_at})
        yield catalogue.ReportNotKept(
            day=long_date(day), kept=", ".join(map(long_date, kept)) or "no day that can be read"
        ).at(tracker.details.cell("previous_as_at"), "", day.isoformat())


def reported_levels_are_known(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """What the scale no longer has cannot be compared; one problem for all."""
    scales = tracker.scales
    gone = [
        (name, row.cell(attribute))
        for row in _of_last_report(tracker, assessed)
        for attribute, name, known in (
            ("priority", row.priority, scales.level(row.priority)),
            ("status", row.status, scales.status(row.status)),
        )
        if name and known is None
    ]
    if gone:
        names = ", ".join(f"“{name}”" for name in dict.fromkeys(name for name, _ in gone))
        cells = [cell for _, cell in gone]
        yield catalogue.ReportedLevelGone(names=names, cells=addresses(cells)).at(cells[0], accuses=cells)


def reports_still_hold(_: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """A fact dated before the last report that it did not know of changes what it should have said."""
    for rated in assessed.recommendations:
        if found := rated.no_longer_follows:
            ref = rated.recommendation.ref
            yield catalogue.PutInAfterwards(
                reported=found.reported,
                by_the_rules=found.by_the_rules,
                which=_one_of(found.cells),
                unless=_UNDATED if found.was_worse else "",
            ).at(found.cells[0], ref)


_UNDATED = ", unless Progress, Quality or Improvement plan in place was otherwise then"
"""What may have made a status worse, of which nobody knows the day."""


def _one_of(cells: Sequence[CellRef]) -> str:
    """Which of the cells it is: "this date", or "one of these dates: Actions!H8:H10"."""
    return "this date" if len(cells) == 1 else f"one of these dates ({addresses(cells)})"


def _of_last_report(tracker: Tracker, assessed: Assessed) -> Sequence[ReportedRating]:
    day = assessed.previous_as_at
    return [row for row in tracker.reported_ratings if day and row.as_at == day]


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    reported_rows_are_still_there,
    last_report_was_kept,
    reported_levels_are_known,
    reports_still_hold,
)
