"""How the report looks in Word: every size and space, as the styles its paragraphs and tables refer to.

The built-in styles keep Word's own names; the project's start with "Report".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from audit_report import palette
from audit_report.model.scales import Colour, Shade
from audit_report.palette import GREY, INK, LINK_BLUE, NAVY, PALE, RED, RULE, WHITE
from audit_report.report.blocks import Rating
from audit_report.schema.rich_text import Mark

FONT = "Arial"
BODY_SIZE = 12
TABLE_SIZE = 10


@dataclass(frozen=True, slots=True)
class Listing:
    """A list's numbering: its place in the numbering part, the mark, and the indent in points."""

    number: int
    kind: Literal["bullet", "decimal", "upperLetter"]
    mark: str
    indent: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at a paragraph's side: colour, thickness and distance from the text in points."""

    colour: str
    width: float
    space: float


@dataclass(frozen=True)
class ParagraphStyle:
    """A paragraph style. Sizes and spaces are in points, `line` in lines; None is as in the style below."""

    name: str
    based_on: str = "Normal"
    size: float | None = None
    bold: bool = False
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    tight: bool = False
    centred: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    fill: str | None = None
    edges: Mapping[Literal["top", "left", "bottom", "right"], Edge] | None = None
    listing: Listing | None = None

    @cached_property
    def id(self) -> str:
        """What paragraphs call the style by."""
        return style_id(self.name)


@dataclass(frozen=True)
class CharacterStyle:
    """A style for a stretch of words."""

    name: str
    bold: bool = False
    underline: bool = False
    colour: str | None = None

    @cached_property
    def id(self) -> str:
        """What runs call the style by."""
        return style_id(self.name)


@dataclass(frozen=True)
class TableStyle:
    """A table style: its frame (width in points), and the fills of its header row and first column."""

    name: str
    frame: str
    frame_width: float
    header_fill: str | None = None
    label_fill: str | None = None

    @cached_property
    def id(self) -> str:
        """What tables call the style by."""
        return style_id(self.name)


def shown_name(name: str) -> str:
    """A style's name as Word shows it: "heading 1" is "Heading 1"."""
    return name[:1].upper() + name[1:]


@cache
def style_id(name: str) -> str:
    """The id Word gives a style of this name: "heading 1" is "Heading1"."""
    return name.title().replace(" ", "")


BULLETS = Listing(1, "bullet", "•", 18)
NUMBERS = Listing(2, "decimal", "%1.", 22)
LETTERS = Listing(3, "upperLetter", "%1.", 22)
TABLE_BULLETS = Listing(4, "bullet", "•", 9)
TABLE_NUMBERS = Listing(5, "decimal", "%1.", 16)
TABLE_LETTERS = Listing(6, "upperLetter", "%1.", 16)
LISTINGS = (BULLETS, NUMBERS, LETTERS, TABLE_BULLETS, TABLE_NUMBERS, TABLE_LETTERS)

NORMAL = ParagraphStyle("Normal", based_on="", size=BODY_SIZE, colour=INK, before=3, after=3, line=1)
HEADINGS = {
    1: ParagraphStyle(
        "heading 1", size=24, bold=True, colour=NAVY, before=0, after=4, line=1, keep_next=True, outline=0
    ),
    2: ParagraphStyle(
        "heading 2", size=15, bold=True, colour=NAVY, before=12, after=3, line=1, keep_next=True, outline=1
    ),
    3: ParagraphStyle(
        "heading 3", size=13, bold=True, colour=NAVY, before=8, after=3, line=1, keep_next=True, outline=2
    ),
}
SUBTITLE = ParagraphStyle(
    "Subtitle", size=15, colour=GREY, before=0, after=10, edges={"bottom": Edge(NAVY, 1.5, 8)}
)
LABEL = ParagraphStyle("Report Label", colour=NAVY, before=10, after=0, keep_next=True)
LABELLED = ParagraphStyle("Report Labelled", before=3, after=8, tight=True, keep_lines=True)
CHART = ParagraphStyle("Report Chart", before=8, after=8, line=1)
LIST_BULLET = ParagraphStyle("List Bullet", before=1, after=2, listing=BULLETS)
LIST_NUMBER = ParagraphStyle("List Number", before=1, after=2, listing=NUMBERS)
LIST_LETTER = ParagraphStyle("Report List Letter", before=1, after=2, listing=LETTERS)

