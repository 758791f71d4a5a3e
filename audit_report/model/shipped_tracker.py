"""The tracker that a new workbook starts as: the shipped criteria and default settings, and nothing else."""

from typing import Any, TypeVar

from audit_report.cell_refs import ItemsRef, Layout, RowRef
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.report_details import ReportDetails
from audit_report.model.tracker import Tracker
from audit_report.model.wording import shipped_criteria
from audit_report.schema.record import Record

R = TypeVar("R", bound=Record)


def shipped_tracker() -> Tracker:
    """A tracker without rows, rated by the shipped criteria."""
    criteria = shipped_criteria()
    return Tracker(
        details=ReportDetails(source=ItemsRef(ReportDetails.sheet, None, {}), **_blanks(ReportDetails)),
        annex1=tuple(_row(PriorityCriteria, row) for row in criteria["priority"]),
        annex2=tuple(_row(StatusCriteria, row) for row in criteria["status"]),
    )


def _row(record: type[R], values: dict[str, Any]) -> R:
    return record(source=RowRef(Layout(record.sheet, {}), 0), **(_blanks(record) | values))


def _blanks(record: type[Record]) -> dict[str, Any]:
    """What blank cells hold, by attribute."""
    return {
        column.name: column.kind.blank if column.default is None else column.default
        for column in record.columns
    }
