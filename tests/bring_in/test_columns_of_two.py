"""Columns that hold two things: told apart cell by cell, proposed by header and values, written and read as a map."""

from datetime import date
from pathlib import Path

import pytest

from audit_report.bring_in.bring_theirs import Outcome, bring_theirs, propose, read_theirs
from audit_report.bring_in.the_map.import_map import ImportMap
from audit_report.bring_in.the_map.parted_cells import parted
from audit_report.bring_in.the_map.read_map import WrongMapError, read_map
from audit_report.bring_in.the_map.write_map import map_text
from tests.bring_in.layouts import Rows, workbook

_LEADS_AND_DATE = ("Recommendations: Delivery leads", "Actions: Original due date")
_RESPONSE_AND_ACTION = ("Recommendations: Response", "Actions: Action")
_NOTE_AND_STATUS = ("Progress updates: Latest progress", "Status")
_TEXT_AND_PRIORITY = ("Recommendations: Recommendation", "Recommendations: Recorded priority")
_TABLE: Rows = (
    ("Ref", "Recommendation", "Lead officer / target date", "Management response"),
    ("R1", "Reconcile the rent account", "Ann Archer\n30/06/2026", "Agreed. Reconcile it each month."),
    ("R2", "Test the backup", "Ben Baker, by 31/03/2026", "Agreed - a test is planned for May."),
    ("R3", "Publish the register", "Cat Cole\nOngoing", "Partly agreed. Publish its summary."),
)


@pytest.mark.parametrize(
    ("text", "names", "parts"),
    [
        ("Ann Archer\n30/06/2026", _LEADS_AND_DATE, ("Ann Archer", "30/06/2026")),
        ("30 June 2026 - Ann Archer", _LEADS_AND_DATE, ("Ann Archer", "30 June 2026")),
        ("Ann Archer\nTarget date: Dec 25", _LEADS_AND_DATE, ("Ann Archer", "Dec 25")),
        ("Ann Archer, End of June 2026", _LEADS_AND_DATE, ("Ann Archer", "End of June 2026")),
        ("Ann Archer\nEnd of June 2026", _LEADS_AND_DATE, ("Ann Archer", "End of June 2026")),
        ("Ann Archer", _LEADS_AND_DATE, ("Ann Archer", "")),
        ("Agreed.\nWrite it down.", _RESPONSE_AND_ACTION, ("Agreed", "Write it down.")),
        ("Write it down.", _RESPONSE_AND_ACTION, ("", "Write it down.")),
        ("Implemented.", _NOTE_AND_STATUS, ("Implemented.", "Implemented")),
        ("Not started. Staff away.", _NOTE_AND_STATUS, ("Not started. Staff away.", "Not started")),
        ("Lock the door. (High)", _TEXT_AND_PRIORITY, ("Lock the door.", "High")),
        ("Lock the door.\nMedium", _TEXT_AND_PRIORITY, ("Lock the door.", "Medium")),
    ],
)
def test_a_cell_is_told_apart(text: str, names: tuple[str, ...], parts: tuple[str, ...]) -> None:
    found = parted(text, names)
    assert tuple(found[name] for name in names) == parts


def values(outcome: Outcome, name: str) -> list[object]:
    sheet = name.partition(":")[0]
    return [row[name].value for row in outcome.brought.rows[sheet]]


def test_both_things_land_in_their_columns(tmp_path: Path) -> None:
    theirs = read_theirs([workbook(tmp_path, {"Register": _TABLE})])
    outcome = bring_theirs(theirs, propose(theirs).map)
    assert values(outcome, "Recommendations: Delivery leads") == ["Ann Archer", "Ben Baker", "Cat Cole"]
    assert values(outcome, "Actions: Original due date") == [date(2026, 6, 30), date(2026, 3, 31), "Ongoing"]
    assert values(outcome, "Recommendations: Response") == ["Agreed", "Agreed", "Partly agreed"]
    assert values(outcome, "Actions: Action") == [
        "Reconcile it each month.",
        "a test is planned for May.",
        "Publish its summary.",
    ]
    assert not [line for line in outcome.account.lines if "header" not in line.why]


def written(tmp_path: Path, edit: tuple[str, str] = ("", "")) -> ImportMap:
    proposal = propose(read_theirs([workbook(tmp_path, {"Register": _TABLE})]))
    path = tmp_path / "map.toml"
    path.write_text(map_text(proposal).replace(*edit), "utf-8")
    return read_map(path)


def test_the_map_says_both_and_is_read_back(tmp_path: Path) -> None:
    columns = written(tmp_path).designs[0].columns
    assert columns["Lead officer / target date"] == " + ".join(_LEADS_AND_DATE)
    assert columns["Management response"] == " + ".join(_RESPONSE_AND_ACTION)


@pytest.mark.parametrize("two", ["Actions: Action + Actions: Evidence", "Actions: Owner + Own column"])
def test_two_things_that_cannot_be_told_apart_are_a_wrong_map(tmp_path: Path, two: str) -> None:
    with pytest.raises(WrongMapError, match=r"line \d+: of several fields in one column"):
        written(tmp_path, (" + ".join(_RESPONSE_AND_ACTION), two))


def test_a_header_of_one_name_is_one_thing(tmp_path: Path) -> None:
    table = [
        ("Ref", "Finding and recommendation", "Response and agreed action"),
        ("R1", "It is late", "Do it"),
    ]
    proposal = propose(read_theirs([workbook(tmp_path, {"Register": table})]))
    assert not any(" + " in name for name in proposal.map.designs[0].columns.values())
