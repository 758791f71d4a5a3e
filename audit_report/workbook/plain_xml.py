"""XML in the one spelling that Excel uses, so that the rest can look at bytes (other spellings are legal, and rare)."""

import re
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from audit_report.source import column_index, column_letter

_EDITIONS = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
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
_ODD = (b"<!", b" r='", b" t='", b"='http", b"<c>", b"<c\n", b"<c\r", b"<c\t", b"<c/")
_START = 4_000
_ROW, _CELL = "row", "c"


class ForbiddenXmlError(Exception):
    """The XML declares entities or a document type, which no workbook has."""


def plain(content: bytes) -> bytes:
    """The same XML: UTF-8, the transitional edition, no prefix, comment or CDATA, and every cell with its address.

    Raises ForbiddenXmlError, or expat.ExpatError where it is not well formed and had to be written afresh.
    """
    if b"purl.oclc.org" in content[:_START]:
        for strict, transitional in _EDITIONS:
            content = content.replace(strict, transitional)
    return content if _is_plain(content) else _Rewriting().result(content)


def _is_plain(content: bytes) -> bool:
    start = content[:_START]
    if not _PLAIN_START.match(start) or _OTHER_ENCODING.match(start.removeprefix(b"\xef\xbb\xbf").lstrip()):
        return False
    return not any(odd in content for odd in _ODD) and content.count(b"<c ") == content.count(b'<c r="')


class _Rewriting:
    """Writes a part afresh as it is parsed; what is not in its root's namespace is left out."""

    def __init__(self) -> None:
        self._out: list[str] = []
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
        return "".join(self._out).encode("utf-8", "surrogatepass")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition("}")
        if self._root is None:
            self._root = space
            attributes = {"xmlns": space, "xmlns:r": _RELATIONS, **attributes}
        elif self._foreign or space != self._root:
            self._foreign += 1
            return
        if local in (_ROW, _CELL):
            attributes = self._placed(local, attributes)
        written = "".join(f" {_name(key)}={_quoted(value)}" for key, value in attributes.items() if _name(key))
        self._out.append(f"<{local}{written}>")

    def _end(self, name: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self._out.append(f"</{name.rpartition('}')[2]}>")

    def _text(self, text: str) -> None:
        if not self._foreign:
            self._out.append(escape(text))

    def _placed(self, local: str, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes with the row's number or the cell's address first, counted on where there is none."""
        given = attributes.get("r", "")
        if local == _ROW:
            self._row, self._column = int(given) if given.isdecimal() else self._row + 1, 0
            return {**attributes, "r": str(self._row)}
        letters = given.rstrip("0123456789")
        self._column = column_index(letters) + 1 if letters.isascii() and letters.isupper() else self._column + 1
        return {"r": given or f"{column_letter(self._column - 1)}{self._row}", **attributes}

    def _forbid(self, *_: object) -> None:
        raise ForbiddenXmlError


def _name(key: str) -> str:
    """An attribute's name as written; blank for one of a namespace that no reader of workbooks needs."""
    space, _, local = key.rpartition("}")
    return {"": local, _RELATIONS: f"r:{local}", _XML: f"xml:{local}"}.get(space, "")


def _quoted(value: str) -> str:
    quoted = quoteattr(value)
    return quoted if quoted.startswith('"') else '"' + escape(value, {'"': "&quot;"}) + '"'
