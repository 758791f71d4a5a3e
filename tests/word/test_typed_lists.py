"""Numbers and letters print as they were typed, as LibreOffice prints them."""

import subprocess
from pathlib import Path

from audit_report import build
from tests.tools import find_tool
from tests.trackers import save_tracker, small_tracker

TYPED = """3. Third
4. Fourth
12. Twelfth
A paragraph between.
1. Resumed
10) Tenth
a) Letter
(i) Roman"""


def test_numbers_are_printed_as_typed(soffice: Path, tmp_path: Path) -> None:
    reader = find_tool("pdftotext", "install poppler-utils")
    sheets = small_tracker()
    sheets["Progress updates"][0]["Latest progress"] = TYPED
    report = build(save_tracker(tmp_path / "tracker.xlsx", sheets)).report
    assert report is not None
    document = tmp_path / "report.docx"
    document.write_bytes(report)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(document)], check=True, capture_output=True, timeout=300)
    printed = subprocess.run(
        [reader, "-layout", document.with_suffix(".pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    lines = [" ".join(line.split()) for line in printed.splitlines()]
    first = lines.index("3. Third")
    assert lines[first : first + 8] == TYPED.splitlines()
