"""Reading a .docx back, as XML."""

import io
from zipfile import ZipFile

from lxml import etree

from audit_report.report.blocks import Block, Report
from audit_report.word import render
from tests.word.samples import of_blocks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "c": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
}


def archive(report: Report) -> ZipFile:
    return ZipFile(io.BytesIO(render(report)))


def part(report: Report, name: str) -> etree._Element:
    return etree.fromstring(archive(report).read(name))


def body(*blocks: Block) -> etree._Element:
    """The document part of a report of these blocks."""
    return part(of_blocks(*blocks), "word/document.xml")


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements on an XPath."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]


def values(element: etree._Element, path: str) -> list[str]:
    """The attributes or text on an XPath."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(each) for each in found]


def text(element: etree._Element) -> str:
    """The words of an element."""
    return "".join(values(element, ".//w:t/text()"))


def paragraphs(element: etree._Element) -> list[tuple[str, str]]:
    """Each paragraph's style and words."""
    return [(values(each, "w:pPr/w:pStyle/@w:val")[0], text(each)) for each in find(element, ".//w:p")]
