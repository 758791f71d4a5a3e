"""What every page carries: the header, with a draft's mark, and the footer, with the page's number."""

import re
from collections.abc import Iterable

from audit_report.report.blocks import Report
from audit_report.word import styles, word_xml
from audit_report.word.page_sizes import Page

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def draft_header(report: Report) -> str:
    """A header of nothing but a draft's mark."""
    return f"<w:hdr {word_xml.NAMESPACES}>{_draft_mark(report)}</w:hdr>"


def header(report: Report) -> str:
    """The running header; a draft's mark stands above it."""
    mark = _draft_mark(report) if report.draft_mark else ""
    text = word_xml.paragraph(styles.HEADER.id, word_xml.run(report.header))
    return f"<w:hdr {word_xml.NAMESPACES}>{mark}{text}</w:hdr>"


def _draft_mark(report: Report) -> str:
    return word_xml.paragraph(styles.DRAFT_MARK.id, word_xml.run(report.draft_mark))


def footer(report: Report, page: Page, stops: Iterable[int] = ()) -> str:
    """The running footer of a page's orientation, its number at the right margin; `stops` are its style's own."""
    runs = f"{word_xml.run(report.footer)}<w:r><w:tab/></w:r>{_number(report)}"
    at_the_right = word_xml.tab_stops({page.text_width: "right"}, cleared=stops)
    text = word_xml.paragraph(styles.FOOTER.id, runs, properties=at_the_right)
    return f"<w:ftr {word_xml.NAMESPACES}>{text}</w:ftr>"


def page_number(report: Report) -> str:
    """A footer of nothing but the page's number, at the right."""
    text = word_xml.paragraph(styles.FOOTER.id, _number(report), properties='<w:jc w:val="right"/>')
    return f"<w:ftr {word_xml.NAMESPACES}>{text}</w:ftr>"


def _number(report: Report) -> str:
    """The words and fields of a page's number, such as "Page {page} of {pages}"."""
    return "".join(
        word_xml.field(_FIELDS[piece]) if piece in _FIELDS else word_xml.run(piece)
        for piece in re.split(r"(\{pages?\})", report.page_number)
        if piece
    )
