"""What every page carries: the header, with a draft's mark, and the footer, with the page's number."""

import re

from audit_report.report.blocks import Report
from audit_report.word import ooxml, styles
from audit_report.word.pages import Page

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def draft_mark(report: Report) -> str:
    """A draft's mark, as a paragraph that stands alone."""
    mark = ooxml.paragraph(styles.DRAFT_MARK.id, ooxml.run(report.draft_mark))
    return mark.replace("<w:p>", f"<w:p {ooxml.NAMESPACES}>", 1)


def draft_header(report: Report) -> str:
    """A header of nothing but a draft's mark."""
    return f"<w:hdr {ooxml.NAMESPACES}>{draft_mark(report)}</w:hdr>"


def header(report: Report) -> str:
    """The running header; a draft's mark stands above it."""
    mark = ooxml.paragraph(styles.DRAFT_MARK.id, ooxml.run(report.draft_mark)) if report.draft_mark else ""
    text = ooxml.paragraph(styles.HEADER.id, ooxml.run(report.header))
    return f"<w:hdr {ooxml.NAMESPACES}>{mark}{text}</w:hdr>"


def footer(report: Report, page: Page) -> str:
    """The running footer of a page's orientation, the page's number at the right margin."""
    pieces = re.split(r"(\{pages?\})", report.page_number)
    number = "".join(
        ooxml.field(_FIELDS[piece]) if piece in _FIELDS else ooxml.run(piece) for piece in pieces if piece
    )
    runs = f"{ooxml.run(report.footer)}<w:r><w:tab/></w:r>{number}"
    text = ooxml.paragraph(styles.FOOTER.id, runs, properties=ooxml.right_tab(page.text_width))
    return f"<w:ftr {ooxml.NAMESPACES}>{text}</w:ftr>"
