"""Tables that a lead has pasted into long text: lines that tabs parted into the same number of pieces."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from audit_report.report.blocks import Cell, Grid, Prose
from audit_report.schema.rich_text import Line, Mark, RichText, Run, plain

_BETWEEN = re.compile(r" \|(?= |$)")
"""What reading puts between the pieces, such as "Policy | May"."""
_FEWEST = 2
"""The lines of a table: its header, and a row."""
_NOTHING = (plain("–"),)


def with_tables(lines: RichText, title: str) -> Iterator[Prose | Grid]:
    """The lines as paragraphs and tables of that title; of two tables that touch, the second stays lines."""
    if not any(" |" in line.text for line in lines):
        yield Prose(lines)
        return
    before: Prose | Grid | None = None
    for count, group in groupby(lines, key=_pieces):
        together = tuple(group)
        table = None if isinstance(before, Grid) or not count else _table(together, title)
        if isinstance(before, Prose) and table is None:
            before = Prose((*before.lines, *together))
            continue
        if before is not None:
            yield before
        before = table or Prose(together)
    if before is not None:
        yield before


def _pieces(line: Line) -> int:
    """How many pieces a line is parted into; 0 where it is none of a table."""
    parts = len(_BETWEEN.findall(line.text)) if line.mark is Mark.PLAIN else 0
    return parts + 1 if parts else 0


def _table(rows: Sequence[Line], title: str) -> Grid | None:
    """The rows as a table under the first of them; None where one is too few, or a column has no title.

    Nor is it one where a change of look parts what stands between two pieces.
    """
    header, *body = ([*_cells(row)] for row in rows)
    titles = tuple("".join(run.text for run in runs).strip() for runs in header)
    uneven = any(len(row) != len(titles) for row in body)
    if len(rows) < _FEWEST or not all(titles) or uneven:
        return None
    made = tuple(tuple(_cell(runs, heads_row=index == 0) for index, runs in enumerate(row)) for row in body)
    return Grid(title, titles, made, (1 / len(titles),) * len(titles))


def _cell(runs: Sequence[Run], *, heads_row: bool) -> Cell:
    words = "".join(run.text for run in runs).strip()
    return Cell((Line(_trimmed(runs)),) if words else _NOTHING, heads_row=heads_row)


def _trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    first, *others = runs
    *before, last = (first.saying(first.text.lstrip()), *others)
    return tuple(run for run in (*before, last.saying(last.text.rstrip())) if run.text)


def _cells(row: Line) -> Iterator[list[Run]]:
    """The runs of each piece of a row."""
    piece: list[Run] = []
    for run in row.runs:
        first, *rest = _BETWEEN.split(run.text)
        piece += [run.saying(first)] if first else []
        for text in rest:
            yield piece
            piece = [run.saying(text)] if text else []
    yield piece
