"""What a page says of itself: named values in its head, sealed so that a change of the file is seen, and read again."""

import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from audit_report.report.blocks import Report
from audit_report.report.provenance import (
    WORKBOOK_SHA256,
    NotAReportError,
    WrittenReport,
    made_from,
    named_values,
    one_line,
)

_PREFIX = "audit-report: "
"""What the names of the page's own values begin with, so that no other program takes them for its own."""
_TITLE, _SUBJECT, _DRAFT_MARK, _SEAL = "Title", "Subject", "Draft mark", "Page SHA-256"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<!doctype html", re.IGNORECASE)
_UNSEALED = "0" * 64
_SEALED = re.compile(rb'(<meta name="audit-report: Page SHA-256" content=")([0-9a-f]{64})(")')
_LONGEST, _LONGEST_HEAD = 1 << 27, 1 << 18
"""The bytes of a page, and of its head, up to which it may be one of ours."""


def said_of(report: Report) -> Iterator[tuple[str, str]]:
    """The names and values that the page's head has, the seal still to be put on."""
    values = {_TITLE: report.title, _SUBJECT: report.subject, _DRAFT_MARK: report.draft_mark}
    values |= named_values(report.provenance)
    values[_SEAL] = _UNSEALED
    return ((f"{_PREFIX}{name}", value) for name, value in values.items())


def seal(page: bytes) -> bytes:
    """The page with its own SHA-256 in its head, which is that of the page without it."""
    return _SEALED.sub(rb"\g<1>%b\g<3>" % _digest(page).encode(), page, count=1)


def is_page(path: Path) -> bool:
    """Whether a file is a page for the web, whoever has made it. False where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return _START.match(file.read(1024)) is not None
    except OSError:
        return False


def read_page(path: Path) -> WrittenReport:
    """The report in a page that this program wrote; it is edited where any of it has been changed but its line ends.

    Raises NotAReportError where it is none, or cannot be opened.
    """
    page = _content(path)
    values = _values(page)
    if not values.get(WORKBOOK_SHA256) or not values.get(_SEAL):
        raise NotAReportError(f"{path}: this is not a report that audit-report built.")
    edited = _digest(_SEALED.sub(rb"\g<1>%b\g<3>" % _UNSEALED.encode(), page, count=1)) != values[_SEAL]
    title, subject, draft_mark = (values.get(name, "") for name in (_TITLE, _SUBJECT, _DRAFT_MARK))
    return WrittenReport(title, subject, draft_mark, made_from(values), edited, is_page=True)


def _content(path: Path) -> bytes:
    """The page's bytes, with the line ends they were written with."""
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST + 1)
    except OSError as reason:
        raise NotAReportError(f"{path}: the file cannot be opened ({reason.strerror}).") from reason
    if len(content) > _LONGEST:
        raise NotAReportError(f"{path}: this is not a report that audit-report built.")
    return content.replace(b"\r\n", b"\n")


def _digest(page: bytes) -> str:
    return hashlib.sha256(page).hexdigest()


def _values(page: bytes) -> dict[str, str]:
    head, end, _ = page[:_LONGEST_HEAD].partition(b"<style")
    reader = _HeadReader()
    if end:
        reader.feed(head.decode("utf-8", "replace"))
    return reader.values


class _HeadReader(HTMLParser):
    """Gathers the page's own values from the meta elements of its head."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the value of a meta element of ours."""
        named = dict(attrs)
        name = named.get("name") or ""
        if tag == "meta" and name.startswith(_PREFIX):
            self.values.setdefault(name.removeprefix(_PREFIX), one_line(named.get("content") or ""))
