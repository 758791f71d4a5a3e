"""The report as a PDF for screen readers: made by LibreOffice, its tags mended and looked into, and sealed."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf

from audit_report.files.libreoffice import MINUTES, NoPdfError, pdf_by_libreoffice
from audit_report.files.mend_pdf_tags import mend_tags
from audit_report.files.pdf_checks import what_is_wrong, what_it_lacks
from audit_report.files.pdf_seal import sealed
from audit_report.word.read_back.named_in_document import named_in_document

SETTINGS = (
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


class Made(NamedTuple):
    """A PDF, and how sentences on it go on where it is not all that PDF/UA asks for, which it then does not claim."""

    content: bytes
    lacks: list[str]


def pdf_of(report: bytes, program: Path, seconds: float = MINUTES * 60) -> Made:
    """The PDF of a .docx, sealed so that `is_own` knows it.

    Raises NoPdfError where LibreOffice makes none in time, or one that is of no use to a screen reader.
    """
    made = pdf_by_libreoffice(report, program, SETTINGS, seconds)
    try:
        with pikepdf.open(BytesIO(made), attempt_recovery=False) as pdf:
            wrong = what_is_wrong(pdf)
            if not wrong:
                return _mended(pdf, report)
    except pikepdf.PdfError:
        wrong = "is not whole"
    raise NoPdfError(f"LibreOffice ({program}) made a PDF that {wrong}, so it was not kept.")


def _mended(pdf: pikepdf.Pdf, report: bytes) -> Made:
    mend_tags(pdf, named_in_document(report))
    lacks = what_it_lacks(pdf)
    if lacks:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            said.pop("pdfuaid:part", None)
    content = BytesIO()
    pdf.save(content, deterministic_id=True)
    return Made(sealed(content.getvalue()), lacks)
