"""What is on the page is what is in the Word document, word for word."""

import io
from zipfile import ZipFile

import pytest
from lxml import etree

from audit_report.word.read_back.printed_words import read_paragraphs
from tests.web.editions import MODES, Editions
from tests.web.reading import even, one, paragraphs, texts, tree, values

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def in_document(editions: Editions, part: str = "document") -> list[str]:
    """The paragraphs of a part of the Word document."""
    with ZipFile(io.BytesIO(editions.document)) as archive:
        return list(read_paragraphs(io.BytesIO(archive.read(f"word/{part}.xml"))))


def body(editions: Editions) -> etree._Element:
    with ZipFile(io.BytesIO(editions.document)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def on_page(editions: Editions) -> list[str]:
    """The words of the page but for what every page of the Word document carries."""
    page = tree(editions.page)
    for each in page.xpath("//*[@class='running' or @class='draft' or @class='skip']"):
        each.drop_tree()
    return [word for part in page.xpath("/html/body/*") for text in paragraphs(part) for word in text.split()]


@pytest.mark.parametrize("mode", MODES)
def test_both_editions_say_the_same(mode: str) -> None:
    editions = MODES[mode]()
    said = " ".join(in_document(editions))
    assert len(said) > 40
    assert on_page(editions) == said.split()
    assert texts(editions.page, "//caption") == [
        even(each.get(f"{_MAIN}val", "")) for each in body(editions).iter(f"{_MAIN}tblCaption")
    ]
    pictures = [even(f"{each.get('title')} {each.get('descr')}") for each in body(editions).iter(_DRAWING)]
    assert [
        even(f"{each.findtext('title')} {each.findtext('desc')}")
        for each in tree(editions.page).xpath("//svg")
    ] == pictures


@pytest.mark.parametrize("mode", MODES)
def test_what_every_page_carries_stands_at_the_top_and_the_foot(mode: str) -> None:
    editions = MODES[mode]()
    top = texts(editions.page, "//aside") + texts(editions.page, "//header/p[@class='running']")
    assert top == in_document(editions, "header1")
    [on_paper], [foot] = in_document(editions, "footer1"), texts(editions.page, "//footer")
    assert on_paper.startswith(foot)


@pytest.mark.parametrize("mode", MODES)
def test_the_contents_lead_to_every_section(mode: str) -> None:
    page = MODES[mode]().page
    sections = tree(page).xpath("//h2")
    assert values(page, "//nav//a/@href") == [f"#{each.get('id')}" for each in sections]
    assert texts(page, "//nav//a") == [even(each.text_content()) for each in sections]
    names = values(page, "//@id")
    assert len(names) == len(set(names))
    assert one(page, "//h1") is not None
