"""The report as a tagged PDF, made by LibreOffice, looked into, and sealed so that it is known again."""

import hashlib
import re
from pathlib import Path

from audit_report.files.libreoffice import MINUTES, NoPdfError, pdf_by_libreoffice
from audit_report.files.pdf_facts import what_is_wrong

_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export"><prop oor:name="{name}" oor:op="fuse">'
        "<value>true</value></prop></item>"
        for name in ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks", "DisplayPDFDocumentTitle")
    )
    + "</oor:items>"
)
"""LibreOffice's own settings: as such, not on its command line, every edition of it knows them."""
_END = b"%%EOF"
_SEAL = re.compile(rb"% audit-report ([0-9a-f]{64})\n%%EOF\s*\Z")
"""Such as "% audit-report 9f86…\n%%EOF", the last two lines of a PDF of ours."""


def pdf_of(report: bytes, program: Path, seconds: float = MINUTES * 60) -> bytes:
    """The PDF of a .docx, sealed so that `is_own` knows it. Raises NoPdfError where LibreOffice makes none in time."""
    made = pdf_by_libreoffice(report, program, _SETTINGS, seconds)
    if wrong := what_is_wrong(made):
        raise NoPdfError(f"LibreOffice ({program}) made a PDF that {wrong}, so it was not kept.")
    return _sealed(made)


def is_own(path: Path) -> bool:
    """Whether a file is a PDF that this program made and nobody has changed since."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    seal = _SEAL.search(content)
    return seal is not None and seal[1].decode() == _digest(content[: seal.start()])


def _sealed(content: bytes) -> bytes:
    """The PDF with a comment before its end that holds the SHA-256 of all before it."""
    body, _, _ = content.rpartition(_END)
    return b"%b%% audit-report %b\n%b\n" % (body, _digest(body).encode(), _END)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
