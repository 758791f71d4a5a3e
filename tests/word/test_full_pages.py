"""The samples' reports take few pages, and no page but the last is nearly empty, as LibreOffice lays them out."""

import subprocess
from pathlib import Path

import pytest

from audit_report import build
from tests.test_samples import SAMPLES
from tests.tools import find_tool

_FEWEST_ROWS = 0.25
"""The share of a page's height that has to be filled, from the top down to the last words above the footer."""
_FOOT = 0.08
"""The share of a page's height at its foot that the footer takes."""
_PAPER = 250
"""The lightest grey that counts as paper."""


def filled(page: Path) -> float:
    """How far down a page is filled, as a share of its height; the page is a grey picture (PGM)."""
    _, size, _, pixels = page.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [min(pixels[row * width : (row + 1) * width]) < _PAPER for row in range(int(height * (1 - _FOOT)))]
    return max((index for index, inked in enumerate(rows) if inked), default=0) / height


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize(("name", "most"), [("april_2010", 8), ("october_2010", 11), ("northmoor_2026", 9)])
def test_no_page_but_the_last_is_nearly_empty(
    soffice: Path, tmp_path: Path, name: str, most: int, *, draft: bool
) -> None:
    painter = find_tool("pdftoppm", "install poppler-utils")
    document = tmp_path / f"{name}.docx"
    built = build(SAMPLES / f"{name}.xlsx", draft=draft)
    assert built.report is not None
    document.write_bytes(built.report)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(document)], check=True, capture_output=True, timeout=300)
    subprocess.run(
        [painter, "-gray", "-r", "20", document.with_suffix(".pdf"), tmp_path / "page"],
        check=True,
        timeout=300,
    )
    pages = sorted(tmp_path.glob("page-*.pgm"))
    assert len(pages) <= most
    assert {page.stem: share for page in pages[:-1] if (share := filled(page)) < _FEWEST_ROWS} == {}
