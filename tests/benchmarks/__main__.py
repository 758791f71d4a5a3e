"""Build and its peers side by side: whole-process wall time, peak memory, and ratios, medians of runs in turn."""

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.register import write_register

_PROGRAM = "from audit_report.cli import run; run()"
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""That of the runs: the program is run compiled, as pip installs it; the run not counted compiles it."""
_SLOWEST_PEER = 1000
"""The largest register given to plain python-docx, which takes minutes beyond it."""


def main() -> None:
    """Print a table for each size asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="6,100,1000,10000", help="numbers of recommendations")
    options.add_argument(
        "--runs", type=int, default=3, help="counted runs of each command, after one not counted"
    )
    asked = options.parse_args()
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, asked.sizes.split(",")):
            workbook = write_register(Path(folder) / f"register-{size}.xlsx", size)
            _print_table(size, _measure(_commands(workbook, size), asked.runs))


def _commands(workbook: Path, size: int) -> dict[str, list[str]]:
    report = str(workbook.with_suffix(".docx"))
    program = [sys.executable, "-c", _PROGRAM]
    peer = [sys.executable, "-m", "tests.benchmarks.peers"]
    commands = {
        "build": [*program, "build", str(workbook), "-o", report, "--force"],
        "check": [
            *program,
            "check",
            str(workbook),
        ],
        "imports": [*peer, "imports", str(workbook), report],
        "docxtpl": [*peer, "docxtpl", str(workbook), str(workbook.with_suffix(".docxtpl.docx"))],
        "strings": [*peer, "strings", str(workbook), str(workbook.with_suffix(".strings.zip"))],
        "--version": [*program, "--version"],
        "--help": [*program, "--help"],
    }
    if size <= _SLOWEST_PEER:
        commands["python-docx"] = [
            *peer,
            "python-docx",
            str(workbook),
            str(workbook.with_suffix(".plain.docx")),
        ]
    return commands


def _measure(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, tuple[float, float]]:
    """The median wall time in seconds and peak memory in MiB of each command, the runs in turn."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            found[name].append(_run(command))
    return {
        name: (statistics.median(wall for wall, _ in counted[1:]), max(peak for _, peak in counted[1:]))
        for name, counted in found.items()
    }


def _run(command: Sequence[str]) -> tuple[float, float]:
    started = time.perf_counter()
    child = os.posix_spawn(
        command[0],
        list(command),
        _ENVIRONMENT,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return wall, used.ru_maxrss / 1024


def _print_table(size: int, found: Mapping[str, tuple[float, float]]) -> None:
    wall, peak = found["build"]
    print(
        f"\n{size} recommendations\n\n| command | seconds | MiB | build's time is × | build's memory is × |"
    )
    print("|---|---|---|---|---|")
    for name, (seconds, memory) in found.items():
        print(f"| {name} | {seconds:.2f} | {memory:.0f} | {wall / seconds:.2f} | {peak / memory:.2f} |")


if __name__ == "__main__":
    main()
