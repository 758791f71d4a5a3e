"""Grids and boxes: tables with a header row that repeats, rows that stay whole, and no empty cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from audit_report.report.blocks import Box, Cell, Grid
from audit_report.schema.rich_text import Mark
from audit_report.word import styles, word_xml
from audit_report.word.column_widths import fitted, shared
from audit_report.word.page_sizes import Page
from audit_report.word.paragraphs import Writer
from audit_report.word.styles import ParagraphStyle
from audit_report.word.styles_to_xml import CELL_MARGIN

_BOX_WIDTHS = (0.205, 0.525, 0.27)
_LABELS = 2060
"""The width in twips that the labels of a box take, so that none is broken where a house's pages are narrow."""
_CHARACTER = 118
"""The width in twips that a character of table text takes on average, line ends included."""
_LINE = 235
"""The height in twips of a line of table text."""
_WHOLE_ROW = 0.7
"""The share of a page up to which a row stays on one page; a taller one may not fit and is let split."""
_WHOLE_GRID = 0.3
"""The share of a page up to which a grid stays on one page."""
_SUBJECT = {**styles.TABLE_LINES, Mark.PLAIN: styles.TABLE_SUBJECT}


_Stack = Sequence[Cell]
"""What stands in one place of a table, from top to bottom: a cell, or several facts of a box."""


@dataclass(frozen=True, slots=True)
class _Table:
    """What the rows of one table share."""

    title: str
    widths: Sequence[int]
    writer: Writer

    def row(
        self,
        cells: Sequence[_Stack],
        looks: Mapping[Mark, ParagraphStyle] = styles.TABLE_LINES,
        *,
        whole: bool = False,
        keep_next: bool = False,
    ) -> str:
        """A row of the table; `looks` are the styles of its lines by their marks."""
        written = []
        for stack, width in zip(cells, self.widths, strict=True):
            if not any(map(_says_something, stack)):
                raise ValueError(f"an empty cell in the table {self.title!r}")
            pieces = [piece for cell in stack for piece in self._paragraphs(cell, looks, keep_next=keep_next)]
            written.append(word_xml.cell(width, "".join(pieces)))
        return word_xml.row(written, whole=whole)

    def _paragraphs(
        self, cell: Cell, looks: Mapping[Mark, ParagraphStyle], *, keep_next: bool
    ) -> Iterator[str]:
        """What a cell says: its label runs in before plain words, else stands above them."""
        label, lines = cell.label, cell.lines
        runs_in = lines and lines[0].mark is Mark.PLAIN and not (cell.rating or cell.heads_row)
        if label and not runs_in:
            yield word_xml.paragraph(styles.TABLE_LABEL.id, word_xml.run(label), keep_next=keep_next)
            label = ""
        if cell.rating and lines:
            badge = dict.fromkeys(Mark, styles.RATINGS[cell.rating])
            yield from self.writer.paragraphs(lines[:1], badge, keep_next=keep_next)
            lines = lines[1:]
        if lines:
            looks = styles.ROW_HEADINGS if cell.heads_row else looks
            yield from self.writer.paragraphs(lines, looks, label=label, keep_next=keep_next)

    def height(self, row: Sequence[_Stack], larger: float = 1) -> int:
        """About how high a row is, in twips; its letters are so many times `larger` than a table's."""
        lines = max(
            sum(_lines(cell, round(width / larger / self.writer.wider)) for cell in stack)
            for stack, width in zip(row, self.widths, strict=True)
        )
        return round(_LINE * larger * lines)

    def is_whole(self, row: Sequence[_Stack], page: Page, larger: float = 1) -> bool:
        """Whether a row stays on one page: a very high one may not fit."""
        return self.height(row, larger) <= page.text_height * _WHOLE_ROW


@cache
def _titles(titles: tuple[str, ...], widths: tuple[int, ...], *, keep_next: bool = False) -> str:
    """The header row over columns of these widths, which every box repeats."""
    if not all(title.strip() for title in titles):
        raise ValueError(f"a column has no title among {titles}")
    words = (
        word_xml.paragraph(styles.TABLE_HEADING.id, word_xml.run(title), keep_next=keep_next)
        for title in titles
    )
    return word_xml.row(map(word_xml.cell, widths, words), header=True, whole=True)


def _says_something(cell: Cell) -> bool:
    return bool(cell.label or any(line.text.strip() for line in cell.lines))


def grid(block: Grid, page: Page, writer: Writer, *, keep_last: bool = False) -> Iterator[str]:
    """The pieces of a grid: its opening, its rows and its end. A small one stays on one page.

    `keep_last` keeps its last row on the page of what follows.
    """
    table = _Table(block.title, fitted(block, page.text_width, writer.wider), writer)
    labelled = any(cell.heads_row for row in block.rows for cell in row)
    yield word_xml.table_start(
        styles.GRID.id, block.title, table.widths, labelled_column=labelled, banded=writer.banded
    )
    yield _titles(block.header, tuple(table.widths))
    rows = [[[cell] for cell in cells] for cells in block.rows]
    small = sum(map(table.height, rows)) <= page.text_height * _WHOLE_GRID
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        whole = table.is_whole(row, page)
        kept = (keep_last and whole) if following is None else (small or _opens_group(row, following))
        yield table.row(row, whole=whole, keep_next=kept)
    yield word_xml.TABLE_END


def box(block: Box, page: Page, writer: Writer) -> Iterator[str]:
    """The pieces of a box: titles over its columns, then its facts; it stays with what follows it.

    What it is about, its first fact, is in its most readable words.
    """
    table = _Table(block.title, shared(_box_widths(page, writer.wider), page.text_width), writer)
    yield word_xml.table_start(styles.BOX.id, block.title, table.widths, labelled_column=True)
    yield _titles(block.header, tuple(table.widths), keep_next=True)
    for index, (label, value, beside) in enumerate(block.rows()):
        row: list[_Stack] = [[label], [value], beside]
        looks, larger = (
            (styles.TABLE_LINES, 1.0) if index else (_SUBJECT, styles.BODY_SIZE / styles.TABLE_SIZE)
        )
        whole = table.is_whole(row, page, larger)
        yield table.row(row, looks, whole=whole, keep_next=whole)
    yield word_xml.TABLE_END


def _box_widths(page: Page, wider: float) -> tuple[float, ...]:
    """The columns' shares of the page: the labels are given the room they take, up to a third of it."""
    labels, *others = _BOX_WIDTHS
    needed = min(_LABELS * wider / page.text_width, 1 / 3)
    return (labels if labels >= needed else sum(others) * needed / (1 - needed), *others)


def _opens_group(row: Sequence[_Stack], following: Sequence[_Stack]) -> bool:
    """Whether a row names a whole whose parts, bulleted, come under it."""
    return not _bulleted(row[0]) and _bulleted(following[0])


def _bulleted(stack: _Stack) -> bool:
    return any(line.mark is Mark.BULLET for line in stack[0].lines[:1])


def _lines(cell: Cell, width: int) -> int:
    """About how many lines a cell's text takes."""
    room = max(1, (width - 2 * CELL_MARGIN) // _CHARACTER)
    return bool(cell.label) + sum([-(-len(line.text) // room) for line in cell.lines])
