"""How a run begins and ends: whatever is typed, and whatever goes wrong, it is a sentence and an exit status."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import click
import pytest

from audit_report.cli import main
from audit_report.commands.options import file
from tests.test_cli import run
from tests.trackers import save_tracker, small_tracker

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of POSIX")
STOPS = int(os.environ.get("AUDIT_REPORT_KILLS", "3"))


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


def started(*arguments: str | Path, code: str = "") -> "subprocess.CompletedProcess[str]":
    """A run of the program as a process of its own, after some code that plants a fault in it."""
    program = [
        sys.executable,
        "-c",
        f"import audit_report.cli as cli\n{code}\ncli.run()",
        *map(str, arguments),
    ]
    return subprocess.run(program, capture_output=True, encoding="utf-8", check=False)


FAULT = "def fault(**_): raise ZeroDivisionError('of ours')\ncli.main.commands['criteria'].callback = fault"


def test_what_nobody_foresaw_is_a_sentence_and_never_the_status_of_a_workbook_with_errors() -> None:
    told = started("criteria", code=FAULT)

    assert told.returncode == 2
    assert told.stderr.startswith("Error: The program has a fault of its own (ZeroDivisionError).")
    assert len(told.stderr.splitlines()) == 1


def test_debug_shows_where_it_comes_from() -> None:
    told = started("criteria", "--debug", code=FAULT)

    assert told.returncode == 2
    assert "in fault" in told.stderr
    assert "ZeroDivisionError: of ours" in told.stderr


@pytest.mark.parametrize("name", main.commands)
def test_every_command_has_debug(name: str) -> None:
    assert "--debug" in {each for parameter in main.commands[name].params for each in parameter.opts}


def paths() -> Iterator[tuple[str, str]]:
    """Every command's parameters that name a file, by name."""
    for name, command in main.commands.items():
        yield from ((name, str(each.name)) for each in command.params if takes_a_file(each))


def takes_a_file(parameter: click.Parameter) -> bool:
    return getattr(parameter.type, "func", None) is file


def call(command: str, parameter: str, path: str) -> list[str]:
    """The arguments of a command with `path` for one of its files, and something for whatever else it must have."""
    arguments = [command]
    for each in main.commands[command].params:
        given = path if each.name == parameter else "2010-07-31" if each.metavar == "DATE" else "anything"
        if isinstance(each, click.Argument) and (each.required or each.name == parameter):
            arguments.append(given)
        elif isinstance(each, click.Option) and (each.required or each.name == parameter):
            arguments += [each.opts[-1], given]
    return arguments


@pytest.fixture
def odd(tmp_path: Path) -> dict[str, str]:
    """Paths that lead to no file."""
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
    return {
        "blank": "",
        "spaces": "  ",
        "folder": str(tmp_path),
        "pipe": str(tmp_path / "pipe"),
        "device": "/dev/zero",
        "nothing": os.devnull,
    }


@needs_posix
@pytest.mark.parametrize("kind", ["blank", "spaces", "folder", "pipe", "device", "nothing"])
@pytest.mark.parametrize(("command", "parameter"), list(paths()))
def test_every_path_is_looked_at_before_it_is_opened(
    command: str, parameter: str, kind: str, odd: dict[str, str]
) -> None:
    result = run(*call(command, parameter, odd[kind]))

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert "not a file" in result.stderr or "is blank" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_no_parameter_names_a_file_in_another_way() -> None:
    others = [
        (name, each.name)
        for name, command in main.commands.items()
        for each in command.params
        if isinstance(each.type, click.Path | click.File)
    ]

    assert others == []
    assert len(list(paths())) >= 12


@needs_posix
@pytest.mark.parametrize(
    ("streams", "arguments"),
    list(product([">&-", "2>&-", ">&- 2>&-", "<&-"], ["criteria", "nonsense", "--help", "check {tracker}"])),
)
def test_a_closed_stream_is_no_fault(streams: str, arguments: str, tracker: Path) -> None:
    command = f"{sys.executable} -m audit_report {arguments.format(tracker=tracker)} {streams}"
    told = subprocess.run(["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", check=False)

    assert told.returncode == (2 if arguments == "nonsense" else 0)
    assert "Traceback" not in told.stdout + told.stderr
    assert "Error: The program" not in told.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("arguments", ["criteria", "nonsense", "--help", "check {tracker}"])
def test_a_full_disk_is_told_or_else_told_by_the_status(arguments: str, tracker: Path) -> None:
    command = f"{sys.executable} -m audit_report {arguments.format(tracker=tracker)} > /dev/full 2> /dev/full"
    assert subprocess.run(["/bin/sh", "-c", command], check=False).returncode == 2


def test_a_question_that_nobody_answers_is_a_sentence() -> None:
    code = "def ask(**_): raise cli.click.Abort\ncli.main.commands['criteria'].callback = ask"
    told = started("criteria", code=code)

    assert told.returncode == 2
    assert told.stderr == "Error: Nothing was answered, so nothing was done.\n"


@needs_posix
@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP] if sys.platform != "win32" else []
)
def test_a_signal_at_any_moment_is_one_line_and_leaves_nothing_half_written(
    number: signal.Signals, tracker: Path
) -> None:
    source, report = tracker.read_bytes(), tracker.with_name("tracker-report.docx")
    command = [sys.executable, "-m", "audit_report", "build", str(tracker), "--force"]
    seconds = min(took(command) for _ in range(2))
    whole = report.read_bytes()
    chance = random.Random(number)  # noqa: S311  moments, not secrets
    ended = set()
    for _ in range(STOPS):
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
        ) as process:
            time.sleep(seconds * chance.uniform(0.3, 1))
            process.send_signal(number)
            said = process.communicate()[1]
        ended.add(process.returncode)
        if process.returncode:
            assert process.returncode == 128 + number
            assert said.splitlines()[-1] == "Stopped: no file was left half-written."
            assert "Traceback" not in said
        assert report.read_bytes() == whole
        assert set(tracker.parent.iterdir()) == {tracker, report}
    assert ended & {128 + number}
    assert tracker.read_bytes() == source


def took(command: list[str]) -> float:
    """How long a command takes that ends well."""
    begun = time.monotonic()
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    return time.monotonic() - begun


@needs_posix
def test_a_signal_that_is_to_be_ignored_stays_ignored() -> None:
    code = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    code += "def hang_up(**_):\n  signal.raise_signal(signal.SIGHUP); print('still here')\n"
    code += "cli.main.commands['criteria'].callback = hang_up"

    assert started("criteria", code=code).stdout == "still here\n"
