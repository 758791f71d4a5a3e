from datetime import date

import pytest

from audit_report.model.assessed import Change, RatedRecommendation
from audit_report.model.records import Assessment, DateChange, PastReport
from audit_report.model.vocabulary import ChangeCode, Response, SinceLast
from audit_report.report.blocks import Block, Grid, Heading
from audit_report.report.changes_section import changes
from tests.report.reading import of_type, only, outline, table
from tests.report.registers import (
    JANUARY,
    make,
    material,
    move,
    rated,
    rated_action,
    recommendation,
    rich,
    tracker,
)
from tests.shipped_scale import PlanStatus, Priority

DUE, LATER, LATEST = date(2010, 3, 31), date(2010, 6, 30), date(2010, 9, 30)


def changes_of(*recommendations: RatedRecommendation) -> list[Block]:
    return list(changes(material(recommendations=recommendations, previous=JANUARY)))


def test_a_first_report_has_no_such_section() -> None:
    assert list(changes(material(recommendations=[rated()]))) == []


def test_nothing_changed() -> None:
    text = {
        "Changes introduction": "Compared with {previous_as_at}.",
        "Changes nil": "Nothing has changed.",
    }
    same = [rated(since_last=SinceLast.SAME)]
    blocks = changes(material(tracker(text=text), recommendations=same, previous=JANUARY))
    assert list(outline(blocks)) == [
        "## Changes since the last report",
        "Compared with 29 January 2010.",
        "Nothing has changed.",
    ]


R4 = "• Recommendation R4 (R4, from Organisational Assessment) – closed on 1 April 2010. Evidence: Minutes"
R5 = "• Recommendation R5 (R5, from Organisational Assessment) – Major, Red (not on track)"
R6 = "• Recommendation R6 (R6, from Organisational Assessment) – Major, Red (not on track)"
R7 = "• Recommendation R7 (R7, from Organisational Assessment) – closed on 2 April 2010. Evidence: Not stated"


def test_each_kind_of_change_has_its_list() -> None:
    def one(ref: str, since_last: SinceLast, **values: object) -> RatedRecommendation:
        record = recommendation(ref=ref, text=f"Recommendation\n{ref}", **values)
        return rated(record, since_last=since_last, priority=Priority.MAJOR, status=PlanStatus.RED)

    closed = {"closed": date(2010, 4, 1), "closure_evidence": "Minutes"}
    blocks = changes_of(
        one("R1", SinceLast.UNKNOWN),
        one("R2", SinceLast.WORSENED),
        one("R3", SinceLast.IMPROVED),
        one("R4", SinceLast.CLOSED, **closed),
        one("R5", SinceLast.NEW),
        one("R6", SinceLast.NEW),
        one("R7", SinceLast.CLOSED, closed=date(2010, 4, 2)),
        one("R8", SinceLast.SAME),
    )
    assert list(outline(blocks))[2:] == [
        "### New recommendations",
        R5 + "\n" + R6,
        "### Recommendations closed",
        R4 + "\n" + R7,
        "### Status improved",
        "• Recommendation R3 (R3, from Organisational Assessment) – Major, Red (not on track)",
        "### Status worsened",
        "• Recommendation R2 (R2, from Organisational Assessment) – Major, Red (not on track)",
        "### Earlier status not known",
        "• Recommendation R1 (R1, from Organisational Assessment) – Major, Red (not on track)",
    ]


def test_a_date_moved_before_and_since_the_last_report() -> None:
    action = rated_action(DUE, move(LATER, JANUARY, "First"), move(LATEST, date(2010, 4, 1), "Second"))
    blocks = changes_of(rated(since_last=SinceLast.SAME, actions=[action]))
    assert [heading.text for heading in of_type(Heading, blocks)][1:] == ["Due dates moved"]
    grid = only(Grid, blocks)
    assert grid.header == ("Action", "From", "To", "Times moved", "Days slipped", "Reason for change")
    assert table(grid) == [
        ["R1.1 Run the campaign", "30 June 2010", "30 September 2010", "2", "183", "Second"]
    ]


def test_two_moves_since_the_last_report_give_both_reasons() -> None:
    action = rated_action(DUE, move(LATER, date(2010, 2, 1), "First"), move(LATEST, date(2010, 4, 1), ""))
    [row] = table(only(Grid, changes_of(rated(since_last=SinceLast.CLOSED, actions=[action], current=False))))
    assert row[1:] == ["31 March 2010", "30 September 2010", "2", "183", "First\nNot stated"]


