"""Word files made to break or to cost: each a sentence, within ten seconds of processor time and a gibibyte."""

from pathlib import Path

import pytest

from audit_report.word import render, style_file
from tests.limited import limited_run
from tests.trackers import save_tracker, small_tracker
from tests.word.document_bombs import IN_BODIES, IN_STYLES, Bomb
from tests.word.samples import REPORT
from tests.word.tampering import Parts


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tracker(tmp_path_factory.mktemp("hostile") / "tracker.xlsx", small_tracker())


def bomb(put: Bomb, content: bytes, folder: Path) -> Path:
    parts = Parts(content)
    if "word/header1.xml" not in parts:
        parts["word/header1.xml"] = b"<w:hdr></w:hdr>"
    put(parts)
    path = folder / "bomb.docx"
    path.write_bytes(parts.packed())
    return path


@pytest.mark.parametrize(
    "put", [*IN_STYLES.values(), IN_BODIES["paragraphs"]], ids=[*IN_STYLES, "paragraphs"]
)
def test_a_style_costs_no_more_than_it_may(put: Bomb, tracker: Path, tmp_path: Path) -> None:
    style = bomb(put, style_file(), tmp_path)
    done = limited_run("build", tracker, "--style", style, "-o", tmp_path / "report.docx")
    assert done.returncode in (0, 2)
    assert done.returncode == 0 or done.stderr.startswith(f"Error: {style}: ")


@pytest.mark.parametrize("put", [*IN_BODIES.values(), IN_STYLES["parts"]], ids=[*IN_BODIES, "parts"])
def test_a_report_costs_no_more_than_it_may(put: Bomb, tracker: Path, tmp_path: Path) -> None:
    report = bomb(put, render(REPORT), tmp_path)
    done = limited_run("verify", report, tracker)
    assert done.returncode in (1, 2)
    assert done.returncode == 1 or done.stderr.startswith(f"Error: {report}: ")
