"""Reading the file: its sheets as pandas frames of untouched values, with what pandas leaves out put back."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import BadZipFile, ZipFile

import pandas as pd
from lxml import etree
from python_calamine import CalamineError

from audit_report.schema.kinds import match_key
from audit_report.schema.raw import Raw
from audit_report.workbook.inspection import SheetFacts, inspect, sheet_parts


class UnreadableWorkbookError(Exception):
    """The file cannot be opened as a workbook; the message is a sentence for the analyst."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: every cell from A1 as an object (blank is ""), and what its XML says beside."""

    name: str
    cells: pd.DataFrame
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
    sheets: dict[str, Sheet]


def read_workbook(path: Path, wanted: Collection[str]) -> WorkbookFile:
    """Read the `wanted` sheets (case and spacing ignored) of a workbook; `sheets` has them under the wanted name.

    Raises UnreadableWorkbookError where the file is not an .xlsx workbook that can be opened.
    """
    content = _content(path)
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = sheet_parts(archive)
            keys = {match_key(name): name for name in parts}
            found = {name: keys[match_key(name)] for name in wanted if match_key(name) in keys}
            facts = inspect(archive, {name: parts[own] for name, own in found.items()})
        frames = _frames(content, list(found.values()))
    except (BadZipFile, CalamineError, etree.XMLSyntaxError, KeyError, ValueError, EOFError) as reason:
        raise UnreadableWorkbookError(
            f"{path}: the workbook is damaged and cannot be read ({reason}). "
            "Open it in Excel, save it again as .xlsx and retry."
        ) from reason
    sheets = {name: Sheet(own, frames[own], facts[name]) for name, own in found.items()}
    return WorkbookFile(path.name, hashlib.sha256(content).hexdigest(), tuple(parts), sheets)


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as reason:
        raise UnreadableWorkbookError(f"{path}: the file cannot be opened ({reason.strerror}).") from reason
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


def _frames(content: bytes, names: list[str]) -> dict[str, pd.DataFrame]:
    """The sheets' cells exactly as stored: no header, no type guessed, no text taken for a missing value."""
    return pd.read_excel(
        BytesIO(content), sheet_name=names, header=None, dtype=object, na_filter=False, engine="calamine"
    )
