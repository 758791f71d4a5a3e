"""The report's own styles in a house's colours, where the house has none of the name."""

from collections.abc import Collection, Mapping

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from audit_report.palette import NAVY, PALE, WHITE, Accents, legible, tint
from audit_report.word import styles
from audit_report.word.house.house_paragraph_styles import style_named

_RATINGS = {style.name.casefold() for style in styles.RATINGS.values()}


def recolour(sheet: Element, added: Collection[str], accents: Accents) -> None:
    """Give the styles that were added the house's colours in place of the report's; ratings keep theirs."""
    pale = tint(accents.heading)
    letters = {NAVY: legible(accents.heading, pale)}
    in_band = {WHITE: legible(accents.band_letters, accents.band)}
    fills = {NAVY: accents.band, PALE: pale}
    for name in (each.casefold() for each in added):
        if name not in _RATINGS:
            inks = in_band if name == styles.TABLE_HEADING.name.casefold() else letters
            for element in style_named(sheet, name).iter():
                _recolour(element, inks, fills)


def _recolour(element: Element, inks: Mapping[str, str], fills: Mapping[str, str]) -> None:
    """Put other colours in place of an element's: of letters, of what they stand on, and of lines."""
    attribute, colours = {
        qn("w:color"): (qn("w:val"), inks),
        qn("w:shd"): (qn("w:fill"), fills),
    }.get(element.tag, (qn("w:color"), fills))
    now = element.get(attribute)
    if now in colours:
        element.set(attribute, colours[now or ""])
