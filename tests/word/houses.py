"""House styles as an authority would make them in Word; the authority is invented."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _BaseHeaderFooter
from docx.shared import Cm, RGBColor
from lxml import etree

from audit_report.report.blocks import Report
from audit_report.word import HouseStyle, render
from tests.word.reading import find, text, values

Read = Callable[[Document], HouseStyle]
"""A function that saves a house's file and reads its style."""

NAME = "Northshire County Council, County Hall"
PURPLE = "5B2C6F"
PRIVATE = "Words that are nobody else's business"
ELSEWHERE = "https://example.org/elsewhere"
_SPACES = (
    f"{nsdecls('w', 'r')} xmlns:v='urn:schemas-microsoft-com:vml' "
    "xmlns:o='urn:schemas-microsoft-com:office:office'"
)


class Styled:
    """A report in a house's style, read back."""

    def __init__(self, report: Report, style: HouseStyle) -> None:
        self.content = render(report, style)
        self.archive = ZipFile(BytesIO(self.content))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(f"word/{name}.xml"))

    def style(self, name: str) -> etree._Element:
        [found] = find(self.part("styles"), f"w:style[w:name/@w:val='{name}']")
        return found

    def running(self, kind: str, section: int = 0) -> dict[str, str]:
        """The words a section carries at the top or foot, by the pages they are for; an earlier section's count."""
        rels = etree.fromstring(self.archive.read("word/_rels/document.xml.rels"))
        carried: dict[str, str] = {}
        for each in find(self.part("document"), "//w:sectPr")[: section + 1]:
            for reference in find(each, f"w:{kind}Reference"):
                known = reference.get(qn("r:id"))
                [target] = values(rels, f"p:Relationship[@Id='{known}']/@Target")
                carried[reference.get(qn("w:type"), "")] = text(self.part(target.removesuffix(".xml")))
        return carried


def house() -> Document:
    """Georgia, purple headings, the house's name at the top, the page's number at the foot, and its margins."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Georgia"
    for level in (1, 2, 3):
        made.styles[f"Heading {level}"].font.color.rgb = RGBColor.from_string(PURPLE)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.top_margin = Cm(3.5)
    write(section.header, NAME)
    write(section.footer, "Corporate Services, page ", field="PAGE")
    made.add_paragraph(PRIVATE)
    return made


def write(place: _BaseHeaderFooter, words: str, *, field: str = "") -> None:
    """Put words into a header or footer, and a field that last showed "1", cut up as Word does."""
    paragraph = place.paragraphs[0]
    paragraph.text = words
    if field:
        append(
            place,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {field[:2]}</w:instrText></w:r>'
            f'<w:r><w:instrText xml:space="preserve">{field[2:]} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )


def append(place: _BaseHeaderFooter, runs: str) -> None:
    """Add runs to the first paragraph of a header or footer."""
    place.paragraphs[0]._p.extend(list(parse_xml(f"<w:p {_SPACES}>{runs}</w:p>")))


def add_logo(made: Document) -> None:
    """Put a logo at the top of the house's pages, which leads to its site when clicked."""
    header = made.sections[0].header
    shape = header.paragraphs[0].add_run().add_picture(BytesIO(picture()), width=Cm(2))
    known = header.part.relate_to(ELSEWHERE, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    shape._inline.docPr.append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{known}"/>'))


def add_strangers(made: Document) -> None:
    """Put into the house what leads out of it: a link, a linked picture, an embedded object, and macros."""
    header = made.sections[0].header
    link = header.part.relate_to(ELSEWHERE, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    picture = header.part.relate_to(f"{ELSEWHERE}.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    embedded = header.part.relate_to(_stranger(made, "/word/embeddings/object.bin"), "urn:object")
    append(
        header,
        f'<w:hyperlink r:id="{link}"><w:r><w:t xml:space="preserve"> Our site</w:t></w:r></w:hyperlink>'
        f'<w:r><w:pict><v:shape><v:imagedata r:id="{picture}"/></v:shape></w:pict></w:r>'
        f'<w:r><w:object><o:OLEObject r:id="{embedded}"/></w:object></w:r>',
    )
    made.part.relate_to(_stranger(made, "/word/vbaProject.bin"), "urn:macros")


def full_house() -> Document:
    """A house with everything at once: three kinds of pages, a logo, strangers, and a landscape section."""
    made = house()
    add_logo(made)
    add_strangers(made)
    made.settings.odd_and_even_pages_header_footer = True
    section = made.sections[0]
    section.different_first_page_header_footer = True
    write(section.first_page_header, "The first page")
    write(section.even_page_header, "On the left")
    wide = made.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = section.page_height, section.page_width
    wide.header.is_linked_to_previous = False
    write(wide.header, "On wide pages")
    return made


def _stranger(made: Document, name: str) -> Part:
    return Part(PackURI(name), "application/octet-stream", b"strange", made.part.package)


def picture() -> bytes:
    """A PNG of one purple point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    point = zlib.compress(b"\0" + bytes.fromhex(PURPLE))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", point) + chunk(b"IEND", b"")
