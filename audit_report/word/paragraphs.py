"""Long text as paragraphs: its runs and links, its bullets, and lists that number themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, groupby

from audit_report.schema.links import followed
from audit_report.schema.rich_text import Line, Mark, RichText, Run, number_typed
from audit_report.word import styles, word_xml
from audit_report.word.list_numbering import Counting, Numbering
from audit_report.word.report_charts import Charts
from audit_report.word.styles import ParagraphStyle


class Links:
    """The addresses a document leads to, each once, with the relationship that holds it."""

    def __init__(self) -> None:
        self._relationships: dict[str, str] = {}

    def relationship(self, address: str) -> str:
        """The id of the address's relationship."""
        return self._relationships.setdefault(address, f"rLink{len(self._relationships) + 1}")

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each relationship's id and address."""
        return ((relationship, address) for address, relationship in self._relationships.items())


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes long text, and keeps what its paragraphs refer to elsewhere in the document.

    With `banded` every other row of a grid stands on a band of its table style. Its letters are so many times `wider`
    than Arial's.
    """

    links: Links = field(default_factory=Links)
    numbering: Numbering = field(default_factory=Numbering)
    charts: Charts = field(default_factory=Charts)
    bookmarks: Iterator[int] = field(default_factory=count)
    banded: bool = False
    wider: float = 1

    def heading(self, text: str, name: str) -> str:
        """The runs of a heading, as a bookmark where it has a name."""
        return (
            word_xml.bookmark(next(self.bookmarks), name, word_xml.run(text)) if name else word_xml.run(text)
        )

    def paragraphs(
        self,
        lines: RichText,
        looks: Mapping[Mark, ParagraphStyle],
        *,
        label: str = "",
        keep_next: bool = False,
        keep_last: bool = False,
    ) -> Iterator[str]:
        """A paragraph a line, `label` running in before the first.

        `keep_next` keeps each on the page of what follows, `keep_last` only the last. An item whose number no list
        here would print as typed, such as "(a)", is a paragraph that begins with it.
        """
        opening = word_xml.run(f"{label} ", style=styles.LABEL_TEXT.id) if label else ""
        counting = Counting(self.numbering)
        for index, line in enumerate(lines, 1):
            is_typed_out = line.label and number_typed(line) is None
            style = looks[Mark.PLAIN if is_typed_out else line.mark]
            number = counting.place(line, style.listing)
            kept = keep_next or (keep_last and index == len(lines))
            if is_typed_out:
                opening += word_xml.run(f"{line.label} ")
            runs = opening + self._runs(line)
            yield word_xml.paragraph(style.id, runs, keep_next=kept, number=number)
            opening = ""

    def _runs(self, line: Line) -> str:
        if not any(run.link or run.within for run in line.runs):
            return "".join([_written(run) for run in line.runs])
        written: list[str] = []
        for (address, within), runs in groupby(line.runs, key=_leads_to):
            look = styles.HYPERLINK.id if address or within else ""
            text = "".join(_written(run, style=look) for run in runs)
            if address:
                text = word_xml.link(self.links.relationship(address), text)
            elif within:
                text = word_xml.link_within(within, text)
            written.append(text)
        return "".join(written)


def _leads_to(run: Run) -> tuple[str, str]:
    """The address a run leads to, and the name of a heading it leads to."""
    return followed(run.link), run.within


def _written(run: Run, *, style: str = "") -> str:
    return word_xml.run(run.text, style=style, bold=run.bold, italic=run.italic)
