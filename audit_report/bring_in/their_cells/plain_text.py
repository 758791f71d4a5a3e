"""A text as it was exported from a list: its HTML and ids read as the words, paragraphs and bullets that it shows."""

import re
from html.parser import HTMLParser

from audit_report.schema.spacing import clean

_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:div|p|br|span|ul|ol|li|b|strong|a|font|table|tr|td)\b[^<>]*>", re.IGNORECASE
)
_ID_MARK = ";#"
_WITH_IDS = re.compile(r"\d+;#[^;#]+(?:;#\d+;#[^;#]+)*|[^;#]+;#\d+(?:;#[^;#]+;#\d+)*")
"""What a column of SharePoint that points at another list exports: "3;#Payroll", "Ann Archer;#12;#Ben Baker;#14"."""
_BREAKS = {"div", "p", "br", "ul", "ol", "tr", "table", "li"}
_SEVERAL_BREAKS = re.compile(r"\n\s*\n+")


def plain_text(text: str) -> str:
    """The words of a text that a list stored as HTML or beside ids; any other text as it is."""
    if _WITH_IDS.fullmatch(text):
        return "\n".join(part for part in map(clean, text.split(_ID_MARK)) if not part.isdecimal())
    if not _LOOKS_LIKE_HTML.search(text):
        return text
    reader = _Words()
    reader.feed(text)
    reader.close()
    return _SEVERAL_BREAKS.sub("\n", clean("".join(reader.words)))


class _Words(HTMLParser):
    """Gathers the words of HTML, with a line for each paragraph and a bullet for each item."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the parser's own
        """A new line before a paragraph, a bullet before an item."""
        if tag in _BREAKS:
            self.words.append("\n• " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        """A new line after a paragraph."""
        if tag in _BREAKS and tag != "br":
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """The words between."""
        self.words.append(data)
