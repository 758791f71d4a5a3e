"""The text of paragraphs as a reader sees it: words and how they look, links, fields, and what stands among them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import bidirectional
from urllib.parse import unquote

from lxml.etree import _Element as Element

from audit_report.ooxml.bounded_zip import Relation
from audit_report.word.read_back.comparable_things import Run, Shown
from audit_report.word.read_back.look_properties import Look, over, own_look
from audit_report.word.read_back.looks_from_styles import Styling
from audit_report.word.read_back.not_of_a_report import (
    COMPATIBILITY,
    alternative,
    alternatives_differ,
    called,
    words_in,
)
from audit_report.word.read_back.pictures_in_document import drawing
from audit_report.word.read_back.report_package import ReportPackage
from audit_report.word.read_back.word_elements import W, child, children, relation_id, value
from audit_report.word.read_back.word_fields import Field

_UNSEEN = {
    "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak", "pPr", "rPr",
    "softHyphen", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
}  # fmt: skip


@dataclass
class Text:
    """The text of a paragraph: its runs, what stands among them, and the links and bookmarks met."""

    look: Look
    where: str
    runs: list[Run] = field(default_factory=list)
    things: list[Shown] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    link: str = ""

    @property
    def words(self) -> str:
        """All its words, spaces evened out."""
        return " ".join("".join(words for words, _ in self.runs).split())


class TextReader:
    """Reads the text of a part's paragraphs in order, for a field may go on from one to the next."""

    def __init__(self, package: ReportPackage, part: str, styling: Styling) -> None:
        self._package, self._styling = package, styling
        self._related: Mapping[str, Relation] = package.related(part)
        self._fields: list[Field] = []

    def read(self, paragraph: Element, look: Look, where: str) -> Text:
        """The text of a paragraph, whose style gives it a look."""
        text = Text(look, where)
        for name, each in children(paragraph):
            self._read(name, each, text)
        return text

    def _read(self, name: str, element: Element, text: Text) -> None:
        match name:
            case "r":
                self._run(element, text)
            case "hyperlink":
                outer, text.link = text.link, _address(element, self._related.get(relation_id(element)))
                self._inside(element, text)
                text.link = outer
            case "fldSimple":
                self._fields.append(Field(element.get(f"{W}instr", "")))
                self._begin_result(text, text.look)
                self._inside(element, text)
                self._fields.pop()
            case "smartTag" | "customXml":
                self._inside(element, text)
            case "sdt":
                self._strange(element, text)
                self._inside(child(element, "sdtContent"), text)
            case "ins" | "moveTo":
                self._strange(element, text)
                self._inside(element, text)
            case "bookmarkStart":
                text.bookmarks.append(element.get(f"{W}name", ""))
            case _:
                self._strange(element, text)

    def _inside(self, element: Element | None, text: Text) -> None:
        for name, each in children(element):
            self._read(name, each, text)

    def _strange(self, element: Element, text: Text) -> None:
        if str(element.tag).removeprefix(W) not in _UNSEEN:
            words = words_in(element)
            text.things.append(Shown("thing", text.where, called(element), {"words": words} if words else {}))

    def _run(self, element: Element, text: Text) -> None:
        own = child(element, "rPr")
        look = over(text.look, self._styling.sheet.text(value(own, "rStyle")), own_look(own))
        for name, each in children(element):
            self._in_run(name, each, text, look)

    def _in_run(self, name: str, element: Element, text: Text, look: Look) -> None:
        match name:
            case "t":
                self._say((element.text or "").replace("\xad", ""), text, look)
            case "tab" | "ptab" | "cr" | "br" | "noBreakHyphen":
                self._say("\u2011" if name == "noBreakHyphen" else " ", text, look)
                if (kind := element.get(f"{W}type", "")) in ("page", "column"):
                    text.things.append(Shown("thing", text.where, f"a {kind} break"))
            case "fldChar":
                self._turn_field(element.get(f"{W}fldCharType", ""), text, look)
            case "instrText":
                if self._fields:
                    self._fields[-1].instruction += element.text or ""
            case "drawing":
                text.things.append(drawing(self._package, self._related, element, text.where))
            case _ if element.tag == f"{COMPATIBILITY}AlternateContent":
                self._alternatives(element, text, look)
            case _:
                self._strange(element, text)

    def _alternatives(self, element: Element, text: Text, look: Look) -> None:
        if alternatives_differ(element):
            self._strange(element, text)
        for each in alternative(element):
            self._in_run(str(each.tag).removeprefix(W), each, text, look)

    def _say(self, words: str, text: Text, look: Look) -> None:
        if not any(each.hides_its_result for each in self._fields):
            shown = self._styling.shown(look)
            if _is_right_to_left(words):
                shown.pop("rtl", None)  # which LibreOffice says of all words in such letters
            text.runs.append((words, {**shown, "link": text.link} if text.link else shown))

    def _turn_field(self, event: str, text: Text, look: Look) -> None:
        if event == "begin":
            self._fields.append(Field())
        elif event == "separate" and self._fields:
            self._begin_result(text, look)
        elif event == "end" and self._fields:
            if not self._fields[-1].in_result:
                self._begin_result(text, look)
            self._fields.pop()

    def _begin_result(self, text: Text, look: Look) -> None:
        """Say what a field does, in braces such as {PAGE}, before its result."""
        self._say(f"{{{self._fields[-1].name}}}", text, look)
        self._fields[-1].in_result = True


def _is_right_to_left(words: str) -> bool:
    """Whether all letters of some words are of a script that is written from right to left."""
    if words.isascii():
        return False
    letters = {bidirectional(letter) for letter in words if letter.isalpha()}
    return bool(letters) and letters <= {"R", "AL"}


def _address(link: Element, target: Relation | None) -> str:
    """Where a link leads, as programs agree on it."""
    anchor = link.get(f"{W}anchor", "")
    address = unquote(target.target).rstrip("/") if target else ""
    return f"{address}#{anchor}" if anchor else address


def anchors(root: Element) -> set[str]:
    """The bookmarks that the links of a part lead to."""
    return {link.get(f"{W}anchor", "") for link in root.iter(f"{W}hyperlink")} - {""}
