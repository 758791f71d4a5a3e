"""Long text as data: paragraphs, bullets and numbered items, with the bold, italic and links a cell holds."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

_COUNTED = re.compile(r"(0|[1-9]\d*)\.")
"""What stands before an item that a list counts, such as "12."."""


class Mark(StrEnum):
    """What a line of long text starts with."""

    PLAIN = "plain"
    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


class Run(NamedTuple):
    """A stretch of text in one look; `link` is the address it leads to, `within` a heading's name in the report."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    within: str = ""

    def saying(self, text: str) -> "Run":
        """The same look on other text."""
        return self if text == self.text else self._replace(text=text)


class Line(NamedTuple):
    """A paragraph or list item, its mark taken off.

    `label` is what stands before a numbered item as typed, such as "3." or "(a)"; `level` is 0 for an item of no other.
    """

    runs: tuple[Run, ...]
    mark: Mark = Mark.PLAIN
    label: str = ""
    level: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


RichText = Sequence[Line]


def plain(text: str, mark: Mark = Mark.PLAIN, label: str = "", level: int = 0) -> Line:
    """One line of unstyled text."""
    return Line((Run(text),), mark, label, level)


def number_typed(line: Line) -> int | None:
    """The number of an item that is typed as a list prints it, such as "12."; None for "12)" and "(a)"."""
    found = _COUNTED.fullmatch(line.label) if line.label else None
    return int(found[1]) if found else None


def words(text: RichText) -> str:
    """The words of a long text, a line break between lines and no marks."""
    return "\n".join(line.text for line in text)
