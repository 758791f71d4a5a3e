"""Reports as printed: the words of each page, as LibreOffice lays them out."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.tools import find_tool


def printed(reports: Mapping[str, bytes], folder: Path) -> Mapping[str, list[list[str]]]:
    """The lines of each page of each report, its cells one after another, spaces evened out."""
    office = find_tool("soffice", "install LibreOffice Writer")
    reader = find_tool("pdftotext", "install poppler-utils")
    names = {name: name.replace(" ", "-") for name in reports}
    for name, content in reports.items():
        folder.joinpath(f"{names[name]}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={folder.joinpath('profile').as_uri()}"
    command: list[str | Path] = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    sources = [folder / f"{file}.docx" for file in names.values()]
    subprocess.run([*command, *sources], check=True, capture_output=True, timeout=300)
    return {name: _pages(reader, folder / f"{file}.pdf") for name, file in names.items()}


def _pages(reader: Path, pdf: Path) -> list[list[str]]:
    read = subprocess.run([reader, "-raw", pdf, "-"], check=True, capture_output=True, encoding="utf-8")
    pages = read.stdout.removesuffix("\f").split("\f")
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in pages]
