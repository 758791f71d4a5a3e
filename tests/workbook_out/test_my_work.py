"""My work: what waits for the name chosen, soonest first, by the program's own reckoning."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from audit_report.model.checked import Checked
from audit_report.model.vocabulary import Response
from audit_report.pipeline import check_workbook
from audit_report.workbook_out.my_work import LISTED, NAME_CELL
from audit_report.workbook_out.sheets import MY_WORK
from audit_report.workbook_out.template import fill, new_workbook, save
from tests.spreadsheet import converted
from tests.workbook_out.register import AS_AT, Register

NAMES = ("Ann Lee", "Ann Leeson", "Ben Baker")
CELLS = (
    "Ann Lee",
    "Ann Leeson",
    "Ben Baker",
    "Ann Leeson\nBen Baker",
    "Ben Baker and Ann Lee",
    "ben baker; Ann Lee",
)
NO_DAY = date.max

Line = tuple[date, str, str]
"""When, what is wanted and the ref."""


def tracker(path: Path, recommendations: int, name: str | None) -> Path:
    """A tracker with a register made up at random, in which a name is chosen on My work."""
    chance = Random(recommendations)  # noqa: S311  no secret
    sheets = Register(recommendations, recommendations).sheets()
    for row in sheets["Recommendations"]:
        row["Delivery leads"] = chance.choice(CELLS)
    for row in sheets["Actions"]:
        row["Owner"] = chance.choice((None, None, *CELLS))
    workbook = new_workbook()
    fill(workbook, "Report details", [{"Item": "Data as at", "Value": AS_AT}])
    fill(workbook, "Officers", [{"Name": each} for each in NAMES])
    for sheet, rows in sheets.items():
        fill(workbook, sheet, rows)
    workbook[MY_WORK][NAME_CELL.replace("$", "")] = name
    save(workbook, path)
    return path


def listed(path: Path) -> tuple[str, list[Line]]:
    """What the sheet says in a sentence, and its lines."""
    sheet = load_workbook(path, data_only=True)[MY_WORK]
    rows = sheet.iter_rows(8, 7 + LISTED, max_col=4, values_only=True)
    lines = [
        (when.date() if isinstance(when, datetime) else NO_DAY, str(wanted), str(ref))
        for ref, _, wanted, when in rows
        if wanted
    ]
    return str(sheet["A5"].value), lines


def expected(checked: Checked, name: str) -> Iterator[Line]:
    """What waits for a name, by the program's own reckoning."""
    assessed, tracker = checked.assessed, checked.tracker
    current = {
        rated.recommendation: rated
        for rated in assessed.recommendations
        if rated.current and rated.recommendation.response != Response.NOT_AGREED
    }
    quarter_ago = date(2010, 1, 30)
    for each, rated in current.items():
        day = rated.update.day if rated.update else None
        if is_named(name, each.leads) and (day is None or day < quarter_ago):
            yield (later(day, 3) if day else AS_AT), "Update", str(each.ref)
    for action in assessed.actions:
        row = action.action
        answered = tracker.recommendation(row.recommendation)
        is_done = row.completed is not None and row.completed <= AS_AT
        if answered not in current or is_done or not is_named(name, row.owner or answered.leads):
            continue
        day = action.current_due or NO_DAY
        yield day, "Action", str(row.ref)
        for change in tracker.changes_of(row):
            if change.approved is None:
                yield day, "Date change to approve", str(row.ref)


def is_named(name: str, people: str | None) -> bool:
    """Whether a name is among those in a cell, whatever its capitals."""
    return name.lower() in re.split(r"\n|; | and ", (people or "").lower())


def later(day: date, months: int) -> date:
    """The same day so many months on, or the month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


@pytest.mark.parametrize("name", NAMES)
def test_it_lists_what_waits_for_the_name_soonest_first(name: str, tmp_path: Path) -> None:
    path = tracker(tmp_path / "tracker.xlsx", 30, name)
    waiting = sorted(expected(check_workbook(path), name))
    told, lines = listed(path)
    assert len(waiting) > 5
    assert [when for when, *_ in lines] == [when for when, *_ in waiting][:LISTED]
    assert set(lines) <= set(waiting)
    assert told.startswith(f"{len(waiting)} things wait for you")


def test_it_says_how_many_more_there_are_and_libreoffice_agrees(soffice: Path, tmp_path: Path) -> None:
    path = tracker(tmp_path / "tracker.xlsx", 150, "Ben Baker")
    waiting = sorted(expected(check_workbook(path), "Ben Baker"))
    told, lines = listed(path)
    assert len(lines) == LISTED < len(waiting)
    more = len(waiting) - LISTED
    assert (
        told == f"{len(waiting)} things wait for you: the first {LISTED} are listed, and {more} more follow."
    )
    assert listed(converted(soffice, path, "xlsx", tmp_path / "out")) == (told, lines)


def test_each_line_leads_to_its_row(tmp_path: Path) -> None:
    path = tracker(tmp_path / "tracker.xlsx", 30, "Ann Lee")
    sheet = load_workbook(path, data_only=True)[MY_WORK]
    rows = {
        wanted: (ref, row)
        for ref, _, wanted, _, _, _, row in sheet.iter_rows(8, 57, max_col=7, values_only=True)
    }
    workbook = load_workbook(path)
    assert workbook[MY_WORK]["A8"].value.count("HYPERLINK(\"#'") == 3
    for wanted, table in (
        ("Action", "Actions"),
        ("Date change to approve", "Date changes"),
        ("Update", "Recommendations"),
    ):
        ref, row = rows[wanted]
        assert workbook[table][f"A{row}"].value == ref


def test_without_a_name_it_asks_for_one(tmp_path: Path) -> None:
    assert listed(tracker(tmp_path / "tracker.xlsx", 10, None)) == ("Choose your name in the cell above.", [])
