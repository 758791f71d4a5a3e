"""Ways to forge a report, each with words of the sentence that has to name it: those of forgeries.toml, and more."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.word.tampering import Parts, append_relation, in_part, replaced

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
CHART, TIMELINE, CUSTOM = "word/charts/chart1.xml", "word/charts/chart2.xml", "docProps/custom.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

WORDS = '<w:r><w:t xml:space="preserve">The work goes on.</w:t></w:r>'
PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="Normal"/><w:keepNext/></w:pPr>{WORDS}</w:p>'
_BOXED = f'<w:txbxContent xmlns:w="{MAIN}"><w:p><w:r><w:t>Boxed words</w:t></w:r></w:p></w:txbxContent>'
_SHAPE = (
    '<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="9" name="Box"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>'
    f"{_BOXED}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
_PIECES = {
    "{WORDS}": WORDS,
    "{PARAGRAPH}": PARAGRAPH,
    "{SHAPE}": _SHAPE,
    "{PICT}": f'<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{_BOXED}</v:textbox></w:pict>',
    "{COMPATIBILITY}": 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    "{BY}": 'w:id="7" w:author="A" w:date="2010-05-01T00:00:00Z"',
}


class Forgery(NamedTuple):
    """A way to forge a report, by name; `told` are words of the sentence that names it."""

    name: str
    forge: Callable[[Parts], None]
    told: str


def _listed() -> Iterator[Forgery]:
    kinds = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    for each in (each for kind in kinds.values() for each in kind):
        before, after = _whole(each["before"]), _whole(each["after"])
        yield Forgery(each["name"], in_part(each.get("part", DOCUMENT), before, after), each["told"])


def _whole(xml: str) -> str:
    """XML with its words in braces replaced by what they stand for."""
    for name, piece in _PIECES.items():
        xml = xml.replace(name, piece)
    return xml


def _move_a_paragraph(parts: Parts) -> None:
    in_part(DOCUMENT, PARAGRAPH, "")(parts)
    label = '<w:p><w:pPr><w:pStyle w:val="ReportLabel"/></w:pPr>'
    in_part(DOCUMENT, label, PARAGRAPH + label)(parts)


def _hide_by_a_style(parts: Parts) -> None:
    look = '<w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr>'
    style = f'<w:style w:type="character" w:styleId="Unseen">{look}</w:style>'
    in_part(STYLES, "</w:styles>", f"{style}</w:styles>")(parts)
    in_part(DOCUMENT, WORDS, WORDS.replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr>'))(parts)


def _embed_a_document(parts: Parts) -> None:
    in_part(DOCUMENT, PARAGRAPH, f'{PARAGRAPH}<w:altChunk r:id="rChunk"/>')(parts)
    append_relation(parts, DOCUMENT, "rChunk", f"{OFFICE}/aFChunk", "chunk.html")
    parts["word/chunk.html"] = b"<p>All is done.</p>"


def _lead_to_a_document(parts: Parts) -> None:
    in_part(DOCUMENT, PARAGRAPH, f'{PARAGRAPH}<w:subDoc r:id="rSub"/>')(parts)
    append_relation(parts, DOCUMENT, "rSub", f"{OFFICE}/subDocument", "file:///c:/x.docx", outside=True)


def _take_out_a_row(parts: Parts) -> None:
    text = parts[DOCUMENT].decode()
    first = text.index("<w:tr>", text.index("</w:tr>"))
    last = text.index("</w:tr>", first) + len("</w:tr>")
    parts[DOCUMENT] = (text[:first] + text[last:]).encode()


def _all_ninety_nine(found: str) -> str:
    return re.sub(r"<c:v>\d+</c:v>", "<c:v>99</c:v>", found)


def _put_a_workbook_behind_a_chart(parts: Parts) -> None:
    append_relation(parts, CHART, "rId1", f"{OFFICE}/package", "../embeddings/Workbook.xlsx")
    parts["word/embeddings/Workbook.xlsx"] = b"PK"


def _swap_the_charts(parts: Parts) -> None:
    parts[CHART], parts[TIMELINE] = parts[TIMELINE], parts[CHART]


def _put_a_decoy(parts: Parts) -> None:
    """The body as built stays, and Word is led to another."""
    parts["word/real.xml"] = parts[DOCUMENT].replace(b"The work goes on.", b"The work is done.")
    parts["word/_rels/real.xml.rels"] = parts["word/_rels/document.xml.rels"]
    in_part("_rels/.rels", "word/document.xml", "word/real.xml")(parts)
    in_part("[Content_Types].xml", "/word/document.xml", "/word/real.xml")(parts)


def _add_a_stray_part(parts: Parts) -> None:
    parts["word/notes.xml"] = b"<notes/>"


def _write_the_body_twice(parts: Parts) -> None:
    parts.twice.append(DOCUMENT)


def _add_a_macro(parts: Parts) -> None:
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    append_relation(parts, DOCUMENT, "rMacro", kind, "vba.bin")
    parts["word/vba.bin"] = b"macro"


def _embed_a_font(parts: Parts) -> None:
    append_relation(parts, DOCUMENT, "rFonts", f"{OFFICE}/fontTable", "fontTable.xml")
    font = '<w:font w:name="Arial"><w:embedRegular r:id="rId1"/></w:font>'
    parts["word/fontTable.xml"] = f'<w:fonts xmlns:w="{MAIN}" xmlns:r="{OFFICE}">{font}</w:fonts>'.encode()


def _lead_to_a_template(parts: Parts) -> None:
    in_part(SETTINGS, "<w:zoom", '<w:attachedTemplate r:id="rT"/><w:zoom')(parts)
    append_relation(
        parts, SETTINGS, "rT", f"{OFFICE}/attachedTemplate", "https://example.org/x.dotm", outside=True
    )


FORGERIES = (
    *_listed(),
    Forgery("a paragraph moved", _move_a_paragraph, "has been moved there"),
    Forgery("hidden by a style of its own", _hide_by_a_style, "now hidden"),
    Forgery("another document", _embed_a_document, "another document"),
    Forgery("an outside document", _lead_to_a_document, "file:///c:/x.docx"),
    Forgery("a row taken out", _take_out_a_row, "is gone"),
    Forgery(
        "every figure of a chart", replaced(CHART, r"<c:numCache>.*?</c:numCache>", _all_ninety_nine), "99"
    ),
    Forgery("a workbook behind a chart", _put_a_workbook_behind_a_chart, "data behind it"),
    Forgery("two charts for each other", _swap_the_charts, "the chart"),
    Forgery(
        "the fingerprint",
        replaced(CUSTOM, r'(?<="Text SHA-256"><vt:lpwstr>)\w+', lambda _: "ef" * 32),
        "“Text SHA-256”",
    ),
    Forgery("a decoy body", _put_a_decoy, "“The work is done.”"),
    Forgery("a part nothing leads to", _add_a_stray_part, "which nothing in the document leads to"),
    Forgery("a body twice", _write_the_body_twice, "there twice"),
    Forgery("a macro", _add_a_macro, "vbaProject"),
    Forgery("a font of its own", _embed_a_font, "An embedded font"),
    Forgery("a template elsewhere", _lead_to_a_template, "attachedTemplate"),
)
