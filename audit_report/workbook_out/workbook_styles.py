"""How the workbook looks: its colours and cell styles; no sheet sets a colour or a font of its own.

White on a dark fill, or dark on a light one, keeps a contrast of at least 4.5 to 1 and can be told apart in grey.
"""

from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from audit_report.schema.kinds import (
    Day,
    DayOrWords,
    DueDate,
    Kind,
    Money,
    Ref,
    Reference,
    Share,
    Text,
    WholeNumber,
)
from audit_report.schema.record import Column
from audit_report.workbook_out.sheets import Audience

NAVY, GREY, WHITE = "1F3864", "595959", "FFFFFF"
RED, GREEN_TINT, GREEN_INK = "C00000", "DDEEDD", "1B4D2E"
AMBER, AMBER_TINT, AMBER_INK, MISSING_TINT = "F7C548", "FFE08A", "4D3000", "FFF5CC"
BLUE_TINT, BLUE_INK = "C9DCF2", "16406E"
PALE, LINE, LINK = "F2F2F2", "BFBFBF", "0B4FA8"
TABS = {Audience.LEADS: "00703C", Audience.ANALYSTS: "7F7F7F"}

GENERAL, AS_TYPED, DATE, MONEY, PERCENTAGE, NUMBER = "General", "@", "d mmm yyyy", '"£"#,##0', "0%", "0"
_ENTRY = {
    GENERAL: "Entry",
    AS_TYPED: "Entry as typed",
    DATE: "Entry date",
    MONEY: "Entry money",
    PERCENTAGE: "Entry percentage",
    NUMBER: "Entry number",
}
_WORKED_OUT = {GENERAL: "Worked out", DATE: "Worked out date"}
_WIDE = 40

_THIN, _BAR, _GAP = Side("thin", LINE), Side("medium", NAVY), Side("thick", WHITE)
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP = Alignment(vertical="top", wrap_text=True)
_TOP_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
_LEVEL = Alignment(vertical="center", wrap_text=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _font(size: float = 11, colour: str = "000000", *, bold: bool = False, underline: bool = False) -> Font:
    return Font("Calibri", size, b=bold, color=f"FF{colour}", u="single" if underline else None)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", f"FF{colour}")


_PLAIN = PatternFill()

_LOOKS: dict[str, tuple[Font, PatternFill, Border, Alignment]] = {
    "Sheet title": (_font(13, NAVY, bold=True), _PLAIN, Border(), Alignment(vertical="center")),
    "Sheet audience": (_font(11, GREY, bold=True), _PLAIN, Border(), _TOP),
    "Sheet purpose": (_font(11, NAVY), _PLAIN, Border(), Alignment(vertical="top")),
    "Sheet aside": (_font(11, GREY), _PLAIN, Border(), Alignment(vertical="center")),
    "Guidance": (_font(9, GREY), _PLAIN, Border(), _TOP),
    "Header": (_font(11, WHITE, bold=True), _fill(NAVY), _GRID, _LEVEL),
    "Header worked out": (_font(11, WHITE, bold=True), _fill(GREY), _GRID, _LEVEL),
    "Header figure": (_font(11, WHITE, bold=True), _fill(NAVY), _GRID, _CENTRE),
    "Tracker title": (_font(20, NAVY, bold=True), _PLAIN, Border(), Alignment(vertical="center")),
    "Section": (_font(14, NAVY, bold=True), _PLAIN, Border(bottom=_BAR), Alignment(vertical="center")),
    "Words": (_font(), _PLAIN, Border(), _LEVEL),
    "Words bold": (_font(colour=NAVY, bold=True), _PLAIN, Border(), _LEVEL),
    "Words on one line": (_font(), _PLAIN, Border(), Alignment(vertical="center")),
    "Words in the middle": (_font(), _PLAIN, Border(), _CENTRE),
    "Link": (_font(colour=LINK, underline=True), _PLAIN, Border(), _LEVEL),
    "Listed link": (_font(colour=LINK, underline=True), _PLAIN, _GRID, _TOP),
    "Row label": (_font(), _PLAIN, Border(bottom=_THIN), _LEVEL),
    "Row figure": (_font(), _PLAIN, Border(bottom=_THIN), _CENTRE),
    "Hidden figure": (_font(colour=WHITE), _PLAIN, Border(), _CENTRE),
    "Total label": (_font(bold=True), _fill(PALE), Border(bottom=_THIN), _LEVEL),
    "Total figure": (_font(bold=True), _fill(PALE), Border(bottom=_THIN), _CENTRE),
    "Tile label": (_font(10, NAVY), _fill(PALE), Border(left=_GAP, right=_GAP, top=_BAR), _CENTRE),
    "Tile figure": (_font(24, NAVY, bold=True), _fill(PALE), Border(left=_GAP, right=_GAP), _CENTRE),
}


def add_styles(workbook: Workbook) -> None:
    """Give the workbook its cell styles, so that a cell is dressed by naming one."""
    for name, (font, fill, border, alignment) in _LOOKS.items():
        workbook.add_named_style(
            NamedStyle(name, font=font, fill=fill, border=border, alignment=alignment, number_format=GENERAL)
        )
    for format_code, name in _ENTRY.items():
        workbook.add_named_style(
            NamedStyle(
                name,
                font=_font(),
                border=_GRID,
                alignment=placing(format_code),
                number_format=format_code,
                protection=UNLOCKED,
            )
        )
    for format_code, name in _WORKED_OUT.items():
        workbook.add_named_style(
            NamedStyle(
                name,
                font=_font(),
                fill=_fill(PALE),
                border=_GRID,
                alignment=placing(format_code),
                number_format=format_code,
            )
        )


def placing(format_code: str) -> Alignment:
    """Words, dates and settings at the left, amounts at the right; all at the top."""
    return _TOP_LEFT if format_code in (DATE, NUMBER) else _TOP


UNLOCKED = Protection(locked=False)


def cell_style(column: Column) -> str:
    """The style of a column's cells."""
    return entry_style(number_format(column))


def entry_style(format_code: str) -> str:
    """The style of cells that are filled in."""
    return _ENTRY[format_code]


def worked_out_style(format_code: str) -> str:
    """The style of a worked-out column's cells."""
    return _WORKED_OUT[format_code]


_FORMATS: Mapping[type[Kind[Any]], str] = {
    Ref: AS_TYPED,
    Reference: AS_TYPED,
    DayOrWords: AS_TYPED,
    DueDate: DATE,
    Day: DATE,
    Money: MONEY,
    Share: PERCENTAGE,
    WholeNumber: NUMBER,
}


def number_format(column: Column) -> str:
    """How Excel takes and shows what is typed; short words stay as typed, for Excel would make "2009-10" a date."""
    if type(column.kind) is Text:
        return AS_TYPED if column.width <= _WIDE else GENERAL
    return _FORMATS.get(type(column.kind), GENERAL)
