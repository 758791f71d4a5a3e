"""Long text in HTML: paragraphs, lists, bold and italic words, and links."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import quote

import htpy as h

from audit_report.schema.rich_text import Line, Mark, RichText, Run

_ADDRESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
"""How an address begins that may be a link, such as "https:"; others, such as "javascript:" or "file:", stay words."""
_ADDRESS_MARKS = "%/:?#[]@!$&'()*+,;=~"


def lines_of(lines: RichText, label: str = "") -> Iterator[h.Node]:
    """A paragraph a line, its list items in lists; `label` runs in before the first, which is a plain line."""
    opening: h.Node = [h.b(".label")[label], " "] if label else None
    for mark, group in groupby(lines, key=_mark):
        match mark:
            case Mark.PLAIN:
                for line in group:
                    yield h.p[opening, words_of(line)]
                    opening = None
            case Mark.BULLET:
                yield h.ul[_items(group)]
            case Mark.NUMBER:
                yield h.ol[_items(group)]
            case Mark.LETTER:
                yield h.ol(type="A")[_items(group)]


def words_of(line: Line) -> Iterator[h.Node]:
    """The words of a line, bold, italic and leading where they lead."""
    for address, runs in groupby(line.runs, key=_address):
        words = [_words(run) for run in runs]
        yield h.a(href=address)[words] if address else words


def _items(lines: Iterable[Line]) -> list[h.Element]:
    return [h.li[words_of(line)] for line in lines]


def _mark(line: Line) -> Mark:
    return line.mark


def _address(run: Run) -> str:
    """Where a run leads, as a link may carry it; nothing where it leads nowhere."""
    if not run.link or not _ADDRESS.match(run.link):
        return ""
    return quote(run.link, safe=_ADDRESS_MARKS, errors="ignore")


def _words(run: Run) -> h.Node:
    words: h.Node = run.text
    if run.italic:
        words = h.em[words]
    return h.strong[words] if run.bold else words
