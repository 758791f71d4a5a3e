"""What was edited since the last report that should not have been (build --previous)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from audit_report import catalogue
from audit_report.model.last_report import Earlier
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.rules.assess import assess
from audit_report.schema.record import Record
from audit_report.schema.rich_text import plain
from tests.builders import APRIL, action, assessment, date_change, recommendation, tracker, update
from tests.checks import told
from tests.shipped_scale import PlanStatus

KINDS = (
    catalogue.PreviousHasErrors,
    catalogue.PreviousDiffers,
    catalogue.RowRemoved,
    catalogue.RefReused,
    catalogue.OriginalDueDateChanged,
    catalogue.HistoryChanged,
    catalogue.HistoryRemoved,
    catalogue.HistoryAdded,
)
JULY = date(2010, 7, 31)
MARCH = date(2010, 3, 20)
SAID = (plain("Forty posts have been filled."),)


def first(**facts: object) -> Record:
    return update(**({"progress": SAID, "approved_by": "Ann Archer"} | facts))


def july(**facts: object) -> Record:
    return update(**({"day": date(2010, 7, 20), "progress": (plain("Fifty posts."),)} | facts))


def move(**facts: object) -> Record:
    return date_change(date(2010, 7, 31), MARCH, **({"approved_by": "Ann Archer"} | facts))


def earlier(errors: int = 0, **sheets: Sequence[Record]) -> Earlier:
    """April's file: R1 with an action, an update and an approved move, or the rows given."""
    then = _of(sheets, {})
    return Earlier("april.xlsx", "", APRIL, then, assess(then, APRIL), errors)


def now(settings: dict[str, Any] | None = None, **sheets: Sequence[Record]) -> Tracker:
    """July's workbook: April's rows with an update since, or the rows given."""
    days = {"data_as_at": JULY, "previous_as_at": APRIL}
    return _of({"updates": [first(), july()]} | sheets, days | (settings or {}))


def _of(sheets: dict[str, Any], settings: dict[str, Any]) -> Tracker:
    usual: dict[str, Any] = {
        "recommendations": [recommendation()],
        "actions": [action()],
        "updates": [first()],
        "date_changes": [move()],
    }
    return tracker(settings, **(usual | sheets))


def problems(tracker_now: Tracker, then: Earlier | None = None) -> list[Problem]:
    return told(tracker_now, KINDS, JULY, earlier=then or earlier())


def found(tracker_now: Tracker, then: Earlier | None = None) -> list[tuple[str, str | None]]:
    return [(each.code, each.where.header) for each in problems(tracker_now, then)]


def only(tracker_now: Tracker, then: Earlier | None = None) -> Problem:
    (problem,) = problems(tracker_now, then)
    return problem


def test_a_quarter_of_new_rows_is_no_problem() -> None:
    assert found(now()) == []


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([first(progress=(plain("All posts have been filled."),)), july()], "Latest progress"),
        ([first(declared=PlanStatus.RED), july()], "Status declared"),
        ([first(challenges=True), july()], "Significant challenges"),
        ([first(day=date(2010, 4, 2)), july()], "Update date"),
        ([first(approved=date(2010, 4, 29)), july()], "Approved on"),
    ],
)
def test_an_update_that_was_edited_is_told_at_its_cell(rows: Sequence[Record], header: str) -> None:
    assert found(now(updates=rows)) == [("history-changed", header)]


def test_an_update_moved_to_another_recommendation_is_one_problem() -> None:
    both = [recommendation(), recommendation(ref="R2", text="Publish the data quality policy")]
    then = earlier(recommendations=both)
    rows = [first(recommendation="R2"), july()]
    assert found(now(recommendations=both, updates=rows), then) == [("history-changed", "Recommendation ref")]


def test_an_update_deleted_or_overwritten_is_gone() -> None:
    problem = only(now(updates=[july()]))

    assert (problem.code, problem.where.sheet, problem.where.cell) == (
        "history-removed",
        "Progress updates",
        None,
    )
    assert "R1 of 20 April 2010" in problem.message


def test_what_was_blank_may_be_filled_in_since_and_a_name_put_right() -> None:
    then = earlier(
        updates=[update(progress=SAID, approved=None)], date_changes=[move(approved_by="Anne Archer")]
    )
    assert found(now(), then) == []


def test_spacing_case_and_bullets_are_not_edits() -> None:
    words = (plain("Forty  posts have been FILLED."),)
    assert found(now(updates=[update(progress=words, approved_by="Ann Archer"), july()])) == []


def test_a_row_dated_before_the_last_report_that_was_not_in_it() -> None:
    assert found(now(updates=[first(), july(), july(day=date(2010, 2, 1))])) == [
        ("history-added", "Recommendation ref")
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], ("history-removed", None)),
        ([move(reason="Snow")], ("history-changed", "Reason")),
        (
            [date_change(date(2010, 9, 30), MARCH, approved_by="Ann Archer")],
            ("history-changed", "New due date"),
        ),
        ([move(approved_by="Zoe Zane")], ("history-changed", "Approved by")),
    ],
)
def test_an_approved_move_stands(changes: Sequence[Record], expected: tuple[str, str | None]) -> None:
    assert found(now(date_changes=changes)) == [expected]


def test_a_move_that_was_not_approved_may_be_thought_better_of() -> None:
    then = earlier(date_changes=[date_change(date(2010, 12, 31), None)])
    assert found(now(date_changes=[]), then) == []


def test_the_original_due_date_stands() -> None:
    problem = only(now(actions=[action(original_due=date(2010, 9, 30))]))

    assert (problem.code, problem.where.header, problem.ref) == (
        "original-due-date-changed",
        "Original due date",
        "R1.1",
    )
    assert "30 June 2010" in problem.message


def test_a_ref_used_for_something_else_is_one_problem() -> None:
    other = action(text="Buy laptops", original_due=date(2011, 1, 31))
    assert found(now(actions=[other])) == [("ref-reused", "Action ref")]


def test_a_text_reworded_is_not_another() -> None:
    assert found(now(actions=[action(text="Run the national campaign")])) == []


def test_a_row_that_is_gone_is_told_once_without_its_history() -> None:
    renamed, said = [recommendation(ref="R9")], [july(recommendation="R9")]
    of = now(recommendations=renamed, updates=said, actions=[], date_changes=[])
    problem = only(of, earlier(actions=[], date_changes=[]))

    assert problem.code == "row-removed"
    assert problem.fix.startswith("Is it the one now called R9?")


def test_an_assessment_that_is_gone() -> None:
    then = earlier(assessments=[assessment(), assessment("A2")])
    assert found(now(), then) == [("row-removed", None)]


def test_a_row_that_has_lost_its_ref_is_not_gone_as_well() -> None:
    lost = recommendation(ref="", unreadable=frozenset({"ref"}))
    assert found(now(recommendations=[lost])) == []


def test_what_cannot_be_read_is_not_compared() -> None:
    unreadable = first(progress=(), unreadable=frozenset({"progress"}))
    assert found(now(updates=[unreadable, july()])) == []


def test_errors_in_the_earlier_file_are_said() -> None:
    problem = only(now(), earlier(errors=2))

    assert problem.code == "previous-has-errors"
    assert "april.xlsx has 2 errors" in problem.message


def test_the_day_of_the_earlier_file_is_the_workbooks() -> None:
    assert found(now({"previous_as_at": date(2010, 1, 31)})) == [("previous-differs", "Previous data as at")]
    assert found(now({"previous_as_at": None})) == []
