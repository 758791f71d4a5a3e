"""Whether a report was made from a workbook, and whether it has been edited since."""

from pathlib import Path

import docx
import pytest

from audit_report import build_again
from tests.files.test_may_replace import edit
from tests.test_cli import run
from tests.trackers import save_tracker, set_item, small_tracker
from tests.word.houses import house
from tests.word.tampering import Parts, in_part
from tests.word.test_made_from import saved_by_libreoffice


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
    assert "made from tracker.xlsx as it is now, as at 30 April 2010" in result.stdout
    assert "byte for byte: nobody has edited it since" in result.stdout


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
    assert "It has been edited since it was built." in result.stdout
    assert "the paragraph “My own words.” was not built" in result.stdout


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
    assert "can only be said with the workbook it was made from" in result.stdout


def test_a_draft_is_said_to_be_one(tracker: Path) -> None:
    report = tracker.with_name("tracker-report-draft.docx")
    assert run("build", tracker, "--draft").exit_code == 0
    assert "It is a draft, not the paper." in run("verify", report, tracker).stdout


def test_a_save_is_no_edit(tracker: Path, report: Path) -> None:
    docx.Document(str(report)).save(str(report))
    result = run("verify", report, tracker)
    assert result.exit_code == 0
    assert "saved again, and nobody has edited it since" in result.stdout


def test_a_save_by_libreoffice_is_no_edit(report: Path, tracker: Path, soffice: Path) -> None:
    [saved] = saved_by_libreoffice([report], soffice)
    result = run("verify", saved, tracker)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "saved again, and nobody has edited it since" in result.stdout
    assert "left out the title for screen readers of 5 of its tables" in result.stdout


def test_a_day_that_was_altered_is_named(tracker: Path, report: Path) -> None:
    parts = Parts(report.read_bytes())
    in_part("docProps/custom.xml", ">2010-04-30<", ">2010-01-31<")(parts)
    report.write_bytes(parts.packed())
    result = run("verify", report, tracker)
    assert result.exit_code == 1
    told = [line for line in result.stdout.splitlines() if line.startswith("- ")]
    assert told == ["- The property “As at”: value 2010-01-31 instead of 2010-04-30."]


def test_another_version_says_what_cannot_be_said(
    tracker: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_again, "__version__", "99.0")
    result = run("verify", report, tracker)
    assert result.exit_code == 0
    assert "It was built again by audit-report 99.0." in result.stdout
    edit(report)
    result = run("verify", report, tracker)
    assert result.exit_code == 1
    assert "what differs below may come of the version as well as of an edit" in result.stdout
    assert "It has been edited" not in result.stdout


def test_a_report_of_another_day_a_draft_or_a_language_verifies(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Language", "Welsh")
    tracker = save_tracker(tmp_path / "tracker.xlsx", sheets)
    for options in ((), ("--as-at", "2010-05-31"), ("--draft",), ("--draft", "--as-at", "2010-05-31")):
        report = tracker.with_name(f"tracker-report{'-draft' * ('--draft' in options)}.docx")
        assert run("build", tracker, *options, "--force").exit_code == 0
        result = run("verify", report, tracker)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "byte for byte" in result.stdout


def test_a_draft_of_a_workbook_with_errors_verifies_as_one(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Data as at", "soon")
    tracker = save_tracker(tmp_path / "tracker.xlsx", sheets)
    report = tracker.with_name("tracker-report-draft.docx")
    assert run("build", tracker, "--draft").exit_code == 1
    assert run("verify", report, tracker).exit_code == 0
    parts = Parts(report.read_bytes())
    in_part("docProps/custom.xml", 'name="Draft"', 'name="Paper"')(parts)
    report.write_bytes(parts.packed())
    result = run("verify", report, tracker)
    assert result.exit_code == 1
    assert "no report but a draft can have been built from it" in result.stdout


def test_a_report_in_a_style_verifies_with_that_style_alone(tracker: Path, report: Path) -> None:
    style, other = tracker.with_name("house.docx"), tracker.with_name("other.docx")
    house().save(str(style))
    assert run("style", other).exit_code == 0
    assert run("build", tracker, "--style", style).exit_code == 0
    without = run("verify", report, tracker)
    assert without.exit_code == 2
    assert "built with house.docx (SHA-256 " in without.stderr
    assert "give that file with --style" in without.stderr
    another = run("verify", report, tracker, "--style", other)
    assert another.exit_code == 2
    assert "is not the file that the report was built with" in another.stderr
    renamed = style.rename(style.with_name("renamed.docx"))
    result = run("verify", report, tracker, "--style", renamed)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "byte for byte" in result.stdout


def test_a_style_that_the_report_was_not_built_with_is_too_much(tracker: Path, report: Path) -> None:
    style = tracker.with_name("house.docx")
    house().save(str(style))
    result = run("verify", report, tracker, "--style", style)
    assert result.exit_code == 2
    assert "built without --style" in result.stderr


def test_a_report_compared_with_an_earlier_workbook_verifies_with_it(tmp_path: Path) -> None:
    april, october = (Path(f"sample_data/{name}_2010.xlsx") for name in ("april", "october"))
    report = tmp_path / "report.docx"
    assert run("build", october, "--previous", april, "-o", report).exit_code == 0
    without = run("verify", report, october)
    assert without.exit_code == 2
    assert "give that file with --previous" in without.stderr
    wrong = run("verify", report, october, "--previous", october)
    assert wrong.exit_code == 2
    result = run("verify", report, october, "--previous", april)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "byte for byte" in result.stdout


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
