"""The PDF beside the report: tagged, titled, and made by LibreOffice or not at all."""

import re
import stat
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from audit_report.files import libreoffice
from audit_report.files.libreoffice import NoPdfError, find_libreoffice
from audit_report.files.pdf import pdf_of
from audit_report.files.pdf_seal import is_own
from tests.test_cli import run
from tests.tools import find_tool
from tests.trackers import save_tracker, set_item, small_tracker

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


def stand_in(path: Path, script: str) -> Path:
    """A program that is taken for LibreOffice; its fifth argument from the end is where its profile is."""
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def info(path: Path, *options: str) -> str:
    program = find_tool("pdfinfo", "install poppler-utils")
    return subprocess.run([program, *options, path], capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.usefixtures("soffice")
def test_a_tagged_pdf_stands_beside_the_report(tracker: Path) -> None:
    set_up = small_tracker()
    set_item(set_up, "Language", "Welsh")
    save_tracker(tracker, set_up)

    result = run("build", tracker, "--pdf")

    report, made = tracker.with_name("tracker-report.docx"), tracker.with_name("tracker-report.pdf")
    assert result.exit_code == 0
    assert result.stdout.split() == [str(report), str(made)]
    assert {report, made, tracker} == set(tracker.parent.iterdir())
    facts = info(made)
    assert re.search(r"Title: +External Audit and Assessment, Ebrill 2010\n", facts)
    assert re.search(r"Tagged: +yes\n", facts)
    assert claims_pdf_ua(made)
    with pikepdf.open(made) as pdf:
        assert pdf.Root.Lang == "cy-GB"
    tags = set(re.findall(r"^ *(\w+)", info(made, "-struct"), re.MULTILINE))
    assert tags >= {"H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD"}


@pytest.mark.usefixtures("soffice")
def test_a_draft_with_errors_has_its_pdf_too(tracker: Path) -> None:
    sheets = small_tracker()
    sheets["Actions"][0]["Progress"] = "Complet"
    save_tracker(tracker, sheets)
    assert run("build", tracker, "--pdf").exit_code == 1
    assert set(tracker.parent.iterdir()) == {tracker}
    assert run("build", tracker, "--pdf", "--draft").exit_code == 1
    assert is_own(tracker.with_name("tracker-report-draft.pdf"))


def test_without_libreoffice_nothing_is_written(tracker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    result = run("build", tracker, "--pdf")
    assert result.exit_code == 2
    assert "LibreOffice, which was not found" in result.stderr
    assert not result.stdout
    assert list(tracker.parent.iterdir()) == [tracker]


def test_it_is_found_where_it_is_usually_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = stand_in(tmp_path / "soffice", "")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", (tmp_path / "none", place))
    assert find_libreoffice() == place


@needs_posix
@pytest.mark.parametrize("path", ["", ".", ":.:", "{here}", "sub/.."])
@pytest.mark.parametrize("name", ["soffice", "C:/Program Files/LibreOffice/program/soffice.com"])
def test_one_in_the_working_folder_is_never_taken(
    name: str, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "sub").mkdir()
    stand_in(tmp_path / name, "exit 0")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path.format(here=tmp_path))
    with pytest.raises(NoPdfError, match="was not found"):
        find_libreoffice()


@needs_posix
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo 'source file could not be loaded' >&2", "It said: source file could not be loaded."),
        ("exit 7", "It said: nothing."),
        ("sleep 60 & sleep 60", "within 2 seconds"),
    ],
)
def test_a_libreoffice_that_fails_is_said(script: str, words: str, tmp_path: Path) -> None:
    start = time.monotonic()
    with pytest.raises(NoPdfError, match=words):
        pdf_of(b"", stand_in(tmp_path / "soffice", script), seconds=2)
    assert time.monotonic() - start < 20


@needs_posix
def test_a_program_that_cannot_be_started_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoPdfError, match="cannot be started"):
        pdf_of(b"", tmp_path / "none")


