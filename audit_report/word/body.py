"""The body of the document: the report's blocks as pieces of XML, one after another."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

from audit_report.report.blocks import Block, Box, Grid, Heading, Label, Labelled, Part, Prose, Subtitle
from audit_report.word import ooxml, styles, tables
from audit_report.word.lines import Writer
from audit_report.word.pages import Page, page_of

_SHORT = 400
"""The characters up to which a paragraph moves whole to the page of what follows it."""
_SECTION_END = ooxml.paragraph(styles.SECTION_END.id, "")


def document(parts: Sequence[Part], references: Sequence[str], writer: Writer) -> Iterator[str]:
    """The document part in pieces; `references` name each part's header and footer.

    A part is a section, whose properties stand in its last paragraph. Where a table ends the part they stand
    in a paragraph a point high after it: Word has no other place for them.
    """
    yield f"{ooxml.DECLARATION}<w:document {ooxml.NAMESPACES}><w:body>"
    for index, (part, reference) in enumerate(zip(parts, references, strict=True), 1):
        page = page_of(landscape=part.landscape)
        section = page.section(reference)
        last = ""
        for piece in _part(part, page, writer):
            yield last
            last = piece
        if not ooxml.is_paragraph(last):
            yield last
            last = _SECTION_END
        yield f"{last}{section}" if index == len(parts) else ooxml.ending_section(last, section)
    yield "</w:body></w:document>"


def _part(part: Part, page: Page, writer: Writer) -> Iterator[str]:
    for block, following in pairwise((*part.blocks, None)):
        if _is_table(block) and _is_table(following):
            raise ValueError(f"the tables {block.title!r} and {following.title!r} have nothing between them")
        if block is not None:
            keep_next = isinstance(following, Labelled) or (
                isinstance(block, Prose) and isinstance(following, Grid | Box)
            )
            yield from _block(block, page, writer, keep_next=keep_next)


def _is_table(block: Block | None) -> TypeGuard[Grid | Box]:
    return isinstance(block, Grid | Box)


def _block(block: Block, page: Page, writer: Writer, *, keep_next: bool) -> Iterator[str]:
    """The pieces of a block; `keep_next` keeps its last words on the page of the table or names that follow."""
    match block:
        case Heading():
            yield ooxml.paragraph(styles.HEADINGS[block.level].id, ooxml.run(block.text))
        case Subtitle():
            yield ooxml.paragraph(styles.SUBTITLE.id, ooxml.run(block.text))
        case Label():
            yield ooxml.paragraph(styles.LABEL.id, ooxml.run(block.text))
        case Labelled():
            runs = ooxml.run(block.label, style=styles.LABEL_TEXT.id) + ooxml.run(f" {block.value}")
            yield ooxml.paragraph(styles.LABELLED.id, runs, keep_next=keep_next)
        case Prose():
            short = len(block.lines[-1].text) <= _SHORT if block.lines else False
            yield from writer.paragraphs(block.lines, styles.BODY_LINES, keep_last=keep_next and short)
        case Grid():
            yield from tables.grid(block, page, writer)
        case Box():
            yield from tables.box(block, page, writer)
