"""What each file of the corpus gives: the small tracker, or one sentence; within 10 seconds and 1 GiB.

| file | gives |
|---|---|
| password-protected, .xls, .xlsb, .ods, .docx, CSV renamed, empty | what it is, and what to save it as |
| cut short, damaged, a part longer than its header says | "the workbook is damaged" |
| a part that unpacks to half a gigabyte | "too large once unpacked" |
| a document type or entities | "declares a document type"; no entity is followed |
| a value in the last cell, however its address is written | which sheet reaches too far, and to where |
| an address that is none, or two in one cell | "the workbook is damaged" |
| blank formatted rows, columns and cells | the right reading |
| strict, prefixed, UTF-16, commented, without addresses, inline strings, ISO dates | the right reading |
| as LibreOffice saves it | the right reading |
| with the habits of Excel on the web and of Google Sheets, which cannot run here | the right reading |
| formulas with values, one shared by several cells, one that reaches into another workbook | the right reading |
| macros, links out, paths outside in the zip, hidden and chart sheets | the right reading; nothing is run |
| an empty sheet | the problem that it has no table |
| a folder, a pipe, a device | "not a file" |
"""

import hashlib
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import UnreadableWorkbookError, read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.limited import limited_run
from tests.spreadsheet import converted
from tests.trackers import save_tracker, small_tracker
from tests.workbook_in import corpus, programs


def checked(path: Path) -> subprocess.CompletedProcess[str]:
    """`audit-report check` on the file, within the limits; the file must come out as it went in."""
    before = hashlib.sha256(path.read_bytes()).digest()
    done = limited_run("check", path)
    assert hashlib.sha256(path.read_bytes()).digest() == before
    return done


def assert_small_tracker(saved: Path, *told: str) -> None:
    """The file gives the small tracker, every value at its own cell, and nothing is amiss but what is `told`."""
    tracker, problems = load(read_workbook(saved, SHEETS))
    plain = read_workbook(save_tracker(saved.with_name("plain.xlsx"), small_tracker()), SHEETS)

    assert {each.code for each in problems} == {"missing-worked-out", *told}
    assert repr(tracker) == repr(load(plain)[0])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.xlsx"


@pytest.mark.parametrize("make", corpus.READ, ids=lambda make: make.__name__)
def test_an_odd_file_is_read_as_the_tracker_it_is(path: Path, make: Callable[[], bytes]) -> None:
    path.write_bytes(make())

    assert_small_tracker(path)


@pytest.mark.parametrize("make", programs.SAVED, ids=lambda make: make.__name__)
def test_a_tracker_saved_by_another_program_is_the_same_tracker(
    path: Path, make: Callable[[], bytes]
) -> None:
    path.write_bytes(make())

    assert_small_tracker(path, *(["from-another-workbook"] if make is programs.excel_on_the_web else []))


def test_a_tracker_saved_by_libreoffice_is_the_same_tracker(soffice: Path, path: Path) -> None:
    saved = converted(soffice, save_tracker(path, small_tracker()), "xlsx", path.parent / "saved")

    assert_small_tracker(saved)


@pytest.mark.parametrize(("make", "says"), corpus.REFUSED.values(), ids=corpus.REFUSED.keys())
def test_a_bad_file_is_told_in_a_sentence(path: Path, make: Callable[[], bytes], says: str) -> None:
    path.write_bytes(make())

    with pytest.raises(UnreadableWorkbookError, match=says) as told:
        read_workbook(path, SHEETS)

    assert "\n" not in str(told.value)


@pytest.mark.parametrize(("make", "status", "says"), corpus.LARGE.values(), ids=corpus.LARGE.keys())
def test_a_large_file_is_answered_within_the_limits(
    path: Path, make: Callable[[], bytes], status: int, says: str
) -> None:
    path.write_bytes(make())

    done = checked(path)

    assert done.returncode == status
    assert re.search(says, done.stdout + done.stderr)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_read_once(path: Path) -> None:
    path.write_bytes(corpus.duplicate_entries())

    assert {problem.code for problem in load(read_workbook(path, SHEETS))[1]} <= {"missing-worked-out"}


def test_an_empty_sheet_is_a_problem_of_the_workbook(path: Path) -> None:
    path.write_bytes(corpus.empty_sheet())

    codes = [problem.code for problem in load(read_workbook(path, SHEETS))[1]]
    assert [code for code in codes if code != "missing-worked-out"] == ["no-header"]


def test_a_folder_a_pipe_and_a_device_are_not_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)

    for path in (tmp_path, pipe, Path("/dev/zero")):
        with pytest.raises(UnreadableWorkbookError, match="not a file"):
            read_workbook(path, SHEETS)


def test_a_tracker_saved_by_libreoffice_in_its_own_format_is_told_so(soffice: Path, path: Path) -> None:
    saved = converted(soffice, save_tracker(path, small_tracker()), "ods", path.parent / "ods")
    path.write_bytes(saved.read_bytes())

    with pytest.raises(UnreadableWorkbookError, match="OpenDocument file"):
        read_workbook(path, SHEETS)
