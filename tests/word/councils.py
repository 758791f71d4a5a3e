"""A council's template as its designer makes one: a cover, a logo, numbered headings, a table style; all invented."""

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor

from tests.word.houses import picture, write

GREEN = "00664B"
TABLE = "Northshire Table"
COVER = "A cover that stays in its file"


def council(font: str = "Verdana") -> Document:
    """The template, its letters in a font."""
    made = docx.Document()
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(12)
    for level in (1, 2, 3):
        heading = made.styles[f"Heading {level}"]
        heading.font.color.rgb = RGBColor.from_string(GREEN)
        heading.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="77"/></w:numPr>')
        )
    _number_headings(made)
    _add_table_style(made)
    _fill_pages(made)
    return made


def _number_headings(made: Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="%{level + 1}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level in range(3)
    )
    lists = made.part.numbering_part.element
    lists.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    lists.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _add_table_style(made: Document) -> None:
    made.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="NorthshireTable">'
            f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
            f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{GREEN}"/></w:tblBorders></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{GREEN}"/></w:tcPr></w:tblStylePr>'
            '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EAF3F0"/></w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
    )


def _fill_pages(made: Document) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.different_first_page_header_footer = True
    for place, width in ((section.header, Cm(3)), (section.first_page_header, Cm(7))):
        place.paragraphs[0].add_run().add_picture(BytesIO(picture()), width=width)
    write(section.first_page_footer, "County Hall")
    write(section.footer, "www.example.org\tCorporate Services\t01234 567890")
    made.add_paragraph(COVER)
    made.add_heading("How to use this template", 1)
    made.add_table(2, 3).style = made.styles[TABLE]


def spoil_legibility(made: Document) -> None:
    """Letters too small, and too faint a green."""
    made.styles["Normal"].font.size = Pt(9)
    made.styles["Heading 3"].font.color.rgb = RGBColor.from_string("9FD3C0")
    made.styles["Heading 3"].font.size = Pt(11)
