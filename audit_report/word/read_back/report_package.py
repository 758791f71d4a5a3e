"""A report's file as Word opens it: the parts that something leads to, and what leads nowhere or out of it."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_MAIN = "officeDocument"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Related:
    """What a part leads to: the kind of thing, and its part or, outside the file, its address."""

    kind: str
    target: str
    outside: bool


class ReportPackage:
    """The parts of a .docx, found as Word finds them: from the file's own relationships on."""

    def __init__(self, content: bytes) -> None:
        self._zip = ZipFile(BytesIO(content))
        self.main = next((each.target for each in self.related("").values() if each.kind == _MAIN), "")

    def content(self, part: str) -> bytes:
        """A part's bytes."""
        return self._zip.read(part)

    def parsed(self, part: str) -> etree._Element:
        """A part as a tree, in the transitional edition's names whichever edition it is in."""
        content = self.content(part)
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))

    def related(self, part: str) -> Mapping[str, Related]:
        """What a part leads to, by the relationship's id; the file itself is the part with no name."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._zip.namelist():
            return {}
        found = {}
        for each in self.parsed(path).iter("{*}Relationship"):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = Related(each.get("Type", "").rpartition("/")[2], target, outside)
        return found

    def first(self, kind: str) -> etree._Element | None:
        """The part of that kind which the document leads to, as a tree."""
        found = (each for each in self.related(self.main).values() if each.kind == kind and not each.outside)
        return next((self.parsed(each.target) for each in found if each.target in self._zip.namelist()), None)

    def every_lead(self) -> Iterator[tuple[str, Related]]:
        """Each relationship that something the file opens with leads to, with the part it starts from."""
        seen, waiting = {""}, [""]
        while waiting:
            part = waiting.pop()
            for related in self.related(part).values():
                yield part, related
                if not related.outside and related.target not in seen:
                    seen.add(related.target)
                    waiting.append(related.target)

    def stray_parts(self) -> list[str]:
        """The parts that nothing leads to, or that are there twice."""
        names = [name for name in self._zip.namelist() if not name.endswith(("/", ".rels"))]
        reached = {related.target for _, related in self.every_lead()} | {"[Content_Types].xml"}
        twice = Counter(name.casefold() for name in names)
        return sorted({name for name in names if name not in reached or twice[name.casefold()] > 1})
