"""Reading the file: its sheets as pandas frames of untouched values, with what stands beside them."""

import hashlib
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from audit_report.cannot_run import CannotRunError
from audit_report.model.report_details import ReportDetails
from audit_report.ooxml.bounded_zip import BoundedZip, relation_id
from audit_report.ooxml.limits import MOST_CELLS, MOST_SHEETS, TooLargeError, hold_to
from audit_report.ooxml.old_files import OldFile, old_file
from audit_report.ooxml.safe_xml import ForbiddenXmlError
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.cell_objects import cell_objects
from audit_report.workbook_in.cell_values import CellValues
from audit_report.workbook_in.read_sheet import Room, Sheet, read_sheet
from audit_report.workbook_in.sheet_pass import TooFarError
from audit_report.workbook_in.styles_of_cells import CellStyles, read_styles
from audit_report.workbook_in.template_version import template_version
from audit_report.workbook_in.text_items import shared_strings

LARGEST_FILE = 100_000_000


class UnreadableWorkbookError(CannotRunError):
    """The file cannot be opened as a workbook; the message is a sentence for the analyst."""


@dataclass(frozen=True, slots=True)
class WorkbookFile:
    """A workbook as read: its name, the SHA-256 of its bytes, all sheet names, the sheets asked for, and the styles.

    `others` has the first rows of the other sheets, as far as they can be read.
    """

    name: str
    sha256: str
    sheet_names: tuple[str, ...]
    sheets: Mapping[str, Sheet]
    styles: CellStyles
    others: Mapping[str, Sheet]


def read_workbook(path: Path, wanted: Collection[str]) -> WorkbookFile:
    """Read the `wanted` sheets (case and spacing ignored) of a workbook; `sheets` has them under the wanted name.

    Raises UnreadableWorkbookError where the file is not an .xlsx workbook that can be opened.
    """
    content = _content(path)
    with _refusing(path):
        archive = BoundedZip(content)
        book = _book_part(archive)
        _refuse_other_kinds(archive, book)
        parts = _sheet_parts(archive, book)
        styles, values = _shared(archive, book)
        keys = {match_key(name): name for name in reversed(parts)}
        sheets: dict[str, Sheet] = {}
        room = MOST_CELLS
        for name in wanted:
            if own := name if name in parts else keys.get(match_key(name)):
                sheets[name] = read_sheet(archive, parts[own], own, values, Room(room))
                room -= sheets[name].cells.size
        version = template_version(sheets.get(ReportDetails.sheet))
        sheets = {name: replace(sheet, version=version) for name, sheet in sheets.items()}
        read = {sheet.name for sheet in sheets.values()}
        others = {
            name: top
            for name, part in parts.items()
            if name not in read
            if (top := _top(archive, part, name, values))
        }
    return WorkbookFile(path.name, hashlib.sha256(content).hexdigest(), tuple(parts), sheets, styles, others)


def _top(archive: BoundedZip, part: str, name: str, values: CellValues) -> Sheet | None:
    """The first rows of a sheet, enough to know a table by its headers; None where they cannot be read."""
    try:
        return read_sheet(archive, part, name, values, _TOP)
    except (TooFarError, TooLargeError, *_DAMAGE):
        return None


_TOP = Room(cells=100_000, rows=30)


def _book_part(archive: BoundedZip) -> str:
    """The part that lists the sheets; blank where the file has none."""
    return next((each.target for each in archive.relations("").values() if each.kind == "officeDocument"), "")


def _sheet_parts(archive: BoundedZip, book: str) -> dict[str, str]:
    """The worksheets of the workbook in its order: name to the part that holds it."""
    targets = archive.relations(book)
    found = {}
    for sheet in archive.elements(book, "sheet"):
        relation = targets.get(relation_id(sheet.items()))
        if relation and relation.kind == "worksheet" and relation.target in archive:
            found[sheet.get("name", "")] = relation.target
            hold_to(len(found), MOST_SHEETS, "sheets")
    return found