def test_a_date_brought_forward_slips_by_less_than_nothing() -> None:
    action = rated_action(LATER, move(DUE, date(2010, 2, 1)))
    [row] = table(only(Grid, changes_of(rated(since_last=SinceLast.SAME, actions=[action]))))
    assert row[4] == "-91"


def test_older_moves_and_recommendations_not_reported_are_left_out() -> None:
    old = rated_action(DUE, move(LATER, JANUARY))
    moved = rated_action(DUE, move(LATER, date(2010, 4, 1)))
    blocks = changes_of(
        rated(since_last=SinceLast.SAME, actions=[old]),
        rated(since_last=None, current=False, actions=[moved]),
    )
    assert of_type(Grid, blocks) == []


CR1 = "Recommendation one (R1, from Organisational Assessment)"
TOLD = {
    ChangeCode.PRIORITY_RAISED: (
        Change(ChangeCode.PRIORITY_RAISED, Priority.MAJOR, Priority.CRITICAL),
        f"{CR1} – from Major to Critical",
    ),
    ChangeCode.PRIORITY_LOWERED: (
        Change(ChangeCode.PRIORITY_LOWERED, Priority.CRITICAL, Priority.MAJOR),
        f"{CR1} – from Critical to Major",
    ),
    ChangeCode.RESPONSE: (
        Change(ChangeCode.RESPONSE, Response.AGREED, Response.NOT_AGREED),
        f"{CR1} – from Agreed to Not agreed",
    ),
    ChangeCode.ELSEWHERE: (Change(ChangeCode.ELSEWHERE), f"{CR1} – now reported through: the Schools Forum"),
    ChangeCode.ACTION_COMPLETED: (
        Change(ChangeCode.ACTION_COMPLETED, None, date(2010, 4, 1), rated_action(DUE)),
        "Run the campaign (R1.1) – 1 April 2010",
    ),
    ChangeCode.ACTION_CANCELLED: (
        Change(ChangeCode.ACTION_CANCELLED, None, date(2010, 4, 1), rated_action(DUE)),
        "Run the campaign (R1.1) – cancelled on 1 April 2010. Reason: Not stated",
    ),
    ChangeCode.ACTION_REOPENED: (
        Change(ChangeCode.ACTION_REOPENED, date(2010, 1, 4), None, rated_action(DUE)),
        "Run the campaign (R1.1) – reported as completed on 4 January 2010, and open again",
    ),
    ChangeCode.REWORDED: (
        Change(ChangeCode.REWORDED, "Act", "Act soon"),
        "R1: “Act” now reads “Act soon”",
    ),
}


@pytest.mark.parametrize(("change", "words"), TOLD.values(), ids=TOLD)
def test_each_other_change_is_said_in_words(change: Change, words: str) -> None:
    elsewhere = make(
        Assessment, ref="OA", name="Organisational Assessment", reported_through="the Schools Forum"
    )
    changed = rated(recommendation(text="Recommendation one"), since_last=SinceLast.SAME, changes=[change])
    blocks = changes(material(tracker(assessments=[elsewhere]), recommendations=[changed], previous=JANUARY))
    assert list(outline(blocks))[-1] == f"• {words}"


def test_extensions_awaiting_approval_and_what_the_committee_asked() -> None:
    asked = make(PastReport, as_at=JANUARY, asked=rich("Come back in April"), done=rich("This report"))
    action = rated_action(DUE)
    of = tracker(
        actions=[action.action],
        date_changes=[make(DateChange, action="R1.1", new_due=LATER, reason="Referrals rose")],
        reports=[asked],
    )
    same = rated(since_last=SinceLast.SAME, actions=[action])
    blocks = list(changes(material(of, recommendations=[same], previous=JANUARY)))

    assert table(only(Grid, blocks)) == [
        ["R1.1 Run the campaign", "31 March 2010", "30 June 2010", "Ben Baker", "Referrals rose"]
    ]
    assert list(outline(blocks))[-4:] == [
        "### What the committee asked last time",
        "Come back in April",
        "### What was done",
        "This report",
    ]
