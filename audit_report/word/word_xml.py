"""WordprocessingML as strings: escaping, runs, paragraphs, tables and their pieces.

Strings, not element trees: a register of ten thousand recommendations is written in about a second.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from audit_report.ooxml.xml_characters import NOT_IN_XML

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_LETTERS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
_LEFTWARDS = re.compile(rf"({_LETTERS}(?:\W+{_LETTERS})*)")
"""Words from right to left, such as Hebrew, Arabic and Urdu, with the spaces and marks between them."""


def escape(text: str) -> str:
    """Text safe inside an element or a quoted attribute; characters that XML cannot hold are left out."""
    if not text.isprintable():
        text = NOT_IN_XML.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def document_part(body: str) -> str:
    """The document part whose body is these paragraphs and tables."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def run(text: str, *, style: str = "", bold: bool = False, italic: bool = False) -> str:
    """Words in one look; `style` is a character style's id. Words from right to left are marked as such."""
    if text.isascii():
        return _run(text, style, bold=bold, italic=italic)
    pieces = [
        _run(piece, style, bold=bold, italic=italic, leftwards=bool(at % 2))
        for at, piece in enumerate(_LEFTWARDS.split(text))
        if piece
    ]
    return "".join(pieces)


def _run(text: str, style: str, *, bold: bool, italic: bool, leftwards: bool = False) -> str:
    look = ""
    if style or bold or italic or leftwards:
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        bold_too, italic_too = ("<w:bCs/>", "<w:iCs/>") if leftwards else ("", "")
        weight, slant = f"<w:b/>{bold_too}" if bold else "", f"<w:i/>{italic_too}" if italic else ""
        look = f"<w:rPr>{named}{weight}{slant}{'<w:rtl/>' if leftwards else ''}</w:rPr>"
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def link(relationship: str, runs: str) -> str:
    """Runs that lead to the address held in a relationship of the document."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{runs}</w:hyperlink>'


def link_within(name: str, runs: str) -> str:
    """Runs that lead to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{runs}</w:hyperlink>'


def bookmark(number: int, name: str, runs: str) -> str:
    """Runs that links lead to by a name; `number` is the bookmark's own in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


def field(instruction: str) -> str:
    """A field that Word works out, such as PAGE; it reads 1 until then."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def tab_stops(stops: Mapping[int, str], cleared: Iterable[int] = ()) -> str:
    """A paragraph property: tab stops in twips, each with how its text stands there; `cleared` are its style's own."""
    every = dict.fromkeys(cleared, "clear") | dict(stops)
    tabs = "".join(f'<w:tab w:val="{every[stop]}" w:pos="{stop}"/>' for stop in sorted(every))
    return f"<w:tabs>{tabs}</w:tabs>"


def paragraph(
    style: str,
    runs: str,
    *,
    keep_next: bool = False,
    number: tuple[int, int] | None = None,
    properties: str = "",
) -> str:
    """A paragraph; `number` is the list it counts in and its level there.

    `properties` are any others that follow in the order the schema asks for.
    """
    keep = "<w:keepNext/>" if keep_next else ""
    listed = ""
    if number is not None:
        listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    look = f'<w:pStyle w:val="{style}"/>{keep}{listed}{properties}'
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def ending_section(last_paragraph: str, section: str) -> str:
    """The paragraph as the last of its section, whose properties it carries."""
    return last_paragraph.replace("</w:pPr>", f"{section}</w:pPr>", 1)


def table_start(
    style: str, title: str, widths: Sequence[int], *, labelled_column: bool, banded: bool = False
) -> str:
    """The opening of a table of fixed columns, widths in twips; `title` is read out by screen readers."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first_column = int(labelled_column)
    look = 0x0420 | 0x0080 * first_column | 0x0200 * (not banded)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look:04X}" w:firstRow="1" w:lastRow="0" w:firstColumn="{first_column}" '
        f'w:lastColumn="0" w:noHBand="{int(not banded)}" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


TABLE_END = "</w:tbl>"


def row(cells: Iterable[str], *, header: bool = False, whole: bool = False) -> str:
    """A row; a header row repeats overleaf, a whole one never splits between pages."""
    properties = "<w:cantSplit/>" if whole else ""
    if header:
        properties += "<w:tblHeader/>"
    properties = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(width: int, paragraphs: str) -> str:
    """A cell of a width in twips."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'
