"""Worked-out cells that show other than the program's answer: R1 is critical and green as at 30 April 2010."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from audit_report import catalogue
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.raw_values import CellError, Raw
from audit_report.schema.record import header_of
from tests.builders import APRIL, action, date_change, recommendation, tracker, update
from tests.checks import told
from tests.shipped_scale import Priority

JULY = date(2010, 7, 31)
DUE = {"original_due": date(2010, 6, 30)}


def problems(of: Tracker, as_at: date | None = APRIL) -> list[Problem]:
    return told(of, (catalogue.WorkedOutError, catalogue.WorkedOutDisagrees), as_at)


def places(of: Tracker, as_at: date | None = APRIL) -> list[tuple[str | None, str | None]]:
    return [(problem.where.sheet, problem.where.header) for problem in problems(of, as_at)]


def register(
    recommendation_shows: dict[str, Any] | None = None,
    action_shows: dict[str, Any] | None = None,
    change_shows: Sequence[Raw] = (None, None),
    update_shows: Sequence[Raw] = (None, None),
) -> Tracker:
    """R1 with an action moved twice, the second time to July, and two updates; what their cells show."""
    days = (date(2010, 3, 1), date(2010, 4, 1))
    changes = [
        date_change(new_due, day, shown_counts=shows)
        for new_due, day, shows in zip((date(2010, 7, 1), JULY), days, change_shows, strict=True)
    ]
    updates = [update(day=day, shown_counts=shows) for day, shows in zip(days, update_shows, strict=True)]
    return tracker(
        recommendations=[recommendation(**recommendation_shows or {})],
        actions=[action(**DUE | (action_shows or {}))],
        date_changes=changes,
        updates=updates,
    )


RIGHT: dict[str, Any] = {
    "recommendation_shows": {"shown_priority": "Critical", "shown_status": "Green"},
    "action_shows": {"shown_due": datetime(2010, 7, 31), "shown_on_track": "Yes"},
    "change_shows": ("No", "Yes"),
    "update_shows": ("No", "Yes"),
}


def test_cells_that_agree_or_are_blank_are_no_problem() -> None:
    assert problems(register(**RIGHT)) == []
    assert problems(register()) == []


def test_case_spacing_and_the_number_of_a_day_do_not_count() -> None:
    action_shows = {"shown_due": 40390, "shown_on_track": " yes"}
    assert problems(register(**RIGHT | {"action_shows": action_shows})) == []


@pytest.mark.parametrize(
    ("cells", "place", "says"),
    [
        (
            {"recommendation_shows": {"shown_priority": "Major"}},
            ("Recommendations", "Priority (Annex 1)"),
            "Priority (Annex 1) shows “Major”, but the program works out “Critical” as at 30 April 2010.",
        ),
        (
            {"recommendation_shows": {"shown_status": "Red"}},
            ("Recommendations", "Status (Annex 2)"),
            "Status (Annex 2) shows “Red”, but the program works out “Green” as at 30 April 2010.",
        ),
        (
            {"action_shows": {"shown_due": datetime(2010, 6, 30)}},
            ("Actions", "Current due date"),
            "Current due date shows 30 June 2010, but the program works out 31 July 2010 as at 30 April 2010.",
        ),
        (
            {"action_shows": {"shown_on_track": "No"}},
            ("Actions", "On track"),
            "On track shows “No”, but the program works out “Yes” as at 30 April 2010.",
        ),
        (
            {"change_shows": ("Yes", None)},
            ("Date changes", "Counts"),
            "Counts shows “Yes”, but the program works out “No” as at 30 April 2010.",
        ),
        (
            {"update_shows": (None, "No")},
            ("Progress updates", "Counts"),
            "Counts shows “No”, but the program works out “Yes” as at 30 April 2010.",
        ),
    ],
)
def test_a_cell_that_shows_something_else_is_a_warning_there(
    cells: dict[str, Any], place: tuple[str, str], says: str
) -> None:
    of = register(**cells)
    assert places(of) == [place]
    assert problems(of)[0].message == says
    assert problems(of)[0].code == "worked-out-disagrees"


def test_the_sheet_shows_the_evidence_alone_whatever_is_recorded() -> None:
    shows = {"recorded_priority": Priority.MODERATE, "reason_differs": "Agreed", "shown_priority": "Critical"}
    assert problems(register(shows)) == []


def test_a_priority_without_evidence_is_nothing() -> None:
    [problem] = problems(register({"service_impact": None, "shown_priority": "Major"}))
    assert "works out nothing" in problem.message


def test_what_follows_from_a_wrong_cell_is_not_told_again() -> None:
    of = register(
        {"shown_status": "Red"},
        {"shown_due": datetime(2010, 4, 1), "shown_on_track": "No"},
        ("Yes", "No"),
    )
    assert places(of) == [("Date changes", "Counts")] * 2


@pytest.mark.parametrize("unreadable", ["shown_on_track", "progress", "completed"])
def test_what_follows_from_a_problem_told_already_is_not_told_again(unreadable: str) -> None:
    of = register({"shown_status": "Red"}, {"shown_on_track": "No", "unreadable": frozenset({unreadable})})
    assert problems(of) == []


def test_as_at_another_day_nothing_is_compared() -> None:
    wrong = register({"shown_priority": "Major", "shown_status": "Red"})
    assert problems(wrong, date(2010, 3, 31)) == []


def test_without_a_day_the_priority_alone_is_compared() -> None:
    of = tracker(
        {"data_as_at": None}, recommendations=[recommendation(shown_priority="Major", shown_status="Red")]
    )
    [problem] = problems(of, None)
    assert problem.message == "Priority (Annex 1) shows “Major”, but the program works out “Critical”."


def test_excel_errors_are_one_warning_a_column_and_explain_what_follows() -> None:
    broken = CellError("#REF!")
    of = register(
        {"shown_status": "Red", "shown_priority": broken},
        {"shown_on_track": broken},
        update_shows=(broken,) * 2,
    )
    assert places(of, date(2010, 3, 31)) == places(of)
    assert places(of) == [
        ("Recommendations", header_of(type(of.recommendations[0]), "shown_priority")),
        ("Actions", "On track"),
        ("Progress updates", "Counts"),
    ]
    assert {problem.code for problem in problems(of)} == {"worked-out-error"}


def test_an_excel_error_that_an_input_explains_is_not_told_again() -> None:
    of = register(action_shows={"shown_due": CellError("#REF!"), "unreadable": frozenset({"original_due"})})
    assert problems(of) == []


def test_where_a_sheet_is_missing_nothing_is_compared() -> None:
    of = register({"shown_status": "Red"}, {"shown_on_track": CellError("#REF!")})
    assert problems(replace(of, unread=frozenset({"Date changes"}))) == []
