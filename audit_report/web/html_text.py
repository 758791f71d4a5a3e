"""Long text in HTML: paragraphs, lists, bold and italic words, and links."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import htpy as h

from audit_report.schema.links import followed
from audit_report.schema.rich_text import Line, Mark, RichText, Run, number_typed

_LISTS = {Mark.BULLET: h.ul, Mark.NUMBER: h.ol, Mark.LETTER: h.ol(type="A")}

_Item = tuple[Line, list[Line]]
"""An item of a list, and the deeper ones that follow it."""


def lines_of(lines: RichText, label: str = "") -> Iterator[h.Node]:
    """A paragraph a line, its items in lists; `label` runs in before the first, which is a plain line.

    An item whose number no list prints as typed, such as "(a)", is a paragraph that begins with it.
    """
    opening: h.Node = [h.b(".label")[label], " "] if label else None
    for is_listed, group in groupby(lines, key=_is_listed):
        if is_listed:
            yield from _lists(list(group))
            continue
        for line in group:
            yield h.p[opening, f"{line.label} " if line.label else None, words_of(line)]
            opening = None


def words_of(line: Line) -> h.Node:
    """The words of a line, bold, italic and leading where they lead."""
    pieces: list[h.Node] = []
    for address, runs in groupby(line.runs, key=_leads_to):
        words = [_words(run) for run in runs]
        pieces += [h.a(href=address)[words]] if address else words
    return pieces[0] if len(pieces) == 1 else pieces


def _is_listed(line: Line) -> bool:
    return line.mark in _LISTS and (not line.label or number_typed(line) is not None)


def _lists(lines: Sequence[Line]) -> Iterator[h.Element]:
    """Items in lists, one after another where their marks differ, the deeper ones in the item they come under."""
    items: list[_Item] = []
    for line in lines:
        if items and line.level > lines[0].level:
            items[-1][1].append(line)
        else:
            items.append((line, []))
    for mark, group in groupby(items, key=_mark):
        yield _LISTS[mark][list(_items(group))]


def _items(items: Iterable[_Item]) -> Iterator[h.Element]:
    """The items of a list, each with the number typed where it does not follow from the one before."""
    following = 1
    for line, deeper in items:
        typed = number_typed(line)
        number = following if typed is None else typed
        yield h.li(value=None if number == following else str(number))[words_of(line), _lists(deeper)]
        following = number + 1


def _mark(item: _Item) -> Mark:
    return item[0].mark


def _leads_to(run: Run) -> str:
    return f"#{run.within}" if run.within else followed(run.link)


def _words(run: Run) -> h.Node:
    words: h.Node = run.text
    if run.italic:
        words = h.em[words]
    return h.strong[words] if run.bold else words
