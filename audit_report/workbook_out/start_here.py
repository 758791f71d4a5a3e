"""The `Start here` sheet: what a delivery lead does this quarter, what each sheet is for, how the ratings follow."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.workbook_out.column_names import FIRST_ROW
from audit_report.workbook_out.page_setup import lines, set_height, set_width
from audit_report.workbook_out.sheets import PLAN, START_HERE

_WIDTHS = {"A": 22, "B": 100, "C": 24}
_LINE, _MARGIN, _LETTERS = 14.5, 6, 1.1
"""Points a line of text takes, those around a row, and the letters that go into the width of a figure."""

_HIDDEN = " Hidden until it has rows."


class _Line(NamedTuple):
    """A line: its label, its text and, on the right, some words; `links` has the cell that leads to a sheet."""

    label: str
    text: str
    words: str
    links: dict[str, str]


def add_start_here(sheet: Worksheet) -> None:
    """Write the sheet below its title."""
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        set_width(sheet, letter, width)
    row = FIRST_ROW - 1
    for title, entries in _parts():
        row = _head(sheet, row, title)
        for entry in entries:
            _put(sheet, row, entry)
            row += 1
        row += 1
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToHeight = 1


def _parts() -> Iterator[tuple[str, list[_Line]]]:
    """The parts of the sheet: title and lines."""
    text = files("audit_report.workbook_out").joinpath("start_here.toml").read_text("utf-8")
    for part in tomllib.loads(text)["part"]:
        yield part["title"], _sheets() if part.get("each_sheet") else [_line(**line) for line in part["line"]]


def _line(label: str, text: str, sheet: str = "") -> _Line:
    return _Line(label, text, sheet, {"C": sheet} if sheet else {})


def _sheets() -> list[_Line]:
    """What each sheet is for, and for whom."""
    return [
        _Line(plan.name, plan.purpose + _HIDDEN * plan.kept, plan.audience, {"A": plan.name})
        for plan in PLAN
        if plan.name != START_HERE
    ]


def _head(sheet: Worksheet, row: int, title: str) -> int:
    """Write a part's title; returns the row below it."""
    for letter in _WIDTHS:
        sheet[f"{letter}{row}"].style = "Section"
    sheet[f"A{row}"] = title
    set_height(sheet, row, 26)
    return row + 1


def _put(sheet: Worksheet, row: int, line: _Line) -> None:
    for letter, words in zip(_WIDTHS, line[:3], strict=True):
        cell = f"{letter}{row}"
        sheet[cell] = words or None
        sheet[cell].style = "Words bold" if letter == "A" else "Words"
        if target := line.links.get(letter):
            sheet[cell].hyperlink = Hyperlink(ref=cell, location=f"'{target}'!A{FIRST_ROW}", display=target)
            sheet[cell].style = "Link"
    set_height(sheet, row, _MARGIN + _LINE * lines(line.text, _WIDTHS["B"] * _LETTERS))
