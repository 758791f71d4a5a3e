"""Whether a report was made from a workbook, and whether it has been edited since."""

from pathlib import Path

import pytest

from tests.files.test_may_replace import edit
from tests.test_cli import run
from tests.trackers import save_tracker, set_item, small_tracker


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


@pytest.fixture
def report(tracker: Path) -> Path:
    assert run("build", tracker).exit_code == 0
    return tracker.with_name("tracker-report.docx")


def test_made_from_it_and_not_edited(tracker: Path, report: Path) -> None:
    result = run("verify", report, tracker)
    assert result.exit_code == 0
    assert "This report was made from tracker.xlsx as it is now, as at 30 April 2010" in result.stdout
    assert "nobody has edited it since" in result.stdout


def test_a_copy_under_another_name_is_the_same_workbook(tracker: Path, report: Path) -> None:
    copy = tracker.rename(tracker.with_name("archived.xlsx"))
    result = run("verify", report, copy)
    assert result.exit_code == 0
    assert "made from archived.xlsx as it is now" in result.stdout
    assert "was called tracker.xlsx then" in result.stdout


def test_edited_since(tracker: Path, report: Path) -> None:
    edit(report)
    result = run("verify", report, tracker)
    assert result.exit_code == 1
    assert "made from tracker.xlsx as it is now" in result.stdout
    assert "Its text has been edited since it was built." in result.stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tracker.xlsx", "of that name, which has been changed since or is another copy of it"),
        ("other.xlsx", "made from a workbook called tracker.xlsx"),
    ],
)
def test_not_made_from_it(tracker: Path, report: Path, name: str, words: str) -> None:
    sheets = small_tracker()
    set_item(sheets, "Contact", "Somebody else")
    other = save_tracker(tracker.with_name(name), sheets)
    result = run("verify", report, other)
    assert result.exit_code == 1
    assert f"This report was not made from {name} as it is now." in result.stdout
    assert words in result.stdout
    assert "nobody has edited it since" in result.stdout


def test_a_draft_is_said_to_be_one(tracker: Path, report: Path) -> None:
    assert run("build", tracker, "--draft").exit_code == 0
    assert "It is a draft, not the paper." in run("verify", report, tracker).stdout


def test_what_cannot_be_opened_is_one_sentence_and_status_2(tracker: Path, report: Path) -> None:
    notes = tracker.with_name("notes.txt")
    notes.write_text("notes")
    none = tracker.with_name("none.docx")
    for first, second, words in (
        (none, tracker, "cannot be opened"),
        (notes, tracker, "not a Word document"),
        (tracker, tracker, "not a report that audit-report built"),
        (report, none, "cannot be opened"),
        (report, notes, "not an Excel workbook"),
    ):
        result = run("verify", first, second)
        assert result.exit_code == 2
        assert words in result.stderr
        assert not result.stdout
