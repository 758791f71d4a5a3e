"""Grids and boxes in HTML: real tables, which a narrow screen shows as one cell under another."""

import htpy as h

from audit_report.report.blocks import Box, Cell, Grid
from audit_report.schema.rich_text import Mark
from audit_report.web.html_style import rating_class
from audit_report.web.html_text import lines_of, words_of

_WIDE = 7
"""The columns from which a grid needs a wide screen."""
_LONGEST_WORD = 24
"""The letters of a word that a column is made wide enough for."""

_LONGEST_REF = 16
"""The letters of a ref that stays on one line, hyphens and all."""


def grid(block: Grid) -> h.Element:
    """A table with a header row; each cell has its column's title too, for narrow screens, which show no header row."""
    rows = (
        h.tr[(_cell(cell, title) for cell, title in zip(row, block.header, strict=True))]
        for row in block.rows
    )
    return h.table(class_="grid wide" if len(block.header) >= _WIDE else "grid")[
        h.caption[block.title],
        h.thead[h.tr[map(_title, block.header)]],
        h.tbody[rows],
    ]


def _title(text: str) -> h.Element:
    """A column's title, which keeps its words whole but for very long ones; a line may break after "/"."""
    words = [word for piece in text.split() for word in piece.split("/")]
    pieces = [piece for each in text.split("/") for piece in ("/", h.wbr, each)][2:]
    return h.th(scope="col", class_="long" if any(len(word) > _LONGEST_WORD for word in words) else None)[
        pieces
    ]


def box(block: Box) -> h.Element:
    """A table of facts under titles, two a row: a label that heads it, its value, and what is said beside them."""
    rows = (
        h.tr[h.th(scope="row")[label.label], h.td[_content(value)], h.td[map(_beside, beside)]]
        for label, value, beside in block.rows()
    )
    return h.table(".box")[
        h.caption[block.title],
        h.thead[h.tr[map(_title, block.header)]],
        h.tbody[rows],
    ]


def _beside(fact: Cell) -> h.Node:
    """A fact whose label runs in before it."""
    if len(fact.lines) == 1 and fact.lines[0].mark is Mark.PLAIN and not fact.rating:
        return h.p[h.b(".label")[fact.label], " ", words_of(fact.lines[0])]
    return _labelled(fact)


def _cell(cell: Cell, title: str) -> h.Element:
    if cell.heads_row:
        words = " ".join(line.text for line in cell.lines)
        is_ref = len(words) <= _LONGEST_REF and " " not in words
        return h.th(scope="row", class_="ref" if is_ref else None)[_labelled(cell)]
    return h.td(data_label=title)[_labelled(cell)]


def _labelled(cell: Cell) -> h.Node:
    """A cell's content, its label running in before plain words, else above them."""
    if not cell.label:
        return _content(cell)
    runs_in = cell.lines and cell.lines[0].mark is Mark.PLAIN and not (cell.rating or cell.heads_row)
    if runs_in:
        return lines_of(cell.lines, cell.label)
    return [h.p(".label")[cell.label], lines_of(cell.lines)]


def _content(cell: Cell) -> h.Node:
    """A cell's lines: the first on the rating's panel where it has one, and a plain line alone without a paragraph."""
    if cell.rating:
        badge = h.p(class_=["rating", rating_class(cell.rating)])[words_of(cell.lines[0])]
        return [badge, lines_of(cell.lines[1:])]
    if len(cell.lines) == 1 and cell.lines[0].mark is Mark.PLAIN:
        return words_of(cell.lines[0])
    return lines_of(cell.lines)
