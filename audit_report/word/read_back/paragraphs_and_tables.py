"""The paragraphs and tables of a part in order, as a reader sees them."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from audit_report.word.read_back.comparable_things import Shown, joined
from audit_report.word.read_back.look_properties import Look, over, own_look, settled, without
from audit_report.word.read_back.looks_from_styles import Looks, Styling
from audit_report.word.read_back.not_of_a_report import called, words_in
from audit_report.word.read_back.paragraph_text import TextReader
from audit_report.word.read_back.word_elements import W, child, children, is_off, value

_NOTHING = Looks({}, {}, {})
_UNSEEN = {
    "proofErr",
    "bookmarkStart",
    "bookmarkEnd",
    "permStart",
    "permEnd",
    "sectPr",
    "tblPr",
    "tblGrid",
    "trPr",
    "tcPr",
}
_TABLE_UNSEEN = ("tblStyle", "tblW", "tblLayout", "tblLook", "tblBorders", "tblCellMar", "tblCaption", "tblDescription",
                 "tblStyleRowBandSize", "tblStyleColBandSize", "tblOverlap")  # fmt: skip
_ROW_UNSEEN = ("cantSplit", "jc", "tblCellSpacing")
_FIRST_COLUMN, _FIRST_ROW = 0x0080, 0x0020


class BlockReader:
    """Reads the blocks of one part; `where` says in which part they stand, those of the body under its headings."""

    def __init__(self, text: TextReader, styling: Styling, anchors: set[str], where: str = "") -> None:
        self._text, self._anchors = text, anchors
        self._styling, self._sheet, self._lists = styling, styling.sheet, styling.lists
        self._where, self._follows_headings = where, not where

    def read(self, parent: Element | None, around: Looks = _NOTHING) -> Iterator[Shown]:
        """What stands in an element, within a table that gives it looks."""
        for name, each in children(parent):
            match name:
                case "p":
                    yield from self._paragraph(each, around)
                case "tbl":
                    yield from self._table(each)
                case "smartTag" | "customXml":
                    yield from self.read(each, around)
                case "sdt":
                    yield self._strange(each)
                    yield from self.read(child(each, "sdtContent"), around)
                case "ins" | "moveTo":
                    yield self._strange(each)
                    yield from self.read(each, around)
                case _ if name not in _UNSEEN:
                    yield self._strange(each)
                case _:
                    pass

    def _strange(self, element: Element) -> Shown:
        words = words_in(element)
        return Shown("thing", self._where, called(element), {"words": words} if words else {})

    def _paragraph(self, element: Element, around: Looks) -> Iterator[Shown]:
        own = child(element, "pPr")
        style = value(own, "pStyle") or self._sheet.usual("paragraph")
        given = self._sheet.paragraph(style, around)
        text = self._text.read(element, given.text, self._where)
        facts = self._list_facts(own, style, given)
        if "outlineLvl" in facts and self._follows_headings:
            self._where = f"under “{text.words}”"
        for bookmark in self._anchors & set(text.bookmarks):
            facts[f"bookmark {bookmark}"] = "on"
        if text.words or not text.things:
            yield Shown("paragraph", self._where, text.words, facts, joined(text.runs))
            yield from text.things
        else:
            first, *others = text.things
            yield Shown(first.kind, first.where, first.words, {**facts, **first.facts})
            yield from others

    def _list_facts(self, own: Element | None, style: str, given: Looks) -> dict[str, str]:
        """How a paragraph looks and, in a list, what stands before it."""
        numbered = child(own, "numPr")
        place = self._lists.place(numbered) if value(numbered, "numId") else self._sheet.place(style)
        listed = self._lists.look(place) if value(numbered, "numId") else {}
        facts = self._styling.shown(over(given.paragraph, listed, own_look(own)))
        facts["style"] = self._sheet.name(style)
        if place is not None:
            facts["list label"] = self._lists.label(place)
            look = settled(over(given.text, self._lists.label_look(place)))
            facts |= {f"label {name}": look[name] for name in ("vanish", "strike", "dstrike") if name in look}
        return facts

    def _table(self, element: Element) -> Iterator[Shown]:
        own = child(element, "tblPr")
        style = value(own, "tblStyle") or self._sheet.usual("table")
        facts = settled(without(own_look(own), *_TABLE_UNSEEN)) | {"style": self._sheet.name(style)}
        facts = without(facts, "tblInd") if facts.get("tblInd.w") == "0" else facts
        titles = {name: value(own, name) for name in ("tblCaption", "tblDescription") if value(own, name)}
        yield Shown("table", self._where, "", facts | titles)
        around = self._where
        if "tblCaption" in titles:
            self._where = f"in the table “{titles['tblCaption']}”"
        margins = over(self._sheet.table_margins(style), own_look(child(own, "tblCellMar")))
        is_first = True
        for name, each in children(element):
            if name == "tr":
                yield from self._row(each, own, style, margins, is_first=is_first)
                is_first = False
            elif name not in _UNSEEN:
                yield self._strange(each)
        yield Shown("end of the table", self._where)
        self._where = around

    def _row(
        self, element: Element, table: Element | None, style: str, margins: Look, *, is_first: bool
    ) -> Iterator[Shown]:
        yield Shown("row", self._where, "", settled(without(own_look(child(element, "trPr")), *_ROW_UNSEEN)))
        asked = child(table, "tblLook")
        first_row = ["firstRow"] if is_first and _asks_for(asked, "firstRow", _FIRST_ROW) else []
        first_column = ["firstCol"] if _asks_for(asked, "firstColumn", _FIRST_COLUMN) else []
        for name, each in children(element):
            if name == "tc":
                looks = self._sheet.table(style, ["wholeTable", *first_column, *first_row])
                yield from self._cell(each, looks, margins)
                first_column = []
            elif name not in _UNSEEN:
                yield self._strange(each)

    def _cell(self, element: Element, around: Looks, margins: Look) -> Iterator[Shown]:
        own = child(element, "tcPr")
        look = self._styling.shown(over(around.cell, own_look(own)))
        facts = without(look, "tcW", "tcBorders", "tcMar")
        lines = {name: text for name, text in look.items() if name.startswith(_THROUGH_A_CELL)}
        room = over(margins, own_look(child(own, "tcMar")))
        width = child(own, "tcW")
        facts |= {f"margin {name}": text for name, text in room.items() if name.endswith(".w")}
        yield Shown(
            "cell",
            self._where,
            "",
            {**facts, **lines, "width": "" if width is None else width.get(f"{W}w", "")},
        )
        yield from self.read(element, around)


_THROUGH_A_CELL = ("tcBorders.tl2br", "tcBorders.tr2bl")
"""The borders that cross a cell out."""


def _asks_for(asked: Element | None, name: str, bit: int) -> bool:
    """Whether a table asks for the looks that its style has for a part of it, by name or, in older files, by bit."""
    if asked is None:
        return False
    said = asked.get(f"{W}{name}")
    if said is not None:
        return not is_off(said)
    try:
        return bool(int(asked.get(f"{W}val", "0"), 16) & bit)
    except ValueError:
        return False
