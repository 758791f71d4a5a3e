"""A house's styles, pages, headers and footers on the report: its looks change, its words do not."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from audit_report.report.blocks import Prose, Report
from audit_report.schema.rich_text import Mark
from audit_report.word import HouseStyle, UnusableStyleError, read_house_style, render
from audit_report.word.character_widths import wider
from tests.word.houses import NAME, PRIVATE, PURPLE, Read, Styled, full_house, house
from tests.word.reading import find, paragraphs, values
from tests.word.samples import CHARTED, DRAFT, REPORT, WELSH, box, lines, of_blocks


def test_the_report_takes_font_colours_header_and_margins(read: Read) -> None:
    styled = Styled(REPORT, read(house()))

    assert values(styled.style("Normal"), "w:rPr/w:rFonts/@w:ascii") == ["Georgia"]
    assert values(styled.style("heading 2"), "w:rPr/w:color/@w:val") == [PURPLE]
    for number in range(4):
        assert styled.running("header", number) == {"default": NAME}
        assert styled.running("footer", number) == {"default": "Corporate Services, page 1"}
    upright, turned, *_ = find(styled.part("document"), "//w:sectPr")
    assert values(upright, "w:pgSz/@w:w | w:pgSz/@w:h") == ["11906", "16838"]
    assert values(turned, "w:pgSz/@*") == ["16838", "11906", "landscape"]
    for section in (upright, turned):
        assert values(section, "w:pgMar/@w:left | w:pgMar/@w:top") == ["1984", "1701"]
    assert values(styled.part("document"), "(//w:tbl)[1]/w:tblPr/w:tblW/@w:w") == [str(16838 - 2 * 1701)]


def test_a_boxs_labels_have_room_on_narrow_pages(read: Read) -> None:
    styled = Styled(of_blocks(box()), read(house()))
    widths = [int(each) for each in values(styled.part("document"), "//w:tblGrid/w:gridCol/@w:w")]
    assert widths[0] == round(2060 * wider("Georgia"))
    assert sum(widths) == 11906 - 2 * 1701


@pytest.mark.parametrize("report", [REPORT, DRAFT, CHARTED], ids=["report", "draft", "charts"])
def test_the_words_are_the_same_in_every_style(report: Report, read: Read) -> None:
    plain = etree.fromstring(ZipFile(BytesIO(render(report))).read("word/document.xml"))
    styled = Styled(report, read(house()))
    assert paragraphs(styled.part("document")) == paragraphs(plain)
    assert PRIVATE.encode() not in b"".join(styled.archive.read(each) for each in styled.archive.namelist())


def test_the_same_style_gives_the_same_bytes(read: Read) -> None:
    styled = Styled(REPORT, read(house()))
    assert styled.content == Styled(REPORT, read(house())).content
    assert {entry.date_time for entry in styled.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("made", "report"),
    [
        (house, REPORT),
        (docx.Document, REPORT),
        (full_house, REPORT),
        (full_house, DRAFT),
        (full_house, WELSH),
        (full_house, CHARTED),
    ],
    ids=["house", "bare", "full", "full draft", "full welsh", "full charts"],
)
def test_microsofts_validator_has_no_complaint(
    made: Callable[[], Document],
    report: Report,
    read: Read,
    tmp_path: Path,
    ooxml_validator: Callable[[Path], list[str]],
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(render(report, read(made())))
    assert ooxml_validator(path) == []


def test_what_the_house_has_not_is_added_and_named(read: Read) -> None:
    style = read(house())
    assert "Report Box" in style.missing
    assert "Report Label" in style.missing
    assert not {"Normal", "Heading 1", "List Bullet", "Header"} & set(style.missing)
    assert "“Report Box”" in style.remarks[0]
    styled = Styled(REPORT, style)
    known = set(values(styled.part("styles"), "w:style/@w:styleId"))
    used = values(styled.part("document"), "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    assert set(used) <= known
    assert values(styled.style("Report Label"), "w:rPr/w:color/@w:val") == [PURPLE]


def test_a_house_with_no_styles_at_all_gets_the_reports(read: Read) -> None:
    made = docx.Document()
    made.styles.element[:] = []
    style = read(made)
    assert "Normal" in style.missing
    defaults = values(Styled(REPORT, style).part("styles"), "w:style[@w:default]/@w:styleId")
    assert defaults == ["DefaultParagraphFont", "TableNormal", "NoList", "Normal"]


def test_styles_are_known_by_name_whatever_word_calls_them_inside(read: Read) -> None:
    made = house()
    sheet = made.styles.element
    for style in sheet.findall(qn("w:style")):
        if style.get(qn("w:styleId")) == "Heading2":
            style.set(qn("w:styleId"), "Pennawd2")
    stray = made.styles.add_style("Something else", WD_STYLE_TYPE.PARAGRAPH)
    stray.element.set(qn("w:styleId"), "ReportLabel")
    made.sections[0].header.paragraphs[0].style = stray
    styled = Styled(REPORT, read(made))

    assert styled.style("heading 2").get(qn("w:styleId")) == "Heading2"
    assert styled.style("Report Label").get(qn("w:styleId")) == "ReportLabel"
    other = styled.style("Something else").get(qn("w:styleId"))
    assert values(styled.part("header1"), "//w:pStyle/@w:val") == [other] != ["ReportLabel"]


def test_the_language_is_the_reports(read: Read) -> None:
    made = house()
    made.styles["Normal"].element.get_or_add_rPr().append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US"/>')
    )
    styled = Styled(WELSH, read(made))
    assert values(styled.part("styles"), "w:docDefaults//w:lang/@w:val") == ["cy-GB"]
    assert not find(styled.style("Normal"), ".//w:lang")


def numbered(style: HouseStyle) -> list[tuple[str, str]]:
    """The list and the definition of each numbered line."""
    report = of_blocks(
        Prose((*lines("One", "Two", mark=Mark.NUMBER), *lines("Between"), *lines("One", mark=Mark.NUMBER)))
    )
    styled = Styled(report, style)
    lists = values(styled.part("document"), "//w:pPr/w:numPr/w:numId/@w:val")
    part = styled.part("numbering")
    return [(each, values(part, f"w:num[@w:numId='{each}']/w:abstractNumId/@w:val")[0]) for each in lists]


def test_lists_follow_the_houses_definition_and_restart(read: Read) -> None:
    made = house()
    own = made.styles["List Number"].element.pPr.numPr.numId.val
    part = etree.fromstring(made.part.numbering_part.blob)
    [definition] = values(part, f"w:num[@w:numId='{own}']/w:abstractNumId/@w:val")
    first, second, again = numbered(read(made))
    assert first == second
    assert first[0] != again[0]
    assert {first[1], again[1]} == {definition}


def test_a_list_style_without_a_list_is_given_one(read: Read) -> None:
    made = house()
    for name in ("List Number", "List Bullet"):
        look = made.styles[name].element.pPr
        look.remove(look.numPr)
    style = read(made)
    first, _, again = numbered(style)
    assert first[0] != again[0]
    bullets = values(Styled(REPORT, style).style("List Bullet"), ".//w:numId/@w:val")
    definition = values(
        Styled(REPORT, style).part("numbering"), f"w:num[@w:numId='{bullets[0]}']/w:abstractNumId/@w:val"
    )
    marks = values(
        Styled(REPORT, style).part("numbering"),
        f"w:abstractNum[@w:abstractNumId='{definition[0]}']/w:lvl[@w:ilvl='0']/w:numFmt/@w:val",
    )
    assert marks == ["bullet"]


def test_a_style_of_another_kind_is_refused(read: Read) -> None:
    made = house()
    made.styles.add_style("Report Label", WD_STYLE_TYPE.CHARACTER)
    made.styles.add_style("Report Box", WD_STYLE_TYPE.PARAGRAPH)
    with pytest.raises(UnusableStyleError) as refusal:
        read(made)
    assert "“Report Label” is a character style and has to be a paragraph style" in str(refusal.value)
    assert "“Report Box” is a paragraph style and has to be a table style" in str(refusal.value)


def test_margins_that_leave_no_room_are_refused(read: Read) -> None:
    made = house()
    made.sections[0].left_margin = made.sections[0].page_width
    with pytest.raises(UnusableStyleError, match="no room"):
        read(made)


def macro_document() -> bytes:
    content = BytesIO()
    made = house()
    made.part._content_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    made.save(content)
    return content.getvalue()


def document_with(old: bytes, new: bytes) -> bytes:
    """A document with something in its parts replaced."""
    content, made = BytesIO(), BytesIO()
    house().save(content)
    with ZipFile(content) as archive, ZipFile(made, "w") as spoilt:
        for name in archive.namelist():
            spoilt.writestr(name, archive.read(name).replace(old, new))
    return made.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (document_with(b'Target="styles.xml"', b""), "save it as a Word Document"),
        (document_with(b"package/2006/relationships", b"package/relations"), "save it as a Word Document"),
        (b"not a document", "save it as a Word Document"),
        (b"PK\x03\x04 damaged", "save it as a Word Document"),
        (macro_document(), "save it as a Word Document"),
        (OLD, "has a password, or is an old .doc"),
        (OLD + "WordDocument".encode("utf-16-le"), "an old Word file"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (OLD + "EncryptedPackage DRMEncryptedTransform".encode("utf-16-le"), "sensitivity label"),
        (OLD + "__properties_version1.0".encode("utf-16-le"), "an email saved from Outlook"),
        (None, "cannot be opened"),
        (document_with(b'w:w="11906"', b'w:w="1e999"'), "page size and margins cannot be read"),
        (document_with(b'w:left="1701"', b'w:left="inf"'), "page size and margins cannot be read"),
        (
            document_with(b'w:w="11906"', b'w:w="' + b"9" * 5000 + b'"'),
            "page size and margins cannot be read",
        ),
    ],
    ids=[
        "leads nowhere",
        "no relationships",
        "text",
        "damaged",
        "macros",
        "old",
        "doc",
        "password",
        "label",
        "message",
        "absent",
        "a page without end",
        "a margin without end",
        "a page of many digits",
    ],
)
def test_a_file_that_is_no_docx_is_refused(content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnusableStyleError, match=said) as refusal:
        read_house_style(path)
    assert str(path) in str(refusal.value)
