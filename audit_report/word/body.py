"""The body of the document: the report's blocks as XML, one after another."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

from audit_report.report.blocks import (
    Block,
    Box,
    Chart,
    Grid,
    Heading,
    Label,
    Labelled,
    Part,
    Prose,
    Subtitle,
    Timeline,
)
from audit_report.word import grids_and_boxes, styles, word_xml
from audit_report.word.page_sizes import Page
from audit_report.word.paragraphs import Writer

_SHORT = 400
"""The characters up to which a paragraph moves whole to the page of what follows it."""


def document(parts: Sequence[Part], sections: Sequence[tuple[Page, str]], writer: Writer) -> str:
    """The document part; `sections` are the pages and the section properties of each part of the report.

    The properties stand in the section's last paragraph, but the last section's at the end of the body.
    """
    written: list[str] = []
    for part, (page, section) in zip(parts, sections, strict=True):
        written += pieces(part.blocks, page, writer)
        if part is parts[-1]:
            written.append(section)
        else:
            written[-1] = word_xml.ending_section(written[-1], section)
    return word_xml.document_part("".join(written))


def pieces(blocks: Sequence[Block], page: Page, writer: Writer) -> Iterator[str]:
    """Blocks one after another; a paragraph is one piece."""
    before: Block | None = None
    for block, following in pairwise((*blocks, None)):
        if _is_table(block) and (following is None or _is_table(following)):
            raise ValueError(f"the table {block.title!r} has no words after it")
        if block is not None:
            introduces = _is_heading(before, 2) and _is_heading(following, 3)
            yield from _block(block, page, writer, keep_next=introduces or _belongs(block, following))
        before = block


def _is_heading(block: Block | None, level: int) -> bool:
    return isinstance(block, Heading) and block.level == level


def _belongs(block: Block, following: Block | None) -> bool:
    """Whether a block, or the end of it, stays on the page of what follows it."""
    match block:
        case Prose():
            return isinstance(following, Grid | Box | Labelled)
        case Grid() | Chart() | Timeline():
            return isinstance(following, Prose)
        case _:
            return isinstance(following, Labelled)


def _is_table(block: Block | None) -> TypeGuard[Grid | Box]:
    return isinstance(block, Grid | Box)


def _block(block: Block, page: Page, writer: Writer, *, keep_next: bool) -> Iterator[str]:
    """The pieces of a block; `keep_next` keeps the end of it on the page of what follows."""
    match block:
        case Heading():
            yield word_xml.paragraph(styles.HEADINGS[block.level].id, writer.heading(block.text, block.name))
        case Subtitle():
            yield word_xml.paragraph(styles.SUBTITLE.id, word_xml.run(block.text))
        case Label():
            yield word_xml.paragraph(styles.LABEL.id, word_xml.run(block.text))
        case Labelled():
            runs = word_xml.run(block.label, style=styles.LABEL_TEXT.id) + word_xml.run(f" {block.value}")
            yield word_xml.paragraph(styles.LABELLED.id, runs, keep_next=keep_next)
        case Prose():
            short = len(block.lines[-1].text) <= _SHORT if block.lines else False
            yield from writer.paragraphs(
                block.lines, styles.BODY_LINES, label=block.label, keep_last=keep_next and short
            )
        case Grid():
            yield from grids_and_boxes.grid(block, page, writer, keep_last=keep_next)
        case Box():
            yield from grids_and_boxes.box(block, page, writer)
        case Chart() | Timeline():
            yield writer.charts.paragraph(block, page, keep_next=keep_next)
