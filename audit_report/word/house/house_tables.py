"""A house's own table style, for the report's tables where the house has none of their names."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from audit_report.palette import INK, WHITE, Accents, legible
from audit_report.word import styles
from audit_report.word.house.house_paragraph_styles import ancestry, style_named

_OURS = {style.id for style in styles.TABLE_STYLES}
_PARTS = ("firstRow", "band1Horz", "band2Horz")
"""The parts of a table whose look is the house's."""
_PLAIN = ("TableNormal", "TableGrid")
_HEX = frozenset("0123456789ABCDEF")


def house_table(sheet: Element, body: Element, ids: Mapping[str, str]) -> str:
    """The id of the table style that the house uses most in its file, or else the only one of its own; or nothing."""
    known = {style.get(qn("w:styleId"), "") for style in sheet.findall(qn("w:style")) if _is_own_table(style)}
    used = Counter(ids.get(name := each.get(qn("w:val"), ""), name) for each in body.iter(qn("w:tblStyle")))
    mostly = next((name for name, _ in used.most_common() if name in known), "")
    return mostly or (known.pop() if len(known) == 1 else "")


def _is_own_table(style: Element) -> bool:
    """Whether a style is a table style that says how a header row looks, and none of the report's names."""
    name = style.get(qn("w:styleId"), "")
    is_table = style.get(qn("w:type")) == "table" and name not in (*_OURS, *_PLAIN)
    own = style.get(qn("w:customStyle")) is not None
    return is_table and own and _first_row(style) is not None


def adopt(sheet: Element, table: str, added: Collection[str], accents: Accents) -> Accents:
    """Have the tables that were added look like the house's; returns the accents with its band."""
    for style in styles.TABLE_STYLES:
        if style.name in added:
            _dress(style_named(sheet, style.name), list(ancestry(sheet, table)))
    fill = _look(sheet, table, "w:tcPr/w:shd", "w:fill") or WHITE
    letters = _look(sheet, table, "w:rPr/w:color", "w:val") or (INK if fill != WHITE else accents.heading)
    return replace(accents, band=fill, band_letters=legible(letters, fill))


def is_banded(sheet: Element, table: str) -> bool:
    """Whether every other row of a table in that style stands on a band."""
    return any(
        part.get(qn("w:type")) == "band1Horz"
        for style in ancestry(sheet, table)
        for part in style.findall(qn("w:tblStylePr"))
    )


def _dress(style: Element, house: Sequence[Element]) -> None:
    """Give a style of the report's the house's lines, header row and bands, which not every program inherits.

    Its own first column stays, and the space in its cells, by which columns are measured.
    """
    for borders in list(style.iter(qn("w:tblBorders"))):
        theirs, properties = _nearest(house, f"{qn('w:tblPr')}/{qn('w:tblBorders')}"), borders.getparent()
        if properties is not None and theirs is not None:
            properties.replace(borders, deepcopy(theirs))
    for kind in _PARTS:
        part = _nearest(house, f"{qn('w:tblStylePr')}[@{qn('w:type')}='{kind}']")
        own = style.find(f"{qn('w:tblStylePr')}[@{qn('w:type')}='{kind}']")
        if own is not None:
            style.remove(own)
        if part is not None:
            style.append(deepcopy(part))


def _nearest(chain: Sequence[Element], path: str) -> Element | None:
    return next((found for style in chain if (found := style.find(path)) is not None), None)


def _first_row(style: Element) -> Element | None:
    return style.find(f"{qn('w:tblStylePr')}[@{qn('w:type')}='firstRow']")


def _look(sheet: Element, table: str, path: str, attribute: str) -> str:
    """A colour of the header row in a table style or one below it; nothing where it has none."""
    names = "/".join(map(qn, path.split("/")))
    for style in ancestry(sheet, table):
        row = _first_row(style)
        found = None if row is None else row.find(names)
        colour = "" if found is None else found.get(qn(attribute), "").upper()
        if len(colour) == len("RRGGBB") and _HEX.issuperset(colour):
            return colour
    return ""
