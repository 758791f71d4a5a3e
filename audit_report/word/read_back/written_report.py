"""Reading a report's file back: what it was made from, and whether its text is still as it was written."""

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx.opc.constants import CONTENT_TYPE
from lxml import etree

from audit_report.report.provenance import (
    TEXT_SHA256,
    WORKBOOK_SHA256,
    NotAReportError,
    WrittenReport,
    made_from,
    one_line,
)
from audit_report.word.fingerprint import ASIDE, Fingerprint
from audit_report.word.read_back.printed_words import read_paragraphs

_MAIN = {CONTENT_TYPE.WML_DOCUMENT_MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"}
_LARGEST_PART, _LARGEST = 1 << 20, 1 << 28
"""Bytes unpacked: what a part of properties, and all the parts with words, may come to."""
_DAMAGED = (
    BadZipFile,
    EOFError,
    KeyError,  # a part that is listed but not there
    NotImplementedError,  # packed in a way that Python does not know
    RuntimeError,  # locked by a password
    UnicodeDecodeError,
    etree.XMLSyntaxError,
    zlib.error,
)


def read_report(path: Path) -> WrittenReport:
    """The report in a .docx that this program wrote, whichever program has saved it since.

    Raises NotAReportError where it is none, or cannot be opened.
    """
    with _opened(path) as archive:
        parts = _parts(archive)
        custom = _values(archive, parts, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES)
        core = _values(archive, parts, CONTENT_TYPE.OPC_CORE_PROPERTIES)
        if not custom.get(WORKBOOK_SHA256) or not custom.get(TEXT_SHA256):
            raise NotAReportError(f"{path}: this is not a report that audit-report built.")
        edited = _fingerprint(archive, parts) != custom[TEXT_SHA256]
    return WrittenReport(
        core.get("title", ""),
        core.get("subject", ""),
        core.get("contentStatus", ""),
        made_from(custom),
        edited,
    )


def _fingerprint(archive: ZipFile, parts: Mapping[str, str]) -> str:
    body = [name for name, kind in parts.items() if kind in _MAIN]
    aside = [name for name, kind in parts.items() if kind in ASIDE]
    if sum(archive.getinfo(name).file_size for name in body + aside) > _LARGEST:
        raise BadZipFile("too large once unpacked")
    text = Fingerprint()
    text.add(_words(archive, body))
    return text.ending(_words(archive, aside))


def _words(archive: ZipFile, names: list[str]) -> Iterator[str]:
    for name in names:
        with archive.open(name) as part:
            yield from read_paragraphs(part)


def _parts(archive: ZipFile) -> dict[str, str]:
    """The parts of the package: name to content type."""
    types = _tree(archive, "[Content_Types].xml")
    kinds = {
        str(each.get("PartName")).lstrip("/"): str(each.get("ContentType"))
        for each in types.iter("{*}Override")
    }
    return {name: kind for name, kind in kinds.items() if name in archive.namelist()}


def _values(archive: ZipFile, parts: Mapping[str, str], kind: str) -> dict[str, str]:
    """The properties in the part of a kind, by their own name or their element's."""
    name = next((name for name, each in parts.items() if each == kind), None)
    if name is None:
        return {}
    tree = _tree(archive, name)
    return {
        each.get("name") or etree.QName(each).localname: one_line("".join(map(str, each.itertext())))
        for each in tree.iterchildren("*")
    }


def _tree(archive: ZipFile, name: str) -> etree._Element:
    if archive.getinfo(name).file_size > _LARGEST_PART:
        raise BadZipFile("too large once unpacked")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(name), parser)


@contextmanager
def _opened(path: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(path) as archive:
            yield archive
    except OSError as reason:
        raise NotAReportError(f"{path}: the file cannot be opened ({reason.strerror}).") from reason
    except _DAMAGED as reason:
        raise NotAReportError(f"{path}: this is not a Word document that can be opened.") from reason
