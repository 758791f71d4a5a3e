"""What every page carries: the header, with a draft's mark, and the footer, with the page's number."""

import re

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


def footer(report: Report, page: Page) -> str:
    """The running footer of a page's orientation, the page's number at the right margin."""
    pieces = re.split(r"(\{pages?\})", report.page_number)  # "Page {page} of {pages}"
    number = "".join(
        word_xml.field(_FIELDS[piece]) if piece in _FIELDS else word_xml.run(piece)
        for piece in pieces
        if piece
    )
    runs = f"{word_xml.run(report.footer)}<w:r><w:tab/></w:r>{number}"
    text = word_xml.paragraph(styles.FOOTER.id, runs, properties=word_xml.right_tab(page.text_width))
    return f"<w:ftr {word_xml.NAMESPACES}>{text}</w:ftr>"
