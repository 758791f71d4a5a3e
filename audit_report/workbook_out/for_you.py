"""The sheet “For you” of a workbook that is sent to one person: what to do by when, each with a link to its cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.workbook_out.cell_content import put_text
from audit_report.workbook_out.page_setup import fit_height, set_height, set_page, set_width

FOR_YOU = "For you"
_WIDTHS = {"A": 26, "B": 96}


@dataclass(frozen=True, slots=True)
class ToDo:
    """A line of the sheet: where it is done, as a sheet and a cell that the link leads to, and what is to be done."""

    sheet: str
    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class ForYou:
    """What the sheet says: for whom, the lines before the list, the list, the ratings as they are now, whom to ask."""

    person: str
    opening: Sequence[str]
    to_do: Sequence[ToDo]
    rated: str
    ratings: Sequence[tuple[str, str]]
    closing: str


def add_for_you(workbook: Workbook, of: ForYou) -> None:
    """Put the sheet before the others, and have the workbook open at it."""
    sheet = workbook.create_sheet(FOR_YOU, 0)
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        set_width(sheet, letter, width)
    set_page(sheet)
    sheet.page_setup.orientation = "portrait"
    row = 1
    put_text(sheet["A1"], f"For {of.person}")
    sheet["A1"].style = "Sheet title"
    set_height(sheet, 1, 28)
    for line in of.opening:
        row += 1
        _words(sheet, row, "", line)
    row = _head(sheet, row + 2, "What to do")
    for each in of.to_do:
        row += 1
        _words(sheet, row, f"{each.sheet}, {each.cell}", each.words)
        cell = sheet[f"A{row}"]
        cell.style = "Link"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{each.sheet}'!{each.cell}")
    if of.ratings:
        row = _head(sheet, row + 2, of.rated)
        for ref, words in of.ratings:
            row += 1
            _words(sheet, row, ref, words)
    row = _head(sheet, row + 2, "Whom to ask")
    _words(sheet, row + 1, "", of.closing)
    workbook.active = 0
    for other in workbook.worksheets[1:]:
        other.sheet_view.tabSelected = False


def _head(sheet: Worksheet, row: int, title: str) -> int:
    for letter in _WIDTHS:
        sheet[f"{letter}{row}"].style = "Section"
    put_text(sheet[f"A{row}"], title)
    set_height(sheet, row, 24)
    return row


def _words(sheet: Worksheet, row: int, label: str, words: str) -> None:
    for letter, text, style in (("A", label, "Words bold"), ("B", words, "Words")):
        if text:
            put_text(sheet[f"{letter}{row}"], text)
            sheet[f"{letter}{row}"].style = style
    fit_height(sheet, row, [(words, _WIDTHS["B"])])
