"""The problems as a person reads them, on a terminal and in a file."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit_report.cli import main
from audit_report.console_text import Line
from audit_report.problems import Severity
from tests.trackers import Sheets, save_tracker, set_item, small_tracker


def run(*arguments: str | Path, color: bool = False) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False, color=color)


def two_mistakes() -> Sheets:
    """A warning above an error on one sheet."""
    sheets = small_tracker()
    sheets["Actions"][0]["Progress"] = "Complet"
    sheets["Actions"][0]["Completed on"] = date(2010, 4, 1)
    sheets["Actions"][0]["Evidence"] = None
    sheets["Actions"][0]["Action ref"] = "R1.1"
    return sheets


def check(tmp_path: Path, sheets: Sheets, *arguments: str) -> Result:
    return run("check", save_tracker(tmp_path / "tracker.xlsx", sheets), *arguments)


def test_by_sheet_the_most_serious_first_with_what_to_do_below(tmp_path: Path) -> None:
    lines = check(tmp_path, two_mistakes()).stdout.splitlines()

    start = lines.index("Actions: 1 error, 1 warning, 2 pieces of information")
    assert lines[start + 1 : start + 5] == [
        "  Actions!F2  error  “Complet” is not in the list for Progress. (R1.1: Run the recruitment campaign)",
        (
            "        Did you mean “Complete”? Choose Not started, In progress, Complete, Off track or Cancelled."
            " [not-in-list]"
        ),
        "  Actions!I2  warning  The action is complete but no evidence is given. (R1.1: Run the recruitment campaign)",
        "        Say in Evidence what shows that it was done, and where to find it. [complete-without-evidence]",
    ]


def test_then_where_things_stand_and_what_to_do_next(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Date changes"][0]["Approved on"] = None
    sheets["Actions"][0]["Original due date"] = date(2010, 2, 26)
    lines = check(tmp_path, sheets).stdout.splitlines()

    start = lines.index("As at 30 April 2010")
    assert lines[start : start + 6] == [
        "As at 30 April 2010",
        "  Recommendations  2, of which current 2",
        "  Current ones     critical: 1; red: 1, green: 1",
        "  In the report    section B 1, section C 0, section D 1",
        "  Overdue actions  1 (31 to 90 days: 1)",
        "  Due in 30 days   0",
    ]
    assert lines[-1] == f"Next: audit-report build {tmp_path / 'tracker.xlsx'}"


def test_declared_better_than_rated_is_a_line_however_many_there_are(tmp_path: Path) -> None:
    sheets = small_tracker()
    assert "Declared better" not in check(tmp_path, sheets).stdout
    sheets["Actions"][0]["Progress"] = "Off track"
    assert "  Declared better  than the rules rate them: R1\n" in check(tmp_path, sheets).stdout
    for number in range(3, 12):
        sheets["Recommendations"].append(sheets["Recommendations"][0] | {"Recommendation ref": f"R{number}"})
        sheets["Actions"].append(
            sheets["Actions"][0] | {"Action ref": f"R{number}.1", "Recommendation ref": f"R{number}"}
        )
        sheets["Progress updates"].append(
            sheets["Progress updates"][0] | {"Recommendation ref": f"R{number}"}
        )
    assert "rate them: R1, R3, R4, R5, R6, R7 and 4 more\n" in check(tmp_path, sheets).stdout


def test_what_is_quoted_with_its_full_stop_gets_no_second_one(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Progress updates"][0]["Latest progress"] = "As before."

    assert "The latest update says nothing: “As before.” (R1" in check(tmp_path, sheets).stdout


def test_with_errors_the_next_step_is_to_put_them_right(tmp_path: Path) -> None:
    lines = check(tmp_path, two_mistakes()).stdout.splitlines()

    assert lines[-3].startswith("1 error, 1 warning, ")
    assert lines[-3].endswith(" in tracker.xlsx.")
    assert lines[-2].startswith("Next: put the errors right and check again.")
    assert lines[-1] == f"      audit-report build {tmp_path / 'tracker.xlsx'} --draft"


def test_without_a_day_nothing_stands_anywhere(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Data as at", None)

    assert "Nothing can be rated: Data as at is not known." in check(tmp_path, sheets).stdout


def test_build_lists_the_problems_alone(tmp_path: Path) -> None:
    result = run("build", save_tracker(tmp_path / "tracker.xlsx", two_mistakes()), "--draft")

    assert "Actions!F2" in result.stderr
    assert "As at 30 April 2010" not in result.stderr


def test_colour_is_for_terminals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tracker = save_tracker(tmp_path / "tracker.xlsx", two_mistakes())
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert "\x1b[" not in run("check", tracker).stdout
    assert "\x1b[31m\x1b[1merror\x1b[0m" in run("check", tracker, color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", tracker, color=True).stdout


def test_a_terminal_gets_lines_no_wider_than_itself() -> None:
    line = Line("  Actions!F2  error  " + "word " * 30, Severity.ERROR, at=14, hang=4)
    first, *others = line.wrapped(60)

    assert first.startswith("  Actions!F2  error  word")
    assert all(len(each) <= 60 for each in (first, *others))
    assert all(each.startswith("    word") for each in others)
