"""A file is whole or not there at all, whatever happens while it is written.

`AUDIT_REPORT_KILLS=200 python -m pytest tests/files/test_whole_file.py -k killed` kills at 200 moments, not a few.
"""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from audit_report.files import held_file, whole_file
from audit_report.files.whole_file import CannotWriteError, lock_beside, write_whole
from tests.trackers import save_tracker, small_tracker

KILLS = int(os.environ.get("AUDIT_REPORT_KILLS", "15"))
OLD, NEW = b"old", b"new"
WRITE_FOR_EVER = """
import sys
from pathlib import Path
from audit_report.files.whole_file import write_whole
print("ready", flush=True)
while True:
    for content in (b"a", b"b"):
        write_whole(Path(sys.argv[1]), content * 4_000_000)
"""
BUILD_ON_DEMAND = """
import os, signal, sys, time
import audit_report.pipeline, audit_report.files.may_replace, audit_report.report.outline, audit_report.files.whole_file
from audit_report.cli import main
print("ready", flush=True)
for line in sys.stdin:
    day, seconds = line.split()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        main(["build", sys.argv[1], "--as-at", day])
    if seconds != "never":
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], flush=True)
"""
WRITE_TOO_MUCH = """
import resource, signal, sys
from pathlib import Path
from audit_report.files.whole_file import CannotWriteError, write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"x" * 100_000)
except CannotWriteError as reason:
    print(reason)
"""

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "report.docx"
    path.write_bytes(OLD)
    return path


def others(target: Path) -> list[Path]:
    """What else stands in the folder."""
    return [each for each in target.parent.iterdir() if each != target]


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    for content in (OLD, NEW):
        write_whole(target, content)
        assert target.read_bytes() == content
    assert not others(target)


@needs_posix
def test_a_new_file_is_as_open_as_any_and_a_replaced_one_stays_as_open_as_it_was(tmp_path: Path) -> None:
    plain, target = tmp_path / "plain.txt", tmp_path / "report.docx"
    plain.write_text("")
    write_whole(target, OLD)
    assert target.stat().st_mode == plain.stat().st_mode
    target.chmod(0o640)
    write_whole(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_name_as_long_as_can_be_leaves_room_for_the_temporary_file(tmp_path: Path) -> None:
    target = tmp_path / f"{'é' * 120}.docx"
    write_whole(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left on the disk"),
        (errno.EDQUOT, "no room left on the disk"),
        (errno.EROFS, "not allowed"),
        (errno.EIO, "Input/output error"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_leaves_the_old_file_nothing_else_and_says_so(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, words: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail) if step == "fsync" else monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CannotWriteError, match=words) as raised:
        write_whole(target, NEW)
    assert str(raised.value).startswith(f"{target}: ")
    assert "What was there before is still there." in str(raised.value)
    assert target.read_bytes() == OLD
    assert not others(target)


@needs_posix
def test_a_file_that_outgrows_its_disk_leaves_the_old_one(target: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WRITE_TOO_MUCH, target], capture_output=True, encoding="utf-8", check=True
    )
    assert "no room left on the disk" in run.stdout
    assert target.read_bytes() == OLD
    assert not others(target)


@needs_posix
def test_a_read_only_folder_is_said(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.parent.chmod(0o555)
    if os.access(target.parent, os.W_OK):  # the superuser may write anywhere

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotWriteError, match="its folder read-only"):
        write_whole(target, NEW)
    target.parent.chmod(0o755)
    monkeypatch.undo()
    assert target.read_bytes() == OLD


def test_a_folder_a_file_marked_read_only_and_no_folder_are_said(target: Path) -> None:
    for path, words in (
        (target.parent, "a folder or a device, not a file"),
        (target.with_name("none") / "report.docx", f"no folder {target.with_name('none')}"),
        (target / "report.docx", f"no folder {target}"),
    ):
        with pytest.raises(CannotWriteError, match=words):
            write_whole(path, NEW)
    target.chmod(0o444)
    with pytest.raises(CannotWriteError, match="marked read-only"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


@needs_posix
def test_a_device_is_never_replaced() -> None:
    with pytest.raises(CannotWriteError, match="device"):
        write_whole(Path(os.devnull), NEW)
    assert not Path(os.devnull).is_file()


@needs_posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path, *, there: bool) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "report.docx", tmp_path / "link.docx"
    if there:
        target.write_bytes(OLD)
    link.symlink_to(target)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_what_a_killed_run_left_goes_with_the_next_run_and_nothing_else_does(target: Path) -> None:
    left = target.with_name(".another-audit-report-0123abcd.tmp")
    kept = target.with_name(".my-notes.tmp")
    left.write_bytes(b"half a rep")
    kept.write_bytes(b"mine")
    write_whole(target, NEW)
    assert others(target) == [kept]


@needs_posix
def test_what_a_live_run_is_writing_stays(target: Path) -> None:
    live = target.with_name(".another-audit-report-0123abcd.tmp")
    with live.open("xb") as file:
        held_file.hold(file)
        write_whole(target, NEW)
        assert live.exists()
    write_whole(target, NEW)
    assert not live.exists()


def test_a_run_whose_file_is_taken_for_a_left_over_writes_it_again(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = held_file.hold
    taken: list[str] = []

    def take_first(file: IO[bytes]) -> None:
        if not taken:
            taken.append(file.name)
            Path(file.name).unlink()
        hold(file)

    monkeypatch.setattr(whole_file, "hold", take_first)
    write_whole(target, NEW)
    assert taken
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("a.docx", "~$a.docx"),
        ("report.docx", "~$report.docx"),
        ("reports.docx", "~$eports.docx"),
        ("april-report.docx", "~$ril-report.docx"),
        ("april-report.docx", ".~lock.april-report.docx#"),
        ("tracker-2010.xlsx", "~$tracker-2010.xlsx"),
    ],
)
def test_a_file_open_in_word_excel_or_libreoffice_is_known_by_its_lock(
    tmp_path: Path, name: str, lock: str
) -> None:
    target = tmp_path / name
    assert lock_beside(target) is None
    (tmp_path / lock).write_bytes(b"")
    assert lock_beside(target) == tmp_path / lock
    assert lock_beside(tmp_path / f"not-{name}") is None


