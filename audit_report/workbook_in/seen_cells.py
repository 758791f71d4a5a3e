"""What a person sees in a cell, where its look or its formula makes that another thing than its value."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from audit_report.ooxml.addresses import Position
from audit_report.schema.kinds import LongText, Money, Share, WholeNumber, shown
from audit_report.schema.raw_values import (
    CellObject,
    FormulaOfConcern,
    Raw,
    RichCell,
    ShownOtherwise,
    StruckOut,
)
from audit_report.schema.record import Column
from audit_report.schema.rich_text import Run
from audit_report.workbook_in.date_formats import GENERAL, Shows
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.shown_dates import shows_whole_days, without_day
from audit_report.workbook_in.shown_numbers import shown_number
from audit_report.workbook_in.styles_of_cells import CellStyles

_WORDS = re.compile(r'"(?:[^"]|"")*"')
_VOLATILE = re.compile(r"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT)\s*\(", re.IGNORECASE)
"""Such as TODAY( in TODAY()-1: what gives another value every time the workbook is opened."""
_OTHER_BOOK = re.compile(r"\[(?:\d+|[^\[\]]+\.xl\w+)\][^\[\]!]*!", re.IGNORECASE)
"""Such as [1]Sheet1! or [Risks.xlsx]Sheet1!."""
_LINK = re.compile(r'HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:,.*)?\)', re.IGNORECASE | re.DOTALL)
"""Such as HYPERLINK("https://example.org","The plan")."""


class SeenCells:
    """The cells of a sheet as a person sees them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._odd = {style for style in range(len(sheet.looks.fonts)) if _is_odd(sheet.looks, style)}
        self._at = set(self._odd_cells())
        self._columns = {column for _, column in self._at}

    def cell(self, at: Position, column: Column, raw: Raw) -> Raw:
        """What a cell (0-based) of a column that people fill in says, given its value."""
        return self._seen(at, column, raw) if at in self._at else raw

    def column(self, at: int, column: Column, rows: Iterable[int], raws: Sequence[Raw]) -> Sequence[Raw]:
        """What the cells of a column say in these rows, given their values; in most columns no cell looks odd."""
        if at not in self._columns:
            return raws
        return [self.cell((row, at), column, raw) for row, raw in zip(rows, raws, strict=True)]

    def _odd_cells(self) -> Iterator[Position]:
        yield from self._sheet.formulas
        for row, styles in enumerate(self._sheet.styles):
            if not self._odd.isdisjoint(styles):
                yield from ((row, at) for at, style in enumerate(styles) if style in self._odd)

    def _seen(self, at: Position, column: Column, raw: Raw) -> Raw:
        style = self._sheet.styles[at[0]][at[1]]
        font = self._sheet.looks.font(style)
        if font.struck_out and shown(raw):
            return StruckOut(shown(raw))
        if font.shows_symbols and shown(raw):
            return CellObject(f"pictures of the font {font.name}")
        formula = self._sheet.formulas.get(at)
        if formula is not None and (concern := _of_concern(raw, formula)):
            return concern
        if formula is not None and isinstance(raw, str) and isinstance(column.kind, LongText):
            return _linked(raw, formula)
        return _as_shown(column, raw, self._sheet.looks.number_format(style))


def _is_odd(looks: CellStyles, style: int) -> bool:
    """Whether a look may say something else than a value: struck out, a number of its own form, a month alone."""
    code = looks.number_format(style)
    if looks.font(style).struck_out or looks.font(style).shows_symbols:
        return True
    match looks.shows(style):
        case Shows.NUMBER:
            return code not in (GENERAL, "@")
        case Shows.DAY_OR_TIME:
            return not shows_whole_days(code)
        case _:
            return False


def _of_concern(raw: Raw, formula: str) -> FormulaOfConcern | None:
    """The value of a formula that changes by itself or comes out of another workbook."""
    bare = _WORDS.sub("", formula)
    if _VOLATILE.search(bare):
        return FormulaOfConcern(raw, formula, changes_by_itself=True)
    return FormulaOfConcern(raw, formula, changes_by_itself=False) if _OTHER_BOOK.search(bare) else None


def _linked(words: str, formula: str) -> Raw:
    """The words of a formula that makes a link, with the address that it spells out."""
    found = _LINK.fullmatch(formula.strip())
    return RichCell((Run(words, link=found[1].replace('""', '"')),)) if found else words


def _as_shown(column: Column, raw: Raw, code: str) -> Raw:
    """A number or day that its format shows as something else; amounts and shares are what they are worth."""
    if isinstance(raw, date):
        day = raw.date() if isinstance(raw, datetime) else raw
        return raw if shows_whole_days(code) else ShownOtherwise(day, without_day(day, code))
    if not isinstance(raw, float) or isinstance(column.kind, Share):
        return raw
    text = shown_number(raw, code)
    if isinstance(column.kind, Money | WholeNumber):
        return ShownOtherwise(raw, text) if "%" in code else raw
    return raw if text == shown(raw) else ShownOtherwise(raw, text)