@needs_posix
def test_the_report_stays_where_its_pdf_fails(tracker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = tracker.with_name("programs")
    programs.mkdir()
    stand_in(programs / "soffice", "exit 1")
    monkeypatch.setenv("PATH", str(programs))
    result = run("build", tracker, "--pdf")
    assert result.exit_code == 2
    assert result.stdout.split() == [str(tracker.with_name("tracker-report.docx"))]
    assert "made no PDF" in result.stderr


def claims_pdf_ua(path: Path) -> bool:
    """Whether a PDF says of itself that it is all that PDF/UA asks for."""
    with pikepdf.open(path) as pdf, pdf.open_metadata() as said:
        return said.get("pdfuaid:part") == "1"


def sound_pdf(words: str = "words", *, pages: int = 1, tagged: bool = True) -> bytes:
    """The least that is a tagged PDF of a page."""
    content = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.docinfo["/Subject"] = words
        if tagged:
            tags = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Array())
            pdf.Root.StructTreeRoot = pdf.make_indirect(tags)
            pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.save(content, static_id=True)
    return content.getvalue()


def makes(folder: Path, content: bytes) -> str:
    """The script of a stand-in that hands over these bytes as the PDF."""
    (folder / "made.pdf").write_bytes(content)
    return f'for last; do :; done; /bin/cp {folder}/made.pdf "${{last%.docx}}.pdf"'


@pytest.fixture
def made(tracker: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PDF beside its report, by a stand-in for LibreOffice."""
    programs = tmp_path_factory.mktemp("programs")
    stand_in(programs / "soffice", makes(programs, sound_pdf()))
    monkeypatch.setenv("PATH", str(programs))
    assert run("build", tracker, "--pdf").exit_code == 0
    return tracker.with_name("tracker-report.pdf")


@needs_posix
def test_our_own_pdf_is_replaced_and_one_that_was_changed_is_not(tracker: Path, made: Path) -> None:
    assert is_own(made)
    assert run("build", tracker, "--pdf").exit_code == 0
    sound = made.read_bytes()
    for changed in (sound.replace(b"words", b"sword"), sound + b"a note\n%%EOF\n", b"%PDF-1.7\n%%EOF\n", b""):
        made.write_bytes(changed)
        assert not is_own(made)
        refused = run("build", tracker, "--pdf")
        assert refused.exit_code == 2
        assert f"{made} is already there" in refused.stderr
        assert made.read_bytes() == changed
    assert run("build", tracker, "--pdf", "--force").exit_code == 0
    assert made.read_bytes() == sound


@needs_posix
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not whole"),
        (b"<html>", "is not whole"),
        (sound_pdf()[:-8], "is not whole"),
        (sound_pdf().replace(b"startxref\n", b"startxref\n9"), "is not whole"),
        (sound_pdf().replace(b"/Root", b"/Boot"), "is not whole"),
        (sound_pdf(pages=0), "has no pages"),
        (sound_pdf(tagged=False), "is not tagged"),
    ],
)
def test_a_pdf_is_looked_into_before_it_counts_as_made(content: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(NoPdfError, match=words):
        pdf_of(b"", stand_in(tmp_path / "soffice", makes(tmp_path, content)))


@needs_posix
@pytest.mark.usefixtures("made")
def test_what_is_not_all_that_pdf_ua_asks_for_does_not_claim_it(tracker: Path, made: Path) -> None:
    result = run("build", tracker, "--pdf", "--force")
    assert f"{made} is tagged, but does not claim PDF/UA: it names no language" in result.stderr
    assert not claims_pdf_ua(made)


def test_a_report_named_as_a_pdf_is_wrong_usage(tracker: Path) -> None:
    result = run("build", tracker, "--pdf", "-o", tracker.with_name("report.PDF"))
    assert result.exit_code == 2
    assert "has to end in .docx" in result.stderr


def test_a_file_that_is_not_there_is_nobodys(tmp_path: Path) -> None:
    assert not is_own(tmp_path / "none.pdf")
