"""Cells that pasting a Word table has parted: a paragraph a row, and what has one paragraph merged down beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from audit_report.bring_in.their_file.grids import Grid, GridCell

_FEWEST_BLOCKS = 3
_SOME, _MOST = 0.25, 0.5


class _Block(NamedTuple):
    """A row of the Word table: its first and last rows here (0-based), and the columns merged over all of them."""

    top: int
    bottom: int
    merged: frozenset[int]


def with_whole_cells(grid: Grid) -> Grid:
    """The grid with such cells joined again, each in the first of its rows; any other grid as it is."""
    blocks = _blocks(grid)
    if not _are_paragraphs(grid, blocks):
        return grid
    cells = {row: dict(of_row) for row, of_row in grid.cells.items()}
    down_to: dict[tuple[int, int], int] = {}
    for block in blocks:
        for column, paragraphs in _parted(grid, block):
            for row, _ in paragraphs:
                del cells[row][column]
            cells.setdefault(block.top, {})[column] = _joined([cell for _, cell in paragraphs])
            down_to[block.top, column] = paragraphs[-1][0]
    return replace(grid, cells=cells, down_to=down_to)


def _blocks(grid: Grid) -> list[_Block]:
    """The runs of rows over which the leftmost column that has merged cells has one."""
    tall = [area for area in grid.merged.values() if area.bottom > area.top and area.left == area.right]
    first = min((area.left for area in tall), default=0)
    columns: dict[tuple[int, int], set[int]] = {}
    for area in tall:
        columns.setdefault((area.top, area.bottom), set()).add(area.left)
    found = [_Block(*rows, frozenset(merged)) for rows, merged in columns.items() if first in merged]
    return sorted(found)


def _are_paragraphs(grid: Grid, blocks: Sequence[_Block]) -> bool:
    """Whether the rows of blocks are paragraphs: what is merged differs from one to the next, and few are filled.

    A recommendation with a row for each of its actions has the same columns merged each time, and days in each row.
    """
    if len(blocks) < _FEWEST_BLOCKS:
        return False
    usual = Counter(block.merged for block in blocks).most_common(1)[0][1]
    ragged = sum(_is_ragged(grid, block) for block in blocks)
    lower = [
        cell
        for block in blocks
        for _, cells in _parted(grid, block)
        for row, cell in cells
        if row > block.top
    ]
    typed = sum(not isinstance(cell.value, str) for cell in lower)
    varied = len(blocks) - usual
    return min(varied, ragged) >= _SOME * len(blocks) and bool(lower) and typed <= _MOST * len(lower)


def _is_ragged(grid: Grid, block: _Block) -> bool:
    depths = {len(cells) for _, cells in _parted(grid, block)}
    return bool(depths) and depths != {block.bottom - block.top + 1}


def _parted(grid: Grid, block: _Block) -> Iterator[tuple[int, list[tuple[int, GridCell]]]]:
    """The columns of a block that are not merged, each with its cells that hold words and their rows."""
    rows = range(block.top, block.bottom + 1)
    columns = {column for row in rows for column in grid.filled(row)} - block.merged
    for column in sorted(columns):
        yield column, [(row, cell) for row in rows if (cell := grid.filled(row).get(column))]


def _joined(cells: Sequence[GridCell]) -> GridCell:
    """The paragraphs as one cell, with the look of the first; a single one is kept as it is."""
    if len(cells) == 1:
        return cells[0]
    words = "\n".join(cell.shown for cell in cells if cell.shown)
    struck = " ".join(cell.struck for cell in cells if cell.struck)
    return replace(cells[0], value=words, shown=words, struck=struck, is_month=False, is_formula=False)
