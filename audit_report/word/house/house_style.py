"""A house style: an authority's own Word file, whose styles, pages, headers and footers the report takes on."""

import zlib
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from audit_report.cannot_run import CannotRunError
from audit_report.ooxml.old_files import OldFile, old_file
from audit_report.palette import Accents
from audit_report.report.provenance import named_file
from audit_report.word.docx_out import Carried, related_parts
from audit_report.word.house.house_accents import accents
from audit_report.word.house.house_headers_footers import carry
from audit_report.word.house.house_lists import fit_lists
from audit_report.word.house.house_pages import UnusablePageError, page_setup
from audit_report.word.house.named_styles import WrongKindError, body_font, fit, rename
from audit_report.word.list_numbering import Lists
from audit_report.word.page_layouts import PageSetup
from audit_report.word.word_xml import NAMESPACES

_ANOTHER_KIND = {
    OldFile.RIGHTS_PROTECTED: "the file is protected by a sensitivity label. Open it in Word and save a copy without.",
    OldFile.PASSWORD_PROTECTED: "the file has a password. Save it as a Word Document (.docx) without one.",
    OldFile.WORD: "this is an old Word file (.doc). In Word, save it as a Word Document (.docx).",
    OldFile.MESSAGE: "this is an email saved from Outlook (.msg). Save the Word file that is attached to it.",
    OldFile.EXCEL: "this is an old Excel file (.xls). Give a Word Document (.docx).",
    OldFile.OTHER: "the file has a password, or is an old .doc. Save it as a Word Document (.docx) without one.",
}
"""What is said of a file that is no .docx, whatever its name."""
_DAMAGED = (
    BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, RuntimeError, EOFError,
    AttributeError, TypeError,  # relationships that are none, or lead nowhere
)  # fmt: skip
"""What python-docx and the libraries under it raise for a file that is no .docx, or a damaged one."""


class _NoDocumentError(Exception):
    """The content is not that of a .docx."""


class UnusableStyleError(CannotRunError):
    """The file cannot be the report's style; the message is a sentence for the analyst."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a report takes from a house's file.

    `source` names the file and its `sha256`; `font` is that of its paragraphs, `accents` are the colours of its
    headings, tables and links. `missing` are the styles it does not have, which look as they do by default, as Word
    names them; `footer_replaced` says that its footer has no page number, so that the report keeps its own.
    """

    source: str
    sha256: str
    sheet: str
    lists: Lists
    font: str
    accents: Accents
    theme: Carried | None
    setup: PageSetup
    missing: tuple[str, ...]
    footer_replaced: bool

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the analyst has to know of the file, in sentences."""
        said = []
        if self.missing:
            names = ", ".join(f"“{name}”" for name in self.missing)
            said.append(f"it lacks these styles, which look as they do by default: {names}.")
        if self.footer_replaced:
            said.append("its footer has no page number, so the report's own footer is used instead.")
        return tuple(said)


def read_house_style(path: Path) -> HouseStyle:
    """Read a .docx for its styles, page set-up, headers and footers; its text and all else is left.

    Raises UnusableStyleError where the file cannot be opened, is no .docx, or has a style of the wrong kind.
    """
    content = _content(path)
    try:
        return _read(_opened(content), path.name, sha256(content).hexdigest())
    except (WrongKindError, UnusablePageError) as reason:
        raise UnusableStyleError(f"{path}: {reason}") from reason
    except (_NoDocumentError, etree.XMLSyntaxError) as reason:
        raise UnusableStyleError(
            f"{path}: this is not a Word document that can give the report its style. Open it in Word, save it as "
            "a Word Document (.docx), not as a template or with macros, and retry."
        ) from reason


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as reason:
        raise UnusableStyleError(f"{path}: the file cannot be opened ({reason.strerror}).") from reason
    if kind := old_file(content):
        raise UnusableStyleError(f"{path}: {_ANOTHER_KIND[kind]}")
    return content


def _opened(content: bytes) -> Document:
    try:
        return docx.Document(BytesIO(content))
    except _DAMAGED as reason:
        raise _NoDocumentError from reason


def _read(house: Document, name: str, digest: str) -> HouseStyle:
    sheet = _part(house, RELATIONSHIP_TYPE.STYLES)
    numbering = _part(house, RELATIONSHIP_TYPE.NUMBERING)
    styles = parse_xml(sheet.blob) if sheet else parse_xml(f"<w:styles {NAMESPACES}/>")
    listed = parse_xml(numbering.blob) if numbering else None
    ids, missing = fit(styles)
    if listed is not None:
        rename(listed, ids)
    lists = fit_lists(styles, listed)
    theme = _part(house, RELATIONSHIP_TYPE.THEME)
    carried = carry(theme, ids) if theme else None
    setup, footer_replaced = page_setup(house, ids)
    return HouseStyle(
        source=named_file(name, digest),
        sha256=digest,
        sheet=etree.tostring(styles, encoding="unicode"),
        lists=lists,
        font=body_font(styles, parse_xml(carried.xml) if carried else None),
        accents=accents(styles, missing),
        theme=carried,
        setup=setup,
        missing=missing,
        footer_replaced=footer_replaced,
    )


def _part(house: Document, kind: str) -> Part | None:
    return next(iter(related_parts(house.part, kind)), None)
