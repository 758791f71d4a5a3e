"""The report as plain text, so that a person can read what changed between two versions of it.

What only shows in looks is spelt out: **bold**, _italic_, <links> and [ratings].
"""

from collections.abc import Iterable, Iterator
from textwrap import fill, indent

from audit_report.report.blocks import (
    Block,
    Box,
    Cell,
    Chart,
    Grid,
    Heading,
    Label,
    Labelled,
    Part,
    Prose,
    Report,
    Subtitle,
    Timeline,
)
from audit_report.schema.rich_text import Line, Mark, RichText, Run

_WIDTH = 100
_INDENT = "    "


def as_text(report: Report) -> str:
    """The report's words in reading order, wrapped; the same for the same report."""
    pieces = [_properties(report), *(piece for part in report.parts for piece in _part(part))]
    return "\n\n".join(pieces) + "\n"


def _properties(report: Report) -> str:
    named = {
        "Title": report.title,
        "Subject": report.subject,
        "Author": report.author,
        "Language": report.language,
        "Header": report.header,
        "Footer": report.footer,
        "Page number": report.page_number,
        "Draft mark": report.draft_mark,
    }
    return "\n".join(_wrapped(value, f"{name}: ") for name, value in named.items() if value)


def _part(part: Part) -> Iterator[str]:
    yield f"--- {'landscape' if part.landscape else 'portrait'} pages ---"
    yield from map(_block, part.blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {block.text}"
        case Subtitle() | Label():
            return block.text
        case Prose():
            return _lines(block.lines, block.label)
        case Labelled():
            return _wrapped(f"{block.label} {block.value}")
        case Grid() | Box() | Chart() | Timeline():
            return _titled(block)


def _titled(block: Grid | Box | Chart | Timeline) -> str:
    match block:
        case Grid():
            return _grid(block)
        case Box():
            return _box(block)
        case Chart() | Timeline():
            return f"[Chart: {block.title}]\n{_wrapped(block.description, _INDENT)}"


def _grid(grid: Grid) -> str:
    """A table: its title and columns, then each row as a list of column and value."""
    pieces = [f"[Table: {grid.title}]"]
    for row in grid.rows:
        cells = zip(grid.header, row, strict=True)
        pieces.append(indent("\n".join(_named(f"{name}:", cell) for name, cell in cells), _INDENT))
    return "\n\n".join(pieces)


def _box(box: Box) -> str:
    """A box: its title, then a fact a line."""
    titles = " | ".join(box.header)
    return "\n".join(
        [
            f"[Box: {box.title}]",
            f"{_INDENT}{titles}",
            *(indent(_named("", fact), _INDENT) for fact in box.facts),
        ]
    )


def _named(name: str, cell: Cell) -> str:
    """A cell after the name it goes by, on one line where it has only one."""
    rating = f" [{cell.rating.value}]" if cell.rating else ""
    lead = " ".join(filter(None, (name, cell.label)))
    text = _lines(cell.lines) + rating
    if len(cell.lines) == 1 and cell.lines[0].mark is Mark.PLAIN:
        return _wrapped(_words(cell.lines[0]) + rating, f"{lead} ")
    return f"{lead}\n{indent(text, _INDENT)}"


def _lines(lines: RichText, label: str = "") -> str:
    """Paragraphs and list items; numbers and letters count from the start of each list."""
    said = [_words(line) for line in lines]
    if label:
        said[0] = f"{label} {said[0]}"
    return "\n".join(map(_wrapped, said, _marks(lines)))


def _marks(lines: Iterable[Line]) -> Iterator[str]:
    last, count = Mark.PLAIN, 0
    for line in lines:
        count = count + 1 if line.mark is last else 1
        last = line.mark
        match line.mark:
            case Mark.PLAIN:
                yield ""
            case Mark.BULLET:
                yield "• "
            case Mark.NUMBER:
                yield f"{line.label or f'{count}.'} "
            case Mark.LETTER:
                yield f"{chr(ord('A') + count - 1)}. "


def _words(line: Line) -> str:
    return "".join(map(_run, line.runs))


def _run(run: Run) -> str:
    bold, italic = "**" * run.bold, "_" * run.italic
    address = f"#{run.within}" if run.within else run.link
    link = f" <{address}>" if address else ""
    return f"{bold}{italic}{run.text}{link}{italic}{bold}"


def _wrapped(text: str, lead: str = "") -> str:
    """Text no wider than a page, its further lines set in."""
    return fill(
        text,
        _WIDTH,
        initial_indent=lead,
        subsequent_indent=_INDENT if lead else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
