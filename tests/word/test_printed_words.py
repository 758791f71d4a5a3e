"""The words of a document: what is one, whoever wrote the XML, and that our own are found without parsing it."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from audit_report.report.blocks import Prose, Report
from audit_report.schema.rich_text import Line, Mark, Run
from audit_report.word.read_back.printed_words import read_paragraphs, written_paragraphs
from tests.word.reading import archive
from tests.word.samples import CHARTED, DRAFT, REPORT, of_blocks

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def words(body: str, namespace: str = W) -> list[str]:
    part = (
        f'<w:document xmlns:w="{namespace}" xmlns:mc="{COMPATIBILITY}"><w:body>{body}</w:body></w:document>'
    )
    return list(read_paragraphs(io.BytesIO(part.encode())))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def complex_field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{marks[0]}{asked}{marks[1]}{run(result)}{marks[2]}"


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (run("one word"), ["one word"]),
        (run("one") + run(" wo") + run("rd"), ["one word"]),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>word</w:t></w:r>", ["one word"]),
        ("<w:r><w:t>one</w:t><w:br/><w:t>word</w:t><w:cr/></w:r>", ["one word"]),
        ('<w:pPr><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr>' + run("word"), ["word"]),
        (run("one\n   \u00a0 word"), ["one word"]),
        ("<w:r><w:t>no</w:t><w:noBreakHyphen/><w:t>break</w:t></w:r>", ["no\u2011break"]),
        ("<w:r><w:t>so</w:t><w:softHyphen/><w:t>ft\u00adly</w:t></w:r>", ["softly"]),
        (run("a &amp; b &lt;c&gt;"), ["a & b <c>"]),
        (run("  "), []),
        ("", []),
        (f"<w:hyperlink>{run('a link')}</w:hyperlink>", ["a link"]),
        (f"<w:ins>{run('put in')}</w:ins><w:del><w:r><w:delText>taken out</w:delText></w:r></w:del>", ["put in"]),
        (run("Page ") + f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>' + run(" of"), ["Page of"]),
        (run("Page ") + complex_field(r" PAGE \* MERGEFORMAT ", "7") + run(" of"), ["Page of"]),
        (complex_field(' HYPERLINK "https://example.org" ', "a link"), ["a link"]),
        (complex_field(" TOC ", f"Context</w:t></w:r>{complex_field(' PAGEREF x ', '3')}<w:r><w:t>"), ["Context"]),
        (
            f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent></mc:Choice>"
            f"<mc:Fallback><w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
            + run("around"),
            ["boxed", "around"],
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("namespace", [W, STRICT])
def test_what_a_paragraph_says(inside: str, found: list[str], namespace: str) -> None:
    assert words(f"<w:p>{inside}</w:p>", namespace) == found


def test_paragraphs_are_told_apart_and_empty_ones_left_out() -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('two')}</w:p></w:tc></w:tr></w:tbl>"
    assert words(f"<w:p>{run('one')}</w:p><w:p/>{table}<w:p>{run('three')}</w:p>") == ["one", "two", "three"]


@pytest.mark.parametrize("part", [b"", b"no XML", b"<w:p>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;'])
def test_a_part_that_is_no_xml_is_refused(part: bytes) -> None:
    with pytest.raises(etree.XMLSyntaxError):
        list(read_paragraphs(io.BytesIO(part)))


def test_an_entity_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    part = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><w:p xmlns:w="{W}"><w:t>&b;x</w:t></w:p>'
    assert list(read_paragraphs(io.BytesIO(part.encode()))) in (["x"], [])


def both(report: Report) -> tuple[list[str], list[str]]:
    """The paragraphs of a report's body, as found in what we write and as read back."""
    body = archive(report).read("word/document.xml")
    return list(written_paragraphs(body.decode())), list(read_paragraphs(io.BytesIO(body)))


@pytest.mark.parametrize("report", [REPORT, DRAFT, CHARTED])
def test_our_own_words_are_found_without_parsing(report: Report) -> None:
    written, read = both(report)
    assert written == read
    assert written


any_text = st.text(st.characters(codec=None), max_size=40) | st.text(
    "\t\n\r &<>\"'\xa0\xad\u2011;amp", max_size=20
)
any_run = st.builds(
    Run, any_text, st.booleans(), st.booleans(), st.sampled_from([None, "https://example.org"])
)
any_line = st.builds(Line, st.lists(any_run, min_size=1, max_size=3).map(tuple), st.sampled_from(Mark))


@given(st.lists(any_line, min_size=1, max_size=4))
@settings(deadline=None)
def test_whatever_is_typed(lines: list[Line]) -> None:
    written, read = both(of_blocks(Prose(tuple(lines))))
    assert written == read
