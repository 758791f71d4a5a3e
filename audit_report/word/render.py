"""From the report's blocks to the bytes of a .docx."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from docx.document import Document
from docx.package import Package

from audit_report.report.blocks import Report
from audit_report.word import body, styles
from audit_report.word.document import add_referred, open_base
from audit_report.word.document_properties import seal
from audit_report.word.docx_out import write_package
from audit_report.word.fingerprint import ASIDE, Fingerprint
from audit_report.word.house.house_style import HouseStyle
from audit_report.word.list_numbering import Numbering
from audit_report.word.page_layouts import PageSetup
from audit_report.word.page_sections import add_running
from audit_report.word.page_sizes import Page
from audit_report.word.paragraphs import Writer
from audit_report.word.read_back.printed_words import read_paragraphs, written_paragraphs
from audit_report.word.report_charts import add_charts

_PIECE = 1 << 20
"""The characters written at a time: so many that handing them over to be compressed takes no time beside the work."""


def render(report: Report, house: HouseStyle | None = None) -> bytes:
    """The report as a Word document, in a house's style if one is given; the same report gives the same bytes.

    Raises ValueError where the report cannot be an accessible document: a cell with no words, or a table with
    nothing between it and the next one or the end of its part.
    """
    document = open_base(report, house)
    sections = add_running(document, report, house.setup if house else PageSetup())
    pages = zip(report.parts, (page for page, _ in sections), strict=True)
    add_charts(document.part, pages, report.language, house.font if house else styles.FONT)
    return write_package(
        document.part.package, _body(document, report, sections, Numbering(house.lists if house else None))
    )


def _body(
    document: Document, report: Report, sections: list[tuple[Page, str]], numbering: Numbering
) -> Iterator[str]:
    writer, text = Writer(numbering=numbering), Fingerprint()
    for pieces in _gathered(body.document(report.parts, sections, writer)):
        text.add(written_paragraphs(pieces))
        yield pieces
    add_referred(document, writer)
    package = document.part.package
    seal(package, report, text.ending(_aside(package)))


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces joined into longer ones, each worth looking through and writing on its own."""
    gathered: list[str] = []
    length = 0
    for piece in pieces:
        gathered.append(piece)
        length += len(piece)
        if length >= _PIECE:
            yield "".join(gathered)
            gathered, length = [], 0
    yield "".join(gathered)


def _aside(package: Package) -> Iterator[str]:
    """The words that stand beside the body: what every page carries."""
    for part in package.iter_parts():
        if part.content_type in ASIDE:
            yield from read_paragraphs(BytesIO(part.blob))
