"""Long text as typed in a cell, read into paragraphs, bullets, numbered items and the rows of a table."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from audit_report.schema.list_marks import Lead, is_marks_alone, lead_of, levels
from audit_report.schema.rich_text import Line, Mark, RichText, Run, words
from audit_report.schema.spacing import even_spaces, plain_spaces


class TypedText(Sequence[Line]):
    """The lines of a long text as typed, read from its runs when they are first asked for.

    A register has far more of them than anybody prints. True where there is more than bullets and dashes.
    """

    __slots__ = ("_read", "_runs")

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs
        self._read: tuple[Line, ...] | None = None

    @property
    def typed(self) -> str:
        """The characters, marks and all."""
        return "".join([run.text for run in self._runs])

    @property
    def links(self) -> list[str]:
        """The addresses that its runs lead to."""
        return [run.link for run in self._runs if run.link]

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines())

    def __len__(self) -> int:
        return len(self._lines())

    def __bool__(self) -> bool:
        return not is_marks_alone(self.typed)

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
        if self._read is None:
            self._read = read_rich_text(self._runs) if self else ()
        return self._read


def typed(text: RichText) -> str:
    """The characters of a long text: those typed, marks and all, where it was."""
    return text.typed if isinstance(text, TypedText) else words(text)


def links(text: RichText) -> list[str]:
    """The addresses that a long text leads to."""
    if isinstance(text, TypedText):
        return text.links
    return [run.link for line in text for run in line.runs if run.link]


def read_rich_text(runs: Iterable[Run]) -> tuple[Line, ...]:
    """The lines of a cell: a line break starts a new one, blank lines are dropped, marks are recognised.

    Lines that tabs part into the same number of pieces, a table pasted from elsewhere, keep the pieces apart.
    """
    lines = [
        (line, text) for line in _split_lines(runs) if (text := "".join([run.text for run in line])).strip()
    ]
    leads = [lead_of(text) for _, text in lines]
    rows = _rows([text for _, text in lines], leads)
    made = (
        Line(tuple(_words(line, text, lead, " | " if is_row else " ")), lead.mark, lead.label, level)
        for (line, text), lead, level, is_row in zip(lines, leads, levels(leads), rows, strict=True)
    )
    return tuple(line for line in made if line.runs)


def _split_lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *rest = plain_spaces(run.text).split("\n")
        line.append(run.saying(first))
        for text in rest:
            yield line
            line = [run.saying(text)]
    yield line


def _rows(texts: Sequence[str], leads: Sequence[Lead]) -> list[bool]:
    """Which lines are rows of a table: two or more together with as many tabs between their words, at least one."""
    tabs = [
        text.strip().count("\t") if lead.mark is Mark.PLAIN else 0
        for text, lead in zip(texts, leads, strict=True)
    ]
    return [
        count > 0 and count in (before, after)
        for before, count, after in zip([0, *tabs], tabs, [*tabs[1:], 0], strict=False)
    ]


def _words(line: Sequence[Run], text: str, lead: Lead, between: str) -> Iterator[Run]:
    """The runs of a line without its mark, spaces at either end, and more than one between words."""
    at, end = 0, len(text.rstrip())
    for run in line:
        words = run.text[max(0, lead.start - at) : max(0, end - at)]
        at += len(run.text)
        if words:
            yield run.saying(even_spaces(words.replace("\t", between)))
