"""Opening a file of any format that trackers come in: what it is, is told from its content, never its name."""

import stat
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from python_calamine import CalamineError, PasswordError

from audit_report.bring_in.their_file.grids import Grid, TheirFile, UnreadableFileError
from audit_report.bring_in.their_file.other_grids import calamine_grids, csv_grid
from audit_report.bring_in.their_file.xlsx_grids import WorkbookParts, changed_day
from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import TooLargeError
from audit_report.ooxml.old_files import OldFile, old_file
from audit_report.ooxml.safe_xml import ForbiddenXmlError

_LARGEST_FILE = 100_000_000
_IS_WORD = "this is a Word document. Copy its table into an empty Excel sheet, save that and give it."
_LOOKS_UNSEEN = "colours, struck-out words and how a date is shown cannot be seen in this format"
_DAMAGE = (
    BadZipFile,
    CalamineError,
    EOFError,
    ExpatError,
    KeyError,
    OSError,
    OverflowError,
    ValueError,
)


def open_file(path: Path) -> TheirFile:
    """A file's sheets as grids. Raises UnreadableFileError where it cannot be read."""
    try:
        content = _content(path)
        return _read(path, content)
    except UnreadableFileError as reason:
        raise UnreadableFileError(f"{path}: {reason}") from reason
    except PasswordError as reason:
        raise UnreadableFileError(f"{path}: {_PROTECTED}") from reason
    except TooLargeError as reason:
        raise UnreadableFileError(
            f"{path}: the file is too large for a tracker: it holds {reason}. Is it the right file?"
        ) from reason
    except ForbiddenXmlError as reason:
        raise UnreadableFileError(
            f"{path}: the file declares a document type, which no spreadsheet program writes: do not trust it."
        ) from reason
    except _DAMAGE as reason:
        raise UnreadableFileError(
            f"{path}: the file is damaged and cannot be read. Open it in Excel, save it again as .xlsx "
            "and try again."
        ) from reason


_PROTECTED = (
    "the file is protected by a password. Open it in Excel, take it off under File › Info › Protect Workbook, save it "
    "and try again."
)
_OLD_FILES = {
    OldFile.RIGHTS_PROTECTED: "the file is protected by a sensitivity label. Open it in Excel, save a copy without "
    "protection and try again.",
    OldFile.PASSWORD_PROTECTED: _PROTECTED,
    OldFile.WORD: _IS_WORD,
    OldFile.MESSAGE: "this is an email. Save the spreadsheet that is attached to it, and give that.",
}


def _content(path: Path) -> bytes:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableFileError("this is not a file.")
        if facts.st_size > _LARGEST_FILE:
            raise UnreadableFileError("the file is too large to be a tracker. Is it the right file?")
        content = path.read_bytes()
    except OSError as reason:
        raise UnreadableFileError(f"the file cannot be opened ({reason.strerror}).") from reason
    if not content.strip():
        raise UnreadableFileError("the file is empty.")
    return content


def _read(path: Path, content: bytes) -> TheirFile:
    if kind := old_file(content):
        if refused := _OLD_FILES.get(kind):
            raise UnreadableFileError(refused)
        return TheirFile(path.name, None, tuple(calamine_grids(path.name, content)), _unseen(path.name))
    if not content.startswith(b"PK"):
        if content.startswith(b"%PDF"):
            raise UnreadableFileError("this is a PDF. Give the spreadsheet it was made from.")
        return TheirFile(path.name, None, (csv_grid(path.name, path.stem, content),), _unseen(path.name))
    return _read_zip(path, content)


def _read_zip(path: Path, content: bytes) -> TheirFile:
    archive = BoundedZip(content)
    if "mimetype" in archive and archive.content("mimetype").startswith(b"application/vnd.oasis"):
        day = changed_day(archive, "meta.xml", "date")
        return TheirFile(path.name, day, tuple(calamine_grids(path.name, content)), _unseen(path.name))
    day = changed_day(archive, "docProps/core.xml", "modified")
    if "xl/workbook.bin" in archive:
        return TheirFile(path.name, day, tuple(calamine_grids(path.name, content)), _unseen(path.name))
    if "word/document.xml" in archive:
        raise UnreadableFileError(_IS_WORD)
    if "xl/workbook.xml" not in archive and "_rels/.rels" not in archive:
        raise UnreadableFileError("this is not a spreadsheet.")
    grids = tuple(WorkbookParts(archive).grids(path.name))
    return TheirFile(path.name, day, grids, tuple(_remarks(grid) for grid in grids if _remarks(grid)))


def _unseen(name: str) -> tuple[str, ...]:
    return (f"{name}: {_LOOKS_UNSEEN}; save it as .xlsx in Excel to bring those in as well.",)


def _remarks(grid: Grid) -> str:
    """What is to be said of a sheet before its cells are looked at; blank for nothing."""
    if grid.has_pictures and not any(grid.filled(row) for row in grid.cells):
        return f"{grid.sheet}: the sheet holds a picture and no cells; what a picture shows cannot be read."
    return ""
