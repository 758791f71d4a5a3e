"""What no command ever does: reach for the network, or open a workbook or report it is given for writing."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.every_command import CALLS, GIVEN, environment, folder_of_files

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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of_files(tmp_path_factory.mktemp("given"))


def watched(files: Iterable[Path], *command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """A command run with every socket and every opening of `files` for writing told on stderr."""
    watch = [sys.executable, "-c", _WATCHED, os.pathsep.join(map(str, files))]
    return subprocess.run(
        [*watch, *command], cwd=folder, env=environment(), check=False, capture_output=True, encoding="utf-8"
    )


@pytest.mark.parametrize("name", CALLS)
def test_it_stays_off_the_network_and_only_reads_what_it_is_given(name: str, folder: Path) -> None:
    done = watched([folder / each for each in GIVEN], *CALLS[name], folder=folder)

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
