"""What a document's styles and defaults give its paragraphs, text and tables, each over the style it is based on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml.etree import _Element as Element

from audit_report.word.read_back.list_labels import Lists, Place
from audit_report.word.read_back.look_properties import Look, over, own_look, settled
from audit_report.word.read_back.theme import Theme
from audit_report.word.read_back.word_elements import W, child, value

_Frozen = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Looks:
    """How a paragraph, the text in it and the cell around it look."""

    paragraph: Look
    text: Look
    cell: Look


class Styling:
    """What gives a document's text its looks: its styles, lists and theme."""

    def __init__(self, styles: Element | None, numbering: Element | None, theme: Element | None) -> None:
        self.lists = Lists(numbering)
        self.sheet = StyleSheet(styles, self.lists)
        self._theme = Theme(theme)
        self._kept = cache(self._shown)

    def shown(self, look: Look) -> dict[str, str]:
        """A look as a reader sees it; the few that a document has are worked out once."""
        return dict(self._kept(tuple(look.items())))

    def _shown(self, look: _Frozen) -> Look:
        return settled(self._theme.applied(dict(look)))


class StyleSheet:
    """The styles of a document by their ids; looks are kept, for a long report has few of them."""

    def __init__(self, root: Element | None, lists: Lists) -> None:
        styles = root.findall(f"{W}style") if root is not None else []
        self._lists = lists
        self._styles = {each.get(f"{W}styleId", ""): each for each in styles}
        self._usual = {
            each.get(f"{W}type", ""): each.get(f"{W}styleId", "")
            for each in styles
            if each.get(f"{W}default")
        }
        self._text_defaults = own_look(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._paragraph_defaults = own_look(child(root, "docDefaults", "pPrDefault", "pPr"))
        self._kept_paragraph = cache(self._paragraph)
        self.text = cache(self._text)
        self.place = cache(self._place)

    def usual(self, kind: str) -> str:
        """The id of the style that a paragraph or table has where it names none."""
        return self._usual.get(kind, "")

    def name(self, style: str) -> str:
        """A style's name, in small letters: programs differ in "heading 1" and "Heading 1"."""
        return value(self._styles.get(style), "name").casefold()

    def paragraph(self, style: str, around: Looks) -> Looks:
        """How the paragraphs of a style look, and their text, within what the table around them gives."""
        return self._kept_paragraph(style, tuple(around.paragraph.items()), tuple(around.text.items()))

    def _paragraph(self, style: str, around: _Frozen, text_around: _Frozen) -> Looks:
        paragraph = over(self._paragraph_defaults, dict(around))
        text = over(self._text_defaults, dict(text_around))
        for each in self._chain(style):
            place = self._lists.place(child(each, "pPr", "numPr"))
            paragraph = over(paragraph, self._lists.look(place), own_look(child(each, "pPr")))
            text = over(text, own_look(child(each, "rPr")))
        return Looks(paragraph, text, {})

    def _text(self, style: str) -> Look:
        """How a stretch of text in a character style looks."""
        return over(*(own_look(child(each, "rPr")) for each in self._chain(style)))

    def _place(self, style: str) -> Place | None:
        """The list that the paragraphs of a style count in."""
        places = [self._lists.place(child(each, "pPr", "numPr")) for each in self._chain(style)]
        return next((place for place in reversed(places) if place), None)

    def table(self, style: str, parts: Sequence[str]) -> Looks:
        """What a table style gives the cells in these parts of a table, the last on top, such as its first row."""
        chain = list(self._chain(style))
        found = [*chain, *(each for part in parts for one in chain for each in _part_of_table(one, part))]
        looks = [over(*(own_look(child(each, name)) for each in found)) for name in ("pPr", "rPr", "tcPr")]
        return Looks(*looks)

    def table_margins(self, style: str) -> Look:
        """The room that a table style leaves around the words of its cells."""
        return over(*(own_look(child(each, "tblPr", "tblCellMar")) for each in self._chain(style)))

    def _chain(self, style: str) -> Iterator[Element]:
        """The styles that a style is based on, the first one first, and itself."""
        found: list[Element] = []
        while style in self._styles and self._styles[style] not in found:
            found.append(self._styles[style])
            style = value(self._styles[style], "basedOn")
        return reversed(found)


def _part_of_table(style: Element, part: str) -> list[Element]:
    return [each for each in style.findall(f"{W}tblStylePr") if each.get(f"{W}type") == part]
