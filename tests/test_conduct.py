"""What no command ever does: reach for the network, or open a workbook or report it is given for writing."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.trackers import save_tracker, set_item, small_tracker

_WATCHED = """
import os, sys
from pathlib import Path

given = {os.path.realpath(each) for each in sys.argv[1].split(os.pathsep)}

def watch(event, details):
    if event.startswith("socket."):
        sys.stderr.write(f"NETWORK {event} {details}\\n")
    elif event == "open" and isinstance(details[0], (str, os.PathLike)) and os.path.realpath(details[0]) in given:
        path, mode, flags = details
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_TRUNC) or set(mode or "") & set("wax+"):
            sys.stderr.write(f"WRITING {path}\\n")
    elif event in ("os.rename", "os.remove", "os.truncate", "shutil.move") and str(details[0]) in given:
        sys.stderr.write(f"WRITING {event} {details[0]}\\n")

sys.addaudithook(watch)
sys.argv = ["audit-report", *sys.argv[2:]]
from audit_report.cli import run
run()
"""

COMMANDS = {
    "check": ("check", "{tracker}", "--xlsx", "{folder}/list.xlsx"),
    "build": ("build", "{tracker}", "-o", "{folder}/made.docx"),
    "build in a house's style": ("build", "{tracker}", "--style", "{style}", "-o", "{folder}/styled.docx"),
    "explain": ("explain", "{tracker}", "R1"),
    "criteria": ("criteria", "{tracker}"),
    "new": ("new", "{folder}/new.xlsx", "--from", "{tracker}"),
    "next": ("next", "{tracker}", "{folder}/next.xlsx", "--as-at", "2010-07-31"),
    "collect": ("collect", "{tracker}", "{copy}", "-o", "{folder}/collected.xlsx"),
    "send": ("send", "{dated}", "-o", "{folder}/sent"),
    "style": ("style", "{folder}/own.docx"),
    "email": ("email", "{report}", "--to", "clerk@example.org"),
    "verify": ("verify", "{report}", "{tracker}"),
}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("given")
    tracker = save_tracker(folder / "tracker.xlsx", small_tracker())
    copy = save_tracker(folder / "copy.xlsx", small_tracker())
    dated = small_tracker()
    set_item(dated, "Previous data as at", date(2010, 4, 25))
    made = {
        "tracker": tracker,
        "copy": copy,
        "dated": save_tracker(folder / "dated.xlsx", dated),
        "report": folder / "report.docx",
        "style": folder / "style.docx",
    }
    for command in (("build", tracker, "-o", made["report"]), ("style", made["style"])):
        watched((), *map(str, command))
    return {**made, "folder": folder}


def watched(files: tuple[Path, ...], *command: str) -> "subprocess.CompletedProcess[str]":
    """A command run with every socket and every opening of `files` for writing told on stderr."""
    watch = [sys.executable, "-c", _WATCHED, ":".join(map(str, files))]
    return subprocess.run([*watch, *command], check=False, capture_output=True, text=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_it_stays_off_the_network_and_only_reads_what_it_is_given(name: str, given: dict[str, Path]) -> None:
    files = tuple(path for path in given.values() if path.is_file())
    command = [part.format(**given) for part in COMMANDS[name]]

    done = watched(files, *command)

    assert done.returncode == 0, done.stderr
    assert "NETWORK" not in done.stderr
    assert "WRITING" not in done.stderr


def test_the_watch_sees_both(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"")
    spoiled = _WATCHED.replace(
        "from audit_report.cli import run\nrun()",
        f"import socket; socket.socket().close(); open({str(target)!r}, 'ab').close()",
    )

    done = subprocess.run(
        [sys.executable, "-c", spoiled, str(target)], check=True, capture_output=True, text=True
    )

    assert "NETWORK socket.__new__" in done.stderr
    assert "WRITING" in done.stderr
