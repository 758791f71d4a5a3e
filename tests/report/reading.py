"""Reading blocks back: what a test says about them in a few words."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from audit_report.report.blocks import (
    Block,
    Box,
    Cell,
    Chart,
    Grid,
    Heading,
    Label,
    Labelled,
    Prose,
    Subtitle,
    Timeline,
)
from audit_report.schema.rich_text import Mark, RichText

B = TypeVar("B")

_SHOWN = {Mark.PLAIN: "", Mark.BULLET: "• ", Mark.NUMBER: "1. ", Mark.LETTER: "A. "}


def of_type(kind: type[B], blocks: Iterable[Block]) -> list[B]:
    """The blocks of one kind."""
    return [block for block in blocks if isinstance(block, kind)]


def only(kind: type[B], blocks: Iterable[Block]) -> B:
    """The one block of a kind."""
    [block] = of_type(kind, blocks)
    return block


def said(lines: RichText) -> str:
    """The lines, each with its mark."""
    return "\n".join(_SHOWN[line.mark] + line.text for line in lines)


def cell(of: Cell) -> str:
    """A cell: its label, then its lines."""
    return " ".join(filter(None, (of.label, said(of.lines))))


def table(grid: Grid) -> list[list[str]]:
    """The cells of a grid, row by row."""
    return [[cell(each) for each in row] for row in grid.rows]


def column(grid: Grid, title: str) -> list[str]:
    """A column of a grid, from top to bottom."""
    index = grid.header.index(title)
    return [row[index] for row in table(grid)]


def outline(blocks: Iterable[Block]) -> Iterator[str]:
    """A line a block, for the order of things."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{'#' * block.level} {block.text}"
            case Prose():
                yield " ".join(filter(None, (block.label, said(block.lines))))
            case Subtitle() | Label():
                yield block.text
            case Labelled():
                yield f"{block.label} {block.value}"
            case Grid() | Box() | Chart() | Timeline():
                yield f"[{block.title}]"
