"""What `check --json` prints: dates are ISO, absent values null."""

from datetime import date
from typing import Any

from audit_report.answers.summary_counts import figures
from audit_report.model.assessed import Change, Changed, RatedAction, RatedRecommendation, RatedSchedule
from audit_report.model.checked import Checked
from audit_report.model.scales import Level, Status
from audit_report.model.wording import Wording, wording
from audit_report.rules.findings import findings_of
from audit_report.schema.dates.approximate_dates import ApproximateDate

FORMAT = 2
"""The version of the output's shape."""


def as_json(checked: Checked) -> dict[str, Any]:
    """The whole outcome as plain values."""
    assessed, tracker = checked.assessed, checked.tracker
    words = wording(tracker.details, tracker.report_text, assessed.as_at, assessed.previous_as_at)
    return {
        "format": FORMAT,
        "workbook": checked.workbook,
        "as_at": _iso(assessed.as_at),
        "problems": [problem.as_json() for problem in checked.problems],
        "recommendations": [_recommendation(rated, words) for rated in assessed.recommendations],
        "actions": [_action(action) for action in assessed.actions],
        "forward_plan": [_schedule(row) for row in assessed.forward_plan],
        "findings": [finding.as_json() for finding in findings_of(assessed)],
        "summary": figures(checked),
    }


def _recommendation(rated: RatedRecommendation, words: Wording) -> dict[str, Any]:
    recommendation, priority = rated.recommendation, rated.priority
    return {
        "ref": recommendation.ref or None,
        "row": recommendation.cell("ref").row,
        "priority": _name(priority.stands),
        "annex1_priority": _name(priority.evidence),
        "priority_reasons": list(priority.reasons),
        "recorded_priority": _name(recommendation.recorded_priority),
        "status": _name(rated.status),
        "status_meaning": rated.status.meaning.name.lower() if rated.status else None,
        "status_reasons": [words.text(reason.place, **reason.values) for reason in rated.status_reasons],
        "declared_status": _name(rated.update.declared) if rated.update else None,
        "response": recommendation.response,
        "outcome": recommendation.outcome,
        "current": rated.current,
        "section": rated.section,
        "since_last": rated.since_last.value if rated.since_last else None,
        "changes": [_change(rated, change) for change in rated.changes],
    }


def _change(rated: RatedRecommendation, change: Change) -> dict[str, Any]:
    """A change; its ref is the action's where it is one of an action."""
    return {
        "code": change.code,
        "ref": change.action.action.ref if change.action else rated.recommendation.ref or None,
        "before": _plain(change.before),
        "after": _plain(change.after),
    }


def _plain(value: Changed) -> str | None:
    match value:
        case date():
            return value.isoformat()
        case ApproximateDate():
            return value.typed
        case _:
            return str(value) if value is not None else None


def _action(rated: RatedAction) -> dict[str, Any]:
    return {
        "ref": rated.action.ref or None,
        "current_due_date": _iso(rated.current_due),
        "date_moves": len(rated.moves),
        "days_slipped": rated.days_slipped,
        "on_track": rated.on_track,
    }


def _schedule(row: RatedSchedule) -> dict[str, Any]:
    return {
        "ref": row.scheduled.ref or None,
        "earliest": _iso(row.earliest),
        "latest": _iso(row.latest),
        "listed": row.listed,
    }


def _name(entry: Level | Status | None) -> str | None:
    return entry.name if entry else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
