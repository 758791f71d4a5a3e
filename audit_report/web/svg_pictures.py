"""Charts and timelines as pictures that the page draws itself.

Lengths across are in per cent and heights in the size of the text: the bars grow with the screen and the words with
what the reader asks for, so that both are legible on a telephone. No bar rests on its colour: it is labelled, and has
the fill and the frame of its rating's panel.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from textwrap import wrap
from unicodedata import east_asian_width

import htpy as h

from audit_report.report.blocks import Chart, Series, Span, Timeline
from audit_report.web.html_style import rating_class

_CHARACTERS, _MOST_LINES = 36, 4
"""The characters of a line of words that fit the narrowest screen, and the most lines of a name."""
_LINE, _BAR, _SPAN, _GAP = 1.25, 1.75, 0.9, 0.9
"""The heights of a line of words, of a chart's bar, of a timeline's, and of what stands between two bars."""
_MOST_MARKS, _MARK_CHARACTERS = 4, 9
"""How many periods are named at the head of a timeline, and the characters that their words have."""
_ROOM_FOR_A_NUMBER = 0.06
"""The share of the width that a bar needs to hold its number; the table beside the picture has them all."""
_WIDE_LETTERS = {"F", "W"}


@dataclass(slots=True)
class _Column:
    """A picture's pieces one under another; `height` is what they take so far."""

    height: float = 0

    def words(self, text: str, *, x: float = 0, class_: str | None = None) -> h.Element:
        """Words in as many lines as they need; very long ones end in dots: those beside the picture have them all."""
        top = self.height
        lines = _lines(text, _CHARACTERS)
        self.height += _LINE * len(lines) + 0.35
        return h.text(class_=class_)[
            (h.tspan(x=_em(x), y=_em(top + _LINE * number))[line] for number, line in enumerate(lines, 1))
        ]

    def room(self, height: float) -> float:
        """Where a piece of a height begins."""
        begins = self.height
        self.height += height
        return begins


def chart(block: Chart, name: str) -> h.Element:
    """A bar for each category, divided into the series, whose numbers stand in it; none is written for 0."""
    column = _Column()
    longest = max(map(sum, zip(*(series.values for series in block.series), strict=True)))
    pieces: list[h.Node] = [column.words(block.title, class_="title")]
    for number, category in enumerate(block.categories):
        pieces += [column.words(category), *_bar(block.series, number, longest, column.room(_BAR))]
        column.room(_GAP)
    pieces += [_key(series, column) for series in block.series]
    return _picture(block, name, pieces, column.height)


def timeline(block: Timeline, name: str) -> h.Element:
    """A row that names the periods, then each bar under its name."""
    column, periods = _Column(), len(block.periods)
    pieces: list[h.Node] = [column.words(block.title, class_="title")]
    pieces += _marks(block.periods, column.room(2 * _LINE + 0.4))
    for span in block.spans:
        pieces.append(column.words(span.name))
        top = column.room(_SPAN)
        pieces += [*_rules(block.periods, top), _span(span, periods, top)]
        column.room(_GAP)
    return _picture(block, name, pieces, column.height)


def _picture(block: Chart | Timeline, name: str, pieces: Sequence[h.Node], height: float) -> h.Element:
    """The whole, with the words that stand for it where it is not seen."""
    title, description = f"{name}-title", f"{name}-description"
    words = f"{title} {description}"
    return h.svg(".picture", role="img", aria_labelledby=words, width="100%", height=_em(height + 0.5))[
        h.title(id=title)[block.title],
        h.desc(id=description)[block.description],
        pieces,
    ]


def _bar(series: Sequence[Series], category: int, longest: int, top: float) -> Iterator[h.Element]:
    """The panels of a category's bar, from left to right."""
    values = [each.values[category] for each in series]
    for each, value, start in zip(series, values, accumulate(values, initial=0), strict=False):
        if value:
            x, width = _share(start, longest), _share(value, longest)
            panel = h.rect(".panel", x=x, y=_em(top), width=width, height=_em(_BAR))
            middle, base = _share(start + value / 2, longest), _em(top + _BAR / 2 + 0.35)
            number = h.text(".number", x=middle, y=base, text_anchor="middle")[str(value)]
            fits = value / longest >= _ROOM_FOR_A_NUMBER
            yield h.g(class_=rating_class(each.rating))[panel, number if fits else None]


def _key(series: Series, column: _Column) -> h.Element:
    """What the panel of a series stands for."""
    panel = h.rect(".panel", x="1", y=_em(column.height + 0.2), width=_em(1.2), height=_em(1.2))
    return h.g(class_=rating_class(series.rating))[panel, column.words(series.name, x=1.8)]


def _span(span: Span, periods: int, top: float) -> h.Element:
    x, width = _share(span.first, periods), _share(span.last - span.first + 1, periods)
    return h.rect(".span", x=x, y=_em(top), width=width, height=_em(_SPAN))


def _rules(periods: Sequence[str], top: float) -> Iterator[h.Element]:
    """A rule beside a bar where each period that may be named begins."""
    for at in range(0, len(periods) + 1, _step(periods)):
        x = _share(at, len(periods))
        yield h.line(".rule", x1=x, x2=x, y1=_em(top - _GAP / 4), y2=_em(top + _SPAN + _GAP / 4))


def _marks(periods: Sequence[str], top: float) -> Iterator[h.Element]:
    """The names of the periods that have room, each of their words on a line."""
    step = _step(periods)
    for at in range(0, len(periods) - step + 1, step):
        x = _share(at, len(periods))
        words = (
            h.tspan(x=x, y=_em(top + _LINE * line))[_lines(word, _MARK_CHARACTERS)[0]]
            for line, word in enumerate(periods[at].split()[:2], 1)
        )
        yield h.text[words]


def _step(periods: Sequence[str]) -> int:
    """The number of periods from one that may be named to the next."""
    return ceil(len(periods) / _MOST_MARKS)


def _lines(text: str, characters: int) -> list[str]:
    """Text in lines of so many characters; a letter that is as wide as it is high counts as two."""
    counted = "".join(f"{each}\0" if east_asian_width(each) in _WIDE_LETTERS else each for each in text)
    lines = wrap(counted, characters, max_lines=_MOST_LINES, placeholder=" …")
    return [line.replace("\0", "") for line in lines]


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.2f}%"


def _em(height: float) -> str:
    return f"{height:.2f}em"
