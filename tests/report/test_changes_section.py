from datetime import date

from audit_report.model.assessed import RatedRecommendation
from audit_report.model.vocabulary import SinceLast
from audit_report.report.blocks import Block, Grid, Heading
from audit_report.report.changes_section import changes
from tests.report.reading import of_type, only, outline, table
from tests.report.registers import JANUARY, material, move, rated, rated_action, recommendation, tracker
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
