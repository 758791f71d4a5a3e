"""Approval: from when on a progress update or a change of date counts as approved."""

from datetime import date

from audit_report.model.records import DateChange, ProgressUpdate


def is_approved(row: ProgressUpdate | DateChange, as_at: date | None) -> bool:
    """Whether a row is approved as at a day; a later approval does not exist yet."""
    return row.approved is not None and as_at is not None and row.approved <= as_at
