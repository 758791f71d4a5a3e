"""Approval: from when on a progress update or a change of date counts as approved."""

from datetime import date

from audit_report.model.records import DateChange, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.schema.spacing import match_key


def is_approved(row: ProgressUpdate | DateChange, as_at: date | None) -> bool:
    """Whether a row is approved as at a day; a later approval does not exist yet."""
    return row.approved is not None and as_at is not None and row.approved <= as_at


def is_approved_by_director(
    tracker: Tracker, recommendation: Recommendation, update: ProgressUpdate, as_at: date | None
) -> bool:
    """Whether one of a recommendation's accountable directors has approved an update by a day.

    A near miss of a director's name is that director; a blank or unknown name is nobody's approval.
    """
    if not is_approved(update, as_at):
        return False
    approvers, directors = update.approved_by, recommendation.director
    named = {match_key(person.name) for person in tracker.people(approvers)}
    by_name = named & {match_key(person.name) for person in tracker.people(directors)}
    officers = tracker.directory.officers
    return bool(by_name or officers(approvers) & officers(directors))
