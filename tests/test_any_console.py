"""Every command under every code page, with its output closed, cut short or on a full disk, and stopped by Ctrl-C."""

import json
import os
import re
import struct
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from audit_report.cli import main
from audit_report.console_text import STAND_INS
from tests.every_command import CALLS, WORDS, environment, folder_of_files, program

_LINES = {
    **CALLS,
    **{f"{name} --help": [name, "--help"] for name in main.commands},
    "--help": ["--help"],
    "no such ref": ["explain", "tracker.xlsx", WORDS],
    "no such file": ["check", f"{WORDS}.xlsx"],
}
_CODE_PAGES = {"cp1252": "cp1252", "cp850": "cp850", "cp437": "cp437", "ascii": "utf-8", "utf-8": "utf-8"}
"""What is written for a console of each: one that says it has ASCII alone is taken for one that is not set up."""
_STOPPED = 130

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="shells, signals and devices of POSIX")
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")

_UNDER_A_CODE_PAGE = """
import io, json, os, sys
__package__ = "audit_report"
import audit_report.cli, audit_report.pipeline, audit_report.word, audit_report.returns.send, audit_report.bring_in
from pathlib import Path

for line in sys.stdin:
    arguments, encoding, written = json.loads(line)
    child = os.fork()
    if not child:
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        streams = (open(number, "wb", closefd=False) for number in (1, 2))
        sys.stdout, sys.stderr = (io.TextIOWrapper(each, encoding=encoding, write_through=True) for each in streams)
        sys.argv = ["__main__.py", *arguments]
        audit_report.cli.run()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = [Path(name).read_bytes().decode(written) for name in ("out", "err")]
    print(json.dumps([status, *said]), flush=True)
"""
"""Runs a call for each line it is given, as the child of a process that has imported what all of them import."""

