"""Cells that formulas cannot read: the live sheet is blank where it cannot tell, and never contradicts the program."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook
from audit_report.workbook_out.column_names import FIRST_ROW
from audit_report.workbook_out.template import fill, new_workbook, save
from tests.spreadsheet import converted
from tests.workbook_out.register import AS_AT, Register, Rows
from tests.workbook_out.test_template_formulas import answers

Spoiling = Callable[[Any], Any]

_AS_TEXT: Spoiling = lambda day: f"{day:%d/%m/%Y}"  # noqa: E731  a table's entry
_WITH_TIME: Spoiling = lambda day: datetime.combine(day, time(15, 30))  # noqa: E731
_SPACED: Spoiling = lambda text: f" {str(text)[:2]}\u00a0{str(text)[2:]} "  # noqa: E731
_DAYS = (_AS_TEXT, _WITH_TIME, lambda _: "31 June 2010", lambda _: "soon", lambda day: f"{day:%B %Y}")
_WORDS = (_SPACED, str.upper, lambda _: "Perhaps", lambda _: 7)
_REFS = (_SPACED, lambda ref: ref.replace("-", "\u2013"), lambda _: "Q-99", lambda _: None, str.lower)
_MONEY = (lambda amount: f"£{amount:,.0f}", lambda _: "a lot", lambda amount: f"{amount:.0f} ")

SPOILINGS: Mapping[tuple[str, str], tuple[Spoiling, ...]] = {
    ("Actions", "Original due date"): (*_DAYS, lambda _: "TBC", lambda _: "Ongoing"),
    ("Actions", "Completed on"): _DAYS,
    ("Actions", "Progress"): (*_WORDS, lambda _: "Off track ", lambda _: "Cancelled"),
    ("Actions", "Quality"): _WORDS,
    ("Actions", "Recommendation ref"): _REFS,
    ("Actions", "Action ref"): _REFS,
    ("Date changes", "Action ref"): _REFS,
    ("Date changes", "New due date"): (*_DAYS, lambda _: "TBC"),
    ("Date changes", "Approved on"): _DAYS,
    ("Progress updates", "Recommendation ref"): _REFS,
    ("Progress updates", "Update date"): _DAYS,
    ("Progress updates", "Status declared"): (*_WORDS, lambda _: "R", lambda _: "Green (on track)"),
    ("Progress updates", "Significant challenges"): (*_WORDS, lambda _: "Y"),
    ("Recommendations", "Recommendation ref"): _REFS[:2],
    ("Recommendations", "Service impact"): (*_WORDS, lambda _: "Crit"),
    ("Recommendations", "Reputation impact"): (*_WORDS, lambda _: "Crit"),
    ("Recommendations", "People impact"): (*_WORDS, lambda _: "Critical?"),
    ("Recommendations", "Recorded priority"): _WORDS,
    ("Recommendations", "Response"): (*_WORDS, lambda _: "Rejected", lambda _: "agreed "),
    ("Recommendations", "Source assessment"): _REFS,
    ("Recommendations", "Date raised"): _DAYS,
    ("Recommendations", "Closed on"): _DAYS,
    ("Recommendations", "Financial loss (£)"): _MONEY,
    ("Recommendations", "Departmental budget (£)"): _MONEY,
    ("Recommendations", "Improvement plan in place"): (*_WORDS, lambda _: "N", lambda _: "no "),
}
"""What people make of a cell, by sheet and column."""

ROWS, SHARE = 300, 0.04


def spoilt(sheets: dict[str, Rows], chance: Random) -> dict[str, Rows]:
    """The rows of a register with some cells of every column spoilt, in place."""
    for (sheet, header), ways in SPOILINGS.items():
        for row in sheets[sheet]:
            if row.get(header) is not None and chance.random() < SHARE:
                row[header] = chance.choice(ways)(row[header])
    return sheets


def contradictions(checked: Checked) -> Iterator[str]:
    """The live cells that show something, and not what the program says."""
    for place, own, shown in answers(checked):
        if shown not in (None, "") and shown != own:
            yield f"{place}: {shown!r} for {own!r}"


def tracker(path: Path, seed: int, rows: int, details: Mapping[str, object]) -> Path:
    """A tracker with a register made up at random, of which some cells are spoilt."""
    workbook = new_workbook()
    items = {"Data as at": AS_AT, **details}
    fill(workbook, "Report details", [{"Item": item, "Value": value} for item, value in items.items()])  # type: ignore[dict-item]
    for sheet, of in spoilt(Register(seed, rows).sheets(), Random(seed)).items():  # noqa: S311  no secret
        fill(workbook, sheet, of)
    save(workbook, path)
    return path


@pytest.mark.parametrize(
    ("seed", "details"),
    [(1, {}), (2, {"Lateness judged against": "Original due date"})],
    ids=["current", "original"],
)
def test_no_live_cell_contradicts_the_program(
    seed: int, details: Mapping[str, object], soffice: Path, tmp_path: Path
) -> None:
    source = tracker(tmp_path / "tracker.xlsx", seed, ROWS, details)
    once = converted(soffice, source, "xlsx", tmp_path / "once")
    twice = converted(soffice, once, "xlsx", tmp_path / "twice")
    checked = check_workbook(once)
    blank = sum(own is not None and shown is None for _, own, shown in answers(checked))
    assert list(contradictions(checked)) == []
    assert 0 < blank < len(list(answers(checked))) / 10
    assert list(contradictions(check_workbook(twice))) == []


def test_a_blank_cell_is_in_the_chain_of_a_spoilt_row_that_says_why(soffice: Path, tmp_path: Path) -> None:
    """A recommendation's chain are its own row and those of its actions, date changes and updates."""
    source = tracker(tmp_path / "tracker.xlsx", 3, ROWS, {})
    chains = _chains(Register(3, ROWS).sheets())
    checked = check_workbook(converted(soffice, source, "xlsx", tmp_path / "once"))
    rows = [row for rows in checked.tracker.tables for row in rows if getattr(row, "row_check", None)]
    said = {chains.get((cell.sheet, cell.row)) for cell in (row.cell("row_check") for row in rows)}
    places = [
        place.split("!")
        for place, own, shown in answers(checked)
        if place and own is not None and shown is None
    ]
    blank = {chains[sheet, int("".join(filter(str.isdigit, cell)))] for sheet, cell in places}
    assert blank
    assert blank <= said


def _chains(sheets: Mapping[str, Rows]) -> dict[tuple[str | None, int | None], object]:
    """The recommendation in whose chain each row stands, by its sheet and number, before anything is spoilt."""
    of_action = {row["Action ref"]: row["Recommendation ref"] for row in sheets["Actions"]}
    return {
        (sheet, number): row.get("Recommendation ref") or of_action[row["Action ref"]]
        for sheet in ("Recommendations", "Actions", "Date changes", "Progress updates")
        for number, row in enumerate(sheets[sheet], start=FIRST_ROW)
    }
