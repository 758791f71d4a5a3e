"""A house's headings without their numbers: the report's own letters, A to D, are cited."""

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from audit_report.word import styles
from audit_report.word.house.house_paragraph_styles import BEFORE_LIST, ancestry
from audit_report.word.word_xml import NAMESPACES

_NUMBERED = f"{qn('w:pPr')}/{qn('w:numPr')}"
_NO_LIST = f'<w:numPr {NAMESPACES}><w:numId w:val="0"/></w:numPr>'


def unnumber_headings(sheet: Element, lists: Element | None) -> bool:
    """Take the numbers from the headings, and the room they had; returns whether there were any."""
    ids = [style.id for style in styles.HEADINGS.values()]
    numbered = [chain for each in ids if _is_numbered(chain := list(ancestry(sheet, each)))]
    for heading, *below in numbered:
        look = heading.find(qn("w:pPr"))
        own = None if look is None else look.find(qn("w:numPr"))
        if look is not None and own is not None:
            for gone in (own, *look.findall(qn("w:ind"))):
                look.remove(gone)
        if _is_numbered(below):
            _leave_list(heading)
    for level in [] if lists is None else list(lists.iter(qn("w:pStyle"))):
        parent = level.getparent()
        if parent is not None and level.get(qn("w:val")) in ids:
            parent.remove(level)
    return bool(numbered)


def _is_numbered(chain: list[Element]) -> bool:
    """Whether the first style of these to speak of a list is in one."""
    found = next((list_ for style in chain if (list_ := style.find(_NUMBERED)) is not None), None)
    number = None if found is None else found.find(qn("w:numId"))
    return found is not None and (number is None or number.get(qn("w:val")) != "0")


def _leave_list(heading: Element) -> None:
    """Have a heading count in no list, whatever the style below it does."""
    look = heading.find(qn("w:pPr"))
    if look is None:
        look = parse_xml(f"<w:pPr {NAMESPACES}/>")
        heading.insert(
            next((at for at, each in enumerate(heading) if each.tag == qn("w:rPr")), len(heading)), look
        )
    at = sum(child.tag in BEFORE_LIST for child in look)
    look.insert(at, parse_xml(_NO_LIST))
