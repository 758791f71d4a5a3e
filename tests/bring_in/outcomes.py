"""Trackers brought in by a test, and the rows of ours that they became."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.bring_theirs import Outcome, bring_theirs, propose, read_theirs
from audit_report.bring_in.the_map.import_map import ImportMap
from tests.bring_in.layouts import Rows, workbook

SHEETS = {
    "assessments": "Assessments",
    "recommendations": "Recommendations",
    "actions": "Actions",
    "date_changes": "Date changes",
    "updates": "Progress updates",
}
"""The sheets whose rows are counted, by their names in the files of expected counts."""


def brought(*paths: Path, **options: object) -> Outcome:
    """Trackers brought in by the map proposed for them, with other options."""
    theirs = read_theirs(paths)
    return bring_theirs(theirs, with_options(propose(theirs).map, options))


def with_options(given: ImportMap, options: dict[str, Any]) -> ImportMap:
    return replace(given, options=replace(given.options, **options))


def rows(outcome: Outcome, sheet: str, *headers: str) -> list[tuple[Any, ...]]:
    """The values of some columns of a sheet, and of the tracker's own columns beside it."""
    own = outcome.brought.own.get(sheet, [])
    found = []
    for number, row in enumerate(outcome.brought.rows.get(sheet, [])):
        values = {name.removeprefix(f"{sheet}: "): each.value for name, each in row.items()}
        values |= {name: each.value for name, each in own[number].items()} if own else {}
        found.append(tuple(values.get(header) or None for header in headers))
    return found


def register(
    folder: Path, table: Rows, touch: Callable[[Worksheet], object] | None = None, **options: object
) -> Outcome:
    return brought(workbook(folder, {"Register": table}, touch), **options)
