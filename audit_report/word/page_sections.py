"""The sections of a document: each part's pages, with what they carry at the top and the foot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from audit_report.report.blocks import Report
from audit_report.word.docx_out import Carried, add_carried
from audit_report.word.page_layouts import Layout, PageSetup, Which
from audit_report.word.page_sizes import Page

_TYPES = {
    "header": (RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER),
    "footer": (RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER),
}


def add_running(document: Document, report: Report, setup: PageSetup) -> list[tuple[Page, str]]:
    """Add the headers and footers; returns each part's pages and section properties.

    Each orientation has a footer, whose tab stop is at its right margin: programs other than Word do not know
    the tab that finds any margin. A section names its headers where they are not those of the one before.
    """
    shelf = _Shelf(document)
    opening = report.parts[0].landscape
    usual, first = {}, ""
    for landscape in sorted({part.landscape for part in report.parts}):
        layout = setup.layout(landscape=landscape)
        usual[landscape] = _references(shelf, report, layout, setup.usual)
        if landscape == opening and layout.own_first:
            first = "".join(_references(shelf, report, layout, ("first",)))
    return list(_sections(report, setup, usual, first))


def _sections(
    report: Report, setup: PageSetup, usual: Mapping[bool, tuple[str, str]], first: str
) -> Iterator[tuple[Page, str]]:
    before = ""
    for index, part in enumerate(report.parts):
        layout = setup.layout(landscape=part.landscape)
        headers, footers = usual[part.landscape]
        named = headers if headers != before else ""
        before = headers
        own_first = layout.own_first and index == 0
        opens = first if own_first else ""
        page = layout.marked_page if report.draft_mark else layout.page
        yield layout.page, page.section(opens + named + footers, own_first=own_first)


def _references(shelf: "_Shelf", report: Report, layout: Layout, kinds: Sequence[Which]) -> tuple[str, str]:
    """How a section names its headers, and its footers."""
    headers = "".join(shelf.reference("header", which, layout.header(which, report)) for which in kinds)
    footers = "".join(shelf.reference("footer", which, layout.footer(which, report)) for which in kinds)
    return headers, footers


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The headers and footers added to a document so far, each once."""

    document: Document
    known: dict[tuple[str, str, frozenset[str]], str] = field(default_factory=dict)

    def reference(self, kind: str, which: Which, carried: Carried | None) -> str:
        """How a section names this header or footer; nothing where its pages have none."""
        if carried is None:
            return ""
        key = (kind, carried.xml, frozenset(picture.name for picture in carried.pictures.values()))
        if key not in self.known:
            number = 1 + sum(each == kind for each, *_ in self.known)
            relationship, content_type = _TYPES[kind]
            self.known[key] = add_carried(
                self.document.part, relationship, f"/word/{kind}{number}.xml", content_type, carried
            )
        return f'<w:{kind}Reference w:type="{which}" r:id="{self.known[key]}"/>'
