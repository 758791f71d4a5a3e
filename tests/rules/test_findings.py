from collections.abc import Sequence
from datetime import date

import pytest

from audit_report.problems import Finding
from audit_report.rules.assess import assess
from audit_report.rules.findings import findings_of
from audit_report.schema.record import Record
from tests.builders import APRIL, action, date_change, recommendation, tracker, update
from tests.shipped_scale import PlanStatus, Priority

MAJOR = {"service_impact": Priority.MAJOR}


def found(settings: dict[str, object] | None = None, **sheets: Sequence[Record]) -> list[Finding]:
    return list(findings_of(assess(tracker(settings, **sheets), APRIL)))


def test_a_quiet_tracker_has_none() -> None:
    assert found(recommendations=[recommendation()], actions=[action()], updates=[update()]) == []


def test_a_recorded_priority_that_differs_with_a_reason() -> None:
    record = recommendation(recorded_priority=Priority.MAJOR, reason_differs="Agreed\nin May")
    assert found(recommendations=[record]) == [
        Finding(
            "recorded-priority-differs",
            "R1",
            "R1 is recorded as Major where the evidence gives Critical. "
            "The recorded priority stands: Agreed in May",
        )
    ]


def test_a_recorded_priority_that_differs_without_a_reason() -> None:
    assert found(recommendations=[recommendation(recorded_priority=Priority.MAJOR)]) == [
        Finding(
            "recorded-priority-differs-without-reason",
            "R1",
            "R1 is recorded as Major where the evidence gives Critical, and no reason is given. "
            "The more severe, Critical, stands.",
        )
    ]


@pytest.mark.parametrize("facts", [{"recorded_priority": Priority.CRITICAL}, {"service_impact": None}])
def test_a_recorded_priority_that_agrees_or_stands_alone(facts: dict[str, object]) -> None:
    alone = {"recorded_priority": Priority.MAJOR} | facts
    assert found(recommendations=[recommendation(**alone)]) == []


def test_declared_green_but_rated_red() -> None:
    late = action(original_due=date(2010, 4, 1))
    assert found(recommendations=[recommendation()], actions=[late], updates=[update()]) == [
        Finding(
            "declared-green-rated-red",
            "R1",
            "R1 is declared Green in the latest update (20 April 2010), but the rules rate it Red.",
        )
    ]


def test_declared_red_is_simply_red() -> None:
    red = update(declared=PlanStatus.RED)
    assert found(recommendations=[recommendation()], updates=[red]) == []


def test_an_exception() -> None:
    red = update(declared=PlanStatus.RED)
    assert found(recommendations=[recommendation(**MAJOR)], updates=[red]) == [
        Finding("exception", "R1", "R1 is Major and Red, so section C reports it as an exception.")
    ]


def test_a_last_status_that_is_not_known() -> None:
    assert found(
        {"previous_as_at": date(2010, 1, 31)},
        recommendations=[recommendation(plan_in_place=False)],
    ) == [
        Finding(
            "last-status-unknown",
            "R1",
            "R1 is Red on facts without a date alone, so how that has changed is not known.",
        )
    ]


def test_a_date_that_moved_once_an_action() -> None:
    moves = [
        date_change(date(2010, 7, 31), date(2010, 3, 1)),
        date_change(date(2010, 8, 31), date(2010, 4, 1)),
        date_change(date(2010, 9, 30), None),
    ]
    assert found(recommendations=[recommendation()], actions=[action()], date_changes=moves) == [
        Finding(
            "date-moved",
            "R1.1",
            "The due date of R1.1 has moved from 30 June 2010 to 31 August 2010 "
            "(times moved: 2, days slipped: 62).",
        )
    ]


def test_findings_follow_the_sheets() -> None:
    records = [recommendation(ref=ref, plan_in_place=False, **MAJOR) for ref in ("R2", "R1")]
    actions = [action(ref=f"{ref}.1", recommendation=ref) for ref in ("R1", "R2")]
    moved = [date_change(date(2010, 7, 31), date(2010, 3, 1), action="R1.1")]
    given = found(recommendations=records, actions=actions, date_changes=moved)
    assert [(each.code, each.ref) for each in given] == [
        ("exception", "R2"),
        ("exception", "R1"),
        ("date-moved", "R1.1"),
    ]


@pytest.mark.parametrize("closed", [date(2010, 4, 1), APRIL])
def test_none_on_what_is_not_current(closed: date) -> None:
    record = recommendation(closed=closed, plan_in_place=False, recorded_priority=Priority.MAJOR)
    moved = [date_change(date(2010, 7, 31), date(2010, 3, 1))]
    assert found(recommendations=[record], actions=[action()], date_changes=moved, updates=[update()]) == []


def test_braces_in_a_reason_are_words() -> None:
    record = recommendation(recorded_priority=Priority.MAJOR, reason_differs="See {ref} and {0}")
    [finding] = found(recommendations=[record])
    assert finding.message.endswith("See {ref} and {0}")