_STOPPED_IN_THE_MIDST = """
import os, signal, sys
sys.argv = ["audit-report", *sys.argv[1:]]
counted, moment = 0, int(os.environ["STOP_AT"])

def count(event, details):
    global counted
    counted += 1
    if counted == moment:
        signal.raise_signal(signal.SIGINT)

from audit_report.stop_signals import stop_when_told
stop_when_told()
sys.addaudithook(count)
if not moment:
    leave = os._exit
    os._exit = lambda status: (os.write(2, b"%d" % counted), leave(status))
from audit_report.cli import run
run()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of_files(tmp_path_factory.mktemp("console"))


@pytest.fixture(scope="module")
def usual(folder: Path) -> dict[str, "subprocess.CompletedProcess[str]"]:
    """How each call ends where nothing is in its way."""
    return {name: started(line, folder) for name, line in _LINES.items()}


def started(
    line: list[str], folder: Path, streams: str = "", **others: str
) -> "subprocess.CompletedProcess[str]":
    """A call as a process of its own, its streams as a shell would have them."""
    command = ["bash", "-c", f'"$@" {streams}', "bash", *program(*line)] if streams else program(*line)
    return subprocess.run(
        command, cwd=folder, env=environment(**others), capture_output=True, encoding="utf-8", check=False
    )


def assert_no_fault(said: str) -> None:
    assert "Traceback" not in said
    assert "has a fault of its own" not in said


def test_every_command_is_among_them_and_each_ends_as_it_should(usual: dict[str, Any]) -> None:
    assert {line[0] for line in CALLS.values()} == set(main.commands)
    for name, each in usual.items():
        assert each.returncode == (2 if name.startswith("no such") else 0), each.stderr
        assert_no_fault(each.stdout + each.stderr)


@needs_posix
@pytest.mark.parametrize(("page", "written"), _CODE_PAGES.items())
def test_no_command_fails_for_want_of_a_character(
    page: str, written: str, folder: Path, usual: dict[str, Any]
) -> None:
    asked = "".join(json.dumps([line, page, written]) + "\n" for line in _LINES.values())
    command = [sys.executable, "-c", _UNDER_A_CODE_PAGE]
    told = subprocess.run(
        command, input=asked, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=True
    )

    for (name, each), answer in zip(usual.items(), told.stdout.splitlines(), strict=True):
        status, out, err = json.loads(answer)
        assert_no_fault(out + err)
        assert status == each.returncode, name
        assert (out, err) == tuple(_as_shown(text, written) for text in (each.stdout, each.stderr))


def _as_shown(text: str, page: str) -> str:
    """A text under a code page, with stand-ins for what it lacks."""
    return text.encode(page, STAND_INS).decode(page)


@needs_posix
@pytest.mark.parametrize("name", CALLS)
def test_the_c_locale_and_closed_streams_change_nothing_but_what_is_said(
    name: str, folder: Path, usual: dict[str, Any]
) -> None:
    for others in ({}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        plain = started(CALLS[name], folder, LC_ALL="C", PYTHONIOENCODING="", **others)

        assert_no_fault(plain.stdout + plain.stderr)
        assert plain.returncode == 0
    for streams in (">&-", "2>&-", "<&-"):
        told = started(CALLS[name], folder, streams)

        assert_no_fault(told.stdout + told.stderr)
        assert told.returncode == 0, streams
        assert told.stdout == ("" if streams.startswith(">&-") else usual[name].stdout)


@needs_posix
def test_nobody_is_asked_where_nobody_can_answer(folder: Path) -> None:
    told = started(["import", "tracker.xlsx", "-o", "asked.xlsx"], folder, "<&-")

    assert_no_fault(told.stderr)
    assert told.returncode == 1
    assert "run the command again with --map asked.map.toml" in told.stderr


@needs_posix
@pytest.mark.parametrize("name", CALLS)
def test_a_reader_that_has_gone_is_no_fault(name: str, folder: Path, usual: dict[str, Any]) -> None:
    told = started(CALLS[name], folder, '| head -1; exit "${PIPESTATUS[0]}"')

    assert_no_fault(told.stderr)
    assert told.returncode in (0, 2)
    assert told.stdout.splitlines() == usual[name].stdout.splitlines()[:1]


@needs_full
@pytest.mark.parametrize("name", CALLS)
def test_a_full_disk_is_told_and_never_the_status_of_errors(
    name: str, folder: Path, usual: dict[str, Any]
) -> None:
    out, err = started(CALLS[name], folder, ">/dev/full"), started(CALLS[name], folder, "2>/dev/full")

    assert out.returncode == 2
    assert out.stderr.endswith("Error: not all could be printed (No space left on device).\n")
    assert err.returncode == (2 if usual[name].stderr else 0)
    assert_no_fault(out.stderr + err.stdout)


@needs_posix
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.usefixtures("usual")
def test_ctrl_c_is_one_line_and_leaves_whole_files(name: str, folder: Path) -> None:
    before = _files(folder)
    counted = int(_in_the_midst(name, folder, 0).stderr.rpartition("\n")[2])
    for moment in (counted // 2, counted - 20):
        told = _in_the_midst(name, folder, moment)

        assert told.returncode == _STOPPED
        assert_no_fault(told.stderr)
        assert told.stderr.splitlines()[-1] == "Stopped: no file was left half-written."
        assert _files(folder) == before


def _in_the_midst(name: str, folder: Path, moment: int) -> "subprocess.CompletedProcess[str]":
    """A call that gets Ctrl-C at one of the things that the interpreter tells of; at 0 it counts them instead."""
    return subprocess.run(
        [sys.executable, "-c", _STOPPED_IN_THE_MIDST, *CALLS[name]],
        cwd=folder, env=environment(STOP_AT=str(moment)), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@needs_posix
@pytest.mark.parametrize("name", [name for name in CALLS if name != "check --json"])
def test_a_narrow_terminal_gets_whole_words_and_whole_commands(name: str, folder: Path) -> None:
    shown = _on_a_terminal(CALLS[name], folder, columns=60)

    wide = [line for line in shown.splitlines() if len(line) > 60 and " " in line.strip()]
    assert [line for line in wide if not line.removeprefix("Next:").strip().startswith("audit-report ")] == []
    assert shown.strip()


def _on_a_terminal(line: list[str], folder: Path, columns: int) -> str:
    """What a call shows on a terminal so wide, without its colours."""
    import fcntl  # noqa: PLC0415  POSIX alone has terminals of this kind
    import pty  # noqa: PLC0415  the same
    import termios  # noqa: PLC0415  the same

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    with subprocess.Popen(
        program(*line), cwd=folder, env=environment(NO_COLOR="1"), stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        with suppress(OSError), os.fdopen(ours, "rb", buffering=0) as terminal:
            while piece := terminal.read(4096):
                shown += piece
    assert process.returncode == 0
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode()).replace("\r\n", "\n")


def test_json_is_ascii_whatever_is_in_the_cells(usual: dict[str, Any]) -> None:
    assert usual["check --json"].stdout.isascii()
    assert r"\u0177" in usual["check --json"].stdout


def test_a_code_page_gets_the_nearest_it_has() -> None:
    assert _as_shown(f"{WORDS}", "cp437") == 'y "Siân" - 5 £ \\u4e2d \\U0001f600'
