"""From the report's blocks to the bytes of a .docx."""

from collections.abc import Iterator

from docx.document import Document

from audit_report.report.blocks import Report
from audit_report.word import base, body
from audit_report.word.lines import Writer
from audit_report.word.package import write_package


def render(report: Report) -> bytes:
    """The report as a Word document; the same report gives the same bytes.

    Raises ValueError where the report cannot be an accessible document: a cell with no words, or two tables
    with nothing between them.
    """
    document = base.open_base(report)
    references = base.add_running(document, report)
    return write_package(document.part.package, _body(document, report, references))


def _body(document: Document, report: Report, references: list[str]) -> Iterator[str]:
    writer = Writer()
    yield from body.document(report.parts, references, writer)
    base.add_referred(document, writer)
