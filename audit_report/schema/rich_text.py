"""Long text: paragraphs, bullets and numbered items, with the bold, italic and links a cell holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

_BULLET = re.compile(r"[•·]\s*|[-–*](?:\s+|(?=[^\W\d_]))")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")


class Mark(Enum):
    """What a line of long text starts with."""

    PLAIN = "plain"
    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; `link` is the address it leads to."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None

    def saying(self, text: str) -> "Run":
        """Other text in the same look."""
        return Run(text, self.bold, self.italic, self.link)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or list item, its mark taken off."""

    runs: tuple[Run, ...]
    mark: Mark = Mark.PLAIN

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


RichText = tuple[Line, ...]


def plain(text: str, mark: Mark = Mark.PLAIN) -> Line:
    """One line of unstyled text."""
    return Line((Run(text),), mark)


def words(text: RichText) -> str:
    """The words of a long text, a line break between lines and no marks."""
    return "\n".join(line.text for line in text)


def read_rich_text(runs: Iterable[Run]) -> RichText:
    """The lines of a cell: a line break starts a new one, blank lines are dropped, marks are recognised."""
    lines = (_recognise(line) for line in _split_lines(runs))
    return tuple(line for line in lines if line.runs)


def _split_lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.splitlines() or [""]
        if run.text.endswith(("\n", "\r")):
            rest.append("")
        line.append(run.saying(first))
        for text in rest:
            yield line
            line = [run.saying(text)]
    yield line


def _recognise(runs: list[Run]) -> Line:
    text = "".join(run.text for run in runs)
    skip = len(text) - len(text.lstrip())
    mark = Mark.PLAIN
    for pattern, kind in ((_BULLET, Mark.BULLET), (_NUMBER, Mark.NUMBER)):
        if found := pattern.match(text, skip):
            skip, mark = found.end(), kind
            break
    return Line(tuple(_cut(runs, skip, len(text.rstrip()))), mark)


def _cut(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            yield run.saying(text)
