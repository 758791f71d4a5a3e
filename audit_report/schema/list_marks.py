"""Marks of lists: the bullet or the number that a line of long text starts with, and how deep the item stands."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from audit_report.schema.rich_text import Mark
from audit_report.schema.spacing import ZERO_WIDTH


class Lead(NamedTuple):
    """How a line starts: its mark, where its words begin, an item's number as typed, and how far it is set in."""

    mark: Mark
    start: int
    label: str = ""
    indent: int = 0


_SIGNS = "•·▪●◦○■□◆◇➢➤►▶‣\u2043∙❖◾◼\uf000-\uf0ff"
"""Bullets of every kind, with those that Word keeps in a font of symbols: U+F0B7 and its like."""
_BULLET = re.compile(
    rf"[{_SIGNS}]\s*"  # "•one", "▪ two"
    r"|[-–*](?:\s+|(?=[^\W\d_]))"  # "- one", "–two", but "-5%"
    r"|—\s+"
    r"|o(?:\t|\s{2,}|\s(?=[^\sa-z]))\s*"  # "o   One", "o One", but "o fewn"
    r"|§\s+(?!\d)"  # "§ One", but "§ 12 of the Act"
    r"|[vqlnüØà¨]\t\s*"  # what a font of symbols turns into in another font
)
_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
_NUMBER = re.compile(
    r"((?:\d{1,3}(?:\.\d{1,3})*[.)]|\(\d{1,3}\)"  # "1. ", "2) ", "3.1. ", "(4) "
    rf"|\(?(?:[a-z]|{_ROMAN})\)))\s+(?=\S)",  # "a) ", "(b) ", "(iv) "
    re.IGNORECASE,
)
_LONGEST_LABEL = 8
_TAB = 4
_DEEPER = 2
"""A line so many columns further in is an item of the one above; a single space is a slip."""
_DEEPEST = 8


def lead_of(line: str) -> Lead:
    """How a line starts, the space before and after a mark left out of its words."""
    if line[:2].isalpha() and ")" not in line[:_LONGEST_LABEL]:
        return _PLAIN
    start = len(line) - len(line.lstrip())
    indent = len(line[:start].expandtabs(_TAB))
    if found := _BULLET.match(line, start):
        return Lead(Mark.BULLET, found.end(), "", indent)
    if found := _NUMBER.match(line, start):
        return Lead(Mark.NUMBER, found.end(), found[1], indent)
    return Lead(Mark.PLAIN, start)


_PLAIN = Lead(Mark.PLAIN, 0)


def levels(leads: Iterable[Lead]) -> Iterator[int]:
    """How deep each line stands: 0 for paragraphs and for items that no item above is set in less than."""
    indents: list[int] = []
    for lead in leads:
        if lead.mark is Mark.PLAIN:
            indents = []
        else:
            while indents and lead.indent < indents[-1]:
                indents.pop()
            if not indents or lead.indent >= indents[-1] + _DEEPER:
                indents.append(lead.indent)
        yield min(max(0, len(indents) - 1), _DEEPEST)


def is_marks_alone(text: str) -> bool:
    """Whether a text holds bullets, dashes and slashes, and nothing else that a person would see."""
    return not _SAYS.search(text)


_SAYS = re.compile(rf"[^\s{ZERO_WIDTH}{_SIGNS}\-–—*/]")
