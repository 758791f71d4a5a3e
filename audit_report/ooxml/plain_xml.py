"""XML in the one spelling that Excel uses, so that the rest can look at bytes (other spellings are legal, and rare)."""

import re
from collections.abc import Iterator
from html import escape
from xml.parsers import expat

from audit_report.cell_refs import column_index, column_letter

_EDITIONS = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_RELATIONS = _EDITIONS[1][1].decode()
_XML = "http://www.w3.org/XML/1998/namespace"
_PLAIN_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*?\?>)?\s*<[A-Za-z]+[^<>]*?\sxmlns=\"[^\"]*\"[^<>]*>",
)
_OTHER_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"'](?!utf-?8[\"']|us-ascii[\"'])", re.IGNORECASE)
_PREFIXED_END, _PREFIXED_CELL = re.compile(rb":c[\s/>]"), re.compile(rb"<[^<>\s/]+:c[\s/>]")
_ODD_QUOTES = (b" r='", b" t='", b"='http")
_START = 4_000
_LONGEST = 30_000_000
_ROW, _CELL = "row", "c"
_ADDRESS = re.compile("[A-Z]{1,3}[0-9]{1,7}")
_ODD_CELL = re.compile(rb'<c(?! r="[A-Z]{1,3}[0-9]{1,7}"(?: (?:s|t|cm|vm|ph)="[^"<>]*")* ?/?>|[A-Za-z])')
"""A cell with another address than one such as B7, first of what is said of it and said once."""


class ForbiddenXmlError(Exception):
    """The XML declares entities or a document type, which no workbook has."""


class TooLongError(Exception):
    """The XML is in another spelling and too long to be written afresh in good time."""


def plain(content: bytes, *, no_odd_cell: bool = False) -> bytes:
    """The same XML: UTF-8, the transitional edition, no prefix, comment or CDATA, and every cell with its address.

    There is no need to look at every cell where it is known already that there is `no_odd_cell`.

    Raises ForbiddenXmlError; and TooLongError, expat.ExpatError or ValueError where it had to be written afresh and
    could not.
    """
    if b"purl.oclc.org" in content[:_START]:
        for strict, transitional in _EDITIONS:
            content = content.replace(strict, transitional)
    if _is_plain_beside_cells(content) and (no_odd_cell or not _ODD_CELL.search(content)):
        return content
    if len(content) > _LONGEST:
        raise TooLongError
    return _Rewriting().result(content)


def _is_plain_beside_cells(content: bytes) -> bool:
    start = content[:_START]
    if not _PLAIN_START.match(start) or _OTHER_ENCODING.match(start.removeprefix(b"\xef\xbb\xbf").lstrip()):
        return False
    if _holds(content, b"'", b"='") and any(odd in content for odd in _ODD_QUOTES):
        return False
    if _PREFIXED_END.search(content) and _PREFIXED_CELL.search(content):
        return False
    return not _holds(content, b"!", b"<!")


def _holds(content: bytes, mark: bytes, pair: bytes) -> bool:
    """Whether two bytes stand together; one of them, which few parts have, is found twenty times as fast."""
    return mark in content and pair in content


class _Rewriting:
    """Writes a part afresh as it is parsed; what is not in its root's namespace is left out."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._tags: dict[str, str] = {}
        self._root: str | None = None
        self._foreign = 0
        self._row = self._column = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._forbid

    def result(self, content: bytes) -> bytes:
        """The part in plain form."""
        self._parser.Parse(content, True)  # noqa: FBT003  expat's own signature
        return "".join(self._out).encode()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = self._tags.get(name)
        if tag is None:
            tag, attributes = self._first(name, attributes)
        if self._foreign or not tag:
            self._foreign += 1
            return
        if tag == _CELL:
            attributes = self._addressed(attributes)
        elif tag == _ROW:
            given = attributes.get("r", "")
            self._row, self._column = int(given) if given.isdecimal() else self._row + 1, 0
        if attributes:
            written = "".join(f' {name}="{_quoted(value)}"' for name, value in _named(attributes))
            self._out.append(f"<{tag}{written}>")
        else:
            self._out.append(f"<{tag}>")

    def _first(self, name: str, attributes: dict[str, str]) -> tuple[str, dict[str, str]]:
        """The tag of an element met for the first time, blank for a foreign one; the root declares the namespaces."""
        space, _, local = name.rpartition("}")
        if self._root is None:
            self._root = space
            attributes = {"xmlns": space, "xmlns:r": _RELATIONS, **attributes}
        self._tags[name] = local if space == self._root else ""
        return self._tags[name], attributes

    def _end(self, name: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self._out.append(f"</{self._tags[name]}>")

    def _text(self, text: str) -> None:
        if not self._foreign:
            self._out.append(escape(text, quote=False))

    def _addressed(self, attributes: dict[str, str]) -> dict[str, str]:
        """A cell's attributes, its address first: counted on from the cell before where it has none."""
        given = attributes.get("r", "").upper()
        if not given:
            self._column += 1
            return {"r": f"{column_letter(self._column - 1)}{self._row}", **attributes}
        if not _ADDRESS.fullmatch(given):
            raise ValueError(f"there is no cell {given}")
        self._column = column_index(given.rstrip("0123456789")) + 1
        return {"r": given} | {name: value for name, value in attributes.items() if name != "r"}

    def _forbid(self, *_: object) -> None:
        raise ForbiddenXmlError


def _named(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The attributes that a reader of workbooks needs, under the names they are written by."""
    for key, value in attributes.items():
        space, _, local = key.rpartition("}")
        if not space:
            yield local, value
        elif prefix := _PREFIXES.get(space):
            yield f"{prefix}:{local}", value


_PREFIXES = {_RELATIONS: "r", _XML: "xml"}


_SPACES = {ord(space): f"&#{ord(space)};" for space in "\n\t\r"}
"""White space that an attribute keeps only where it is spelt out."""


def _quoted(value: str) -> str:
    return value if value.isalnum() else escape(value).translate(_SPACES)
