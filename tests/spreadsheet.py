"""Workbooks under test: their parts compared, and their formulas worked out by LibreOffice."""

import subprocess
from pathlib import Path
from zipfile import ZipFile


def parts(workbook: Path) -> dict[str, bytes]:
    """What an .xlsx is made of; how it was compressed does not matter."""
    with ZipFile(workbook) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def converted(soffice: Path, source: Path, kind: str, folder: Path) -> Path:
    """The workbook as LibreOffice saves it, with every formula worked out."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={folder.joinpath('profile').as_uri()}"
    command = [
        str(soffice),
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{source.stem}.{kind}"
