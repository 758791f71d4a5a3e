"""Reading the file: its sheets as pandas frames of untouched values, and what the values alone do not tell."""

import hashlib
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from lxml import etree
from python_calamine import CalamineError

from audit_report import CannotRunError
from audit_report.ooxml.bounded_zip import Archive, TooLargeError
from audit_report.ooxml.plain_xml import ForbiddenXmlError, TooLongError
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.cell_values import Values
from audit_report.workbook_in.rich_strings import rich_strings
from audit_report.workbook_in.safe_sheet import MOST_CELLS, TooFarError, safe_sheet
from audit_report.workbook_in.sheet_facts import SheetFacts, book_part, sheet_facts, sheet_parts

if TYPE_CHECKING:
    import pandas as pd

LARGEST_FILE = 100_000_000


class UnreadableWorkbookError(CannotRunError):
    """The file cannot be opened as a workbook; the message is a sentence for the analyst."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: every cell from A1 as an object (blank is ""), and what its XML says beside."""

    name: str
    cells: "pd.DataFrame"
    facts: SheetFacts

    def raw(self, row: int, column: int) -> Raw:
        """What a cell really holds (0-based)."""
        special = self.facts.special.get(column, {})
        return special[row] if row in special else cast("Raw", self.cells.iloc[row, column])


@dataclass(frozen=True, slots=True)
class WorkbookFile:
    """A workbook as read: its name, the SHA-256 of its bytes, all sheet names, and the sheets that were asked for."""

    name: str
    sha256: str
    sheet_names: tuple[str, ...]
    sheets: Mapping[str, Sheet]


def read_workbook(path: Path, wanted: Collection[str]) -> WorkbookFile:
    """Read the `wanted` sheets (case and spacing ignored) of a workbook; `sheets` has them under the wanted name.

    Raises UnreadableWorkbookError where the file is not an .xlsx workbook that can be opened.
    """
    opened = open_workbook(path, wanted)
    return replace(opened, sheets=dict(opened.sheets))


def open_workbook(path: Path, wanted: Collection[str]) -> WorkbookFile:
    """The same before the cells have been read: to ask for a sheet is to wait for its own, or for the same error."""
    content = _content(path)
    with _refusing(path):
        names, sheets = _sheets(path, content, wanted)
    return WorkbookFile(path.name, hashlib.sha256(content).hexdigest(), names, sheets)


class _Sheets(Mapping[str, Sheet]):
    """Sheets as their cells are read, under their wanted names."""

    def __init__(
        self, path: Path, facts: Mapping[str, SheetFacts], found: Mapping[str, str], values: Values
    ) -> None:
        self._path, self._facts, self._found, self._values = path, facts, found, values
        self._read: dict[str, Sheet] = {}

    def __getitem__(self, name: str) -> Sheet:
        if name not in self._read:
            own = self._found[name]
            with _refusing(self._path):
                self._read[name] = Sheet(own, self._values.frame(own), self._facts[name])
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turns whatever is wrong with a file into the sentence for the analyst."""
    try:
        yield
    except (UnreadableWorkbookError, TooFarError) as reason:
        raise UnreadableWorkbookError(f"{path}: {reason}") from reason
    except (TooLargeError, TooLongError, MemoryError) as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook is too large once unpacked: a tracker never is. Is it the right file?"
        ) from reason
    except ForbiddenXmlError as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook declares a document type, which no spreadsheet program writes: do not trust it."
        ) from reason
    except _DAMAGE as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook is damaged and cannot be read ({reason}). "
            "Open it in Excel, save it again as .xlsx and retry."
        ) from reason


_DAMAGE = (
    BadZipFile,
    CalamineError,
    EOFError,
    etree.XMLSyntaxError,
    ExpatError,
    KeyError,
    OSError,
    OverflowError,
    ValueError,
)


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
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnreadableWorkbookError(f"{path}: {_old_or_locked(content)}")
    if content[:2] != b"PK":
        raise UnreadableWorkbookError(
            f"{path}: this is not an Excel workbook. Give the tracker's .xlsx file."
        )
    return content


def _old_or_locked(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return (
            "the workbook is protected by a password. In Excel, take it off under File › Info › Protect Workbook, "
            "save and retry."
        )
    return "this is an old Excel file (.xls). In Excel, save it as Excel Workbook (.xlsx) and retry."


def _sheets(
    path: Path, content: bytes, wanted: Collection[str]
) -> tuple[tuple[str, ...], Mapping[str, Sheet]]:
    """The names of all sheets, and the wanted ones."""
    archive = Archive(content)
    book = book_part(archive)
    _refuse_other_kinds(archive, book)
    parts = sheet_parts(archive, book)
    keys = {match_key(name): name for name in reversed(parts)}
    found = {name: keys[match_key(name)] for name in wanted if match_key(name) in keys}
    relations = archive.relations(book)
    shared = {kind: target for kind, target in relations.values() if target in archive}
    named = (*_pointers(book), book, *map(shared.get, _SHARED))
    kept = {part: archive.part(part) for part in named if part and part in archive}
    rich = rich_strings(kept.get(shared.get("sharedStrings", ""), b""))
    values = Values(kept)  # so that what is read is what was looked at
    facts: dict[str, SheetFacts] = {}
    together: dict[str, tuple[str, bytes]] = {}
    room = MOST_CELLS
    for name, own in found.items():
        part = parts[own]
        sheet = safe_sheet(own, archive.packed(part), room)
        room -= sheet.cells
        if "sharedStrings" in shared:
            together[own] = part, sheet.for_values
        else:
            values.read({own: (part, sheet.for_values)})
        facts[name] = sheet_facts(archive, part, sheet.xml, rich, ordinary=sheet.ordinary)
    if together:
        values.read(together)
    return tuple(parts), _Sheets(path, facts, found, values)


_SHARED = ("sharedStrings", "styles")
"""The kinds of part that the cells of every sheet point into."""


def _pointers(book: str) -> tuple[str, ...]:
    """The parts that say how the workbook's hang together."""
    folder, _, name = book.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/"), "_rels/.rels", "[Content_Types].xml"


def _refuse_other_kinds(archive: Archive, book: str) -> None:
    if "mimetype" in archive and archive.packed("mimetype").startswith(b"application/vnd.oasis"):
        raise UnreadableWorkbookError(
            "this is an OpenDocument file (.ods). In its program, save it as Excel Workbook (.xlsx) and retry."
        )
    if book.endswith(".bin"):
        raise UnreadableWorkbookError(
            "this is a binary Excel workbook (.xlsb). In Excel, save it as Excel Workbook (.xlsx) and retry."
        )
    if book.startswith(("word/", "ppt/")):
        raise UnreadableWorkbookError("this is not an Excel workbook. Give the tracker's .xlsx file.")
