"""The first page: what is asked, where things stand, what is late, and the trend."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from audit_report.model.assessed import RatedAction, RatedRecommendation, Reason
from audit_report.model.records import DateChange, PastReport, ProgressUpdate
from audit_report.model.scales import Colour
from audit_report.model.vocabulary import SinceLast
from audit_report.report.at_a_glance import summary
from audit_report.report.blocks import Block, Chart, Grid, Series
from audit_report.report.context import Material
from tests.report.reading import column, of_type, only, outline, table
from tests.report.registers import (
    APRIL,
    JANUARY,
    make,
    material,
    rated,
    rated_action,
    recommendation,
    tracker,
)
from tests.shipped_scale import PlanStatus, Priority

SHOWN = {"show_summary": True}
MARCH, FEW_DAYS = date(2010, 3, 31), date(2010, 4, 27)


def late_since(day: date) -> Reason:
    return Reason(
        "Reason overdue", {"ref": "R1.1", "action": "Run", "due_date": day, "days": (APRIL - day).days}
    )


def of(
    recommendations: Sequence[RatedRecommendation], previous: date | None = None, **sheets: object
) -> Material:
    made = tracker(settings=SHOWN, **sheets)  # type: ignore[arg-type]  # sheets are of records of any kind
    return material(made, recommendations=recommendations, previous=previous)


def one(ref: str, priority: object, status: object, **facts: object) -> RatedRecommendation:
    values = {"priority": priority, "status": status, **facts}
    return rated(recommendation(ref=ref, text=f"Recommendation {ref}"), **values)  # type: ignore[arg-type]  # the rating's own fields


def words(blocks: Sequence[Block]) -> list[str]:
    return [line for block in outline(blocks) for line in block.split("\n")]


def test_it_is_left_out_unless_asked_for() -> None:
    assert list(summary(material(recommendations=[rated()]))) == []


def test_it_begins_with_the_meeting_and_what_is_asked_of_it() -> None:
    late = rated_action(MARCH, reasons=[late_since(MARCH)])
    asked = make(DateChange, action="R1.1", new_due=date(2010, 9, 30), reason="Referrals rose")
    blocks = list(summary(of([rated(status=PlanStatus.RED, actions=[late]), rated()], date_changes=[asked])))
    assert words(blocks)[:6] == [
        "## At a glance",
        "Audit Committee, 17 May 2010. The position is as at 30 April 2010.",
        "### What the committee is asked to do",
        "• Note the position set out in this report.",
        "• Consider the plans that are off track: R1.",
        "• Decide on the later date asked for R1.1: from 31 March 2010 to 30 September 2010.",
    ]


def test_where_there_was_no_update_since_the_last_report_one_is_asked_for() -> None:
    old = make(ProgressUpdate, recommendation="R1", day=JANUARY)
    new = make(ProgressUpdate, recommendation="R2", day=date(2010, 4, 20))
    recommendations = [
        one("R1", Priority.MAJOR, PlanStatus.GREEN, latest=old),
        one("R2", Priority.MAJOR, PlanStatus.GREEN, latest=new),
        one("R3", Priority.MAJOR, PlanStatus.GREEN),
    ]
    asked = "• Ask for an update where there was none since the last report: R1 and R3."
    assert asked in words(list(summary(of(recommendations, JANUARY))))
    assert asked not in words(list(summary(of(recommendations))))


def test_many_later_dates_are_asked_for_at_once() -> None:
    asked = [
        make(DateChange, action="R1.1", new_due=date(2010, 9, day), reason="Late") for day in (1, 2, 3, 4)
    ]
    said = words(list(summary(of([rated(actions=[rated_action(MARCH)])], date_changes=asked))))
    assert "• Decide on 4 later dates asked for: R1.1." in said


def test_the_register_is_in_order_of_need() -> None:
    recommendations = [
        one("R1", Priority.MODERATE, PlanStatus.GREEN),
        one("R2", Priority.CRITICAL, PlanStatus.GREEN, actions=[rated_action(MARCH), rated_action(APRIL)]),
        one("R3", Priority.MAJOR, PlanStatus.RED),
        one("R4", Priority.CRITICAL, PlanStatus.RED),
        one("R5", Priority.CRITICAL, PlanStatus.RED, current=False),
    ]
    grid = of_type(Grid, summary(of(recommendations)))[0]
    assert table(grid) == [
        ["R4", "Recommendation R4", "Critical", "Red", "None", "Ben Baker"],
        ["R3", "Recommendation R3", "Major", "Red", "None", "Ben Baker"],
        ["R2", "Recommendation R2", "Critical", "Green", "31/03/2010", "Ben Baker"],
        ["R1", "Recommendation R1", "Moderate", "Green", "None", "Ben Baker"],
    ]
    assert all(row[0].heads_row for row in grid.rows)
    assert sum(grid.widths) == pytest.approx(1)


def test_against_the_last_report_it_says_what_changed_and_what_was() -> None:
    recommendations = [
        one(
            "R1",
            Priority.CRITICAL,
            PlanStatus.RED,
            since_last=SinceLast.WORSENED,
            last_status=PlanStatus.GREEN,
        ),
        one("R2", Priority.CRITICAL, PlanStatus.GREEN, since_last=SinceLast.NEW),
        one("R3", Priority.CRITICAL, PlanStatus.GREEN, since_last=SinceLast.UNKNOWN),
        one("R4", Priority.CRITICAL, PlanStatus.GREEN, since_last=SinceLast.REOPENED),
        one("R5", Priority.CRITICAL, PlanStatus.GREEN, since_last=SinceLast.CLOSED, current=False),
    ]
    blocks = list(summary(of(recommendations, JANUARY)))
    assert "Current recommendations: 4 – 1 Red, 3 Green." in words(blocks)
    told = "Since the last report: 1 new, 1 closed, 1 reopened, 1 worse, 1 whose earlier status is not known."
    assert told in words(blocks)
    assert column(only(Grid, blocks), "Last time") == ["Green", "New", "Not known", "Reopened"]


def test_nothing_changed_and_nothing_current_are_said() -> None:
    same = [rated(since_last=SinceLast.SAME, last_status=PlanStatus.GREEN)]
    unchanged = "Since the last report no recommendation is new, closed or of another status."
    assert unchanged in words(list(summary(of(same, JANUARY))))
    assert "No recommendation is current." in words(list(summary(of([]))))


def test_a_long_register_is_cut_at_what_is_best_and_says_so() -> None:
    recommendations = [one(f"R{number}", Priority.MAJOR, PlanStatus.GREEN) for number in range(60)]
    blocks = list(summary(of([*recommendations, one("R99", Priority.MODERATE, PlanStatus.RED)])))
    assert column(only(Grid, blocks), "Ref")[0] == "R99"
    assert len(only(Grid, blocks).rows) == 24
    assert "There are 37 more." in words(blocks)


def actions(*found: RatedAction) -> list[Block]:
    return list(summary(of([rated(actions=found)])))


def test_overdue_actions_are_listed_the_latest_first_and_are_not_due_soon_as_well() -> None:
    blocks = actions(
        rated_action(FEW_DAYS, reasons=[late_since(FEW_DAYS)]),
        rated_action(MARCH, reasons=[late_since(MARCH)]),
    )
    _, grid = of_type(Grid, blocks)
    assert column(grid, "Days late") == ["30", "3"]
    said = words(blocks)
    assert "### Actions past their due date: 2" in said
    assert "Actions due in the next 30 days: 0" in said


@pytest.mark.parametrize(
    ("days", "completed", "count"), [(0, False, 1), (30, False, 1), (31, False, 0), (3, True, 0)]
)
def test_due_soon(days: int, completed: bool, count: int) -> None:  # noqa: FBT001  a column of the table above
    blocks = actions(rated_action(APRIL + timedelta(days=days), completed=completed))
    said = f"Actions due in the next 30 days: {count}"
    assert (f"### {said}" if count else said) in words(blocks)


def past(day: date, off_track: int, on_track: int) -> PastReport:
    return make(PastReport, as_at=day, off_track=off_track, at_risk=0, on_track=on_track)


REPORTS = [past(date(2009, month, 1), month, 12 - month) for month in range(1, 11)]


def test_the_trend_is_drawn_and_said_from_three_reports_on() -> None:
    now = [rated(), rated(status=PlanStatus.RED)]
    assert of_type(Chart, summary(of(now, reports=REPORTS[:2]))) == []

    blocks = list(summary(of(now, reports=[*REPORTS[:3], past(date(2011, 1, 1), 9, 9)])))
    chart = only(Chart, blocks)
    assert chart.categories == ("1 January 2009", "1 February 2009", "1 March 2009", "30 April 2010")
    assert chart.series == (
        Series("Red (not on track)", (1, 2, 3, 1), Colour.RED),
        Series("Green (on track)", (11, 10, 9, 1), Colour.GREEN),
    )
    assert chart.description.endswith("divided by status. The list below has the figures.")
    assert "• 1 January 2009: 1 Red (not on track), 11 Green (on track)." in words(blocks)
    assert "• 30 April 2010: 1 Red (not on track), 1 Green (on track)." in words(blocks)


def test_the_trend_shows_eight_reports_at_most() -> None:
    chart = only(Chart, summary(of([rated()], reports=REPORTS)))
    assert len(chart.categories) == 8
    assert chart.categories[-1] == "30 April 2010"