def started(*command: str | Path) -> "subprocess.Popen[bytes]":
    """A Python program that has said that it is ready."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, "-c", *command], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
    )
    assert answer(process) == b"ready\n"
    return process


def answer(process: "subprocess.Popen[bytes]") -> bytes:
    """The next line that a program says."""
    assert process.stdout is not None
    return process.stdout.readline()


def build(process: "subprocess.Popen[bytes]", day: str, killed_after: float | str = "never") -> int:
    """Have a report built as at a day, and killed after so many seconds; returns how it ended."""
    assert process.stdin is not None
    process.stdin.write(f"{day} {killed_after}\n".encode())
    process.stdin.flush()
    return int(answer(process))


@needs_posix
def test_killed_while_it_writes_the_file_is_the_old_or_the_new(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    chance = random.Random(6)  # noqa: S311  moments, not secrets
    for _ in range(KILLS):
        with started(WRITE_FOR_EVER, target) as process:
            time.sleep(chance.uniform(0, 0.1))
            process.kill()
        assert process.returncode == -signal.SIGKILL
        if target.exists():
            assert target.read_bytes() in (b"a" * 4_000_000, b"b" * 4_000_000)
    write_whole(target, NEW)
    assert not others(target)


@needs_posix
def test_killed_while_it_builds_the_report_is_the_old_or_the_new(tmp_path: Path) -> None:
    tracker = save_tracker(tmp_path / "tracker.xlsx", small_tracker())
    source, target = tracker.read_bytes(), tmp_path / "tracker-report.docx"
    days = ["2010-04-28", "2010-04-30"]
    chance = random.Random(6)  # noqa: S311  moments, not secrets
    with started(BUILD_ON_DEMAND, tracker) as process:
        whole, seconds = [], 0.0
        for day in days:
            start = time.monotonic()
            assert build(process, day) == 0
            seconds = time.monotonic() - start
            whole.append(target.read_bytes())
        assert whole[0] != whole[1]
        for number in range(KILLS):
            # Most kills come late in a build, where it writes.
            build(process, days[number % 2], seconds * chance.triangular(0, 1.1, 0.9))
            assert target.read_bytes() in whole
        assert build(process, days[0]) == 0
    assert target.read_bytes() == whole[0]
    assert set(others(target)) == {tracker}
    assert tracker.read_bytes() == source
