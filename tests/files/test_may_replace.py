"""What is replaced without being asked: only the program's own report, and only while nobody has edited it."""

import sys
from pathlib import Path

import docx
import pytest

from tests.test_cli import run
from tests.trackers import save_tracker, set_item, small_tracker


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


@pytest.fixture
def report(tracker: Path) -> Path:
    assert run("build", tracker).exit_code == 0
    return tracker.with_name("tracker-report.docx")


def edit(report: Path, words: str = "My own words. ") -> None:
    document = docx.Document(str(report))
    document.paragraphs[2].insert_paragraph_before(words)
    document.save(str(report))


def test_an_unedited_report_is_replaced(tracker: Path, report: Path) -> None:
    first = report.read_bytes()
    docx.Document(str(report)).save(str(report))  # as a program saves that has only shown it
    assert report.read_bytes() != first
    assert run("build", tracker).exit_code == 0
    assert report.read_bytes() == first


def test_a_report_of_another_workbook_and_a_draft_are_replaced_too(tracker: Path, report: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Committee", "Another Committee")
    other = save_tracker(tracker.with_name("other.xlsx"), sheets)
    for arguments in (("build", other, "-o", report, "--draft"), ("build", tracker)):
        before = report.read_bytes()
        assert run(*arguments).exit_code == 0
        assert report.read_bytes() != before


def test_an_edited_report_is_replaced_only_by_force(tracker: Path, report: Path) -> None:
    edit(report)
    before = report.read_bytes()
    refused = run("build", tracker)
    assert refused.exit_code == 2
    assert f"{report} has been edited since it was built" in refused.stderr
    assert "--force" in refused.stderr
    assert not refused.stdout
    assert report.read_bytes() == before
    assert run("build", tracker, "--force").exit_code == 0
    assert report.read_bytes() != before


@pytest.mark.parametrize("content", [b"", b"mine", b"PK\x03\x04"])
def test_what_is_no_report_is_replaced_only_by_force(tracker: Path, content: bytes) -> None:
    target = tracker.with_name("mine.docx")
    target.write_bytes(content)
    refused = run("build", tracker, "-o", target)
    assert refused.exit_code == 2
    assert "not a report that audit-report built" in refused.stderr
    assert target.read_bytes() == content
    assert run("build", tracker, "-o", target, "--force").exit_code == 0


def test_a_report_open_in_word_is_left_alone_and_a_stale_lock_overridden(tracker: Path, report: Path) -> None:
    lock = report.with_name("~$acker-report.docx")
    lock.write_bytes(b"\x0aCas Cole")
    before = report.read_bytes()
    refused = run("build", tracker)
    assert refused.exit_code == 2
    assert f"{report} is open in another program, as {lock.name} beside it says" in refused.stderr
    assert report.read_bytes() == before
    assert run("build", tracker, "--force").exit_code == 0
    lock.unlink()
    assert run("build", tracker).exit_code == 0


def test_the_workbook_is_never_replaced_even_by_force(tracker: Path) -> None:
    before = tracker.read_bytes()
    targets = [tracker, tracker.parent / "." / tracker.name]
    if sys.platform != "win32":
        (tracker.parent / "link.docx").symlink_to(tracker)
        targets.append(tracker.parent / "link.docx")
    for target in targets:
        refused = run("build", tracker, "-o", target, "--force")
        assert refused.exit_code == 2
        assert "read by this command" in refused.stderr
        assert tracker.read_bytes() == before


def test_a_refused_workbook_leaves_the_earlier_report(tmp_path: Path, tracker: Path, report: Path) -> None:
    before = report.read_bytes()
    sheets = small_tracker()
    sheets["Actions"][0]["Progress"] = "Complet"
    save_tracker(tracker, sheets)
    assert run("build", tracker).exit_code == 1
    assert report.read_bytes() == before
    assert set(tmp_path.iterdir()) == {tracker, report}


def test_a_new_tracker_never_replaces_one_without_force(tracker: Path) -> None:
    before = tracker.read_bytes()
    assert run("new", tracker).exit_code == 2
    assert tracker.read_bytes() == before
