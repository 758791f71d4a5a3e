from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from audit_report.model.assessed import RatedAction, RatedRecommendation, Reason
from audit_report.model.scales import Colour, Shade
from audit_report.model.vocabulary import SinceLast
from audit_report.report.at_a_glance import summary
from audit_report.report.blocks import Chart, Grid, Prose, Series
from audit_report.report.context import Material
from tests.report.reading import of_type, only, said, table
from tests.report.registers import APRIL, JANUARY, material, rated, rated_action, recommendation, tracker
from tests.shipped_scale import PlanStatus, Priority

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
    assert [row[0].rating for row in grid.rows] == [*Shade, None]
    assert all(row[0].heads_row for row in grid.rows)


def test_overdue_actions_are_not_due_soon_as_well() -> None:
    assert figures(rated_action(date(2010, 3, 31), reasons=[LATE]), rated_action(APRIL, reasons=[LATE])) == [
        "Actions past their due date: 2",
        "Actions due in the next 30 days: 0",
    ]


def test_overdue_actions_by_directorate_and_age() -> None:
    def late(directorate: str, day: date) -> RatedRecommendation:
        reason = Reason(
            "Reason overdue", {"ref": "R1.1", "action": "Run", "due_date": day, "days": (APRIL - day).days}
        )
        return rated(recommendation(directorate=directorate), actions=[rated_action(day, reasons=[reason])])

    march, october = date(2010, 3, 31), date(2009, 10, 1)
    _, grid = of_type(
        Grid, summary(of([late("Schools", march), late("", october), late("Schools", october)]))
    )
    assert grid.header == (
        "Directorate",
        "0–30 days",
        "31–90 days",
        "91–180 days",
        "Over 180 days",
        "All overdue",
    )
    assert table(grid) == [
        ["Not stated", "0", "0", "0", "1", "1"],
        ["Schools", "1", "0", "0", "1", "2"],
        ["Total", "1", "0", "0", "2", "3"],
    ]


def test_nothing_overdue_makes_no_table_of_it() -> None:
    assert len(of_type(Grid, summary(of([rated()])))) == 1


@pytest.mark.parametrize(
    ("days", "completed", "count"),
    [(-1, False, 0), (0, False, 1), (30, False, 1), (31, False, 0), (5, True, 0)],
)
def test_due_soon(days: int, completed: bool, count: int) -> None:  # noqa: FBT001  a column of the table above
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


def test_the_counts_are_drawn_and_said() -> None:
    chart = only(Chart, summary(of([rated(), rated(status=PlanStatus.RED), rated(priority=Priority.MAJOR)])))
    assert chart.categories == ("Critical", "Major", "Moderate", "Best Practice")
    assert chart.series == (
        Series("Red (not on track)", (1, 0, 0, 0), Colour.RED),
        Series("Green (on track)", (1, 1, 0, 0), Colour.GREEN),
    )
    assert chart.description == (
        "Bar chart of the current recommendations: a bar for each priority, divided by status. "
        "Critical: 1 Red (not on track), 1 Green (on track); Major: 0 Red (not on track), 1 Green (on track); "
        "Moderate: 0 Red (not on track), 0 Green (on track); Best Practice: 0 Red (not on track), 0 Green (on track)."
    )


def test_nothing_current_is_not_drawn() -> None:
    assert of_type(Chart, summary(of([rated(current=False)]))) == []
