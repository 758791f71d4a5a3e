"""The words of a document, paragraph by paragraph, whichever program has written its XML.

Programs differ in how they cut a paragraph into runs and how they write a tab, a break or a field; all that is
evened out here. What a field works out, such as a page's number, is no word of the document's.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from lxml import etree

from audit_report.word.read_back.word_fields import Field

_MAIN = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_NAMES = {
    f"{namespace}{name}": name
    for namespace in _MAIN
    for name in ("p", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "fldSimple", "fldChar", "instrText")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback": "Fallback"}
"""The elements that matter here. A Fallback says the same once more, to programs that do not know newer ones."""
_SOFT_HYPHEN = "\xad"
_WRITTEN_WORDS = re.compile(r'<w:t xml:space="preserve">([^<]*)</w:t>')
"""Such as <w:t xml:space="preserve">The work goes on.</w:t>."""


def read_paragraphs(part: Iterable[bytes]) -> Iterator[str]:
    """The paragraphs that hold words of a part given piece by piece, spaces evened out.

    Raises lxml.etree.XMLSyntaxError where the part is not XML.
    """
    reader = _Reader()
    parser = etree.XMLParser(
        target=reader,  # type: ignore[arg-type]  # lxml asks for less than its stubs do
        resolve_entities=False,
        no_network=True,
    )
    for chunk in part:
        parser.feed(chunk)
        yield from reader.finished()
    parser.close()
    yield from reader.finished()


def written_paragraphs(body: str) -> Iterator[str]:
    """What `read_paragraphs` finds in a body as this program writes it, whose words all stand in `w:t`.

    Found by their tags in 0.03 s at 1,000 recommendations, where parsing takes 0.25 s and all of a build 0.9 s.
    """
    for paragraph in body.split("</w:p>"):
        if words := _even(unescape("".join(_WRITTEN_WORDS.findall(paragraph)))):
            yield words


def _even(text: str) -> str:
    return " ".join(text.replace(_SOFT_HYPHEN, "").split())


class _Reader:
    """Gathers words from the events of a parser; a paragraph may stand within another, in a text box."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[list[str]] = []
        self._fields: list[Field] = []
        self._fallbacks = 0
        self._text: list[str] | None = None

    def finished(self) -> Iterator[str]:
        """The paragraphs that have ended since this was last asked."""
        done, self._done = self._done, []
        return iter(done)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match _NAMES.get(tag):
            case "t" | "instrText":
                self._text = []
            case "p":
                self._open.append([])
            case "fldSimple":
                self._fields.append(Field(_value(attributes, "instr"), in_result=True))
            case "fldChar":
                self._turn_field(_value(attributes, "fldCharType"))
            case "noBreakHyphen":
                self._say("\u2011")
            case "tab" | "ptab" | "br" | "cr" if not _value(
                attributes, "pos"
            ):  # else the place of a tab stop
                self._say(" ")
            case "Fallback":
                self._fallbacks += 1
            case _:
                pass

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        match _NAMES.get(tag):
            case "t":
                self._say(self._ended())
            case "p" if self._open:
                if paragraph := _even("".join(self._open.pop())):
                    self._done.append(paragraph)
            case "instrText" if self._fields:
                self._fields[-1].instruction += self._ended()
            case "fldSimple" if self._fields:
                self._fields.pop()
            case "Fallback":
                self._fallbacks -= 1
            case _:
                pass

    def close(self) -> None:
        """Nothing: what was found is in `finished`."""

    def _ended(self) -> str:
        text, self._text = "".join(self._text or ()), None
        return text

    def _turn_field(self, event: str) -> None:
        if event == "begin":
            self._fields.append(Field())
        elif event == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif event == "end" and self._fields:
            self._fields.pop()

    def _say(self, text: str) -> None:
        if self._open and not self._fallbacks and not any(field.hides_its_result for field in self._fields):
            self._open[-1].append(text)


def _value(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")