def _shared(archive: BoundedZip, book: str) -> tuple[CellStyles, CellValues]:
    """The styles, and how values are read; the cells of every sheet point into the same styles and strings."""
    parts = {each.kind: each.target for each in archive.relations(book).values() if each.target in archive}
    styles = read_styles(archive, parts["styles"]) if "styles" in parts else CellStyles()
    strings = shared_strings(archive, parts["sharedStrings"]) if "sharedStrings" in parts else []
    said = [each.get("date1904", "0") for each in archive.elements(book, "workbookPr")]
    return styles, CellValues(strings, styles, cell_objects(archive), from_1904=said in (["1"], ["true"]))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turns whatever is wrong with a file into the sentence for the analyst."""
    try:
        yield
    except (UnreadableWorkbookError, TooFarError) as reason:
        raise UnreadableWorkbookError(f"{path}: {reason}") from reason
    except TooLargeError as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook is too large once unpacked: it holds {reason}, and no tracker does. "
            "Is it the right file?"
        ) from reason
    except MemoryError as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook is too large for this computer's memory. Is it the right file?"
        ) from reason
    except ForbiddenXmlError as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook declares a document type, which no spreadsheet program writes: do not trust it."
        ) from reason
    except _DAMAGE as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook is damaged and cannot be read. "
            "Open it in Excel, save it again as .xlsx and retry."
        ) from reason


_DAMAGE = (
    BadZipFile,
    EOFError,
    ExpatError,
    KeyError,
    OSError,
    OverflowError,
    ValueError,
)


_ANOTHER_KIND = {
    OldFile.RIGHTS_PROTECTED: "the workbook is encrypted by a sensitivity label, without a password. Open it in Excel, "
    "save a copy without protection and retry.",
    OldFile.PASSWORD_PROTECTED: "the workbook is protected by a password. In Excel, take it off under File › Info › "
    "Protect Workbook, save and retry.",
    OldFile.WORD: "this is a Word file. Give the tracker's .xlsx file.",
    OldFile.EXCEL: "this is an old Excel file (.xls). In Excel, save it as Excel Workbook (.xlsx) and retry.",
    OldFile.MESSAGE: "this is an email saved from Outlook (.msg). Save the workbook that is attached, and give that.",
    OldFile.OTHER: "this is an old Excel file (.xls), or another program's. In Excel, save it as Excel Workbook "
    "(.xlsx) and retry.",
}
"""What is said of a file that is no .xlsx, whatever its name."""


def _content(path: Path) -> bytes:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableWorkbookError(f"{path}: this is not a file. Give the tracker's .xlsx file.")
        if facts.st_size > LARGEST_FILE:
            raise UnreadableWorkbookError(
                f"{path}: the file is too large to be a tracker. Is it the right file?"
            )
        content = path.read_bytes()
    except OSError as reason:
        raise UnreadableWorkbookError(f"{path}: the file cannot be opened ({reason.strerror}).") from reason
    if not content:
        raise UnreadableWorkbookError(f"{path}: the file is empty: this is not an Excel workbook.")
    if kind := old_file(content):
        raise UnreadableWorkbookError(f"{path}: {_ANOTHER_KIND[kind]}")
    if content[:2] != b"PK":
        raise UnreadableWorkbookError(
            f"{path}: this is not an Excel workbook. Give the tracker's .xlsx file."
        )
    return content


def _refuse_other_kinds(archive: BoundedZip, book: str) -> None:
    if "mimetype" in archive and archive.content("mimetype").startswith(b"application/vnd.oasis"):
        raise UnreadableWorkbookError(
            "this is an OpenDocument file (.ods). In its program, save it as Excel Workbook (.xlsx) and retry."
        )
    if book.endswith(".bin"):
        raise UnreadableWorkbookError(
            "this is a binary Excel workbook (.xlsb). In Excel, save it as Excel Workbook (.xlsx) and retry."
        )
    if book.startswith(("word/", "ppt/")):
        raise UnreadableWorkbookError("this is not an Excel workbook. Give the tracker's .xlsx file.")
