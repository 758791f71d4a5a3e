"""The next period's tracker: an old one's rows in a fresh one, its dates moved on, and what was reported kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from audit_report.model.assessed import Assessed
from audit_report.model.records import PastReport, ReportedRating
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.model.tracker import Tracker
from audit_report.rules.reported_rows import figures_reported, ratings_reported
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record
from audit_report.workbook_in.read_workbook import WorkbookFile
from audit_report.workbook_out.carry_over import CarriedOver, NewRows, carry_over
from audit_report.workbook_out.report_details_sheet import set_items


@dataclass(frozen=True, slots=True)
class Period:
    """A period to come: its Data as at, the day of its meeting and that by which updates are to be returned."""

    as_at: date
    committee_date: date | None = None
    return_by: date | None = None


def has_begun(details: ReportDetails, period: Period) -> bool:
    """Whether a tracker is of this period already: moving it on again changes nothing but the days that are given."""
    return period.as_at == details.data_as_at and details.previous_as_at is not None


def next_period(old: WorkbookFile, tracker: Tracker, assessed: Assessed, period: Period) -> CarriedOver:
    """The tracker of the next period, made from the file that `tracker` was read from and its ratings as at its day."""
    details = tracker.details
    begun = has_begun(details, period)
    day = details.data_as_at
    carried = carry_over(old, {} if begun or day is None else _reported(assessed, details, day))
    days: dict[str, Raw] = {"committee_date": period.committee_date, "return_by": period.return_by}
    if begun:
        days = {name: day for name, day in days.items() if day}
    else:
        days |= {"data_as_at": period.as_at, "previous_as_at": day}
    set_items(carried.workbook[DetailRow.sheet], days)
    return carried


def _reported(assessed: Assessed, details: ReportDetails, day: date) -> Mapping[type[Record], NewRows]:
    """What is to be kept of the report of a day."""
    return {
        ReportedRating: NewRows(ratings_reported(assessed, day), day),
        PastReport: NewRows([figures_reported(assessed, details, day)], day),
    }
