"""From the report's blocks to the bytes of a .docx."""

from docx.package import Package

from audit_report.report.blocks import Report
from audit_report.word import body
from audit_report.word.character_widths import wider
from audit_report.word.document_properties import seal
from audit_report.word.docx_out import write_package
from audit_report.word.empty_document import add_links_and_lists, empty_document
from audit_report.word.fingerprint import ASIDE, Fingerprint
from audit_report.word.house.house_style import HouseStyle
from audit_report.word.list_numbering import Numbering
from audit_report.word.page_layouts import PageSetup
from audit_report.word.page_sections import add_running
from audit_report.word.paragraphs import Writer
from audit_report.word.read_back.printed_words import read_paragraphs, written_paragraphs
from audit_report.word.report_charts import add_charts


def render(report: Report, house: HouseStyle | None = None) -> bytes:
    """The report as a Word document, in a house's style if one is given; the same report gives the same bytes.

    Raises ValueError where the report cannot be an accessible document: a cell with no words, or a table with
    nothing between it and the next one or the end of its part.
    """
    document = empty_document(report, house)
    setup = house.setup if house else PageSetup()
    sections = add_running(document, report, setup)
    pages = zip(report.parts, (page for page, _ in sections), strict=True)
    add_charts(document.part, pages, report.language, house)
    writer = Writer(
        numbering=Numbering(house.lists if house else None),
        banded=house is not None and house.banded,
        wider=wider(house.font) if house else 1,
    )
    written = body.document(report.parts, sections, writer)
    add_links_and_lists(document, writer)
    package = document.part.package
    seal(package, report, _fingerprint(package, written))
    return write_package(package, written.encode())


def _fingerprint(package: Package, written_body: str) -> str:
    text = Fingerprint()
    text.add(written_paragraphs(written_body))
    aside = (part.blob for part in package.iter_parts() if part.content_type in ASIDE)
    return text.ending(paragraph for content in aside for paragraph in read_paragraphs([content]))
