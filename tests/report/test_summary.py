from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from audit_report.model.assessed import RatedAction, RatedRecommendation, Reason
from audit_report.model.vocabulary import PlanStatus, Priority, SinceLast
from audit_report.report.blocks import Grid, Prose
from audit_report.report.material import Material
from audit_report.report.summary import summary
from tests.report.reading import of_type, only, said, table
from tests.report.registers import APRIL, JANUARY, material, rated, rated_action, tracker

SHOWN = {"show_summary": True}
LATE = Reason("Reason overdue", {"ref": "R1.1", "action": "Run", "due_date": date(2010, 3, 31), "days": 30})


def of(recommendations: Sequence[RatedRecommendation], previous: date | None = None) -> Material:
    return material(tracker(settings=SHOWN), recommendations=recommendations, previous=previous)


def figures(*actions: RatedAction) -> list[str]:
    """The sentences under the table for one current recommendation with these actions."""
    return [said(block.lines) for block in of_type(Prose, summary(of([rated(actions=actions)])))][1:]


def test_it_is_left_out_unless_asked_for() -> None:
    assert list(summary(material(recommendations=[rated()]))) == []


def test_counts_by_priority_and_status_with_totals() -> None:
    grid = only(
        Grid,
        summary(
            of(
                [
                    rated(),
                    rated(),
                    rated(status=PlanStatus.RED),
                    rated(priority=Priority.MODERATE, status=PlanStatus.RED),
                    rated(current=False),
                ]
            )
        ),
    )
    assert grid.header == ("Priority", "Red (not on track)", "Green (on track)", "All statuses")
    assert table(grid) == [
        ["Critical", "1", "2", "3"],
        ["Major", "0", "0", "0"],
        ["Moderate", "1", "0", "1"],
        ["Best Practice", "0", "0", "0"],
        ["Total", "2", "2", "4"],
    ]
    assert [row[0].rating for row in grid.rows] == [*Priority, None]
    assert all(row[0].heads_row for row in grid.rows)


def test_overdue_actions_are_not_due_soon_as_well() -> None:
    assert figures(rated_action(date(2010, 3, 31), reasons=[LATE]), rated_action(APRIL, reasons=[LATE])) == [
        "Actions past their due date: 2",
        "Actions due in the next 30 days: 0",
    ]


@pytest.mark.parametrize(
    ("days", "completed", "count"),
    [(-1, False, 0), (0, False, 1), (30, False, 1), (31, False, 0), (5, True, 0)],
)
def test_due_soon(days: int, completed: bool, count: int) -> None:  # noqa: FBT001
    action = rated_action(APRIL + timedelta(days=days), completed=completed)
    assert figures(action)[1] == f"Actions due in the next 30 days: {count}"


def test_an_action_without_a_due_date_is_not_due_soon() -> None:
    assert figures(rated_action(None))[1] == "Actions due in the next 30 days: 0"


def test_actions_of_closed_recommendations_do_not_count() -> None:
    blocks = summary(of([rated(current=False, actions=[rated_action(APRIL, reasons=[LATE])])]))
    assert said(of_type(Prose, blocks)[1].lines) == "Actions past their due date: 0"


def test_closed_since_the_last_report_where_there_was_one() -> None:
    closed = [rated(current=False, since_last=SinceLast.CLOSED), rated()]
    assert said(of_type(Prose, summary(of(closed, JANUARY)))[-1].lines) == (
        "Recommendations closed since the last report: 1"
    )
    assert len(of_type(Prose, summary(of(closed)))) == 3
