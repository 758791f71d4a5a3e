"""Build and its peers side by side: whole-process wall time, peak memory, and ratios, medians of runs in turn."""

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.register import write_register
from tests.benchmarks.web_page import page_line

_PROGRAM = "from audit_report.cli import run; run()"
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""That of the runs: the program is run compiled, as pip installs it; the run not counted compiles it."""
_SLOWEST_PEER = 1000
"""The largest register given to plain python-docx, which takes minutes beyond it."""


def main() -> None:
    """Print a table of every command at every size asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="6,100,1000,10000", help="numbers of recommendations")
    options.add_argument(
        "--runs", type=int, default=3, help="counted runs of each command, after one not counted"
    )
    asked = options.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        found, pages = {}, []
        for size in sizes:
            workbook = write_register(Path(folder) / f"register-{size}.xlsx", size)
            found[size] = _measure(_commands(workbook, size), asked.runs)
            pages.append(page_line(workbook.with_suffix(".html"), size, asked.runs))
    print(f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}\n")
    print("\n".join([*_table(found), "", *pages]))


def processor() -> str:
    """The processor's name, as far as the system tells it."""
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _commands(workbook: Path, size: int) -> dict[str, list[str]]:
    report = workbook.with_suffix(".docx")
    program = [sys.executable, "-c", _PROGRAM]

    def peer(name: str) -> list[str]:
        target = workbook.with_suffix(f".{name}.docx")
        return [sys.executable, "-m", "tests.benchmarks.peers", name, str(workbook), str(target)]

    commands = {
        "build": [*program, "build", str(workbook), "-o", str(report), "--force"],
        "build --html": [*program, "build", str(workbook), "-o", str(report), "--force", "--html"],
        "check": [*program, "check", str(workbook)],
        "imports alone": peer("imports"),
        "imports and strings": peer("strings"),
        "pandas + docxtpl": peer("docxtpl"),
        "pandas + python-docx": peer("python-docx"),
        "--version": [*program, "--version"],
        "--help": [*program, "--help"],
    }
    if size > _SLOWEST_PEER:
        del commands["pandas + python-docx"]
    return commands


def _measure(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, tuple[float, float]]:
    """The median wall time in seconds and peak memory in MiB of each command, the runs in turn."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            found[name].append(run_once(command))
    return {
        name: (statistics.median(wall for wall, _ in counted[1:]), max(peak for _, peak in counted[1:]))
        for name, counted in found.items()
    }


def run_once(command: Sequence[str]) -> tuple[float, float]:
    """The wall time in seconds and the peak memory in MiB of a command."""
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


def _table(found: Mapping[int, Mapping[str, tuple[float, float]]]) -> Iterator[str]:
    """A row a command and a column a size; in brackets build's time and memory as multiples of the command's."""
    yield f"| recommendations | {' | '.join(f'{size:,}' for size in found)} |"
    yield f"|---|{'---|' * len(found)}"
    for name in dict.fromkeys(name for of_size in found.values() for name in of_size):
        yield f"| {name} | {' | '.join(_cell(of_size, name) for of_size in found.values())} |"


def _cell(found: Mapping[str, tuple[float, float]], name: str) -> str:
    if name not in found:
        return "–"
    (seconds, memory), (wall, peak) = found[name], found["build"]
    ratios = "" if name == "build" else f" ({wall / seconds:.2f}, {peak / memory:.2f})"
    return f"{seconds:.2f} s, {memory:.0f} MiB{ratios}"


if __name__ == "__main__":
    main()
