"""Every kind of change since the last report, by each source of what that report said."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from audit_report.model.last_report import Earlier
from audit_report.model.records import ReportedRating
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import (
    ActionProgress,
    ChangeCode,
    Outcome,
    ReportedPlace,
    Response,
    SinceLast,
)
from audit_report.rules.assess import assess
from audit_report.schema.record import Record
from tests.builders import APRIL, action, assessment, build, date_change, recommendation, tracker, update
from tests.shipped_scale import PlanStatus, Priority

JANUARY, MARCH = date(2010, 1, 31), date(2010, 3, 1)
DETAILS = {"data_as_at": APRIL, "previous_as_at": JANUARY}


def said(**row: object) -> ReportedRating:
    """What the tracker has kept of January's report: R1, critical and green in section B."""
    usual: dict[str, object] = {
        "as_at": JANUARY,
        "recommendation": "R1",
        "priority": "Critical",
        "status": "Green",
        "section": ReportedPlace.B,
    }
    return build(ReportedRating, usual | row)


def codes(of: Tracker, earlier: Tracker | None = None) -> list[str]:
    file = Earlier("january.xlsx", "", JANUARY, earlier, assess(earlier, JANUARY), 0) if earlier else None
    return [change.code for rated in assess(of, APRIL, file).recommendations for change in rated.changes]


def now(row: dict[str, Any] | None = None, **sheets: Sequence[Record]) -> Tracker:
    return tracker(DETAILS, recommendations=[recommendation(**(row or {}))], **sheets)


BY_ROWS = {
    "nothing": (now(), [said()], []),
    "new": (now(), [said(recommendation="R9")], ["new"]),
    "closed": (now({"closed": MARCH, "outcome": Outcome.IMPLEMENTED}), [said()], ["closed"]),
    "closed, as it was": (now({"closed": JANUARY}), [said(section=ReportedPlace.CLOSED)], []),
    "closed before, put in afterwards": (now({"closed": JANUARY}), [said()], ["closed"]),
    "reopened": (now(), [said(section=ReportedPlace.CLOSED)], ["reopened"]),
    "improved": (now(), [said(status="Red")], ["improved"]),
    "worsened": (now({"plan_in_place": False}), [said()], ["worsened"]),
    "raised": (now(), [said(priority="Major", section=None)], ["priority-raised"]),
    "lowered": (now({"service_impact": Priority.MODERATE}), [said()], ["priority-lowered"]),
    "a level that is no more": (now(), [said(priority="Grave")], []),
    "a status that is no more": (now(), [said(status="Puce")], []),
    "response": (now({"response": Response.PARTLY_AGREED}), [said()], ["response"]),
    "not agreed any more": (now(), [said(status="", response=Response.NOT_AGREED)], ["response"]),
    "elsewhere": (now(assessments=[assessment(reported_through="Finance")]), [said()], ["elsewhere"]),
    "back from elsewhere": (now(), [said(section=ReportedPlace.ELSEWHERE)], ["new"]),
    "an action completed": (
        now(actions=[action(completed=MARCH, progress=ActionProgress.COMPLETE)]),
        [said()],
        ["action-completed"],
    ),
    "an action cancelled": (
        now(actions=[action(completed=MARCH, progress=ActionProgress.CANCELLED)]),
        [said()],
        ["action-cancelled"],
    ),
    "an action long completed": (
        now(actions=[action(completed=JANUARY, progress=ActionProgress.COMPLETE)]),
        [said()],
        [],
    ),
    "a date moved": (
        now(actions=[action()], date_changes=[date_change(date(2010, 9, 30), MARCH)]),
        [said()],
        ["date-moved"],
    ),
    "a date asked for": (
        now(actions=[action()], date_changes=[date_change(date(2010, 9, 30), None)]),
        [said()],
        [],
    ),
}


@pytest.mark.parametrize(("of", "rows", "expected"), BY_ROWS.values(), ids=BY_ROWS)
def test_against_what_the_tracker_has_kept(
    of: Tracker, rows: Sequence[ReportedRating], expected: list[str]
) -> None:
    kept = Tracker(**{**vars(of), "reported_ratings": tuple(rows)})
    assert codes(kept) == expected


THEN: dict[str, Sequence[Record]] = {
    "actions": [action(completed=JANUARY, progress=ActionProgress.COMPLETE)],
    "recommendations": [recommendation()],
}
BY_FILE = {
    "an action open again": (now(actions=[action()]), ["action-reopened"]),
    "words changed": (
        now({"text": "Recruit social workers enough"}, actions=THEN["actions"]),
        ["reworded"],
    ),
    "an action's words changed": (
        now(actions=[action(text="Run the campaigns", completed=JANUARY, progress=ActionProgress.COMPLETE)]),
        ["reworded"],
    ),
    "lowered": (now({"service_impact": Priority.MAJOR}, actions=THEN["actions"]), ["priority-lowered"]),
}


@pytest.mark.parametrize(("of", "expected"), BY_FILE.values(), ids=BY_FILE)
def test_against_the_last_reports_own_file(of: Tracker, expected: list[str]) -> None:
    assert codes(of, tracker({"data_as_at": JANUARY}, **THEN)) == expected


def test_what_the_tracker_has_kept_comes_before_the_file() -> None:
    of = Tracker(**{**vars(now()), "reported_ratings": (said(status="Red"),)})
    assert codes(of, tracker({"data_as_at": JANUARY}, recommendations=[recommendation()])) == ["improved"]


def test_rows_of_another_day_say_nothing() -> None:
    rows = (said(as_at=date(2009, 10, 31), status="Red"),)
    assert codes(Tracker(**{**vars(now()), "reported_ratings": rows})) == []


def test_by_the_rules_alone_only_what_has_a_date_is_told() -> None:
    of = now(
        {"service_impact": Priority.MODERATE, "raised": date(2009, 12, 9)},
        updates=[update(day=date(2010, 4, 20), declared=PlanStatus.RED)],
        actions=[action(completed=MARCH, progress=ActionProgress.COMPLETE)],
    )
    assert codes(of) == ["worsened", "action-completed"]


def test_a_first_report_has_no_changes() -> None:
    of = tracker(recommendations=[recommendation()])
    assert [rated.changes for rated in assess(of, APRIL).recommendations] == [()]
    assert assess(of, APRIL).recommendations[0].since_last is SinceLast.FIRST


def test_every_kind_of_change_is_in_the_tables() -> None:
    told = {code for _, _, expected in BY_ROWS.values() for code in expected}
    told |= {code for _, expected in BY_FILE.values() for code in expected}
    assert told == set(ChangeCode)
