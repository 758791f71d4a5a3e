"""Why a rating is what it is, and no more than the facts bear."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from audit_report.cli import main
from tests.trackers import Sheets, save_tracker, small_tracker


def explained(tmp_path: Path, sheets: Sheets, ref: str, *options: str) -> str:
    path = save_tracker(tmp_path / "tracker.xlsx", sheets)
    result = CliRunner().invoke(main, ["explain", str(path), ref, *options])
    return result.output


def with_cell(sheet: str, row: int, header: str, value: Any) -> Sheets:  # noqa: ANN401  a cell's value
    sheets = small_tracker()
    sheets[sheet][row][header] = value
    return sheets


@pytest.mark.parametrize(
    ("sheets", "said", "never"),
    [
        (small_tracker(), ["a plan is in place", "every action is on track"], ["Left out", "no update counts"]),
        (with_cell("Progress updates", 0, "Update date", date(2010, 5, 3)), ["no update counts"], ["declares no"]),
        (with_cell("Recommendations", 0, "Improvement plan in place", "No"), ["No improvement plan is in place."],
         ["a plan is in place"]),
        (with_cell("Recommendations", 0, "Closed on", date(2010, 4, 1)), ["it was closed on 1 April 2010."],
         ["raised on", "another route"]),
        (with_cell("Recommendations", 0, "Date raised", date(2010, 5, 4)),
         ["Not reported: it was raised on 4 May 2010, after the as-at day."], ["closed on", "another route"]),
        (with_cell("Assessments", 0, "Reported through", "The Schools Forum"), ["is reported through another route."],
         ["closed on", "raised on"]),
    ],
)  # fmt: skip
def test_it_says_what_the_facts_bear(
    sheets: Sheets, said: list[str], never: list[str], tmp_path: Path
) -> None:
    output = explained(tmp_path, sheets, "R1")

    assert [words for words in said if words not in output] == []
    assert [words for words in never if words in output] == []


def test_an_earlier_day_says_which_facts_it_leaves_out(tmp_path: Path) -> None:
    sheets = with_cell("Recommendations", 0, "Improvement plan in place", "No")
    output = explained(tmp_path, sheets, "R1", "--as-at", "2010-04-29")

    assert "Left out: Improvement plan in place, Progress and Quality" in output
    assert "a plan is in place" not in output


def test_an_actions_ref_explains_its_recommendation(tmp_path: Path) -> None:
    output = explained(tmp_path, small_tracker(), "r1.1")

    assert output.startswith("R1.1 is an action of R1.\nR1: ")


def test_a_ref_that_is_not_there_gets_the_nearest(tmp_path: Path) -> None:
    output = explained(tmp_path, small_tracker(), "RI")

    assert output.startswith("Error: “RI” is not the ref of a recommendation or an action")
