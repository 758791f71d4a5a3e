"""October's register is April's, two quarters on: what the header of its source says is planted, and nothing else."""

import re
from datetime import date
from pathlib import Path

import pytest

from audit_report.model.assessed import RatedAction
from audit_report.model.checked import Checked
from audit_report.model.scales import Level, Status
from audit_report.model.vocabulary import SinceLast
from audit_report.pipeline import check_workbook, report_bytes
from audit_report.problems import Severity
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.rules.overdue_actions import due_soon, overdue
from audit_report.word.read_back.made_from import read_report
from tests.report.plain_text import as_text
from tests.shipped_scale import PlanStatus, Priority

SAMPLES = Path(__file__).parent.parent / "sample_data"
APRIL, OCTOBER = SAMPLES / "april_2010.xlsx", SAMPLES / "october_2010.xlsx"
APRIL_DAY = date(2010, 4, 30)
RED, GREEN = PlanStatus.RED, PlanStatus.GREEN


@pytest.fixture(scope="module")
def october() -> Checked:
    return check_workbook(OCTOBER)


@pytest.fixture(scope="module")
def april() -> Checked:
    return check_workbook(APRIL)


def ratings(checked: Checked) -> dict[str, tuple[Level | None, Status | None, str | None]]:
    return {
        each.recommendation.ref: (each.priority.stands, each.status, each.section)
        for each in checked.assessed.recommendations
        if each.current
    }


def dues(checked: Checked) -> dict[str, tuple[date | None, bool, bool | None]]:
    """Every action's due date, completion and rating, of April's recommendations."""
    return {
        each.action.ref: (each.current_due, each.completed, each.on_track)
        for each in checked.assessed.actions
    }


def text(checked: Checked) -> str:
    return as_text(compose(checked.tracker, checked.assessed, Provenance("", "", "", "")))


def test_as_at_april_it_gives_aprils_ratings(april: Checked) -> None:
    then = check_workbook(OCTOBER, APRIL_DAY)

    assert ratings(then) == ratings(april)
    assert {ref: due for ref, due in dues(then).items() if ref in dues(april)} == dues(april)
    assert {each.since_last for each in then.assessed.recommendations if each.current} == {SinceLast.FIRST}


def test_the_ratings_in_october(october: Checked) -> None:
    critical, major, moderate = Priority.CRITICAL, Priority.MAJOR, Priority.MODERATE
    assert ratings(october) == {
        "CR1": (critical, GREEN, "B"),
        "CR3": (critical, RED, "B"),
        "CR4": (critical, RED, "B"),
        "CR5": (critical, GREEN, "B"),
        "CR6": (critical, GREEN, "B"),
        "AS1": (critical, GREEN, "B"),
        "AS2": (major, RED, "C"),
        "AS3": (moderate, GREEN, None),
    }


SINCE_APRIL = {
    "CR1": SinceLast.SAME,
    "CR2": SinceLast.CLOSED,
    "CR3": SinceLast.UNKNOWN,
    "CR4": SinceLast.WORSENED,
    "CR5": SinceLast.SAME,
    "CR6": SinceLast.SAME,
    "AS1": SinceLast.NEW,
    "AS2": SinceLast.NEW,
    "AS3": SinceLast.NEW,
}


def since_last(checked: Checked) -> dict[str, SinceLast | None]:
    return {each.recommendation.ref: each.since_last for each in checked.assessed.recommendations}


def test_the_changes_since_april_are_those_planted(october: Checked) -> None:
    assert since_last(october) == SINCE_APRIL


def test_with_aprils_own_file_what_was_not_known_is(october: Checked) -> None:
    compared = check_workbook(OCTOBER, previous=APRIL)

    assert since_last(compared) == SINCE_APRIL | {"CR3": SinceLast.WORSENED}
    unknown = [each for each in october.problems if each.code == "last-status-unknown"]
    assert [each.ref for each in unknown] == ["CR3"]
    others = [each.as_json() for each in october.problems if each not in unknown]
    assert [each.as_json() for each in compared.problems] == others


def test_the_dates_moved_since_april(october: Checked) -> None:
    def moved(action: RatedAction) -> bool:
        return any(change.approved and change.approved > APRIL_DAY for change in action.moves)

    found = {
        each.action.ref: (
            each.action.original_due and each.action.original_due.latest,
            each.current_due,
            len(each.moves),
            each.days_slipped,
        )
        for each in october.assessed.actions
        if moved(each)
    }
    assert found == {
        "CR5.3": (date(2010, 10, 29), date(2010, 12, 17), 1, 49),
        "CR6.2": (date(2010, 9, 30), date(2011, 1, 14), 2, 106),
    }


def test_what_is_late_and_what_is_due_soon(october: Checked) -> None:
    late = {each.action.action.ref: each.days for each in overdue(october.assessed)}
    soon = [each.action.action.ref for each in due_soon(october.assessed, 30)]

    assert late == {"CR4.3": 93, "AS2.2": 23}
    assert soon == ["CR1.4"]


def test_the_forward_plan_of_october(october: Checked) -> None:
    listed = [each.scheduled.ref for each in october.assessed.forward_plan if each.listed]
    assert listed == ["FP8", "FP9", "FP10", "FP11", "FP12", "FP13", "FP14"]


def test_the_problems_are_those_planted(october: Checked) -> None:
    found = [(each.code, each.ref) for each in october.problems if each.severity is not Severity.INFORMATION]
    assert found == [
        ("misspelt-name", "CR2"),
        ("misspelt-name", "CR3"),
        ("date-change-not-approved", "CR4.3"),
        ("date-moved-too-often", "CR6.2"),
        ("stale-update", "AS3"),
        ("update-not-approved", "AS1"),
        ("assessment-date-past", "FP7"),
    ]


def test_the_report_lists_the_changes_and_nothing_else(october: Checked) -> None:
    changes = text(october).partition("## Changes since the last report")[2].partition("\n## ")[0]
    headings = [line for line in changes.splitlines() if line.startswith("###")]

    assert headings == [
        "### New recommendations",
        "### Recommendations closed",
        "### Status worsened",
        "### Earlier status not known",
        "### Actions completed",
        "### Due dates moved",
        "### Extensions awaiting approval",
    ]
    changes = re.sub(" <#recommendation[0-9]+>", "", changes)
    refs = [ref for ref in (*SINCE_APRIL, "CR5.3", "CR6.2") if f"({ref}," in changes or f" {ref} " in changes]
    assert refs == ["CR2", "CR3", "CR4", "AS1", "AS2", "AS3", "CR5.3", "CR6.2"]


def test_the_report_says_what_it_was_compared_with(tmp_path: Path) -> None:
    compared = check_workbook(OCTOBER, previous=APRIL)
    report = tmp_path / "report.docx"
    report.write_bytes(report_bytes(compared))

    assert read_report(report).made_from.compared_with.startswith("april_2010.xlsx (SHA-256 ")
