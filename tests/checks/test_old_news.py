"""What the committee would take for news or for agreed, and is neither; and history put in afterwards."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from audit_report import catalogue
from audit_report.checks.edited_history import CHECKS as HISTORY
from audit_report.model.approval import is_approved_by_director
from audit_report.model.last_report import Earlier
from audit_report.model.records import Officer
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.rules.assess import assess
from audit_report.schema.rich_text import plain
from tests.builders import APRIL, action, build, recommendation, tracker, update
from tests.checks import told
from tests.shipped_scale import Priority

KINDS = (
    catalogue.NoUpdateSince, catalogue.NobodyUpdated, catalogue.UpdateSaysNothing,
    catalogue.ApprovedBeforeUpdate, catalogue.LossOverBudget,
)  # fmt: skip
JANUARY, MARCH = date(2010, 1, 31), date(2010, 3, 31)
PEOPLE = {"director": "Ann Archer", "leads": "Ben Baker"}
OFFICERS = tuple(build(Officer, {"name": name}) for name in ("Ann Archer", "Ben Baker"))


def of(since: date | None = JANUARY, **sheets: Any) -> Tracker:  # noqa: ANN401  rows of any sheet
    """R1 and R2 with an update each of March 2010, compared with a report of January."""
    usual: dict[str, Any] = {
        "recommendations": [recommendation(**PEOPLE), recommendation(ref="R2", **PEOPLE)],
        "updates": [written(), written(recommendation="R2")],
        "officers": OFFICERS,
    }
    return tracker({"previous_as_at": since}, **(usual | sheets))


def written(text: object = "Half of the posts are filled.", **facts: object) -> Any:  # noqa: ANN401  a record
    return update(**({"day": MARCH, "progress": (plain(str(text)),), "approved_by": "Ann Archer"} | facts))


def codes(register: Tracker) -> list[str]:
    return [each.code for each in told(register, KINDS, APRIL)]


def test_updates_since_the_last_report_are_news() -> None:
    assert codes(of()) == []
    assert codes(of(since=None)) == []


def test_one_that_was_not_updated_is_told() -> None:
    assert codes(of(updates=[written(day=JANUARY), written(recommendation="R2")])) == ["no-update-since"]


def test_a_quarter_in_which_nobody_did_anything_is_one_problem() -> None:
    old = [written(day=JANUARY), written(recommendation="R2", day=JANUARY)]
    assert codes(of(updates=old)) == ["nobody-updated"]


@pytest.mark.parametrize("text", ["n/a", "As before", "x", "No change.", "TBC", "ditto"])
def test_an_update_that_says_nothing_is_told(text: str) -> None:
    assert codes(of(updates=[written(text), written(recommendation="R2")])) == ["update-says-nothing"]


def test_an_approval_before_the_update_is_told() -> None:
    early = written(approved=date(2010, 3, 1))
    assert codes(of(updates=[early, written(recommendation="R2")])) == ["approved-before-update"]


@pytest.mark.parametrize(("loss", "expected"), [(900.0, []), (1000.0, []), (1000.5, ["loss-over-budget"])])
def test_a_loss_over_its_budget_is_told(loss: float, expected: list[str]) -> None:
    rows = [recommendation(loss=loss, budget=1000.0, **PEOPLE), recommendation(ref="R2", **PEOPLE)]
    assert codes(of(recommendations=rows)) == expected


def unknown_statuses(register: Tracker) -> list[Problem]:
    return told(register, (catalogue.LastStatusUnknown,), APRIL)


def test_what_rests_on_undated_facts_names_the_option() -> None:
    rows = [recommendation(plan_in_place=False, **PEOPLE), recommendation(ref="R2", **PEOPLE)]
    [unknown] = unknown_statuses(of(recommendations=rows))
    assert unknown.ref == "R1"
    assert unknown.code == "last-status-unknown"
    assert "--previous" in unknown.fix
    assert unknown_statuses(of()) == []


@pytest.mark.parametrize(
    ("facts", "approved"),
    [
        ({}, True),
        ({"approved_by": "Ann Archr"}, True),
        ({"approved_by": "Ben Baker"}, False),
        ({"approved_by": "Ben Baker\nAnn Archer"}, True),
        ({"approved_by": ""}, False),
        ({"approved_by": "Zachary Quill"}, False),
        ({"approved": None}, False),
        ({"approved": date(2010, 5, 1)}, False),
    ],
)
def test_only_a_director_of_its_own_approves_an_update(facts: Mapping[str, object], approved: bool) -> None:  # noqa: FBT001  a table's column
    register, each = of(), recommendation(**PEOPLE)
    assert is_approved_by_director(register, each, written(**facts), APRIL) is approved


def since(before: Tracker, now: Tracker) -> list[tuple[str, str | None]]:
    """What the history checks say of a tracker against that of January."""
    earlier = Earlier("january.xlsx", "0" * 64, JANUARY, before, assess(before, JANUARY), 0)
    new = {"action-reopened", "end-backdated", "reworded", "evidence-lowered"}
    found = [problem for check in HISTORY for problem in check(now, earlier)]
    return [(each.code, each.where.header) for each in found if each.code in new]


DONE = date(2010, 1, 15)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"actions": [action()]}, {"actions": [action()]}, []),
        (
            {"actions": [action(completed=DONE)]},
            {"actions": [action()]},
            [("action-reopened", "Completed on")],
        ),
        ({"actions": [action()]}, {"actions": [action(completed=DONE)]}, [("end-backdated", "Completed on")]),
        ({"actions": [action()]}, {"actions": [action(completed=MARCH)]}, []),
        (
            {"recommendations": [recommendation()]},
            {"recommendations": [recommendation(closed=DONE)]},
            [("end-backdated", "Closed on")],
        ),
        (
            {"recommendations": [recommendation()]},
            {"recommendations": [recommendation(text="Recruit enough social workers soon")]},
            [("reworded", "Recommendation")],
        ),
        (
            {"recommendations": [recommendation()]},
            {"recommendations": [recommendation(service_impact=Priority.MAJOR)]},
            [("evidence-lowered", "Service impact")],
        ),
        (
            {"recommendations": [recommendation(service_impact=Priority.MAJOR)]},
            {"recommendations": [recommendation()]},
            [],
        ),
    ],
)
def test_history_put_in_afterwards_is_told(
    before: dict[str, Any], now: dict[str, Any], expected: list[tuple[str, str | None]]
) -> None:
    assert since(tracker({}, **before), tracker({}, **now)) == expected
