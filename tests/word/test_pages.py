"""The pages: A4 either way up, with a header and footer on each, and none blank."""

import re
import subprocess
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from audit_report.report.blocks import Heading, Part, Report
from audit_report.word import render
from tests.word.reading import find, paragraphs, part, text, values
from tests.word.samples import DRAFT, END, OVERVIEW, REPORT, WELSH


def sizes(report: Report) -> list[tuple[str, ...]]:
    sections = find(part(report, "word/document.xml"), "//w:sectPr")
    return [
        tuple(values(each, "w:pgSz/@w:w | w:pgSz/@w:h") + values(each, "w:pgSz/@w:orient"))
        for each in sections
    ]


def test_each_part_is_a_section_of_its_own_orientation() -> None:
    upright, turned = ("11906", "16838"), ("16838", "11906", "landscape")
    assert sizes(REPORT) == [upright, turned, upright, upright]


def test_a_sections_end_is_its_last_paragraph() -> None:
    document = part(REPORT, "word/document.xml")
    ends = find(document, "//w:p[w:pPr/w:sectPr]")
    assert [text(each) for each in ends] == ["Lettered", "As held in April.", "Delivery Lead: Ben Baker"]


def test_every_section_has_the_same_header_and_a_footer_for_its_orientation() -> None:
    document = part(REPORT, "word/document.xml")
    rels = part(REPORT, "word/_rels/document.xml.rels")
    targets = dict(
        zip(values(rels, "p:Relationship/@Id"), values(rels, "p:Relationship/@Target"), strict=True)
    )
    sections = [
        [targets[each] for each in values(section, "*/@r:id")] for section in find(document, "//w:sectPr")
    ]
    assert sections == [["header1.xml", "footer1.xml"], ["footer2.xml"], ["footer1.xml"], ["footer1.xml"]]
    assert [values(part(REPORT, f"word/footer{each}.xml"), "//w:tab/@w:pos") for each in (1, 2)] == [
        ["10206"],
        ["15138"],
    ]


def test_the_footer_counts_the_pages() -> None:
    footer = part(WELSH, "word/footer1.xml")
    assert text(footer) == "Improvement Activity, April 2010Tudalen 1 o 1"
    assert values(footer, "//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]


def test_a_draft_is_marked_on_every_page() -> None:
    assert paragraphs(part(DRAFT, "word/header1.xml")) == [
        ("ReportDraftMark", "DRAFT"),
        ("Header", "Northshire County Council – Audit Committee"),
    ]
    assert paragraphs(part(REPORT, "word/header1.xml")) == [
        ("Header", "Northshire County Council – Audit Committee")
    ]


def test_printed_pages_follow_the_parts_and_none_is_blank(soffice: Path, tmp_path: Path) -> None:
    long = Part((Heading(2, "D: Schedule"), replace(OVERVIEW, rows=OVERVIEW.rows * 30), END), landscape=True)
    last = Part((Heading(2, "Annex"), END))
    path = tmp_path / "report.docx"
    path.write_bytes(render(replace(REPORT, parts=(*REPORT.parts, long, last))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    pdf = path.with_suffix(".pdf").read_bytes()
    boxes = re.findall(rb"/Type/Page/[^\[]*/MediaBox\[0 0 ([\d.]+) ([\d.]+)", pdf)
    turned = [float(width) > float(height) for width, height in boxes]
    runs = [(landscape, len(list(pages))) for landscape, pages in groupby(turned)]
    assert [landscape for landscape, _ in runs] == [False, True, False, True, False]
    assert [count for _, count in runs][:3] == [1, 1, 2]
    assert runs[-1] == (False, 1)
