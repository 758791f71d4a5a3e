"""Rows that look as if they carried another row's ref."""

from collections.abc import Sequence
from datetime import date

import pytest

from audit_report import catalogue
from audit_report.model.records import Officer
from audit_report.schema.record import Record
from tests.builders import action, build, date_change, recommendation, tracker, update
from tests.checks import told

KINDS = (
    catalogue.ActionOfAnother,
    catalogue.DateChangeAfterCompletion,
    catalogue.DateChangeNotLater,
    catalogue.UpdatesCloseTogether,
    catalogue.UpdateBeforeRaised,
)
OFFICERS = [build(Officer, {"name": name}) for name in ("Ann Archer", "Zoe Zane")]
JANUARY, MARCH = date(2010, 1, 20), date(2010, 3, 20)


def found(**sheets: Sequence[Record]) -> list[tuple[str, str | None]]:
    of = tracker({}, **({"officers": OFFICERS} | sheets))
    return [(each.code, each.where.header) for each in told(of, KINDS)]


@pytest.mark.parametrize(
    ("ref", "answers", "told"),
    [
        ("R1.2", "R1", False),
        ("R1.2", "R2", True),
        ("r 1-2", "R2", True),
        ("R12", "R2", False),  # no hyphen or full stop: another number altogether
        ("R9.1", "R2", False),  # there is no R9
        ("A-7", "R2", False),
        ("R1.2", "R1.2", False),  # the longest that fits is right too
        ("R1.2.1", "R1", False),
        ("R1.2.1", "R2", True),
        ("R1.2", "R8", False),  # nowhere: a problem already
    ],
)
def test_an_action_has_the_ref_of_its_recommendation(ref: str, answers: str, told: bool) -> None:  # noqa: FBT001  a column of the table above
    recommendations = [recommendation(ref=each) for each in ("R1", "R2", "R1.2")]
    expected = [("action-of-another", "Recommendation ref")] if told else []
    assert (
        found(recommendations=recommendations, actions=[action(ref=ref, recommendation=answers)]) == expected
    )


def moved(*moves: tuple[date, date | None], **facts: object) -> list[tuple[str, str | None]]:
    """What is said of an action due on 30 June 2010 with these moves: new due date, day of approval."""
    changes = [date_change(new_due, approved) for new_due, approved in moves]
    return found(recommendations=[recommendation()], actions=[action(**facts)], date_changes=changes)


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        ([(date(2010, 9, 30), MARCH)], 0),
        ([(date(2010, 6, 30), MARCH)], 1),
        ([(date(2010, 5, 31), MARCH)], 1),
        ([(date(2010, 9, 30), JANUARY), (date(2010, 8, 31), MARCH)], 1),
        ([(date(2010, 5, 31), None)], 0),  # not approved: a problem already
        ([(date(2010, 5, 31), date(2010, 6, 1))], 0),  # not yet
    ],
)
def test_a_due_date_moves_on(moves: list[tuple[date, date | None]], told: int) -> None:
    assert moved(*moves) == [("date-change-not-later", "New due date")] * told


def test_what_is_done_needs_no_later_date() -> None:
    later = (date(2010, 9, 30), MARCH)
    assert moved(later, completed=JANUARY) == [("date-change-after-completion", "Approved on")]
    assert moved(later, completed=MARCH) == []


def said_on(*days: date, **facts: object) -> list[tuple[str, str | None]]:
    rows = [update(**({"day": day} | facts)) for day in days]
    return found(recommendations=[recommendation(director="Ann Archer")], updates=rows)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([JANUARY, date(2010, 4, 20)], 0),
        ([date(2010, 4, 1), date(2010, 4, 20)], 1),
        ([date(2010, 4, 20), date(2010, 4, 1)], 1),
        ([date(2010, 3, 21), date(2010, 4, 20)], 0),  # thirty days
        ([date(2010, 3, 22), date(2010, 4, 20)], 1),
        ([date(2010, 4, 20), date(2010, 4, 20), date(2010, 4, 20)], 2),
    ],
)
def test_updates_come_one_at_a_time(days: list[date], told: int) -> None:
    assert said_on(*days) == [("updates-close-together", "Update date")] * told


def test_an_update_that_others_approved_has_that_problem() -> None:
    days = [date(2010, 4, 1), date(2010, 4, 20)]
    assert said_on(*days, approved_by="Zoe Zane") == []
    assert said_on(*days, approved_by="Ann Archer") == [("updates-close-together", "Update date")]


def test_nobody_reports_on_what_has_not_been_recommended_yet() -> None:
    raised = recommendation(raised=MARCH)
    assert found(recommendations=[raised], updates=[update(day=JANUARY)]) == [
        ("update-before-raised", "Update date")
    ]
    assert found(recommendations=[raised], updates=[update(day=MARCH)]) == []


def test_two_rows_with_one_ref_are_a_problem_already() -> None:
    twice = [action(ref="R1.1", recommendation="R2"), action(ref="R1.1")]
    both = [recommendation(raised=MARCH), recommendation(raised=MARCH)]
    assert found(recommendations=[recommendation(), recommendation(ref="R2")], actions=twice) == []
    assert found(recommendations=both, updates=[update(day=JANUARY)]) == []
