"""The headers and footers of a house's own file: its words and pictures, and nothing that leads out of it."""

import re
from collections.abc import Iterator, Mapping

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from audit_report.ooxml.safe_xml import whole_number
from audit_report.word.docx_out import Carried, Picture
from audit_report.word.house.house_paragraph_styles import BEFORE_TABS, rename
from audit_report.word.page_sizes import length
from audit_report.word.word_xml import NAMESPACES, tab_stops

_LEADS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CLICKS = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FIRST_PICTURE = 1_000_000
"""From here on a house's pictures are numbered, clear of those in the body."""
_FETCHES = re.compile(
    r"\s*(INCLUDE\w*|IMPORT|LINK|DDE\w*|DATABASE|RD|EMBED|HYPERLINK|MACROBUTTON|GOTOBUTTON)\b", re.IGNORECASE
)
"""The fields that bring something in from elsewhere, or lead there, such as INCLUDEPICTURE "logo.png"."""
_PAGE_NUMBER = re.compile(r"\s*PAGE\b", re.IGNORECASE)
"""Such as PAGE \\* MERGEFORMAT, but not PAGEREF."""
_SHOWN = ("drawing", "pict", "object", "fldSimple", "fldChar", "sym")


def carry(part: Part, ids: Mapping[str, str]) -> Carried:
    """A part as it goes into a report, its styles by their new `ids`.

    Its pictures go with it. Links keep their words alone, a field that fetches something keeps what it last
    showed, and whatever else needs another file is left out.
    """
    root = parse_xml(part.blob)
    pictures = {
        known: Picture(
            str(related.target_part.partname), related.target_part.content_type, related.target_part.blob
        )
        for known, related in part.rels.items()
        if related.reltype == RELATIONSHIP_TYPE.IMAGE and not related.is_external
    }
    rename(root, ids)
    _free_links(root)
    _settle_fields(root)
    _leave_out_strangers(root, set(pictures))
    for place, drawing in enumerate(root.iter(f"{_DRAWN}docPr")):
        number = whole_number(drawing.get("id", ""), place)
        drawing.set("id", str(_FIRST_PICTURE + number % _FIRST_PICTURE))
    used = {value for _, _, value in _leads(root)}
    xml = etree.tostring(root, encoding="unicode")
    return Carried(xml, {known: picture for known, picture in pictures.items() if known in used})


def stretched(carried: Carried, stops: Mapping[int, str], share: float) -> Carried:
    """A header or footer for pages whose text is so many times as wide: what its tabs reach stands there as it did.

    `stops` are the tab stops of the styles for headers and footers: where each is, and how text stands at it.
    """
    root = parse_xml(carried.xml)
    for paragraph in root.iter(qn("w:p")):
        look, own = paragraph.find(qn("w:pPr")), paragraph.find(f"{qn('w:pPr')}/{qn('w:tabs')}")
        if own is not None:
            for stop in own:
                if stop.get(qn("w:val")) != "clear" and (at := length(stop.get(qn("w:pos"), ""))) is not None:
                    stop.set(qn("w:pos"), str(round(at * share)))
        elif stops and paragraph.find(f"{qn('w:r')}/{qn('w:tab')}") is not None:
            tabs = tab_stops({round(at * share): how for at, how in stops.items()}, cleared=stops)
            if look is None:
                look = parse_xml(f"<w:pPr {NAMESPACES}/>")
                paragraph.insert(0, look)
            at = sum(child.tag in BEFORE_TABS for child in look)
            look.insert(at, parse_xml(tabs.replace("<w:tabs>", f"<w:tabs {NAMESPACES}>")))
    return Carried(etree.tostring(root, encoding="unicode"), carried.pictures)


def shows_something(carried: Carried) -> bool:
    """Whether there is anything to see: words, a picture or a field."""
    root = parse_xml(carried.xml)
    words = "".join(text.text or "" for text in root.iter(qn("w:t")))
    return bool(words.strip()) or next(root.iter(*[qn(f"w:{name}") for name in _SHOWN]), None) is not None


def numbers_pages(carried: Carried) -> bool:
    """Whether it has the page's number."""
    return any(_PAGE_NUMBER.match(instruction) for instruction in _instructions(parse_xml(carried.xml)))


def _instructions(root: etree._Element) -> list[str]:
    """What each field is told to do; Word may cut an instruction into several runs."""
    found: list[str] = []
    for element in root.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:fldSimple"):
            found.append(element.get(qn("w:instr"), ""))
        elif element.get(qn("w:fldCharType")) == "begin":
            found.append("")
        elif element.tag == qn("w:instrText") and found:
            found[-1] += element.text or ""
    return found


def _settle_fields(root: etree._Element) -> None:
    """Where any field fetches something, leave of all of them what they last showed."""
    if not any(_FETCHES.match(instruction) for instruction in _instructions(root)):
        return
    for element in list(root.iter(qn("w:fldChar"), qn("w:instrText"))):
        _remove(element)
    for element in list(root.iter(qn("w:fldSimple"))):
        _unwrap(element)


def _free_links(root: etree._Element) -> None:
    for link in list(root.iter(qn("w:hyperlink"))):
        for style in list(link.iter(qn("w:rStyle"))):
            _remove(style)
        _unwrap(link)
    for click in list(root.iter(f"{_CLICKS}hlinkClick", f"{_CLICKS}hlinkHover")):
        _remove(click)


def _leave_out_strangers(root: etree._Element, pictures: set[str]) -> None:
    """Take out the runs that refer to anything but a picture of the part."""
    for element, name, known in list(_leads(root)):
        if known in pictures:
            continue
        if name == f"{_LEADS}link" and element.get(f"{_LEADS}embed") in pictures:
            del element.attrib[name]
        else:
            run = next(element.iterancestors(qn("w:r")), None)
            _remove(element if run is None else run)


def _leads(root: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Each reference to a relationship: its element, the attribute's name, and the relationship's id."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if str(name).startswith(_LEADS):
                yield element, str(name), str(value)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Put what the element holds in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
