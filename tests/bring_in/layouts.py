"""Trackers of other people's design, laid out in a test as they look: a list of rows, a list of cells each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]

CHANGED = datetime(2026, 3, 31, 12)
"""The day the workbooks of these tests say that they were last changed."""

TRACKERS = Path(__file__).parent / "trackers"
"""Four layouts and one half of ours, with what is in each in expected.json."""

SIMPLE: Rows = (
    ("Ref", "Recommendation", "Agreed action", "Responsible officer", "Due date", "Status"),
    (
        "IA1",
        "Reconcile the rent account monthly",
        "Set up the reconciliation",
        "Ann Archer",
        "30/06/2026",
        "On track",
    ),
    ("IA2", "Document the write-off policy", "Write the policy", "Ben Baker", "31/03/2026", "Overdue"),
)
"""A plain tracker: a title would stand above it."""


def workbook(
    folder: Path,
    sheets: Mapping[str, Rows],
    touch: Callable[[Worksheet], object] | None = None,
    *,
    name: str = "theirs.xlsx",
) -> Path:
    """A workbook of these sheets, saved; `touch` may merge, colour or hide in each."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if touch:
            touch(sheet)
    made.save(folder / name)
    stamp(folder / name)
    return folder / name


def stamp(path: Path) -> None:
    """Give a saved workbook the day CHANGED: openpyxl writes the present one."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    start, end = core.index("<dcterms:modified"), core.index("</dcterms:modified>")
    parts["docProps/core.xml"] = (
        core[: core.index(">", start) + 1] + CHANGED.isoformat() + "Z" + core[end:]
    ).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
