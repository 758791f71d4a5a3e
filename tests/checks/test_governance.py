"""Due dates, the register's review, the forward plan and the criteria, as at 30 April 2010."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import pytest

from audit_report import catalogue
from audit_report.cell_refs import ItemsRef
from audit_report.model.records import DateChange, PriorityCriteria, StatusCriteria
from audit_report.model.report_details import ReportDetails
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, Severity
from audit_report.schema.dates.approximate_dates import read_approximate_date
from audit_report.schema.dates.calendar_months import months_after
from audit_report.schema.record import Record
from tests.builders import (
    APRIL,
    action,
    date_change,
    recommendation,
    scheduled,
    shipped_annex1,
    shipped_annex2,
    tracker,
)
from tests.checks import told

R = TypeVar("R", bound=Record)

Facts = Mapping[str, object]

KINDS = (
    catalogue.DateMovedTooOften,
    catalogue.NoRegisterReview,
    catalogue.RegisterReviewOverdue,
    catalogue.AssessmentDatePast,
    catalogue.ThresholdsChanged,
    catalogue.CriteriaReworded,
)

REVIEWED = {"register_reviewed": date(2010, 4, 12)}


def problems(of: Tracker, as_at: date | None = APRIL, read: Sequence[Problem] = ()) -> list[Problem]:
    return told(of, KINDS, as_at, read)


def codes(of: Tracker, as_at: date | None = APRIL) -> list[str]:
    return [problem.code for problem in problems(of, as_at)]


# Due dates


def moves(*approved: date | None, **facts: object) -> list[DateChange]:
    """A change of date for each day of approval."""
    return [date_change(date(2010, 7 + number, 31), day, **facts) for number, day in enumerate(approved)]


@pytest.mark.parametrize(
    ("why", "settings", "changes", "expected"),
    [
        ("never moved", {}, moves(), 0),
        ("moved once", {}, moves(date(2010, 2, 1)), 0),
        ("moved twice", {}, moves(date(2010, 2, 1), date(2010, 3, 1)), 1),
        ("moved twice, once without approval", {}, moves(date(2010, 2, 1), None), 0),
        ("moved twice, once later on", {}, moves(date(2010, 2, 1), date(2010, 5, 1)), 0),
        ("none is allowed", {"moves_allowed": 0}, moves(date(2010, 2, 1)), 1),
        ("two are allowed", {"moves_allowed": 2}, moves(date(2010, 2, 1), date(2010, 3, 1)), 0),
        (
            "how many are allowed cannot be read",
            {"unreadable": frozenset({"moves_allowed"})},
            moves(date(2010, 2, 1), date(2010, 3, 1)),
            0,
        ),
    ],
)
def test_moved_dates(why: str, settings: Facts, changes: Sequence[DateChange], expected: int) -> None:
    of = tracker(
        {**settings, **REVIEWED}, recommendations=[recommendation()], actions=[action()], date_changes=changes
    )
    assert codes(of) == ["date-moved-too-often"] * expected, why


def test_too_many_moves_are_one_problem_at_the_last_one_approved() -> None:
    changes = [date_change(date(2010, month, 28), date(2010, 5 - month // 3, 1)) for month in (3, 6, 9)]
    of = tracker(REVIEWED, recommendations=[recommendation()], actions=[action()], date_changes=changes)

    [problem] = problems(of)
    assert (problem.ref, problem.value, problem.where.header) == ("R1.1", "2010-03-28", "New due date")
    assert "has moved 3 times; Date moves allowed is 1" in problem.message


@pytest.mark.parametrize(
    "facts",
    [
        {"closed": date(2010, 3, 1)},
        {"raised": date(2010, 5, 1)},
        {"unreadable": frozenset({"closed"})},
        {"ref": "R2"},
    ],
)
def test_only_actions_of_what_is_current_count(facts: Facts) -> None:
    changes = moves(date(2010, 2, 1), date(2010, 3, 1))
    of = tracker(
        REVIEWED, recommendations=[recommendation(**facts)], actions=[action()], date_changes=changes
    )
    assert codes(of) == []


def test_refs_used_twice_do_not_double_the_problem() -> None:
    changes = moves(date(2010, 2, 1), date(2010, 3, 1))
    recommendations, actions = [recommendation(), recommendation()], [action(), action()]
    of = tracker(REVIEWED, recommendations=recommendations, actions=actions, date_changes=changes)
    assert codes(of) == ["date-moved-too-often"]


# The register


@pytest.mark.parametrize(
    ("why", "settings", "expected"),
    [
        ("reviewed in time, to the day", {"register_reviewed": date(2009, 10, 30)}, []),
        ("a day too early", {"register_reviewed": date(2009, 10, 29)}, ["register-review-overdue"]),
        (
            "reviewed in time, by the authority's own interval",
            {"register_reviewed": date(2009, 4, 30), "months_between_reviews": 12},
            [],
        ),
        (
            "the interval cannot be read",
            {"register_reviewed": date(2009, 4, 30), "unreadable": frozenset({"months_between_reviews"})},
            [],
        ),
        ("blank", {}, ["no-register-review"]),
        ("it cannot be read", {"unreadable": frozenset({"register_reviewed"})}, []),
        ("after Data as at", {"register_reviewed": date(2010, 5, 4)}, ["dated-after-data-as-at"]),
        (
            "later than the day, before Data as at",
            {"register_reviewed": date(2010, 10, 4), "data_as_at": date(2010, 10, 31)},
            [],
        ),
    ],
)
def test_register_review(why: str, settings: Facts, expected: list[str]) -> None:
    found = told(tracker(settings), (*KINDS, catalogue.DatedAfterDataAsAt))
    assert [problem.code for problem in found] == expected, why


def test_a_tracker_without_the_item_says_nothing_of_it() -> None:
    of = tracker()
    details: ReportDetails = replace(of.details, source=ItemsRef("Report details", "B", {}))
    assert codes(replace(of, details=details)) == []


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2010, 4, 30), 3, date(2010, 1, 30)),
        (date(2010, 4, 30), 4, date(2009, 12, 30)),
        (date(2010, 5, 31), 3, date(2010, 2, 28)),
        (date(2012, 5, 31), 3, date(2012, 2, 29)),
        (date(2010, 4, 30), 0, date(2010, 4, 30)),
        (date(2010, 4, 30), 999_999, date.min),
    ],
)
def test_months_before(day: date, months: int, expected: date) -> None:
    assert months_after(day, -months) == expected


# The forward plan


def planned(words: str = "", **facts: object) -> dict[str, object]:
    return {"review": read_approximate_date(words)} | facts


@pytest.mark.parametrize(
    ("why", "facts", "expected"),
    [
        ("last month", planned("March 2010"), "Date of next review"),
        ("this month", planned("April 2010"), None),
        ("the day itself", planned("30 April 2010"), None),
        ("the day before", planned("29/4/2010"), "Date of next review"),
        ("by last month", planned("by March 2010"), "Date of next review"),
        ("from last month", planned("from March 2010"), None),
        ("not known", planned("TBC"), None),
        ("last month, its results to come", planned("March 2010, results June 2010"), None),
        ("the window is past", planned("TBC", window_to=date(2010, 3, 31)), "Window to"),
        ("the window is still open", planned("March 2010", window_to=date(2010, 5, 31)), None),
        ("the window has no end", planned("March 2010", window_from=date(2010, 3, 1)), None),
        (
            "the window runs backwards",
            planned("TBC", window_from=date(2010, 9, 1), window_to=date(2010, 3, 31)),
            None,
        ),
        (
            "the end of the window cannot be read",
            planned("March 2010", unreadable=frozenset({"window_to"})),
            None,
        ),
        ("blank", planned(), None),
    ],
)
def test_past_assessments(why: str, facts: Facts, expected: str | None) -> None:
    found = problems(tracker(REVIEWED, forward_plan=[scheduled(**facts)]))
    assert [(problem.code, problem.where.header, problem.ref) for problem in found] == (
        [("assessment-date-past", expected, "F1")] if expected else []
    ), why


def test_a_past_assessment_shows_what_was_typed_and_the_day_meant() -> None:
    [problem] = problems(tracker(REVIEWED, forward_plan=[scheduled(**planned("Late 2009"))]))
    assert problem.value == "Late 2009"
    assert "by 31 December 2009, before 30 April 2010" in problem.message


# The criteria


def annex1(of: str, /, **facts: object) -> list[PriorityCriteria]:
    """The shipped Annex 1, but for these cells of a level."""
    return [changed(row, facts) if row.level == of else row for row in shipped_annex1()]


def annex2(of: str, /, **facts: object) -> list[StatusCriteria]:
    """The shipped Annex 2, but for these cells of a rating."""
    return [changed(row, facts) if row.status == of else row for row in shipped_annex2()]


def changed(row: R, facts: Facts) -> R:
    cells: Any = facts
    return replace(row, **cells)


def spaced(text: str) -> str:
    return text.replace(" ", "  ") + "\n"


@pytest.mark.parametrize(
    ("why", "rows", "expected"),
    [
        ("as shipped", annex1("Major"), None),
        (
            "as shipped but for spacing",
            annex1("Major", service=spaced(shipped_annex1()[1].service)),
            None,
        ),
        ("another amount", annex1("Major", loss_at_least=600_000.0), ("thresholds-changed", "loss_at_least")),
        ("no amount", annex1("Major", loss_at_least=None), ("thresholds-changed", "loss_at_least")),
        ("another share", annex1("Critical", more_than_share=0.2), ("thresholds-changed", "more_than_share")),
        (
            "a threshold where none is shipped",
            annex1("Best Practice", loss_at_least=1.0),
            ("thresholds-changed", "loss_at_least"),
        ),
        (
            "an amount and words are one problem",
            annex1("Major", label="High", loss_at_least=600_000.0),
            ("thresholds-changed", "loss_at_least"),
        ),
        (
            "an amount that cannot be read",
            annex1("Major", loss_at_least=None, unreadable=frozenset({"loss_at_least"})),
            None,
        ),
        ("other words", annex1("Moderate", people="Ouch."), ("criteria-reworded", "people")),
        ("no words", annex1("Moderate", people=""), ("criteria-reworded", "people")),
        (
            "several cells are one problem",
            annex1("Moderate", reputation="Talk.", people="Ouch."),
            ("criteria-reworded", "reputation"),
        ),
        ("another label", annex1("Critical", label="Very high"), ("criteria-reworded", "label")),
        ("a level whose name cannot be read", annex1("Major", level="", label="High"), None),
        (
            "a level that is there twice is compared once",
            [*annex1("Major"), *annex1("Major", label="X")],
            None,
        ),
    ],
)
def test_annex_1_as_shipped(
    why: str, rows: Sequence[PriorityCriteria], expected: tuple[str, str] | None
) -> None:
    own = next((row for row in rows if row not in shipped_annex1()), rows[0])
    found = problems(tracker(REVIEWED, annex1=rows))
    assert [(problem.code, problem.where) for problem in found] == (
        [(expected[0], own.cell(expected[1]))] if expected else []
    ), why


def test_words_that_excel_has_turned_into_a_date_are_that_problem() -> None:
    rows = annex1("Moderate", people="3 March 2010")
    turned = catalogue.TextTurnedIntoDate(shown="3 March 2010").at(rows[2].cell("people"))
    assert problems(tracker(REVIEWED, annex1=rows), read=[turned]) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (annex2("Red"), []),
        (annex2("Red", label="Off track"), ["Report label"]),
        (annex2("Green", criteria="All is well."), ["Criteria"]),
    ],
)
def test_annex_2_as_shipped(rows: Sequence[StatusCriteria], expected: list[str]) -> None:
    found = problems(tracker(REVIEWED, annex2=rows))
    assert [problem.where.header for problem in found] == expected


def test_changed_thresholds_are_a_warning_that_says_what_they_were() -> None:
    rows = annex1("Major", loss_at_least=600_000.0, more_than_share=None)
    [problem] = problems(tracker(REVIEWED, annex1=rows), as_at=None)
    assert problem.severity is Severity.WARNING
    assert problem.message == (
        "The thresholds of Major are not the shipped ones: Financial loss at least (£) is £600,000, not £500,000;"
        " More than share of departmental budget is blank, not 6%."
    )


def test_changed_words_are_for_information() -> None:
    rows = annex1("Major", service="S.", people="P.")
    [problem] = problems(tracker(REVIEWED, annex1=rows))
    assert problem.severity is Severity.INFORMATION
    assert problem.message == f"The criteria are not in the shipped words: Annex 1!{problem.where.row}."


def test_without_a_day_only_the_criteria_are_checked() -> None:
    plan = [scheduled(**planned("March 2009"))]
    assert codes(tracker(forward_plan=plan, annex2=annex2("Red", label="R")), as_at=None) == [
        "criteria-reworded"
    ]
