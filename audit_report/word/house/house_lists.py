"""A house's own lists, and the report's for the list styles that have none."""

from copy import deepcopy

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from audit_report.ooxml.safe_xml import whole_number
from audit_report.word import styles
from audit_report.word.house.house_paragraph_styles import ancestry
from audit_report.word.list_numbering import DEEPEST, END, Lists, definition, open_list
from audit_report.word.page_sizes import length
from audit_report.word.styles import Listing
from audit_report.word.word_xml import NAMESPACES

_WORD = qn("w:numbering").removesuffix("numbering")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PICTURED = tuple(qn(f"w:{name}") for name in ("numPicBullet", "lvlPicBulletId", "numIdMacAtCleanup"))
"""What makes a picture a bullet, for which Word always keeps a character too, and a mark of Word for Mac."""

_BEFORE_NUMBERING = tuple(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def fit_lists(sheet: Element, house: Element | None) -> Lists:
    """The lists a document in a house's style has from the start; the sheet's list styles are given theirs."""
    root = parse_xml(f"<w:numbering {NAMESPACES}>{END}")
    if house is not None:
        _simplify(house)
        root.extend(list(house))
    _leave_first_levels_unsaid(sheet)
    places: dict[Listing, tuple[int, int]] = {}
    for style in styles.PARAGRAPH_STYLES:
        if style.listing is not None:
            chain = list(ancestry(sheet, style.id))
            found = _place(chain, root)
            places[style.listing] = found or (_add(style.listing, chain[0], root), 0)
            _deepen(root, *places[style.listing], round(style.listing.indent * 20))
    opening = etree.tostring(root, encoding="unicode").removesuffix(END)
    return Lists(opening, places, _free(root))


def _deepen(root: Element, defined: int, level: int, indent: int) -> None:
    """Give a definition the deeper levels that it has not, each like the one above and set in so much further."""
    path = f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{defined}']"
    lists = root.find(path)
    levels = {} if lists is None else {each.get(qn("w:ilvl")): each for each in lists.findall(qn("w:lvl"))}
    above = levels.get(str(level))
    if lists is None or above is None:
        return
    for kind in lists.findall(qn("w:multiLevelType")):
        kind.set(qn("w:val"), "multilevel")
    for deeper in range(level + 1, DEEPEST + 1):
        own = levels.get(str(deeper))
        above = _below(above, deeper, indent) if own is None else own
        if own is None:
            lists.append(above)


def _below(above: Element, level: int, indent: int) -> Element:
    """The level under another, which looks like it."""
    made = deepcopy(above)
    made.set(qn("w:ilvl"), str(level))
    for style in made.findall(qn("w:pStyle")):
        made.remove(style)
    for text in made.findall(qn("w:lvlText")):
        text.set(qn("w:val"), text.get(qn("w:val"), "").replace(f"%{level}", f"%{level + 1}"))
    for room in made.iter(qn("w:ind")):
        for side in (qn("w:left"), qn("w:start")):
            if (at := length(room.get(side, ""))) is not None:
                room.set(side, str(at + indent))
    return made


def _simplify(root: Element) -> None:
    """Leave what every Word understands, and no pictures."""
    for choice in list(root.iter(f"{_COMPATIBILITY}AlternateContent")):
        fallback = choice.find(f"{_COMPATIBILITY}Fallback")
        parent = choice.getparent()
        if parent is not None:
            at = parent.index(choice)
            parent[at : at + 1] = [] if fallback is None else list(fallback)
    for element in list(root.iter(etree.Element)):
        parent = element.getparent()
        if parent is not None and (not element.tag.startswith(_WORD) or element.tag in _PICTURED):
            parent.remove(element)
    for element in root.iter(etree.Element):
        for name in [str(name) for name in element.attrib if not str(name).startswith(_WORD)]:
            del element.attrib[name]


def _leave_first_levels_unsaid(sheet: Element) -> None:
    """Leave out that a style is of its list's first level, which goes without saying.

    LibreOffice writes it, and on reading it back shows no mark in front of some of the style's paragraphs.
    """
    for numbered in sheet.iter(qn("w:numPr")):
        for level in numbered.findall(f"{qn('w:ilvl')}[@{qn('w:val')}='0']"):
            numbered.remove(level)


def _place(chain: list[Element], root: Element) -> tuple[int, int] | None:
    """The definition a style's lists follow and the level there; None where the style numbers nothing."""
    for style in chain:
        numbered = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        number = _number(numbered, "w:numId")
        if number is not None:
            listed = root.find(f"{qn('w:num')}[@{qn('w:numId')}='{number}']")
            defined = _number(listed, "w:abstractNumId")
            return None if defined is None else (defined, _number(numbered, "w:ilvl") or 0)
    return None


def _number(element: Element | None, name: str) -> int | None:
    """The number in an element's child of that name."""
    child = None if element is None else element.find(qn(name))
    written = "" if child is None else child.get(qn("w:val"), "")
    return whole_number(written) if written.isdecimal() else None


def _add(listing: Listing, style: Element, root: Element) -> int:
    """Give a style lists as the report has them; returns the number of their definition."""
    number = _free(root)
    defined = parse_xml(definition(listing, number).replace(">", f" {NAMESPACES}>", 1))
    listed = parse_xml(f"{open_list(number, number)}</w:num>".replace(">", f" {NAMESPACES}>", 1))
    root.insert(len(root.findall(qn("w:abstractNum"))), defined)
    root.append(listed)
    _follow(style, number)
    return number


def _follow(style: Element, number: int) -> None:
    """Have a style's paragraphs count in the list of that number."""
    look = style.find(qn("w:pPr"))
    if look is None:
        look = OxmlElement("w:pPr")
        text_look = style.find(qn("w:rPr"))
        style.insert(len(style) if text_look is None else style.index(text_look), look)
    for numbered in look.findall(qn("w:numPr")):
        look.remove(numbered)
    before = sum(child.tag in _BEFORE_NUMBERING for child in look)
    look.insert(before, parse_xml(f'<w:numPr {NAMESPACES}><w:numId w:val="{number}"/></w:numPr>'))


def _free(root: Element) -> int:
    """The first number that no definition and no list has."""
    used = [element.get(name, "") for element in root for name in (qn("w:abstractNumId"), qn("w:numId"))]
    return max(map(whole_number, used), default=0) + 1
