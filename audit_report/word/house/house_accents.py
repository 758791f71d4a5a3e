"""The colours that a house has chosen, for whatever shows the report beside Word."""

from collections.abc import Collection

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from audit_report.palette import Accents, legible
from audit_report.word import styles
from audit_report.word.house.house_paragraph_styles import ancestry

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


def accents(sheet: Element, added: Collection[str]) -> Accents:
    """The house's accents by its styles; a table's band is as its headings where its own style was only `added`."""
    default = Accents()
    heading = _colour(sheet, styles.HEADINGS[2].id, "w:rPr/w:color", "w:val") or default.heading
    link = _colour(sheet, styles.HYPERLINK.id, "w:rPr/w:color", "w:val") or default.link
    if styles.TABLE_HEADING.name in added:
        return Accents(heading, heading, legible(default.band_letters, heading), link)
    letters = _colour(sheet, styles.TABLE_HEADING.id, "w:rPr/w:color", "w:val")
    band = _colour(sheet, styles.TABLE_HEADING.id, "w:pPr/w:shd", "w:fill")
    return Accents(heading, band or heading, letters or default.band_letters, link)


def _colour(sheet: Element, style_id: str, path: str, attribute: str) -> str:
    """The colour that a style or one below it gives; nothing where none does, or leaves it to Word."""
    names = "/".join(qn(name) for name in path.split("/"))
    for style in ancestry(sheet, style_id):
        found = style.find(names)
        colour = "" if found is None else found.get(qn(attribute), "")
        if len(colour) == len("RRGGBB") and _HEXADECIMAL.issuperset(colour):
            return colour.upper()
    return ""
