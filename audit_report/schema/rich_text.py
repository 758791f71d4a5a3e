"""Long text: paragraphs, bullets and numbered items, with the bold, italic and links a cell holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple, overload

from audit_report.schema.spacing import even_spaces

_BULLET = re.compile(r"[•·]\s*|[-–*](?:\s+|(?=[^\W\d_]))")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")


class Mark(Enum):
    """What a line of long text starts with."""

    PLAIN = "plain"
    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


class Run(NamedTuple):
    """A stretch of text in one look; `link` is the address it leads to."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None

    def saying(self, text: str) -> "Run":
        """The same look on other text."""
        return self if text == self.text else Run(text, self.bold, self.italic, self.link)


class Line(NamedTuple):
    """A paragraph or list item, its mark taken off."""

    runs: tuple[Run, ...]
    mark: Mark = Mark.PLAIN

    @property
    def text(self) -> str:
        """The words alone."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


RichText = Sequence[Line]


class TypedText(Sequence[Line]):
    """The lines of a long text as typed, read from its runs whenever they are asked for.

    A register has far more of them than anybody prints. True where there is a line.
    """

    __slots__ = ("_runs",)

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs

    @property
    def typed(self) -> str:
        """The characters, marks and all."""
        return "".join([run.text for run in self._runs])

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines())

    def __len__(self) -> int:
        return len(self._lines())

    def __bool__(self) -> bool:
        return any(map(str.isalpha, self.typed)) or len(self) > 0

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        return self._lines()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TypedText | tuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _lines(self) -> tuple[Line, ...]:
        return read_rich_text(run.saying(even_spaces(run.text)) for run in self._runs)


def typed(text: RichText) -> str:
    """The characters of a long text: those typed, marks and all, where it was."""
    return text.typed if isinstance(text, TypedText) else words(text)


def plain(text: str, mark: Mark = Mark.PLAIN) -> Line:
    """One line of unstyled text."""
    return Line((Run(text),), mark)


def words(text: RichText) -> str:
    """The words of a long text, a line break between lines and no marks."""
    return "\n".join(line.text for line in text)


def read_rich_text(runs: Iterable[Run]) -> tuple[Line, ...]:
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
    if len(runs) == 1:
        mark, start = _mark(runs[0].text)
        words = runs[0].text[start:].rstrip()
        return Line((runs[0].saying(words),) if words else (), mark)
    text = "".join([run.text for run in runs])
    mark, start = _mark(text)
    return Line(tuple(_cut(runs, start, len(text.rstrip()))), mark)


def _mark(text: str) -> tuple[Mark, int]:
    """The mark of a line, and where its words start."""
    if text[:1].isalpha():
        return Mark.PLAIN, 0
    start = len(text) - len(text.lstrip())
    for pattern, mark in ((_BULLET, Mark.BULLET), (_NUMBER, Mark.NUMBER)):
        if found := pattern.match(text, start):
            return mark, found.end()
    return Mark.PLAIN, start


def _cut(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            yield run.saying(text)
