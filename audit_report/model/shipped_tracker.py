"""The tracker that a new workbook starts as: the shipped criteria and default settings, and nothing else."""

from typing import Any

from audit_report.cell_refs import ItemsRef, Layout, RowRef
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.report_details import ReportDetails
from audit_report.model.tracker import Tracker
from audit_report.model.wording import shipped_criteria


def shipped_tracker() -> Tracker:
    """A tracker without rows, rated by the shipped criteria."""
    blanks: dict[str, Any] = {
        column.name: column.kind.blank if column.default is None else column.default
        for column in ReportDetails.columns
    }
    criteria = shipped_criteria()
    return Tracker(
        details=ReportDetails(source=ItemsRef(ReportDetails.sheet, None, {}), **blanks),
        annex1=tuple(_priority_row(row) for row in criteria["priority"]),
        annex2=tuple(_status_row(row) for row in criteria["status"]),
    )


def _priority_row(row: dict[str, Any]) -> PriorityCriteria:
    values = {"loss_at_least": None, "more_than_share": None} | row
    return PriorityCriteria(source=RowRef(Layout(PriorityCriteria.sheet, {}), 0), **values)


def _status_row(row: dict[str, Any]) -> StatusCriteria:
    return StatusCriteria(source=RowRef(Layout(StatusCriteria.sheet, {}), 0), **row)
