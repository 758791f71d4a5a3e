"""Trackers of the first version: the samples as they were then say what they said, and lack nothing."""

from pathlib import Path

import pytest

from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from audit_report.workbook_out.carry_over import carry_over
from audit_report.workbook_out.template import fill, new_workbook, save
from tests.report.plain_text import as_text

HERE = Path(__file__).parent
NAMES = ("april_2010", "october_2010")
LACKS = {"missing-place", "missing-optional-column", "missing-column", "missing-settings", "missing-sheet"}


def text(of: Checked) -> str:
    """A report's words, but for the name of its workbook."""
    return as_text(compose(of.tracker, of.assessed, Provenance("", "", str(of.assessed.as_at), "")))


@pytest.mark.parametrize("name", NAMES)
def test_its_report_is_that_of_the_sample_of_today(name: str) -> None:
    """But for the outcome, which the first version cannot say."""
    today = text(check_workbook(HERE.parent / "sample_data" / f"{name}.xlsx"))

    assert (
        text(check_workbook(HERE / "version_1" / f"{name}.xlsx")).split()
        == today.replace("2010: implemented.", "2010.").split()
    )


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_of_what_the_second_version_added(name: str) -> None:
    told = {problem.code for problem in check_workbook(HERE / "version_1" / f"{name}.xlsx").problems}

    assert not told & (LACKS | {"closed-without-outcome"})


def test_a_meaning_that_was_left_blank_stays_blank(tmp_path: Path) -> None:
    """Only a sheet without the column means by Red what the colour does; in any other the blank is an error to keep."""
    old, new = tmp_path / "old.xlsx", tmp_path / "new.xlsx"
    workbook = new_workbook()
    fill(workbook, "Annex 2", [{"Status": "Red", "Report label": "Red", "Criteria": "Late."}])
    save(workbook, old)
    save(carry_over(read_workbook(old, SHEETS)).workbook, new)

    (red,) = check_workbook(new).tracker.annex2
    assert (red.status, red.meaning) == ("Red", None)


@pytest.mark.parametrize("name", NAMES)
def test_as_a_tracker_of_today_it_says_the_same(name: str, tmp_path: Path) -> None:
    old, new = HERE / "version_1" / f"{name}.xlsx", tmp_path / f"{name}.xlsx"
    save(carry_over(read_workbook(old, SHEETS)).workbook, new)
    upgraded = check_workbook(new)

    assert upgraded.tracker.details.template_version == 2
    assert text(upgraded) == text(check_workbook(old))
    assert not {problem.code for problem in upgraded.problems} & LACKS
