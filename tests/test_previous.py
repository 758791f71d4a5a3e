"""`build --previous`: the report against the last report's own file, as an analyst runs it."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit_report.cli import main
from tests.trackers import Sheets, save_tracker, set_item, small_tracker


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "april.xlsx", small_tracker())


def july() -> Sheets:
    """April's tracker three months on, with an update to each recommendation."""
    sheets = small_tracker()
    set_item(sheets, "Data as at", date(2010, 7, 31))
    set_item(sheets, "Previous data as at", date(2010, 4, 30))
    for row in small_tracker()["Progress updates"]:
        since = {"Update date": date(2010, 7, 20), "Approved on": date(2010, 7, 26)}
        sheets["Progress updates"].append(row | since | {"Latest progress": "More has been done since."})
    return sheets


def built(tmp_path: Path, sheets: Sheets, old: Path) -> Result:
    return run("build", save_tracker(tmp_path / "july.xlsx", sheets), "--previous", old)


def test_nothing_edited_is_nothing_said(tmp_path: Path, old: Path) -> None:
    result = built(tmp_path, july(), old)

    assert result.exit_code == 0
    assert "april.xlsx" not in result.stderr


def test_what_was_edited_is_listed_at_its_cell(tmp_path: Path, old: Path) -> None:
    sheets = july()
    sheets["Progress updates"][0]["Latest progress"] = "It was going well even then."
    sheets["Actions"][0]["Original due date"] = date(2010, 9, 30)
    del sheets["Date changes"][0]["Approved by"]
    result = built(tmp_path, sheets, old)

    assert result.exit_code == 0
    assert "Progress updates!C2  warning  This row is history" in result.stderr
    assert "(Progress updates!A2): Latest progress was “Work on R1 goes on." in result.stderr
    assert "Actions!E2  warning  Original due date was 30 June 2010 in april.xlsx." in result.stderr
    assert "[history-changed]" in result.stderr


def test_errors_in_the_old_file_are_a_warning(tmp_path: Path) -> None:
    bad = small_tracker()
    bad["Actions"][0]["Progress"] = "Complet"
    result = built(tmp_path, july(), save_tracker(tmp_path / "april.xlsx", bad))

    assert result.exit_code == 0
    assert "april.xlsx has 1 error" in result.stderr


def test_without_its_own_day_the_old_file_is_of_the_previous_data_as_at(tmp_path: Path) -> None:
    undated = small_tracker()
    set_item(undated, "Data as at", None)
    assert built(tmp_path, july(), save_tracker(tmp_path / "april.xlsx", undated)).exit_code == 0


def another_register() -> Sheets:
    sheets = small_tracker()
    for name in ("Recommendations", "Actions", "Progress updates"):
        for row in sheets[name]:
            row["Recommendation ref"] = "X" + str(row["Recommendation ref"])
    return sheets


def later() -> Sheets:
    sheets = small_tracker()
    set_item(sheets, "Data as at", date(2010, 7, 31))
    return sheets


def nowhere_in_time() -> Sheets:
    sheets = small_tracker()
    set_item(sheets, "Data as at", "some day")
    return sheets


@pytest.mark.parametrize(
    ("sheets", "new", "sentence"),
    [
        (another_register(), july(), "has none of this workbook's recommendations"),
        (later(), july(), "is as at 31 July 2010, which is not before 31 July 2010"),
        (nowhere_in_time(), small_tracker(), "its Data as at cannot be read"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence_and_status_2(
    tmp_path: Path, sheets: Sheets, new: Sheets, sentence: str
) -> None:
    result = built(tmp_path, new, save_tracker(tmp_path / "april.xlsx", sheets))

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not (tmp_path / "july-report.docx").exists()


def test_what_is_no_workbook_is_one_sentence_and_status_2(tmp_path: Path) -> None:
    path = tmp_path / "april.xlsx"
    path.write_text("notes")
    result = built(tmp_path, july(), path)

    assert result.exit_code == 2
    assert str(path) in result.stderr


def test_the_report_never_takes_the_place_of_what_it_is_compared_with(tmp_path: Path, old: Path) -> None:
    workbook = save_tracker(tmp_path / "july.xlsx", july())
    assert run("build", workbook, "--previous", old, "-o", old, "--force").exit_code == 2
