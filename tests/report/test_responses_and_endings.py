"""What the report says of responses, endings, lead members and exempt recommendations."""

from datetime import date

import pytest

from audit_report.model.records import StatusCriteria
from audit_report.model.scales import Meaning
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Outcome, PriorityBasis, Response
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.rules.assess import assess
from audit_report.schema.rich_text import plain
from tests.builders import APRIL, assessment, build, recommendation, tracker, update
from tests.report.plain_text import as_text
from tests.shipped_scale import Priority

MEANINGS = (Meaning.ON_TRACK, Meaning.OFF_TRACK, Meaning.COMPLETE, Meaning.AT_RISK)


def text(of: Tracker, *, published: bool = False) -> str:
    """The report's words, each line break a space."""
    report = compose(of, assess(of, APRIL), Provenance("", "", "", ""), published=published)
    return " ".join(as_text(report).split())


def test_what_was_not_agreed_is_printed_with_its_reason_and_asks_for_no_update() -> None:
    turned_down = recommendation(response=Response.NOT_AGREED, response_reason="It costs more than it saves")
    printed = text(tracker(recommendations=[turned_down]))

    assert "Improvement Plan Status: Not agreed" in printed
    assert "Reason for the response: It costs more than it saves" in printed
    assert "No progress update" not in printed


@pytest.mark.parametrize("statuses", [2, 3, 4])
def test_the_summary_serves_any_scale_and_counts_what_has_no_status(statuses: int) -> None:
    scale = [build(StatusCriteria, {"status": str(each), "meaning": each}) for each in MEANINGS[:statuses]]
    of = tracker(
        {"show_summary": True},
        annex2=tuple(scale),
        recommendations=[recommendation(ref="R1"), recommendation(ref="R2", response=Response.NOT_AGREED)],
    )
    assert "Current recommendations: 2 – 1 On track, 1 Not agreed." in text(of)


def test_what_was_agreed_in_part_says_so() -> None:
    printed = text(
        tracker(recommendations=[recommendation(response=Response.PARTLY_AGREED)], updates=[update()])
    )

    assert "Response: Partly agreed" in printed


def test_the_lead_member_is_named_where_there_is_one() -> None:
    assert "Lead member: Cllr Ada Marsh" in text(
        tracker(recommendations=[recommendation(lead_member="Cllr Ada Marsh")])
    )
    assert "Lead member" not in text(tracker(recommendations=[recommendation()]))


def test_how_a_closed_one_ended_is_printed() -> None:
    closed = recommendation(
        closed=date(2010, 4, 12), closure_evidence="Minutes", outcome=Outcome.RISK_ACCEPTED
    )
    printed = text(tracker({"previous_as_at": date(2010, 1, 31)}, recommendations=[closed]))

    assert "closed on 12 April 2010: risk accepted. Evidence: Minutes" in printed


def test_what_is_exempt_is_marked_in_word_and_only_counted_in_what_is_published() -> None:
    of = tracker(
        {"previous_as_at": date(2010, 1, 31)},
        recommendations=[
            recommendation(ref="R1", text="Settle the claim", exempt=True, raised=date(2010, 3, 1)),
            recommendation(ref="R2"),
        ],
    )

    assert "Settle the claim" in text(of)
    assert "Not for publication" in text(of)
    assert "Settle the claim" not in text(of, published=True)
    assert "not on this page: 1" in text(of, published=True)


def test_a_priority_that_rests_on_what_is_recorded_names_no_area() -> None:
    of = tracker(
        {"priority_rests_on": PriorityBasis.RECORDED},
        recommendations=[recommendation(recorded_priority=Priority.CRITICAL)],
    )

    assert "Priority: Critical Other" in text(of)


def test_section_a_says_where_a_critical_one_is_reported_beside_its_own_arrangements() -> None:
    of = tracker(
        assessments=[
            assessment(reported_through="the Schools Forum", arrangements=(plain("A plan is in place"),))
        ],
        recommendations=[recommendation()],
    )

    assert "A plan is in place" in text(of)
    assert "the Schools Forum" in text(of)
