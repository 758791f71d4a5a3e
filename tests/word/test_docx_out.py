"""The .docx as a file: sound, the same every time, and honest about where it comes from."""

import io
from dataclasses import replace
from datetime import datetime

import docx
import pytest

from audit_report.report.blocks import Block, Cell, Grid, Part
from audit_report.word import render
from tests.word.reading import archive, find, part, values
from tests.word.samples import DRAFT, END, OVERVIEW, PROVENANCE, REPORT, WELSH, box, cell, of_blocks


def test_it_opens_with_its_headings_in_order() -> None:
    document = docx.Document(io.BytesIO(render(REPORT)))
    headings = [
        (each.style.name, each.text)
        for each in document.paragraphs
        if each.style and str(each.style.name).startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Improvement Activity"),
        ("Heading 2", "Context"),
        ("Heading 2", "A: Overview"),
        ("Heading 2", "B: Progress"),
        ("Heading 2", "Annex 1"),
        ("Heading 3", "A note"),
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(REPORT) == render(REPORT)
    assert render(REPORT) != render(DRAFT)


def test_the_file_tells_no_time_and_starts_with_its_types() -> None:
    entries = archive(REPORT).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    assert names[3:] == sorted(names[3:], key=lambda name: name.replace("_rels/", "").removesuffix(".rels"))


def test_nothing_of_the_template_is_left() -> None:
    names = set(archive(REPORT).namelist())
    assert not any(name.startswith("customXml") or name.endswith(("jpeg", "Effects.xml")) for name in names)
    styles = values(part(REPORT, "word/styles.xml"), "w:style/w:name/@w:val")
    assert len(styles) == len(set(styles)) < 50
    everything = b"".join(archive(REPORT).read(name) for name in names)
    assert b"python-docx" not in everything
    assert b"2013" not in archive(REPORT).read("docProps/core.xml")


def test_properties_say_what_it_is() -> None:
    core = docx.Document(io.BytesIO(render(REPORT))).core_properties
    assert (core.title, core.subject, core.author) == (
        "Improvement Activity, April 2010",
        "April 2010",
        "Northshire County Council",
    )
    assert core.last_modified_by == core.author
    assert core.language == "en-GB"
    assert core.comments == ""
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == datetime(2010, 4, 30)
    assert core.modified == core.created
    assert core.content_status == ""
    assert docx.Document(io.BytesIO(render(DRAFT))).core_properties.content_status == "DRAFT"


def test_a_draft_without_an_as_at_day_is_undated() -> None:
    undated = replace(DRAFT, provenance=replace(PROVENANCE, as_at=""))
    assert not values(part(undated, "docProps/core.xml"), "dcterms:*")


def test_custom_properties_say_what_it_was_made_from() -> None:
    custom = part(REPORT, "docProps/custom.xml")
    found = {values(each, "@name")[0]: values(each, "*/text()")[0] for each in find(custom, "c:property")}
    assert len(found.pop("Text SHA-256")) == 64
    assert found == {
        "Workbook": "tracker <2010> & more.xlsx",
        "Workbook SHA-256": "ab" * 32,
        "As at": "2010-04-30",
        "Program": "0.1.0",
    }


def test_the_language_is_the_reports() -> None:
    path = "w:docDefaults//w:lang/@w:val"
    assert values(part(REPORT, "word/styles.xml"), path) == ["en-GB"]
    assert values(part(WELSH, "word/styles.xml"), path) == ["cy-GB"]
    assert values(part(WELSH, "word/settings.xml"), "w:themeFontLang/@w:val") == ["cy-GB"]


def test_word_is_not_put_in_an_old_mode() -> None:
    settings = part(REPORT, "word/settings.xml")
    assert values(settings, "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]
    assert not find(settings, "w:documentProtection")


def test_an_empty_cell_is_refused() -> None:
    grid = Grid("Counts", ("One",), ((Cell(),),), (1,))
    with pytest.raises(ValueError, match="empty cell in the table 'Counts'"):
        render(of_blocks(grid))


@pytest.mark.parametrize(
    "blocks", [(OVERVIEW, box(), END), (END, OVERVIEW)], ids=["tables meet", "table ends"]
)
def test_a_table_with_no_words_after_it_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(ValueError, match="table 'Recent assessments' has no words after it"):
        render(replace(REPORT, parts=(Part(blocks),)))


def test_a_row_of_another_length_is_refused() -> None:
    grid = Grid("Counts", ("One", "Two"), ((cell("1"),),), (0.5, 0.5))
    with pytest.raises(ValueError, match=r"argument 2 is (longer|shorter)"):
        render(of_blocks(grid))
