"""A Word file that somebody gives, looked into before anything is made of it: whether it is one, and how large."""

import stat
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile

from lxml import etree

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import TooLargeError, hold_to
from audit_report.ooxml.old_files import OldFile, old_file
from audit_report.ooxml.safe_xml import ForbiddenXmlError

LARGEST_FILE = 100_000_000
"""Bytes of a file as it lies on the disk."""
_ANOTHER_KIND = {
    OldFile.RIGHTS_PROTECTED: "the file is protected by a sensitivity label. Open it in Word and save a copy without.",
    OldFile.PASSWORD_PROTECTED: "the file has a password. Save it as a Word Document (.docx) without one.",
    OldFile.WORD: "this is an old Word file (.doc). In Word, save it as a Word Document (.docx).",
    OldFile.EXCEL: "this is an old Excel file (.xls). Give a Word Document (.docx).",
    OldFile.MESSAGE: "this is an email saved from Outlook (.msg). Save the Word file that is attached to it.",
    OldFile.OTHER: "the file has a password, or is an old .doc. Save it as a Word Document (.docx) without one.",
}
"""What is said of a file that is no .docx, whatever its name."""
_RELATIONS, _STRICT = "_rels/.rels", b"http://purl.oclc.org/ooxml/"
DAMAGED = (
    BadZipFile, EOFError, KeyError, UnicodeDecodeError, etree.XMLSyntaxError, expat.ExpatError, ForbiddenXmlError,
)  # fmt: skip
"""What reading a part raises where it is not there, packed wrongly, no XML or not safe to read."""


class NoWordFileError(Exception):
    """A file is no Word file, or none that may be opened; the message is a sentence that a file's name begins."""


class DamagedFileError(NoWordFileError):
    """A file cannot be read as a Word file, for whatever reason; whoever opened it says what it should have been."""


def given_file(path: Path, most_bytes: int, most_marks: int) -> tuple[bytes, BoundedZip]:
    """A Word file's bytes and parts, which unpack to no more bytes, tags and attributes than that.

    Nothing has been parsed yet: a part is counted as it is unpacked. Raises NoWordFileError.
    """
    content = _content(path)
    if kind := old_file(content):
        raise NoWordFileError(_ANOTHER_KIND[kind])
    try:
        archive = BoundedZip(content)
        hold_parts(archive, most_bytes, most_marks)
    except TooLargeError as reason:
        raise NoWordFileError(f"the file is too large to be opened safely: it holds {reason}.") from reason
    except DAMAGED as reason:
        raise DamagedFileError("the file is damaged.") from reason
    return content, archive


def _content(path: Path) -> bytes:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise NoWordFileError("the file cannot be opened (it is a folder or a device).")
        if facts.st_size > LARGEST_FILE:
            raise NoWordFileError(f"the file is too large: it has more than {LARGEST_FILE:,} bytes.")
        return path.read_bytes()
    except OSError as reason:
        raise NoWordFileError(f"the file cannot be opened ({reason.strerror}).") from reason


def hold_parts(archive: BoundedZip, most_bytes: int, most_marks: int) -> None:
    """Count what would become an object in each part, whatever it calls itself.

    Raises TooLargeError, or one of DAMAGED.
    """
    size = marks = 0
    for name in archive:
        for chunk in archive.chunks(name):
            size += len(chunk)
            marks += chunk.count(b"<") + chunk.count(b"=")
            hold_to(size, most_bytes, "bytes")
            hold_to(marks, most_marks, "tags and attributes")


def is_strict(archive: BoundedZip) -> bool:
    """Whether a file is of the Strict edition of the format, which names everything differently."""
    return _RELATIONS in archive and _STRICT in archive.content(_RELATIONS)
