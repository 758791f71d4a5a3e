"""Lists: their definitions, and a count that starts again with each numbered list of the document."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_report.schema.rich_text import Line, Mark, number_typed
from audit_report.word.styles import FONT, LISTINGS, PARAGRAPH_STYLES, Listing
from audit_report.word.word_xml import NAMESPACES

END = "</w:numbering>"
DEEPEST = 8
"""The deepest level that Word knows, counting from 0."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists a document has from the start.

    `opening` is the numbering part up to where further lists go, `places` each list style's definition and its
    level there, `free` the first number that no list has.
    """

    opening: str
    places: Mapping[Listing, tuple[int, int]]
    free: int


def default_lists() -> Lists:
    """A list for each list style."""
    definitions = "".join(definition(listing, listing.number) for listing in LISTINGS)
    lists = "".join(open_list(listing.number, listing.number) + "</w:num>" for listing in LISTINGS)
    places = {listing: (listing.number, 0) for listing in LISTINGS}
    return Lists(f"<w:numbering {NAMESPACES}>{definitions}{lists}", places, len(LISTINGS) + 1)


class Numbering:
    """The lists a document has come to use: those it has from the start, and more for each that restarts."""

    def __init__(self, lists: Lists | None = None) -> None:
        self._lists = lists or default_lists()
        self._restarts: list[tuple[int, int, int]] = []

    def start(self, listing: Listing, first: int, deeper: int = 0) -> tuple[int, int]:
        """The number and level of a fresh list that counts from `first`, so many levels deeper than the style's."""
        defined, level = self._lists.places[listing]
        level = min(level + deeper, DEEPEST)
        self._restarts.append((defined, level, first))
        return self._lists.free + len(self._restarts) - 1, level

    def xml(self) -> str:
        """The numbering part."""
        restarts = "".join(
            f'{open_list(number, defined)}<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/>'
            "</w:lvlOverride></w:num>"
            for number, (defined, level, first) in enumerate(self._restarts, self._lists.free)
        )
        return f"{self._lists.opening}{restarts}{END}"


class Counting:
    """The lists that the lines of one text count in: a fresh one wherever a line would not count as it is typed."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._mark = Mark.PLAIN
        self._level = 0
        self._place: tuple[int, int] | None = None
        self._next = -1

    def place(self, line: Line, listing: Listing | None) -> tuple[int, int] | None:
        """The list of a line and its level there; None where it counts in none."""
        typed, mark_before = number_typed(line), self._mark
        self._mark = line.mark
        if listing is None:
            return None
        if line.mark not in (Mark.NUMBER, Mark.LETTER):
            return self._numbering.start(listing, 1, line.level) if line.level else None
        goes_on = line.mark is mark_before if typed is None else typed == self._next
        if not goes_on or line.level != self._level:
            self._next, self._level = 1 if typed is None else typed, line.level
            self._place = self._numbering.start(listing, self._next, line.level)
        self._next += 1
        return self._place


def open_list(number: int, defined: int) -> str:
    """The opening of a list that follows a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{defined}"/>'


def definition(listing: Listing, number: int) -> str:
    """How the lists of a style look, as the definition of that number; each level is set in as far as the first."""
    levels = "".join(_level(listing, level) for level in range(DEEPEST + 1))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )


def _level(listing: Listing, level: int) -> str:
    style = next(style for style in PARAGRAPH_STYLES if style.listing is listing)
    indent = round(listing.indent * 20)
    of_style = "" if level else f'<w:pStyle w:val="{style.id}"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{listing.kind}"/>{of_style}'
        f'<w:lvlText w:val="{listing.mark.replace("%1", f"%{level + 1}")}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent * (level + 1)}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:hint="default"/></w:rPr>'
        "</w:lvl>"
    )
