"""A row pasted in has no formulas, and its live cells stay blank: told once a sheet."""

from pathlib import Path

import pytest

from audit_report.model.records import Action
from audit_report.pipeline import check_workbook
from audit_report.workbook_out.column_names import FIRST_ROW, letter
from audit_report.workbook_out.template import fill, new_workbook, save
from tests.trackers import small_tracker

DUE, ON_TRACK = letter(Action, "shown_due"), letter(Action, "shown_on_track")


def told(path: Path) -> list[str]:
    return [each.message for each in check_workbook(path).problems if each.code == "no-formula"]


@pytest.mark.parametrize(
    ("gone", "cells"),
    [
        ((), ""),
        ((f"{ON_TRACK}{FIRST_ROW}",), f"Actions!{ON_TRACK}{FIRST_ROW}"),
        (
            (f"{ON_TRACK}{FIRST_ROW + 1}", f"{DUE}{FIRST_ROW + 1}"),
            f"Actions!{ON_TRACK}{FIRST_ROW + 1}, {DUE}{FIRST_ROW + 1}",
        ),
    ],
)
def test_cells_that_have_lost_their_formula_are_told_once(
    gone: tuple[str, ...], cells: str, tmp_path: Path
) -> None:
    workbook = new_workbook()
    for name, rows in small_tracker().items():
        if name not in ("Report text", "Annex 1", "Annex 2"):
            fill(workbook, name, rows)
    for cell in gone:
        workbook["Actions"][cell] = None
    save(workbook, tmp_path / "tracker.xlsx")
    found = told(tmp_path / "tracker.xlsx")
    assert len(found) == bool(gone)
    assert all(f": {cells}." in message for message in found)


def test_a_column_without_any_formula_is_not_told(tmp_path: Path) -> None:
    """Some tools drop every formula; that is not a row's fault, and a blank cell says nothing."""
    workbook = new_workbook()
    fill(workbook, "Actions", small_tracker()["Actions"])
    for row in range(FIRST_ROW, workbook["Actions"].max_row + 1):
        for column in Action.columns:
            if column.worked_out:
                workbook["Actions"][f"{letter(Action, column.name)}{row}"] = None
    save(workbook, tmp_path / "tracker.xlsx")
    assert told(tmp_path / "tracker.xlsx") == []
