"""Reading a report's file back: what it was made from, and whether its text is still as it was written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE
from lxml import etree

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import MOST_BYTES, TooLargeError
from audit_report.ooxml.safe_xml import tree
from audit_report.report.blocks import full_title
from audit_report.report.provenance import (
    TEXT_SHA256,
    WORKBOOK_SHA256,
    NotAReportError,
    WrittenReport,
    made_from,
    one_line,
)
from audit_report.word.fingerprint import ASIDE, Fingerprint
from audit_report.word.given_file import DAMAGED, DamagedFileError, NoWordFileError, given_file
from audit_report.word.read_back.printed_words import read_paragraphs

_MAIN = {CONTENT_TYPE.WML_DOCUMENT_MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"}
_MOST_MARKS = 12_000_000
"""Tags and attributes of a report: one of 10,000 recommendations has five million, and as many again once saved."""


def read_report(path: Path) -> WrittenReport:
    """The report in a .docx that this program wrote, whichever program has saved it since.

    Raises NotAReportError where it is none, or cannot be opened.
    """
    try:
        _, archive = given_file(path, MOST_BYTES, _MOST_MARKS)
        return _read(archive)
    except NotAReportError as reason:
        raise NotAReportError(f"{path}: {reason}") from reason
    except (DamagedFileError, TooLargeError, *DAMAGED) as reason:
        raise NotAReportError(f"{path}: this is not a Word document that can be opened.") from reason
    except NoWordFileError as reason:
        raise NotAReportError(f"{path}: {reason}") from reason


def _read(archive: BoundedZip) -> WrittenReport:
    parts = _parts(archive)
    custom = _values(archive, parts, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES)
    core = _values(archive, parts, CONTENT_TYPE.OPC_CORE_PROPERTIES)
    if not custom.get(WORKBOOK_SHA256) or not custom.get(TEXT_SHA256):
        raise NotAReportError("this is not a report that audit-report built.")
    edited = _fingerprint(archive, parts) != custom[TEXT_SHA256]
    titled, subject, draft_mark = (core.get(name, "") for name in ("title", "subject", "contentStatus"))
    before, _, after = full_title("\n", subject, draft_mark).partition("\n")
    title = titled.removeprefix(before).removesuffix(after)
    return WrittenReport(title, subject, draft_mark, made_from(custom), edited)


def _fingerprint(archive: BoundedZip, parts: Mapping[str, str]) -> str:
    text = Fingerprint()
    text.add(_words(archive, [name for name, kind in parts.items() if kind in _MAIN]))
    return text.ending(_words(archive, [name for name, kind in parts.items() if kind in ASIDE]))


def _words(archive: BoundedZip, names: list[str]) -> Iterator[str]:
    for name in names:
        yield from read_paragraphs(archive.chunks(name))


def _parts(archive: BoundedZip) -> dict[str, str]:
    """The parts of the package: name to content type."""
    types = tree(archive.content("[Content_Types].xml"))
    kinds = {
        str(each.get("PartName")).lstrip("/"): str(each.get("ContentType"))
        for each in types.iter("{*}Override")
    }
    return {name: kind for name, kind in kinds.items() if name in archive}


def _values(archive: BoundedZip, parts: Mapping[str, str], kind: str) -> dict[str, str]:
    """The properties in the part of a kind, by their own name or their element's."""
    name = next((name for name, each in parts.items() if each == kind), None)
    if name is None:
        return {}
    return {
        each.get("name") or etree.QName(each).localname: one_line("".join(map(str, each.itertext())))
        for each in tree(archive.content(name)).iterchildren("*")
    }
