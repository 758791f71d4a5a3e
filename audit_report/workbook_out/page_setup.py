"""A sheet's frame: widths and heights, frozen panes, tab colour, protection and how it prints."""

import textwrap
from collections.abc import Iterable
from math import ceil
from typing import Any

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.workbook_out.column_names import PURPOSE_ROW, TITLE_ROW
from audit_report.workbook_out.formula_pieces import AS_AT_IN_WORDS
from audit_report.workbook_out.sheets import Audience, SheetPlan
from audit_report.workbook_out.workbook_styles import TABS

_A4 = 9
_TEXT_LINE, _TEXT_WIDTH = 14.5, 1.15
"""Points a line of a cell's text takes, and how many letters go into the width of a figure; on the safe side."""

_ACROSS, _UPRIGHT = 260, 165
"""How many characters can be read side by side on a page that lies across, and on one that stands upright."""

_LARGEST_ROW = 409.0
"""The highest row that Excel allows, in points."""

_WIDTH_MARGIN = 0.71
"""What Excel adds to a column's width around its characters."""


_WHERE_GUIDANCE_IS = "What goes in each column: press + at the left, or select a cell."


def set_width(sheet: Worksheet, letter: str, characters: float) -> None:
    """Make a column wide enough for that many characters."""
    sheet.column_dimensions[letter].width = characters + _WIDTH_MARGIN


class FittedRow(RowDimension):
    """A row as high as its text needs now, which a program may fit again when the text changes."""

    @property
    def customHeight(self) -> bool:  # noqa: N802  openpyxl's name
        """Never: a height a person has set stays as it is."""
        return False


def fit_height(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]]) -> None:
    """Make a row high enough for its texts, each with its column's width in characters."""
    most = max((lines(text, width * _TEXT_WIDTH) for text, width in texts), default=1)
    height = min(1 + most * _TEXT_LINE, _LARGEST_ROW)
    sheet.row_dimensions[row] = FittedRow(sheet, index=row, ht=height)


def set_height(sheet: Worksheet, row: int, points: float) -> None:
    """Set a row's height, as far as Excel lets a row be high."""
    sheet.row_dimensions[row].height = min(points, _LARGEST_ROW)


def lines(text: str, characters: float) -> int:
    """How many lines a wrapped text takes in a column of that width; on the safe side."""
    width = max(4, int(characters))
    return sum(
        1 if len(part) <= width and "\t" not in part else len(textwrap.wrap(part, width)) or 1
        for part in text.split("\n")
    )


def add_title(sheet: Worksheet, plan: SheetPlan) -> None:
    """Write what the sheet is, whom it is for and what for."""
    sheet.cell(TITLE_ROW, 1, plan.title or plan.name).style = "Tracker title" if plan.title else "Sheet title"
    if plan.record and not plan.protected:
        day = f'={AS_AT_IN_WORDS}&"{_WHERE_GUIDANCE_IS}"'
        sheet.cell(TITLE_ROW, 2, day if plan.audience is Audience.LEADS else _WHERE_GUIDANCE_IS)
        sheet.cell(TITLE_ROW, 2).style = "Sheet aside"
    sheet.cell(PURPOSE_ROW, 1, plan.audience.value).style = "Sheet audience"
    sheet.cell(PURPOSE_ROW, 2, plan.purpose).style = "Sheet purpose"
    set_height(sheet, TITLE_ROW, 34 if plan.title else 26)
    set_height(sheet, PURPOSE_ROW, 4 + 15 * lines(plan.audience.value, sheet.column_dimensions["A"].width))


def lay_out(sheet: Worksheet, plan: SheetPlan) -> None:
    """Give a sheet its tab, its page and, where it is only for reading, its protection."""
    sheet.sheet_properties.tabColor = f"FF{TABS[plan.audience]}"
    set_page(sheet)
    sheet.page_margins.left = sheet.page_margins.right = 0.25
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    if plan.protected:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False
        sheet.protection.formatRows = False


def set_page(sheet: Worksheet) -> None:
    """Print on A4 across, as wide as the page and as long as it takes, with name and page number at the foot."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    footer: Any = sheet.oddFooter  # the stubs allow for none, but every sheet has one
    footer.left.text, footer.right.text = "&A", "Page &P of &N"


def print_wide(sheet: Worksheet, width: float, title_row: int, title_column: str) -> None:
    """Repeat the header on every page; a sheet too wide to be read on one page goes on several side by side.

    They stand upright where that is wide enough, for then they hold twice as many rows.
    """
    sheet.print_title_rows = f"{title_row}:{title_row}"
    pages = ceil(width / _ACROSS)
    if width < _UPRIGHT * pages:
        sheet.page_setup.orientation = "portrait"
    if pages > 1:
        sheet.page_setup.fitToWidth = pages
        sheet.print_title_cols = f"{title_column}:{title_column}"
        sheet.page_setup.pageOrder = "overThenDown"
