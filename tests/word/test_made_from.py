"""A report's file read back: what it was made from, and whether anybody has changed a word of it."""

import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_report.report.blocks import Heading, Part, Prose, Report
from audit_report.report.provenance import NotAReportError
from audit_report.rules.headline_figures import Headline
from audit_report.word import render
from audit_report.word.read_back import made_from
from audit_report.word.read_back.made_from import read_report
from tests.word.samples import CHARTED, DRAFT, PROVENANCE, REPORT, WELSH, lines

FIGURES = replace(REPORT, provenance=replace(PROVENANCE, headline=Headline(8, 6, 1, 7, 0)))
HARD_WORDS = replace(
    DRAFT,
    parts=(
        *DRAFT.parts,
        Part(
            (
                Heading(2, "Hard words"),
                Prose(
                    lines(
                        "a\u2011b soft\u00adly a\u00a0 b  c\td\ne \u2009thin",
                        "😀 👩\u200d👩\u200d👧 🇬🇧 e\u0301 שלום \u200fعربى\u200e zero\u200bwidth",
                        " “x” ‘y’ … – & < > ' \" \uf0b7 \ufb01 {MERGEFIELD x} ",
                    )
                ),
            )
        ),
    ),
)
REPORTS = {"report": REPORT, "draft": DRAFT, "welsh": WELSH, "charted": CHARTED, "hard": HARD_WORDS}


def written(report: Report, folder: Path) -> Path:
    path = folder / "report.docx"
    path.write_bytes(render(report))
    return path


def saved_by_libreoffice(paths: Sequence[Path], soffice: Path) -> list[Path]:
    """Documents of one folder opened in LibreOffice and saved again, each under its name in another folder."""
    folder = paths[0].with_name("saved")
    profile = paths[0].with_name("profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", folder, *paths],
        capture_output=True,
        timeout=120,
        check=True,
    )  # fmt: skip
    return [folder / path.name for path in paths]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_report_says_what_it_is(report: Report, tmp_path: Path) -> None:
    read = read_report(written(report, tmp_path))
    assert read.made_from == report.provenance
    assert (read.title, read.subject, read.draft_mark) == (report.title, report.subject, report.draft_mark)
    assert not read.edited


def test_headline_figures_are_kept(tmp_path: Path) -> None:
    assert read_report(written(FIGURES, tmp_path)).made_from == FIGURES.provenance


@pytest.mark.parametrize("report", [FIGURES, HARD_WORDS, CHARTED], ids=["figures", "hard", "charted"])
def test_a_save_by_libreoffice_is_no_edit(report: Report, tmp_path: Path, soffice: Path) -> None:
    path = written(report, tmp_path)
    [saved] = saved_by_libreoffice([path], soffice)
    assert saved.read_bytes() != path.read_bytes()
    assert read_report(saved) == read_report(path)


def test_an_edit_in_libreoffices_copy_is_one(tmp_path: Path, soffice: Path) -> None:
    [saved] = saved_by_libreoffice([written(REPORT, tmp_path)], soffice)
    document = docx.Document(str(saved))
    document.paragraphs[0].runs[0].text = "Another title"
    document.save(str(saved))
    assert read_report(saved).edited


def test_a_save_by_python_docx_is_no_edit(tmp_path: Path) -> None:
    path = written(HARD_WORDS, tmp_path)
    docx.Document(str(path)).save(str(path))
    assert not read_report(path).edited


def change_a_letter(document: Document) -> None:
    run = next(run for paragraph in document.paragraphs for run in paragraph.runs if "e" in run.text)
    run.text = run.text.replace("e", "a", 1)


def change_a_cell(document: Document) -> None:
    document.tables[0].rows[1].cells[0].paragraphs[0].add_run("!")


def change_the_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].add_run(" (amended)")


def change_the_footer(document: Document) -> None:
    document.sections[-1].footer.paragraphs[0].add_run(" (amended)")


def swap_two_paragraphs(document: Document) -> None:
    first, second = [each._p for each in document.paragraphs if each.text][3:5]
    second.addnext(first)


def part_a_paragraph(document: Document) -> None:
    paragraph = next(each for each in document.paragraphs if len(each.runs) > 1)
    after = OxmlElement("w:p")
    after.append(paragraph.runs[-1]._r)
    paragraph._p.addnext(after)


