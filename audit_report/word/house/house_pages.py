"""The pages of a house's own file: size, margins, and what they carry at the top and the foot."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from audit_report.word.docx_out import Carried, related_parts
from audit_report.word.house.house_headers_footers import carry, numbers_pages, shows_something, stretched
from audit_report.word.page_layouts import Layout, PageSetup, Which
from audit_report.word.page_sizes import PORTRAIT, Page, length

_LEAST_ROOM = 2835  # 5 cm, in twips
_KINDS: tuple[Which, ...] = ("default", "first", "even")
_OFF = {"0", "false", "off"}
_MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")

Named = Mapping[tuple[str, Which], Carried]


class UnusablePageError(Exception):
    """A house's pages cannot be the report's; the message is the end of a sentence."""


def page_setup(house: Document, ids: Mapping[str, str], stops: Mapping[int, str]) -> tuple[PageSetup, bool]:
    """The pages of a house, and whether a footer of its own has no page number; `stops` are its footers' tab stops.

    Each orientation follows the house's first section of it, or the other orientation's turned round. `ids` are
    the new ids of the house's styles.
    """
    even_pages = _tells_even_pages(house)
    found: dict[bool, Layout] = {}
    unnumbered = False
    for section, named in _sections(house, ids):
        page = _page(section)
        if page.landscape not in found:
            own_first = _is_on(section, "w:titlePg")
            layout = _layout(page, named, own_first=own_first, even_pages=even_pages)
            found[page.landscape] = replace(layout, stops=stops)
            unnumbered = unnumbered or bool(layout.unnumbered)
    upright, turned = found.get(False), found.get(True)
    upright = upright or (_turned(turned) if turned else replace(PageSetup().upright, stops=stops))
    return PageSetup(upright, turned or _turned(upright), even_pages), unnumbered


def _turned(layout: Layout) -> Layout:
    """The same pages the other way up, what their headers and footers have at a tab stop in its place."""
    page = layout.page.turned()
    share = page.text_width / layout.page.text_width
    headers, footers = (
        {which: stretched(each, layout.stops, share) for which, each in carried.items()}
        for carried in (layout.headers, layout.footers)
    )
    return replace(layout, page=page, headers=headers, footers=footers)


def _sections(house: Document, ids: Mapping[str, str]) -> Iterator[tuple[Element, Named]]:
    """Each section's properties, and its headers and footers: where it names none, those of the one before."""
    named: dict[tuple[str, Which], Carried] = {}
    for section in house.element.iter(qn("w:sectPr")):
        for kind, which in product(("header", "footer"), _KINDS):
            reference = section.find(f"{qn(f'w:{kind}Reference')}[@{qn('w:type')}='{which}']")
            part = None if reference is None else house.part.related_parts.get(reference.get(qn("r:id"), ""))
            if part is not None:
                named[kind, which] = carry(part, ids)
        if next(section.iterancestors(qn("w:sectPrChange")), None) is None:
            yield section, dict(named)


def _layout(page: Page, named: Named, *, own_first: bool, even_pages: bool) -> Layout:
    """The pages of a section. A footer that shows nothing is none.

    A header or footer of the report's own has a distance from the edge, where programs write none for a house's
    that is not there.
    """
    wanted = {"default": True, "first": own_first, "even": even_pages}
    headers = {
        which: named["header", which] for which in _KINDS if wanted[which] and ("header", which) in named
    }
    footers = {
        which: named["footer", which]
        for which in _KINDS
        if wanted[which] and ("footer", which) in named and shows_something(named["footer", which])
    }
    unnumbered = tuple(which for which, footer in footers.items() if not numbers_pages(footer))
    used = headers if any(shows_something(header) for header in headers.values()) else {}
    if not used:
        page = replace(page, header=page.header or PORTRAIT.header)
    if not footers:
        page = replace(page, footer=page.footer or PORTRAIT.footer)
    return Layout(page, used, footers, own_first, unnumbered)


def _page(section: Element) -> Page:
    """The pages of a section; what it does not say is as on the report's own."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    page = replace(
        PORTRAIT,
        **_lengths(size, {"w": "width", "h": "height"}),
        **_lengths(margins, {name: name for name in _MARGINS}),
    )
    room = [(each.text_width, each.text_height) for each in (page, page.turned())]
    if min(map(min, room)) < _LEAST_ROOM:
        raise UnusablePageError("its margins leave no room for the report on the page; make them smaller.")
    return page


def _lengths(element: Element | None, fields: Mapping[str, str]) -> dict[str, int]:
    """The lengths an element gives, in twips; some programs write them with decimals."""
    if element is None:
        return {}
    given = {field: element.get(qn(f"w:{name}")) for name, field in fields.items()}
    lengths = {field: length(value) for field, value in given.items() if value is not None}
    read = {field: value for field, value in lengths.items() if value is not None}
    if len(read) < len(lengths):
        raise UnusablePageError("its page size and margins cannot be read; set them anew in Word.")
    return read


def _tells_even_pages(house: Document) -> bool:
    settings = related_parts(house.part, RELATIONSHIP_TYPE.SETTINGS)
    return any(_is_on(parse_xml(part.blob), "w:evenAndOddHeaders") for part in settings)


def _is_on(element: Element, name: str) -> bool:
    """Whether an on-off element is there and on."""
    found = element.find(qn(name))
    return found is not None and found.get(qn("w:val"), "1") not in _OFF
