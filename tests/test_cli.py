"""The doors as an analyst uses them: the program run on real files."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx import Document

from audit_report.cli import main
from tests.trackers import Sheets, save_tracker, set_item, small_tracker


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def checked(path: Path, *arguments: str) -> dict[str, Any]:
    outcome: dict[str, Any] = json.loads(run("check", path, "--json", *arguments).stdout)
    return outcome


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


def test_help_teaches_the_quarter() -> None:
    result = run("--help")

    assert result.exit_code == 0
    assert "audit-report check" in result.stdout


def test_check_json_gives_what_the_contract_says(tracker: Path) -> None:
    outcome = checked(tracker)

    assert outcome["as_at"] == "2010-04-30"
    assert {problem["severity"] for problem in outcome["problems"]} == {"information"}
    first = outcome["recommendations"][0]
    assert first["ref"] == "R1"
    assert first["row"] == 2
    assert (first["priority"], first["annex1_priority"], first["recorded_priority"]) == ("Critical",) * 3
    assert first["priority_reasons"]
    assert (first["status"], first["status_reasons"], first["declared_status"]) == ("Green", [], "Green")
    assert (first["current"], first["section"], first["since_last"]) == (True, "B", "first")
    assert outcome["actions"][0] == {
        "ref": "R1.1",
        "current_due_date": "2010-07-31",
        "date_moves": 1,
        "days_slipped": 31,
        "on_track": True,
    }
    assert outcome["forward_plan"] == [
        {"ref": "F1", "earliest": "2010-05-01", "latest": "2010-05-31", "listed": True}
    ]
    assert outcome["summary"] == {
        "recommendations": 2,
        "current": 2,
        "critical": 1,
        "red": 0,
        "green": 2,
        "at_risk": 0,
        "complete": 0,
        "no_status": 0,
        "section_b": 1,
        "section_c": 0,
        "section_d": 1,
        "errors": 0,
        "warnings": 0,
        "information": len(outcome["problems"]),
    }


def test_as_at_an_earlier_day_later_facts_do_not_exist_yet(tracker: Path) -> None:
    outcome = checked(tracker, "--as-at", "2010-03-31")

    assert outcome["as_at"] == "2010-03-31"
    assert outcome["actions"][0]["current_due_date"] == "2010-06-30"
    assert outcome["recommendations"][0]["declared_status"] is None


def test_build_writes_the_report_beside_the_workbook_and_leaves_the_workbook_alone(tracker: Path) -> None:
    before = sha256(tracker.read_bytes()).hexdigest()

    result = run("build", tracker)

    report = tracker.with_name("tracker-report.docx")
    assert result.exit_code == 0
    assert result.stdout.strip() == str(report)
    assert sha256(tracker.read_bytes()).hexdigest() == before
    assert Document(str(report)).paragraphs[0].text == "External Audit and Assessment"


def test_build_refuses_a_workbook_with_errors_and_a_draft_lists_them(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Actions"][0]["Progress"] = "Complet"
    path = save_tracker(tmp_path / "bad.xlsx", sheets)

    refused = run("build", path)
    assert refused.exit_code == 1
    assert not refused.stdout
    assert "Actions!F2" in refused.stderr
    assert "Did you mean “Complete”?" in refused.stderr
    assert not path.with_name("bad-report.docx").exists()

    draft = run("build", path, "--draft")
    assert draft.exit_code == 1
    text = "\n".join(each.text for each in Document(str(path.with_name("bad-report-draft.docx"))).paragraphs)
    assert "Actions!F2" in text


def test_a_file_already_there_is_replaced_only_by_force(tracker: Path) -> None:
    target = tracker.with_name("mine.docx")
    target.write_text("mine")

    assert run("build", tracker, "-o", target).exit_code == 2
    assert target.read_text() == "mine"
    assert run("build", tracker, "-o", target, "--force").exit_code == 0


def test_strict_treats_warnings_as_errors(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Actions"][1]["Evidence"] = None
    path = save_tracker(tmp_path / "tracker.xlsx", sheets)

    assert run("check", path).exit_code == 0
    assert run("check", path, "--strict").exit_code == 1
    assert run("build", path, "--strict").exit_code == 1


def red() -> Sheets:
    sheets = small_tracker()
    sheets["Progress updates"][1] |= {"Significant challenges": "Yes", "Approved on": None}
    return sheets


def closed() -> Sheets:
    sheets = small_tracker()
    sheets["Recommendations"][1] |= {"Closed on": date(2010, 4, 1), "Closure evidence": "Minutes"}
    return sheets


def without_evidence() -> Sheets:
    sheets = small_tracker()
    sheets["Recommendations"][1]["Service impact"] = None
    return sheets


def bare() -> Sheets:
    sheets = small_tracker()
    del sheets["Actions"][1], sheets["Progress updates"][1]
    set_item(sheets, "Previous data as at", date(2010, 1, 31))
    return sheets


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            small_tracker,
            ["In no section: it is current, but its priority is Moderate and its status is Green."],
        ),
        (red, ["Section C: it is current, its priority is Moderate and its status is Red.", "not approved"]),
        (closed, ["Not reported: it was closed on"]),
        (without_evidence, ["In no section: it has no priority."]),
        (bare, ["None.", "Since the last report: no change of status."]),
    ],
)
def test_explain_says_where_a_recommendation_is_printed_and_why(
    make: Callable[[], Sheets], said: list[str], tmp_path: Path
) -> None:
    result = run("explain", save_tracker(tmp_path / "tracker.xlsx", make()), "R2")

    assert result.exit_code == 0
    assert [words for words in said if words not in result.stdout] == []


def test_explain_gives_the_trail_and_an_unknown_ref_is_wrong_usage(tracker: Path) -> None:
    result = run("explain", tracker, "r1")

    assert result.exit_code == 0
    assert "Critical for services." in result.stdout
    assert "Moved to 31 July 2010" in result.stdout
    assert "Section B" in result.stdout
    assert run("explain", tracker, "R9").exit_code == 2


def test_criteria_are_said_in_words(tracker: Path) -> None:
    shipped = run("criteria")

    assert shipped.exit_code == 0
    assert "£1,000,000" in shipped.stdout
    assert "Critical for people." in run("criteria", tracker).stdout


@pytest.mark.parametrize("command", ["check", "build", "criteria"])
def test_what_is_no_workbook_is_one_sentence_and_status_2(tmp_path: Path, command: str) -> None:
    path = tmp_path / "notes.xlsx"
    path.write_text("not a workbook")

    result = run(command, path)

    assert result.exit_code == 2
    assert "not an Excel workbook" in result.stderr
    assert "Traceback" not in result.stderr


def test_eight_mistakes_on_six_sheets_are_eight_problems_at_their_cells(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Recommendations"][0]["Improvement plan in place"] = "Mabye"
    sheets["Recommendations"][1]["Source assessment"] = "A9"
    sheets["Actions"][0]["Original due date"] = "30/02/2010"
    sheets["Actions"][1]["Completed on"] = None
    sheets["Date changes"][0]["Reason"] = None
    sheets["Progress updates"][1]["Status declared"] = "Amber"
    sheets["Forward plan"][0]["Date of next review"] = "some time"
    set_item(sheets, "Committee date", "17 Mai 2010")
    path = save_tracker(tmp_path / "eight.xlsx", sheets)

    result = run("check", path, "--json")

    found = {
        (problem["code"], problem["cell"])
        for problem in json.loads(result.stdout)["problems"]
        if problem["severity"] != "information"
    }
    assert found == {
        ("not-yes-or-no", "Recommendations!N2"),
        ("unknown-ref", "Recommendations!C3"),
        ("not-a-date-or-words", "Actions!E2"),
        ("complete-without-date", "Actions!G3"),
        ("required-blank", "Date changes!C2"),
        ("not-in-list", "Progress updates!D3"),
        ("not-a-date-or-words", "Forward plan!G2"),
        ("not-a-date", "Report details!B7"),
    }
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "sheet", ["Actions", "Progress updates", "Assessments", "Recommendations", "Officers", "Annex 1"]
)
def test_a_missing_sheet_is_one_problem(tmp_path: Path, sheet: str) -> None:
    sheets = small_tracker()
    del sheets[sheet]
    path = save_tracker(tmp_path / "tracker.xlsx", sheets)

    errors = [each for each in checked(path)["problems"] if each["severity"] != "information"]

    assert [(each["code"], each["sheet"]) for each in errors] == [("missing-sheet", sheet)]


@pytest.mark.parametrize(
    ("sheet", "header"),
    [
        ("Actions", "Recommendation ref"),
        ("Progress updates", "Update date"),
        ("Recommendations", "Recommendation ref"),
    ],
)
def test_a_missing_column_is_one_problem(tmp_path: Path, sheet: str, header: str) -> None:
    sheets = small_tracker()
    for row in sheets[sheet]:
        del row[header]
    path = save_tracker(tmp_path / "tracker.xlsx", sheets)

    errors = [each for each in checked(path)["problems"] if each["severity"] != "information"]

    assert [(each["code"], each["header"]) for each in errors] == [("missing-column", header)]


def test_a_workbook_without_any_of_the_sheets_is_not_a_tracker(tmp_path: Path) -> None:
    path = save_tracker(tmp_path / "other.xlsx", {"Notes": [{"A": 1}]})

    result = run("check", path, "--json")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "not a tracker" in result.stderr
    assert "audit-report import" in result.stderr


def test_a_workbook_without_a_day_is_still_listed(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Data as at", None)
    path = save_tracker(tmp_path / "tracker.xlsx", sheets)

    outcome = checked(path)

    assert [problem["cell"] for problem in outcome["problems"] if problem["severity"] == "error"] == [
        "Report details!B8"
    ]
    assert outcome["as_at"] is None
    assert [each["priority"] for each in outcome["recommendations"]] == ["Critical", "Moderate"]
    assert run("check", path, "--as-at", str(date(2010, 4, 30))).exit_code == 1


def test_new_writes_a_tracker_that_checks_and_builds(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"

    result = run("new", path)

    assert result.exit_code == 0
    assert result.stdout.strip() == str(path)
    assert run("new", path).exit_code == 2
    blanks = {problem["code"] for problem in checked(path)["problems"]}
    assert blanks == {"required-blank"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", ["check", "criteria"])
def test_what_cannot_be_printed_is_told_in_a_sentence(tracker: Path, command: str) -> None:
    program = [sys.executable, "-c", "from audit_report.cli import run; run()", command, str(tracker)]
    options = ["--json"] if command == "check" else []
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*program, *options], check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Error: not all could be printed (No space left on device)."
    assert "Traceback" not in done.stderr


def test_a_reader_who_has_seen_enough_ends_the_run_quietly(tracker: Path) -> None:
    program = [
        sys.executable,
        "-c",
        "from audit_report.cli import run; run()",
        "check",
        str(tracker),
        "--json",
    ]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        told = started.stderr.read()

    assert "Traceback" not in told
