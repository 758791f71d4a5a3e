"""The parts of a workbook's file, unpacked within bounds."""

import posixpath
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from lxml import etree

from audit_report.ooxml.plain_xml import plain

LARGEST = 300_000_000
"""The most bytes that the parts of a workbook may unpack to; 10,000 recommendations take 50 million."""
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class TooLargeError(Exception):
    """The parts unpack to more than a tracker can be."""


class Relation(NamedTuple):
    """What a part points at: the kind of thing, and its part or address."""

    kind: str
    target: str


class Archive:
    """A workbook's parts by name, each in plain XML, unpacked once; nothing is ever written to disk."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(content))
        except NotImplementedError as reason:
            raise BadZipFile(str(reason)) from reason
        self._names = {name.casefold(): name for name in self._zip.namelist()}
        self._unpacked = 0

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._names

    def packed(self, part: str) -> bytes:
        """A part's bytes as stored. Raises TooLargeError as soon as the parts so far are more than LARGEST."""
        try:
            with self._zip.open(self._names[part.casefold()]) as stream:
                content = stream.read(LARGEST - self._unpacked + 1)
        except (NotImplementedError, RuntimeError, zlib.error) as reason:
            raise BadZipFile(str(reason)) from reason
        self._unpacked += len(content)
        if self._unpacked > LARGEST:
            raise TooLargeError
        return content

    def part(self, name: str) -> bytes:
        """A part in plain XML."""
        return plain(self.packed(name))

    def parsed(self, name: str) -> etree._Element:
        """A small part as a tree."""
        return parse(self.part(name))

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points at, by id."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self:
            return {}
        found = {}
        for each in self.parsed(path).iter("{*}Relationship"):
            target = str(each.get("Target"))
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[str(each.get("Id"))] = Relation(str(each.get("Type")).rpartition("/")[2], target)
        return found


def parse(content: bytes) -> etree._Element:
    """XML as a tree; no entity is followed and nothing fetched."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def relation_id(element: etree._Element) -> str:
    """The id of the relation that an element names."""
    return element.get(_RELATION_ID) or ""
