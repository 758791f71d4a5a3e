"""What a council has agreed to is counted in one line and passes --strict; nothing else can be agreed."""

from pathlib import Path

import pytest

from audit_report import catalogue
from audit_report.checks.agreed_departures import AGREEABLE
from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook, is_refused
from audit_report.problems import Severity
from tests.trackers import save_tracker, small_tracker


def checked(tmp_path: Path, agreed: str | None) -> Checked:
    """The small tracker with its own thresholds and one recommendation rated by its recorded priority alone."""
    sheets = small_tracker()
    sheets["Recommendations"][1] |= {"Service impact": None, "Recorded priority": "Moderate"}
    sheets["Annex 1"][0]["Financial loss at least (£)"] = 2_000_000
    sheets["Report details"].append({"Item": "Agreed departures", "Value": agreed, "What it is for": None})
    return check_workbook(save_tracker(tmp_path / "tracker.xlsx", sheets))


def codes(found: Checked) -> list[str]:
    return [each.code for each in found.problems if each.severity is not Severity.INFORMATION]


def test_what_is_agreed_is_one_line_and_passes_strict(tmp_path: Path) -> None:
    before = checked(tmp_path, None)
    after = checked(tmp_path, "thresholds-changed\nNo-evidence-for-priority\ncriteria-reworded")

    assert codes(before) == ["no-evidence-for-priority", "thresholds-changed"]
    assert is_refused(before, strict=True)
    assert codes(after) == []
    assert not is_refused(after, strict=True)
    [told] = [each for each in after.problems if each.code == "agreed-departure"]
    assert "thresholds-changed (1)" in told.message
    assert "no-evidence-for-priority (1)" in told.message
    assert told.where.sheet == "Report details"


@pytest.mark.parametrize("code", ["required-blank", "no-update", "update-not-approved", "nothing-at-all"])
def test_errors_and_governance_cannot_be_agreed(tmp_path: Path, code: str) -> None:
    found = checked(tmp_path, code)

    assert "not-agreeable" in codes(found)
    assert "thresholds-changed" in codes(found)


def test_only_what_is_no_error_is_agreeable() -> None:
    entries = [each for each in vars(catalogue).values() if getattr(each, "code", None) in AGREEABLE]

    assert len(entries) == len(AGREEABLE)
    assert all(each.severity is not Severity.ERROR for each in entries)


def test_nothing_is_said_where_nothing_is_agreed(tmp_path: Path) -> None:
    assert "agreed-departure" not in {each.code for each in checked(tmp_path, None).problems}
