"""Responses and endings: what was not agreed, how what is closed ended, and priorities as recorded."""

from datetime import date

import pytest

from audit_report.checks import OF_UPKEEP, recommendation_rows
from audit_report.model.assessed import RatedRecommendation
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Outcome, PriorityBasis, Response, Section, SinceLast
from audit_report.rules.assess import assess
from tests.builders import APRIL, action, recommendation, tracker, update
from tests.shipped_scale import PlanStatus, Priority

RECORDED = {"priority_rests_on": PriorityBasis.RECORDED}


def told(of: Tracker) -> list[str]:
    """The codes of the problems of recommendations' rows."""
    assessed = assess(of, APRIL)
    return [problem.code for check in recommendation_rows.CHECKS for problem in check(of, assessed)]


def rated(of: Tracker) -> RatedRecommendation:
    return assess(of, of.details.data_as_at).recommendations[0]


@pytest.mark.parametrize(
    ("level", "section"), [(Priority.CRITICAL, Section.B), (Priority.MODERATE, None)], ids=str
)
def test_what_was_not_agreed_has_no_status_and_is_never_in_section_c(
    level: object, section: Section | None
) -> None:
    of = tracker(
        recommendations=[
            recommendation(service_impact=level, response=Response.NOT_AGREED, plan_in_place=False)
        ],
        actions=[action(original_due=date(2010, 1, 1))],
        updates=[update(declared=PlanStatus.RED, challenges=True)],
    )

    assert (rated(of).status, rated(of).current, rated(of).section) == (None, True, section)


@pytest.mark.parametrize("response", [Response.AGREED, Response.PARTLY_AGREED])
def test_what_was_agreed_in_part_is_rated_like_what_was_agreed(response: Response) -> None:
    of = tracker(recommendations=[recommendation(response=response, plan_in_place=False)])

    assert rated(of).status == PlanStatus.RED


def test_nobody_is_asked_about_what_was_not_agreed() -> None:
    turned_down = recommendation(
        response=Response.NOT_AGREED,
        response_reason="It would cost more than it saves",
        director="Ann",
        leads="Ben",
    )
    of = tracker(recommendations=[turned_down])
    assessed = assess(of, APRIL)
    upkeep = [problem.code for check in OF_UPKEEP for problem in check(of, assessed)]

    assert told(of) == []
    assert "no-update" not in upkeep


def test_not_agreed_without_a_reason_is_told() -> None:
    assert told(tracker(recommendations=[recommendation(response=Response.NOT_AGREED)])) == [
        "not-agreed-without-reason"
    ]


def test_since_when_it_was_not_agreed_nobody_can_say() -> None:
    of = tracker(
        {"previous_as_at": date(2010, 1, 31)},
        recommendations=[recommendation(response=Response.NOT_AGREED, raised=date(2009, 12, 9))],
    )

    assert rated(of).since_last is SinceLast.UNKNOWN


@pytest.mark.parametrize(
    ("version", "facts", "expected"),
    [
        (2, {"closed": APRIL, "closure_evidence": "Minutes"}, ["closed-without-outcome"]),
        (1, {"closed": APRIL, "closure_evidence": "Minutes"}, []),
        (2, {"closed": APRIL, "closure_evidence": "Minutes", "outcome": Outcome.SUPERSEDED}, []),
        (2, {"outcome": Outcome.IMPLEMENTED}, ["outcome-of-open"]),
    ],
)
def test_closing_wants_an_outcome_from_the_second_version_on(
    version: int, facts: dict[str, object], expected: list[str]
) -> None:
    of = tracker(
        {"template_version": version},
        recommendations=[recommendation(**facts)],
        actions=[action(completed=APRIL)],
    )

    assert told(of) == expected


def test_where_priorities_rest_on_what_is_recorded_the_areas_are_nobodys_business() -> None:
    recorded = recommendation(
        service_impact=Priority.MODERATE, loss=2_000_000.0, recorded_priority=Priority.CRITICAL
    )
    of = tracker(RECORDED, recommendations=[recorded], actions=[action()])

    assert told(of) == []
    assert (rated(of).priority.stands, rated(of).priority.evidence) == (Priority.CRITICAL, None)


def test_a_recorded_priority_on_which_it_rests_cannot_be_missing() -> None:
    assert told(tracker(RECORDED, recommendations=[recommendation()], actions=[action()])) == [
        "no-recorded-priority"
    ]
