"""Grids and boxes: tables with a header row that repeats, rows that stay whole, and no empty cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from audit_report.report.blocks import Box, Cell, Grid
from audit_report.schema.rich_text import Mark, plain
from audit_report.word import styles, word_xml
from audit_report.word.page_sizes import Page
from audit_report.word.paragraphs import Writer
from audit_report.word.style_xml import CELL_MARGIN
from audit_report.word.styles import ParagraphStyle

_BOX_WIDTHS = (0.24, 0.46, 0.30)
_LABELS = 2300
"""The width in twips that the labels of a box take, so that none is broken where a house's pages are narrow."""
_CHARACTER = 118
"""The width in twips that a character of table text takes on average, line ends included."""
_LINE = 250
"""The height in twips of a line of table text."""
_WHOLE_ROW = 0.7
"""The share of a page up to which a row stays on one page; a taller one may not fit and is let split."""
_WHOLE_GRID = 0.3
"""The share of a page up to which a grid stays on one page."""
_SHORT = 80
"""The characters up to which the words of a cell are likely to recur."""
_HEADING = {Mark.PLAIN: styles.TABLE_HEADING}


@dataclass(frozen=True, slots=True)
class _Table:
    """What the rows of one table share."""

    title: str
    widths: Sequence[int]
    writer: Writer

    def row(
        self,
        cells: Sequence[Cell],
        looks: Mapping[Mark, ParagraphStyle] = styles.TABLE_LINES,
        *,
        header: bool = False,
        whole: bool = False,
        keep_next: bool = False,
    ) -> str:
        written = []
        for cell, width in zip(cells, self.widths, strict=True):
            if not cell.label and not "".join([line.text for line in cell.lines]).strip():
                raise ValueError(f"an empty cell in the table {self.title!r}")
            if looks is styles.TABLE_LINES and _recurs(cell):
                written.append(_recurring(cell, width, keep_next=keep_next))
            else:
                written.append(_cell(cell, width, looks, self.writer, keep_next=keep_next))
        return word_xml.row(written, header=header, whole=whole)

    def height(self, cells: Sequence[Cell]) -> int:
        """About how high a row is, in twips."""
        return _LINE * max(map(_lines, cells, self.widths))


def _cell(
    cell: Cell, width: int, looks: Mapping[Mark, ParagraphStyle], writer: Writer, *, keep_next: bool
) -> str:
    """A cell: its label runs in before plain words, else stands above them."""
    label, lines = cell.label, cell.lines
    paragraphs: list[str] = []
    runs_in = lines and lines[0].mark is Mark.PLAIN and not (cell.rating or cell.heads_row)
    if label and not runs_in:
        paragraphs.append(word_xml.paragraph(styles.TABLE_LABEL.id, word_xml.run(label), keep_next=keep_next))
        label = ""
    if cell.rating and lines:
        badge = dict.fromkeys(Mark, styles.RATINGS[cell.rating])
        paragraphs += writer.paragraphs(lines[:1], badge, keep_next=keep_next)
        lines = lines[1:]
    looks = styles.ROW_HEADINGS if cell.heads_row else looks
    paragraphs += writer.paragraphs(lines, looks, label=label, keep_next=keep_next)
    return word_xml.cell(width, "".join(paragraphs))


def _recurs(cell: Cell) -> bool:
    """Whether a cell is short and plain, and so like many others; it then refers to nothing the document holds once."""
    if len(cell.lines) != 1:
        return not cell.lines
    [(runs, mark)] = cell.lines
    return mark is Mark.PLAIN and len(runs) == 1 and not runs[0].link and len(runs[0].text) <= _SHORT


@lru_cache(maxsize=1000)
def _recurring(cell: Cell, width: int, *, keep_next: bool) -> str:
    """The same for cells that recur, each written once."""
    return _cell(cell, width, styles.TABLE_LINES, Writer(), keep_next=keep_next)


def grid(block: Grid, page: Page, writer: Writer, *, keep_last: bool = False) -> Iterator[str]:
    """The pieces of a grid: its opening, its rows and its end. A small one stays on one page.

    `keep_last` keeps its last row on the page of what follows.
    """
    table = _Table(block.title, _columns(block.widths, page), writer)
    labelled = any(cell.heads_row for row in block.rows for cell in row)
    yield word_xml.table_start(styles.GRID.id, block.title, table.widths, labelled_column=labelled)
    yield table.row([Cell((plain(text),)) for text in block.header], _HEADING, header=True, whole=True)
    heights = [table.height(cells) for cells in block.rows]
    small = sum(heights) <= page.text_height * _WHOLE_GRID
    for cells, height, following in zip(block.rows, heights, (*block.rows[1:], None), strict=True):
        whole = height <= page.text_height * _WHOLE_ROW
        kept = (keep_last and whole) if following is None else (small or _opens_group(cells, following))
        yield table.row(cells, whole=whole, keep_next=kept)
    yield word_xml.TABLE_END


def box(block: Box, page: Page, writer: Writer) -> Iterator[str]:
    """The pieces of a box, whose first row names what it is about; it stays with what follows it."""
    table = _Table(block.title, _columns(_box_widths(page), page), writer)
    yield word_xml.table_start(styles.BOX.id, block.title, table.widths, labelled_column=True)
    for index, cells in enumerate(block.rows):
        whole = table.height(cells) <= page.text_height * _WHOLE_ROW
        yield table.row(cells, header=index == 0, whole=whole, keep_next=whole)
    yield word_xml.TABLE_END


def _box_widths(page: Page) -> tuple[float, ...]:
    """The columns' shares of the page: the labels are given the room they take, up to a third of it."""
    labels, *others = _BOX_WIDTHS
    needed = min(_LABELS / page.text_width, 1 / 3)
    return (labels if labels >= needed else sum(others) * needed / (1 - needed), *others)


def _columns(shares: Sequence[float], page: Page) -> list[int]:
    """Widths in twips that together fill the page, in proportion to the shares."""
    total = sum(shares)
    edges = [round(page.text_width * sum(shares[:index]) / total) for index in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _opens_group(cells: Sequence[Cell], following: Sequence[Cell]) -> bool:
    """Whether a row names a whole whose parts, bulleted, come under it."""
    return not _bulleted(cells[0]) and _bulleted(following[0])


def _bulleted(cell: Cell) -> bool:
    return any(line.mark is Mark.BULLET for line in cell.lines[:1])


def _lines(cell: Cell, width: int) -> int:
    """About how many lines a cell's text takes."""
    room = max(1, (width - 2 * CELL_MARGIN) // _CHARACTER)
    return bool(cell.label) + sum([-(-len(line.text) // room) for line in cell.lines])
