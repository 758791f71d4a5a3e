"""A report's file as Word opens it: the parts that something leads to, and what leads nowhere or out of it."""

from collections.abc import Iterator, Mapping
from functools import cache

from lxml.etree import _Element as Element

from audit_report.ooxml.bounded_zip import BoundedZip, Relation
from audit_report.ooxml.limits import hold_to
from audit_report.ooxml.safe_xml import tree
from audit_report.word.given_file import hold_parts

_MAIN = "officeDocument"
_STRICT = (
    (b"//purl.oclc.org/ooxml/officeDocument/", b"//schemas.openxmlformats.org/officeDocument/2006/"),
    (b"//purl.oclc.org/ooxml/wordprocessingml/", b"//schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"//purl.oclc.org/ooxml/drawingml/", b"//schemas.openxmlformats.org/drawingml/2006/"),
)
_MOST_BYTES, _MOST_MARKS = 120_000_000, 3_000_000
"""Bytes once unpacked, and tags and attributes, each an object of 200 bytes; 5,000 recommendations have two million."""
_LARGEST_TREE = 80_000_000
_MOST_LEADS = 10_000


class ReportPackage:
    """The parts of a .docx, found as Word finds them: from the file's own relationships on.

    Whatever is asked of it may raise TooLargeError or one of `given_file.DAMAGED`.
    """

    def __init__(self, content: bytes) -> None:
        self._zip = BoundedZip(content)
        hold_parts(self._zip, _MOST_BYTES, _MOST_MARKS)
        self.related = cache(self._related)
        self.parsed = cache(self._parsed)
        self.main = next((each.target for each in self.related("").values() if each.kind == _MAIN), "")

    def __contains__(self, part: str) -> bool:
        return part in self._zip

    def content(self, part: str) -> bytes:
        """A part's bytes."""
        return self._zip.content(part)

    def _parsed(self, part: str) -> Element:
        """A part as a tree, in the transitional edition's names whichever edition it is in."""
        content = self.content(part)
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
        return tree(content, _LARGEST_TREE)

    def _related(self, part: str) -> Mapping[str, Relation]:
        """What a part leads to, by the relationship's id; the file itself is the part with no name."""
        return self._zip.relations(part)

    def first(self, kind: str) -> Element | None:
        """The part of that kind which the document leads to, as a tree."""
        found = (
            each for each in self.related(self.main).values() if each.kind == kind and not each.is_outside
        )
        return next((self.parsed(each.target) for each in found if each.target in self), None)

    def every_lead(self) -> Iterator[Relation]:
        """All that something leads to which the file opens with."""
        seen, waiting, count = {""}, [""], 0
        while waiting:
            for related in self.related(waiting.pop()).values():
                count += 1
                hold_to(count, _MOST_LEADS, "relations")
                yield related
                if not related.is_outside and related.target not in seen:
                    seen.add(related.target)
                    waiting.append(related.target)

    def stray_parts(self) -> list[str]:
        """The parts that nothing leads to."""
        reached = {related.target.casefold() for related in self.every_lead()} | {"[content_types].xml"}
        names = [name for name in self._zip if not name.endswith(("/", ".rels"))]
        return sorted(name for name in names if name.casefold() not in reached)

    @property
    def has_parts_twice(self) -> bool:
        """Whether some part is there twice, of which a program may show either."""
        return self._zip.doubled
