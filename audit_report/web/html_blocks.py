"""The report's blocks in HTML, one after another."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

import htpy as h

from audit_report.report.blocks import (
    Block,
    Box,
    Chart,
    Grid,
    Heading,
    Label,
    Labelled,
    Prose,
    Subtitle,
    Timeline,
)
from audit_report.web.html_tables import box, grid
from audit_report.web.html_text import lines_of
from audit_report.web.svg_pictures import chart, timeline

_HEADINGS = {1: h.h1, 2: h.h2, 3: h.h3}
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


@dataclass(slots=True)
class Names:
    """The names by which places of the page are led to, each once; words such as "Annex 1" give "annex-1"."""

    taken: set[str] = field(default_factory=set)

    def name(self, words: str) -> str:
        """A name that the page does not have yet."""
        letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        name = _NOT_IN_A_NAME.sub("-", letters)[:_LONGEST_NAME].strip("-") or "place"
        free = next(each for each in _numbered(name) if each not in self.taken)
        self.taken.add(free)
        return free


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


@dataclass(frozen=True, slots=True)
class Contents:
    """What the list of contents leads to: the name of each section and its heading."""

    names: Names
    sections: list[tuple[str, str]] = field(default_factory=list)


def blocks_of(blocks: Iterable[Block], contents: Contents) -> Iterator[h.Node]:
    """The blocks one after another, a line each; `contents` is filled with the sections among them."""
    for block in blocks:
        yield from _block(block, contents)
        yield "\n"


def _block(block: Block, contents: Contents) -> Iterator[h.Node]:
    match block:
        case Heading():
            yield _heading(block, contents)
        case Subtitle():
            yield h.p(".subtitle")[block.text]
        case Label():
            yield h.p(".label")[block.text]
        case Labelled():
            yield h.p(".labelled")[h.b(".label")[block.label], " ", block.value]
        case Prose():
            yield from lines_of(block.lines, block.label)
        case Grid():
            yield grid(block)
        case Box():
            yield box(block)
        case Chart():
            yield chart(block, contents.names.name(block.title))
        case Timeline():
            yield timeline(block, contents.names.name(block.title))


def _heading(block: Heading, contents: Contents) -> h.Element:
    name = contents.names.name(block.name or block.text)
    if block.level == 2:  # noqa: PLR2004  the level of sections
        contents.sections.append((name, block.text))
    return _HEADINGS[block.level](id=name)[block.text]
