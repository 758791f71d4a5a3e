"""A look into a PDF: whether it is whole, has pages, and is tagged for screen readers."""

import re
import zlib

_START = re.compile(rb"%PDF-[12]\.\d")
_END = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
"""Such as "startxref 51234 %%EOF": the last lines say where the table of contents stands."""
_TABLE = re.compile(rb"xref\b|\d+ \d+ obj\b")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_TAGS = re.compile(rb"/StructTreeRoot\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n", re.DOTALL)
_MOST = 50_000_000


def what_is_wrong(content: bytes) -> str:
    """How a sentence about the PDF goes on, such as "is not whole"; nothing where all is well."""
    end = _END.search(content)
    if not _START.match(content) or end is None or not _TABLE.match(content, int(end[1])):
        return "is not whole"
    words = _objects(content)
    if not _PAGE.search(words):
        return "has no pages"
    return "" if _TAGS.search(words) else "is not tagged for screen readers"


def _objects(content: bytes) -> bytes:
    """The PDF with the objects that newer programs pack into streams unpacked at its end."""
    unpacked = [content]
    for stream in _PACKED.finditer(content):
        try:
            unpacked.append(zlib.decompressobj().decompress(content[stream.end() :], _MOST))
        except zlib.error:
            continue
    return b"\n".join(unpacked)
