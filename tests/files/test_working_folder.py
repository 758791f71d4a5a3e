"""The folder that LibreOffice works in: gone with its run, however that ends, and with whatever the run has started."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit_report.files.held_file import hold
from audit_report.files.working_folder import working_folder
from tests.files.test_pdf import needs_posix, stand_in
from tests.trackers import save_tracker, small_tracker

NAMES = "audit-report-work-*"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def left(place: Path) -> list[Path]:
    return sorted(place.glob(NAMES))


def until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def test_it_is_there_for_as_long_as_it_is_used(place: Path) -> None:
    with working_folder() as folder:
        (folder / "a").write_text("a")
        assert folder.parent == place
        assert folder.is_dir()
    assert left(place) == []


def test_it_is_gone_after_a_fault_too(place: Path) -> None:
    with pytest.raises(ValueError, match="a fault"), working_folder():
        raise ValueError("a fault")
    assert left(place) == []


def test_what_a_killed_run_has_left_is_swept_and_what_is_in_use_is_not(place: Path) -> None:
    for name in ("dead", "live"):
        (place / f"audit-report-work-{name}" / "profile").mkdir(parents=True)
        (place / f"audit-report-work-{name}.lock").touch()
    of_others = place / "audit-report-work-of-mine"
    of_others.mkdir()
    with (place / "audit-report-work-live.lock").open("r+b") as live:
        hold(live)
        with working_folder() as folder:
            assert folder.is_dir()
        assert {path.name for path in left(place)} == {
            "audit-report-work-live",
            "audit-report-work-live.lock",
            "audit-report-work-of-mine",
        }
    with working_folder():
        assert not (place / "audit-report-work-live").exists()
    assert left(place) == [of_others]


ENDS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"]


@pytest.fixture
def building(tmp_path: Path, place: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A build whose LibreOffice, a stand-in, starts another program and never comes to an end."""
    programs, tracker = tmp_path / "programs", save_tracker(tmp_path / "tracker.xlsx", small_tracker())
    programs.mkdir()
    stand_in(
        programs / "soffice", f"/bin/sleep 600 & echo $! > {place}/started; echo $$ >> {place}/started; wait"
    )
    command = [sys.executable, "-m", "audit_report", "build", str(tracker), "--pdf"]
    environment = os.environ | {"PATH": str(programs), "TMPDIR": str(place)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        yield process


def is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@needs_posix
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc on this system")
@pytest.mark.parametrize("end", ENDS)
def test_however_a_run_ends_nothing_of_it_is_left(
    end: str, building: "subprocess.Popen[bytes]", place: Path
) -> None:
    started = place / "started"
    assert until(lambda: started.exists() and len(started.read_text().split()) == 2)
    numbers = [int(number) for number in started.read_text().split()]
    assert all(map(is_running, numbers))

    building.send_signal(getattr(signal, end))

    assert building.wait(20) != 0
    assert until(lambda: not any(map(is_running, numbers)))
    assert until(lambda: not any(path.is_dir() for path in left(place)))
    with working_folder():
        pass
    assert left(place) == []