TABLE_TEXT = ParagraphStyle("Report Table Text", size=TABLE_SIZE, before=0, after=1, line=1)
TABLE_HEADING = ParagraphStyle(
    "Report Table Heading", TABLE_TEXT.name, bold=True, colour=WHITE, keep_next=True, fill=NAVY
)
TABLE_SUBJECT = ParagraphStyle("Report Table Subject", TABLE_TEXT.name, size=BODY_SIZE)
TABLE_BULLET = ParagraphStyle("Report Table Bullet", TABLE_TEXT.name, listing=TABLE_BULLETS)
TABLE_LABEL = ParagraphStyle("Report Table Label", TABLE_TEXT.name, bold=True, colour=NAVY)
TABLE_LABEL_BULLET = ParagraphStyle(
    "Report Table Label Bullet", TABLE_TEXT.name, bold=True, colour=NAVY, listing=TABLE_BULLETS
)
TABLE_NUMBER = ParagraphStyle("Report Table Number", TABLE_TEXT.name, listing=TABLE_NUMBERS)
TABLE_LETTER = ParagraphStyle("Report Table Letter", TABLE_TEXT.name, listing=TABLE_LETTERS)

HEADER = ParagraphStyle(
    "header", size=TABLE_SIZE, colour=GREY, before=0, after=3, line=1, edges={"bottom": Edge(RULE, 0.5, 4)}
)
FOOTER = ParagraphStyle(
    "footer", size=TABLE_SIZE, colour=GREY, before=0, after=0, line=1, edges={"top": Edge(RULE, 0.5, 4)}
)
DRAFT_MARK = ParagraphStyle(
    "Report Draft Mark", size=11, bold=True, colour=WHITE, before=0, after=1, line=1, centred=True, fill=RED
)


def _badge(name: str, rating: Rating) -> ParagraphStyle:
    """A rating's own style: its words on a filled panel within the cell."""
    panel = palette.RATINGS[rating]
    edge, flat = Edge(panel.frame, 0.75, 2), Edge(panel.frame, 0.75, 1)
    sides: Mapping[Literal["top", "left", "bottom", "right"], Edge]
    sides = {"top": flat, "left": edge, "bottom": flat, "right": edge}
    return ParagraphStyle(
        name,
        TABLE_TEXT.name,
        bold=True,
        colour=panel.letters,
        before=1,
        after=2,
        fill=panel.fill,
        edges=sides,
    )


RATINGS: Mapping[Rating, ParagraphStyle] = {
    **{colour: _badge(f"Report Status {colour}", colour) for colour in Colour},
    **{shade: _badge(f"Report Priority {shade}", shade) for shade in Shade},
}

BODY_LINES: Mapping[Mark, ParagraphStyle] = {
    Mark.PLAIN: NORMAL,
    Mark.BULLET: LIST_BULLET,
    Mark.NUMBER: LIST_NUMBER,
    Mark.LETTER: LIST_LETTER,
}
TABLE_LINES: Mapping[Mark, ParagraphStyle] = {
    Mark.PLAIN: TABLE_TEXT,
    Mark.BULLET: TABLE_BULLET,
    Mark.NUMBER: TABLE_NUMBER,
    Mark.LETTER: TABLE_LETTER,
}
ROW_HEADINGS: Mapping[Mark, ParagraphStyle] = {
    **TABLE_LINES,
    Mark.PLAIN: TABLE_LABEL,
    Mark.BULLET: TABLE_LABEL_BULLET,
}

LABEL_TEXT = CharacterStyle("Report Label Text", bold=True, colour=NAVY)
HYPERLINK = CharacterStyle("Hyperlink", underline=True, colour=LINK_BLUE)

GRID = TableStyle("Report Grid", frame=RULE, frame_width=0.5, header_fill=NAVY)
BOX = TableStyle("Report Box", frame=NAVY, frame_width=1.25, header_fill=NAVY, label_fill=PALE)

PARAGRAPH_STYLES = (
    NORMAL,
    *HEADINGS.values(),
    SUBTITLE,
    LABEL,
    LABELLED,
    CHART,
    LIST_BULLET,
    LIST_NUMBER,
    LIST_LETTER,
    TABLE_TEXT,
    TABLE_HEADING,
    TABLE_SUBJECT,
    TABLE_LABEL,
    TABLE_LABEL_BULLET,
    TABLE_BULLET,
    TABLE_NUMBER,
    TABLE_LETTER,
    *RATINGS.values(),
    HEADER,
    FOOTER,
    DRAFT_MARK,
)
CHARACTER_STYLES = (LABEL_TEXT, HYPERLINK)
TABLE_STYLES = (GRID, BOX)
