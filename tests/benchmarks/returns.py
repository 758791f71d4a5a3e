"""Collecting returns beside pandas reading the same files: `python -m tests.benchmarks.returns`.

pandas reads every sheet by its fastest engine and puts those of one name under each other: it merges nothing, tells
nothing and writes nothing.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from audit_report.model.records import Action
from audit_report.workbook_out.column_names import letter
from tests.benchmarks.__main__ import processor, run_once
from tests.benchmarks.register import write_register

_PROGRAM = [sys.executable, "-c", "from audit_report.cli import run; run()"]
_PEER = """
import sys
import pandas
found = {}
for file in sys.argv[1:]:
    for name, frame in pandas.read_excel(file, sheet_name=None, header=None, engine="calamine").items():
        found.setdefault(name, []).append(frame.assign(file=file))
together = {name: pandas.concat(frames, ignore_index=True) for name, frames in found.items()}
"""
_EVERYBODY = 40


def main() -> None:
    """Print the medians of both, and the ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=1000, help="recommendations of the tracker")
    options.add_argument("--runs", type=int, default=3, help="counted runs of each, after one not counted")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tracker, returns = _round(Path(folder), asked.size)
        target = str(tracker.with_name("next.xlsx"))
        files = [str(path) for path in (tracker, *returns)]
        commands = {
            "collect": [*_PROGRAM, "collect", *files, "-o", target, "--force"],
            "pandas (calamine)": [sys.executable, "-c", _PEER, *files],
        }
        found = {
            name: [run_once(command) for _ in range(asked.runs + 1)][1:] for name, command in commands.items()
        }
    sys.stdout.write(
        f"{processor()}; {len(returns)} returns of a tracker of {asked.size:,} recommendations\n"
    )
    medians = {name: statistics.median(wall for wall, _ in runs) for name, runs in found.items()}
    for name, runs in found.items():
        sys.stdout.write(f"{name}: {medians[name]:.1f} s, {max(peak for _, peak in runs):.0f} MiB\n")
    sys.stdout.write(f"ratio: {medians['collect'] / medians['pandas (calamine)']:.1f}\n")


def _round(folder: Path, size: int) -> tuple[Path, Sequence[Path]]:
    """A tracker, and what everybody has sent back of it, each with some rows filled in."""
    register, tracker = write_register(folder / "register.xlsx", size), folder / "tracker.xlsx"
    run_once([*_PROGRAM, "new", str(tracker), "--from", str(register)])
    run_once([*_PROGRAM, "send", str(tracker), "-o", str(folder / "sent")])
    returns = sorted((folder / "sent").glob("*.xlsx"))[:_EVERYBODY]
    evidence, owner = letter(Action, "evidence"), letter(Action, "owner")
    for path in returns:
        book = load_workbook(path)
        actions, updates = book["Actions"], book["Progress updates"]
        own = [row for row in range(5, actions.max_row + 1) if actions[f"{owner}{row}"].value == path.stem]
        for row in own[:5]:
            actions[f"{evidence}{row}"].value = f"Evidence of {path.stem}, {row}"
        last = max(row for row in range(1, updates.max_row + 1) if updates.cell(row, 1).value)
        updates.cell(last + 1, 1).value = updates.cell(last, 1).value
        updates.cell(last + 1, 2).value = date(2010, 5, 20)
        for column, text in enumerate((f"Progress by {path.stem}.", "Green", "No"), 3):
            updates.cell(last + 1, column).value = text
        book.save(path)
    return tracker, returns


if __name__ == "__main__":
    main()
