"""What is hard to read in a house's style: letters too small, or too like what they stand on."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from audit_report.palette import LEAST_CONTRAST, WHITE, contrast
from audit_report.word import styles
from audit_report.word.house.house_paragraph_styles import ancestry
from audit_report.word.styles import CharacterStyle, ParagraphStyle

_LEAST_OF_LARGE, _LARGE, _LARGE_BOLD = 3, 18, 14
"""The contrast that large letters need, and how many points make them large."""
_LEAST_TEXT, _LEAST_IN_TABLES = styles.BODY_SIZE, styles.TABLE_SIZE
_DEFAULTS = "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr")))


def hard_to_read(sheet: Element) -> Iterator[str]:
    """Sentences on the report's styles whose letters are too small or too faint in the house's sheet."""
    small = [
        f"“{styles.shown_name(style.name)}” ({size:g})"
        for style, least in ((styles.NORMAL, _LEAST_TEXT), (styles.TABLE_TEXT, _LEAST_IN_TABLES))
        if (size := _size(sheet, style)) < least
    ]
    if small:
        yield (
            f"these letters are smaller than is easy to read, {_LEAST_TEXT} points in the text and "
            f"{_LEAST_IN_TABLES} in tables: {', '.join(small)}."
        )
    coloured: tuple[ParagraphStyle | CharacterStyle, ...] = (
        *styles.PARAGRAPH_STYLES,
        *styles.CHARACTER_STYLES,
    )
    faint = [
        f"“{styles.shown_name(style.name)}” ({found:.1f})"
        for style in coloured
        if (found := _contrast(sheet, style)) < _needed(sheet, style)
    ]
    if faint:
        yield (
            f"these letters do not stand out from what they are printed on by {LEAST_CONTRAST:g} to 1: "
            f"{', '.join(faint)}."
        )


def _size(sheet: Element, style: ParagraphStyle | CharacterStyle) -> float:
    half_points = _said(sheet, style, "w:rPr/w:sz", "w:val")
    return int(half_points) / 2 if half_points.isdecimal() else 10


def _contrast(sheet: Element, style: ParagraphStyle | CharacterStyle) -> float:
    letters = _colour(_said(sheet, style, "w:rPr/w:color", "w:val"), "000000")
    return contrast(letters, _colour(_said(sheet, style, "w:pPr/w:shd", "w:fill"), WHITE))


def _colour(said: str, otherwise: str) -> str:
    return said if len(said) == len("RRGGBB") and said.isalnum() else otherwise


def _needed(sheet: Element, style: ParagraphStyle | CharacterStyle) -> float:
    bold = any(each.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for each in ancestry(sheet, style.id))
    return _LEAST_OF_LARGE if _size(sheet, style) >= (_LARGE_BOLD if bold else _LARGE) else LEAST_CONTRAST


def _said(sheet: Element, style: ParagraphStyle | CharacterStyle, path: str, attribute: str) -> str:
    """What a style, one below it or the sheet's defaults say."""
    names = "/".join(map(qn, path.split("/")))
    places = [(each, names) for each in ancestry(sheet, style.id)]
    defaults = sheet.find(_DEFAULTS)
    if defaults is not None:
        places.append((defaults, qn(path.rpartition("/")[2])))
    for place, name in places:
        found = place.find(name)
        if found is not None and found.get(qn(attribute)):
            return found.get(qn(attribute), "")
    return ""
