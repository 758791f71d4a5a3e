"""The sample of a council of today: what it shows, and that its history is what `next` made of it."""

from datetime import date
from pathlib import Path

import pytest

from audit_report.model.checked import Checked
from audit_report.model.vocabulary import ActionProgress, Outcome, Response
from audit_report.pipeline import check_workbook
from audit_report.problems import Severity
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.rules.assess import assess
from audit_report.rules.requested_extensions import requested_extensions
from tests.report.plain_text import as_text

NORTHMOOR = Path(__file__).parent.parent / "sample_data" / "northmoor_2026.xlsx"
REPORTS = [date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31)]


@pytest.fixture(scope="module")
def northmoor() -> Checked:
    return check_workbook(NORTHMOOR)


def test_it_has_one_of_everything_and_no_errors(northmoor: Checked) -> None:
    of, assessed = northmoor.tracker, northmoor.assessed
    assert not northmoor.has(Severity.ERROR)
    assert {str(each.status.meaning) for each in assessed.recommendations if each.status} == {
        "Off track", "At risk", "On track", "Complete",
    }  # fmt: skip
    assert {each.response for each in of.recommendations} == set(Response)
    assert {each.outcome for each in of.recommendations} == {None, Outcome.SUPERSEDED, Outcome.RISK_ACCEPTED}
    assert ActionProgress.CANCELLED in {each.progress for each in of.actions}
    assert "Ongoing" in {each.original_due.words for each in of.actions if each.original_due}
    assert len(list(requested_extensions(of, assessed))) == 2
    assert all(each.lead_member for each in of.recommendations if each.closed is None)
    assert len(of.scales.levels) == 3


def test_the_history_is_what_each_report_said(northmoor: Checked) -> None:
    assert [row.as_at for row in northmoor.tracker.reports] == REPORTS
    for row in northmoor.tracker.reports:
        assert row.as_at is not None
        then = assess(northmoor.tracker, row.as_at)
        current = [each for each in then.recommendations if each.current]
        assert row.current == len(current)
    kept = {row.as_at for row in northmoor.tracker.reported_ratings}
    assert kept == set(REPORTS)


def test_its_report_has_the_trend_and_what_the_committee_asked(northmoor: Checked) -> None:
    report = compose(northmoor.tracker, northmoor.assessed, Provenance("", "", "", ""))
    text = " ".join(as_text(report).split())
    assert "30 June 2026: 1 Off track, 2 At risk, 5 On track or Complete." in text
    assert "What the committee asked last time" in text
    assert "Reason for the response: The Council aims at 2028/29" in text
    assert "1 Complete, 1 Not agreed." in text
