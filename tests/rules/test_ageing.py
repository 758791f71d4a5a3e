from datetime import date, timedelta

import pytest

from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress
from audit_report.rules.assess import assess
from audit_report.rules.overdue_actions import Age, age_of, ageing, due_soon, overdue
from tests.builders import APRIL, action, recommendation, tracker


def one(days: int, **facts: object) -> Tracker:
    """A tracker whose one action was due so many days before the end of April."""
    return tracker(
        recommendations=[recommendation(directorate="Children")],
        actions=[action(original_due=APRIL - timedelta(days=days), **facts)],
    )


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (1, Age.UP_TO_30),
        (30, Age.UP_TO_30),
        (31, Age.UP_TO_90),
        (90, Age.UP_TO_90),
        (91, Age.UP_TO_180),
        (180, Age.UP_TO_180),
        (181, Age.OVER_180),
        (4000, Age.OVER_180),
    ],
)
def test_the_bands(days: int, age: Age) -> None:
    (late,) = overdue(assess(one(days), APRIL))
    assert (late.days, late.age) == (days, age)
    assert age_of(days) is age


@pytest.mark.parametrize(("days", "soon"), [(1, 0), (0, 1), (-30, 1), (-31, 0)])
def test_due_soon_is_from_today_to_the_last_of_the_days(days: int, soon: int) -> None:
    assert len(list(due_soon(assess(one(days), APRIL), 30))) == soon


@pytest.mark.parametrize("ended", [ActionProgress.COMPLETE, ActionProgress.CANCELLED])
@pytest.mark.parametrize("days", [10, -10])
def test_what_has_ended_is_neither(ended: ActionProgress, days: int) -> None:
    assessed = assess(one(days, progress=ended, completed=APRIL), APRIL)
    assert [*overdue(assessed), *due_soon(assessed, 30)] == []


def test_what_is_not_current_does_not_count() -> None:
    closed = tracker(
        recommendations=[recommendation(closed=APRIL)], actions=[action(original_due=date(2010, 1, 1))]
    )
    assert not list(overdue(assess(closed, APRIL)))


def test_without_a_day_nothing_is_overdue_or_due_soon() -> None:
    assert not list(overdue(assess(one(10), None)))
    assert not list(due_soon(assess(one(-10), None), 30))


def test_counts_by_name_whatever_the_case_and_spacing() -> None:
    (late,) = overdue(assess(one(40), APRIL))
    counts = ageing([("Schools", late), ("children", late), ("Children ", late)])
    assert list(counts) == ["children", "Schools"]
    assert counts["children"] == {Age.UP_TO_30: 0, Age.UP_TO_90: 2, Age.UP_TO_180: 0, Age.OVER_180: 0}
