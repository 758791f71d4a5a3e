"""What the pages of a document are like: their size, and what they carry at the top and the foot."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from docx.oxml import parse_xml
from lxml import etree

from audit_report.report.blocks import Report
from audit_report.word import headers_footers
from audit_report.word.docx_out import Carried
from audit_report.word.page_sizes import LANDSCAPE, PORTRAIT, RAISED, Page

Which = Literal["default", "first", "even"]
"""The pages a header or footer is for, as Word calls them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of one orientation; the headers and footers are a house's own, none where the report's are used.

    With `own_first` a document's first page differs, and is bare where it has nothing of its own. A footer that is
    `unnumbered` is given the page's number; `stops` are the tab stops of the house's style for footers.
    """

    page: Page
    headers: Mapping[Which, Carried] = field(default_factory=dict)
    footers: Mapping[Which, Carried] = field(default_factory=dict)
    own_first: bool = False
    unnumbered: Collection[Which] = ()
    stops: Mapping[int, str] = field(default_factory=dict)

    @property
    def marked_page(self) -> Page:
        """The pages of a draft: the report's own header begins higher, so that the mark above it moves no text."""
        return self.page if self.headers else replace(self.page, header=min(self.page.header, RAISED))

    def header(self, which: Which, report: Report) -> Carried | None:
        """What the pages carry at the top: the house's header, or the report's; a draft's mark either way."""
        if not self.headers:
            return Carried(headers_footers.header(report))
        own = self.headers.get(which)
        return _marked(own, report) if report.draft_mark else own

    def footer(self, which: Which, report: Report) -> Carried:
        """What the pages carry at the foot: the house's footer, or the report's; the page's number either way."""
        own = self.footers.get(which)
        if own is None:
            return Carried(headers_footers.footer(report, self.page, self.stops))
        return _with(own, headers_footers.page_number(report), last=True) if which in self.unnumbered else own


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The pages of a document either way up; with `even_pages` those on the left differ from those on the right."""

    upright: Layout = Layout(PORTRAIT)
    turned: Layout = Layout(LANDSCAPE)
    even_pages: bool = False

    def layout(self, *, landscape: bool) -> Layout:
        """The pages of an orientation."""
        return self.turned if landscape else self.upright

    @property
    def usual(self) -> tuple[Which, ...]:
        """The pages every section tells apart."""
        return ("default", "even") if self.even_pages else ("default",)


def _marked(own: Carried | None, report: Report) -> Carried:
    """The header under a draft's mark."""
    marked = headers_footers.draft_header(report)
    return _with(own, marked) if own else Carried(marked)


def _with(own: Carried, more: str, *, last: bool = False) -> Carried:
    """A house's header or footer with the paragraphs of one of the report's, above its own or `last`."""
    root = parse_xml(own.xml)
    at = len(root) if last else 0
    root[at:at] = list(parse_xml(more))
    return Carried(etree.tostring(root, encoding="unicode"), own.pictures)
