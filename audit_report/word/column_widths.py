"""How wide a grid's columns are: wide enough for the longest word of each, and the grid as low as can be."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from audit_report.report.blocks import Cell, Grid
from audit_report.schema.rich_text import Line, Mark
from audit_report.word import styles
from audit_report.word.character_widths import width
from audit_report.word.styles_to_xml import CELL_MARGIN

_SLACK = 1.04
"""What a word is given beyond its width: programs round widths each in their own way."""
_STEP = 144
"""The twips (a tenth of an inch) in which the room that is left is given out."""
_TOO_WIDE = 1.3
"""How many times the room the longest words may take for their columns to be narrowed evenly."""
_LOOKED_AT = 60
"""The rows of a long grid by which its columns are fitted."""
_WORD = re.compile(r"\S+")
_WORD_OR_DAY = re.compile(r"\d{1,2} \w+(?= \d{4})|\S+")
"""What stays on one line; a date's day and month, as in 17 December 2010, where there is room for it."""
_BADGE = 100
"""The room in twips that a rating's frame takes beside its word."""

_RAGGED = 280
"""The twips that a line leaves free at its end on average, for words stay whole."""


def fitted(block: Grid, room: int, wider: float = 1) -> list[int]:
    """The columns' widths in twips, which together fill the room; letters are so many times `wider` than Arial's.

    Where the longest words do not fit beside each other, all columns are narrower by the same share; where they are
    far too long for that, the columns have the grid's own shares. A word is whole to its slash and beyond: Word breaks
    no line there.
    """
    rows = [[Cell((Line(()),), label=title) for title in block.header], *block.rows[:_LOOKED_AT]]
    columns = list(zip(*rows, strict=True))
    found: list[int] = []
    for whole in (_WORD_OR_DAY, _WORD):
        found = [max(_longest(cell, whole, wider) for cell in cells) for cells in columns]
        if sum(found) <= room:
            break
    else:
        return shared(found if sum(found) <= room * _TOO_WIDE else block.widths, room)
    lines = [[list(_lines(cell, wider)) for cell in cells] for cells in columns]

    @cache
    def heights(index: int, width: int) -> Sequence[float]:
        return [_height(cell, width) for cell in lines[index]]

    while (left := room - sum(found)) > 0:
        step = min(left, _STEP)
        taken = [heights(index, have) for index, have in enumerate(found)]
        gains = [
            _taken(taken) - _taken([*taken[:index], heights(index, have + step), *taken[index + 1 :]])
            for index, have in enumerate(found)
        ]
        best = max(gains)
        lacking = [share * room - have for share, have in zip(block.widths, found, strict=True)]
        candidates = [index for index, gain in enumerate(gains) if gain == best]
        found[max(candidates, key=lacking.__getitem__)] += step
    return found


def shared(shares: Sequence[float], room: int) -> list[int]:
    """Widths in twips that together fill the room, in proportion to the shares."""
    total = sum(shares)
    edges = [round(room * sum(shares[:index]) / total) for index in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _longest(cell: Cell, whole: re.Pattern[str], wider: float) -> int:
    """The width of the cell that the longest of what stays `whole` needs; a rating's words stay on one line."""
    bold = bool(cell.label) or cell.heads_row
    widths = [
        width(word, styles.TABLE_SIZE, bold=bold) for line in _texts(cell) for word in whole.findall(line)
    ]
    if cell.rating:
        widths.append(width(cell.lines[0].text, styles.TABLE_SIZE, bold=True) + _BADGE)
    return round(max(widths, default=0) * _SLACK * wider) + 2 * CELL_MARGIN + _indent(cell)


def _texts(cell: Cell) -> Iterator[str]:
    yield cell.label
    yield from (line.text for line in cell.lines)


def _indent(cell: Cell) -> int:
    listed = any(line.mark is not Mark.PLAIN for line in cell.lines)
    return round(styles.TABLE_BULLETS.indent * 20) if listed else 0


def _lines(cell: Cell, wider: float) -> Iterator[int]:
    """The widths of a cell's lines, were there room for each."""
    label = f"{cell.label} " if cell.label else ""
    for line in cell.lines:
        needed = width(label + line.text, styles.TABLE_SIZE, bold=cell.heads_row or bool(label)) * wider
        yield round(needed) + _indent(cell)
        label = ""


def _taken(heights: Sequence[Sequence[float]]) -> float:
    """About how many lines the rows take, each as many as its highest cell; the heights are given by column."""
    rows: Iterator[tuple[float, ...]] = zip(*heights, strict=True)
    return sum(map(max, rows))


def _height(lines: Sequence[int], width: int) -> float:
    """About how many lines a cell takes; parts of a line count, so that every step towards a whole one is worth it.

    Its lines are given by the width in twips that each would take.
    """
    room = width - 2 * CELL_MARGIN
    filled = max(room - _RAGGED, room / 2)
    return sum(1 if line <= room else max(2, line / filled) for line in lines)