def take_a_paragraph_out(document: Document) -> None:
    paragraph = next(each for each in document.paragraphs if each.text)
    document.element.body.remove(paragraph._p)


def comment(document: Document) -> None:
    document.add_comment(document.paragraphs[0].runs, "Is this right?", "Cas Cole")


EDITS = [
    change_a_letter,
    change_a_cell,
    change_the_header,
    change_the_footer,
    swap_two_paragraphs,
    part_a_paragraph,
    take_a_paragraph_out,
    pytest.param(comment, marks=pytest.mark.skipif(not hasattr(Document, "add_comment"), reason="python-docx 1.2")),
]  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_seen(edit: Callable[[Document], None], tmp_path: Path) -> None:
    path = written(REPORT, tmp_path)
    document = docx.Document(str(path))
    edit(document)
    document.save(str(path))
    assert read_report(path).edited


def make_bold(document: Document) -> None:
    document.paragraphs[0].runs[0].bold = True


def cut_a_run_in_two(document: Document) -> None:
    run = document.paragraphs[0].runs[0]
    run.text, rest = run.text[:3], run.text[3:]
    document.paragraphs[0].add_run(rest)


def add_an_empty_paragraph(document: Document) -> None:
    document.add_paragraph()


@pytest.mark.parametrize("change", [make_bold, cut_a_run_in_two, add_an_empty_paragraph])
def test_looks_are_not_text(change: Callable[[Document], None], tmp_path: Path) -> None:
    path = written(REPORT, tmp_path)
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    assert not read_report(path).edited


def repacked(path: Path, name: str, content: bytes | None) -> None:
    """The package with one part's content changed, or without that part."""
    with ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts.pop(name, None)
    if content is not None:
        parts[name] = content
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for each, part in parts.items():
            archive.writestr(each, part)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("[Content_Types].xml", None, "not a Word document"),
        ("[Content_Types].xml", b"<", "not a Word document"),
        ("[Content_Types].xml", b" " * (1 << 21), "not a Word document"),
        ("word/document.xml", b"<w:document", "not a Word document"),
        ("docProps/custom.xml", None, "not a report that audit-report built"),
        ("docProps/custom.xml", b"<Properties/>", "not a report that audit-report built"),
    ],
)
def test_what_is_no_report_is_said_in_a_sentence(
    name: str, content: bytes | None, words: str, tmp_path: Path
) -> None:
    path = written(REPORT, tmp_path)
    repacked(path, name, content)
    with pytest.raises(NotAReportError, match=words) as raised:
        read_report(path)
    assert str(raised.value).startswith(f"{path}: ")


def test_a_document_too_large_once_unpacked_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(REPORT, tmp_path)
    monkeypatch.setattr(made_from, "_MOST_MARKS", 1000)
    with pytest.raises(NotAReportError, match="more than 1,000 tags and attributes"):
        read_report(path)


def test_a_missing_file_a_folder_and_somebody_elses_document_are_no_reports(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    docx.Document().save(str(letter))
    for path, words in (
        (tmp_path / "none.docx", "cannot be opened"),
        (tmp_path, "cannot be opened"),
        (letter, "not a report that audit-report built"),
    ):
        with pytest.raises(NotAReportError, match=words):
            read_report(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"2010-04-30", b"2010-02-30"), (b">8<", b">many<"), (b">8<", b">" + b"9" * 5000 + b"<")],
)
def test_figures_that_make_no_sense_are_left_out(old: bytes, new: bytes, tmp_path: Path) -> None:
    path = written(FIGURES, tmp_path)
    with ZipFile(path) as archive:
        custom = archive.read("docProps/custom.xml")
    assert old in custom
    repacked(path, "docProps/custom.xml", custom.replace(old, new))
    assert read_report(path).made_from.headline is None


SOUND = render(REPORT)


@given(
    changes=st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=20),
    cut=st.integers(0),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_damaged_file_is_a_sentence_never_a_fault(
    changes: list[tuple[int, int]], cut: int, tmp_path: Path
) -> None:
    content = bytearray(SOUND)
    for place, byte in changes:
        content[place] = byte
    path = tmp_path / "report.docx"
    path.write_bytes(content[: cut % (2 * len(content)) or None])
    with suppress(NotAReportError):
        read_report(path)
