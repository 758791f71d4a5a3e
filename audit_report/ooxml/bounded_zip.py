"""The parts of an Office file, unpacked and parsed within limits; nothing is ever written to disk."""

import posixpath
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from audit_report.ooxml.limits import MOST_BYTES, MOST_PARTS, MOST_RELATIONS, hold_to
from audit_report.ooxml.safe_xml import Tags, elements

_DIRECTORY_ENTRY = b"PK\x01\x02"
_CHUNK = 1 << 16
_BROKEN = (IndexError, NotImplementedError, OverflowError, RuntimeError, ValueError, struct.error, zlib.error)
"""What zipfile raises beside BadZipFile where a file says of itself what cannot be: parts that begin before it, say."""


class Relation(NamedTuple):
    """What a part points at: the kind of thing, and its part or, outside the file, its address."""

    kind: str
    target: str
    is_outside: bool = False


class BoundedZip:
    """The parts of a file by name, in whatever case. Raises BadZipFile where the file is no zip, or TooLargeError."""

    def __init__(self, content: bytes) -> None:
        hold_to(
            content.count(_DIRECTORY_ENTRY), MOST_PARTS, "parts"
        )  # before ZipFile makes an object of each
        try:
            self._zip = ZipFile(BytesIO(content))
        except _BROKEN as reason:
            raise BadZipFile from reason
        names = self._zip.namelist()
        self._names = {name.casefold(): name for name in names}
        self.doubled = len(names) > len(self._names)
        """Whether some part is there twice, so that programs may read another than this one does."""
        self._unpacked = 0
        self._tags = Tags()

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names.values())

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part's bytes, piece by piece. Raises TooLargeError, or BadZipFile, EOFError or KeyError."""
        try:
            with self._zip.open(self._names[part.casefold()]) as stream:
                while chunk := stream.read(_CHUNK):
                    self._unpacked += len(chunk)
                    hold_to(self._unpacked, MOST_BYTES, "bytes")
                    yield chunk
        except _BROKEN as reason:
            raise BadZipFile from reason

    def content(self, part: str) -> bytes:
        """A part's bytes, all of them. Raises what `chunks` does."""
        return b"".join(self.chunks(part))

    def elements(self, part: str, *names: str) -> Iterator[Element]:
        """The elements of these local names in a part, one after another. Raises what `chunks` and `elements` do."""
        return elements(self.chunks(part), names, self._tags)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part points at, by id; of the file itself where the part is blank."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, Relation] = {}
        for each in self.elements(path, "Relationship") if path in self else ():
            target = each.get("Target", "")
            is_outside = each.get("TargetMode") == "External"
            if not is_outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relation(kind, target, is_outside)
            hold_to(len(found), MOST_RELATIONS, "relations")
        return found


def relation_id(attributes: Iterable[tuple[str, str]]) -> str:
    """The id of the relation that an element names, in either edition of the format; blank where it names none."""
    return next((value for name, value in attributes if name.endswith("/relationships}id")), "")
