"""A quarter in which nobody did anything: `check` says so, whichever way the tracker was moved on."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.test_cli import run

OCTOBER = Path(__file__).parent.parent / "sample_data" / "october_2010.xlsx"
JANUARY = date(2011, 1, 31)


def by_next(target: Path) -> None:
    """The next period's tracker, with the meeting's day."""
    asked = ("--as-at", JANUARY.isoformat(), "--committee-date", "2011-02-14")
    assert run("next", OCTOBER, target, *asked).exit_code == 0


def by_hand(target: Path) -> None:
    """The same rows, with three dates typed over."""
    workbook = load_workbook(OCTOBER)
    dates = {
        "Data as at": JANUARY,
        "Previous data as at": date(2010, 10, 31),
        "Committee date": date(2011, 2, 14),
    }
    for item, value, *_ in workbook["Report details"].iter_rows():
        value.value = dates.get(str(item.value), value.value)
    workbook.save(target)


@pytest.mark.parametrize("move_on", [by_next, by_hand])
def test_nobody_having_added_an_update_is_told_once_and_fails_the_strict(
    move_on: object, tmp_path: Path
) -> None:
    tracker = tmp_path / "january.xlsx"
    assert callable(move_on)
    move_on(tracker)
    found = json.loads(run("check", tracker, "--json").stdout)

    [told] = [each for each in found["problems"] if each["code"] == "nobody-updated"]
    assert told["severity"] == "warning"
    assert "since the last report (31 October 2010), on any of 8 recommendations" in told["message"]
    assert found["summary"]["errors"] == 0
    assert "nobody-updated: Nobody has added an update" in run("check", tracker).stdout
    assert run("check", tracker, "--strict").exit_code == 1


def test_of_what_the_last_report_said_nothing_is_called_put_in_afterwards(tmp_path: Path) -> None:
    """One of October's is red for its quality, which has no date: nobody has put in a date since."""
    by_next(tmp_path / "january.xlsx")
    found = json.loads(run("check", tmp_path / "january.xlsx", "--json").stdout)

    assert "put-in-afterwards" not in {each["code"] for each in found["problems"]}
