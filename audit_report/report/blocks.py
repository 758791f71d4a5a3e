"""The report as frozen data: what is meant, never how it looks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from audit_report.model.scales import Colour, Shade
from audit_report.rules.headline_figures import Headline
from audit_report.schema.rich_text import RichText

Rating = Colour | Shade


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the report's title, 2 a section, 3 a part of one.

    Links within the report lead to it by its `name`.
    """

    level: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Subtitle:
    """The line under the title: the period."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs and list items; `label` runs in before the first, which is then a plain line."""

    lines: RichText
    label: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label on its own line, kept with the list that follows, such as "Reasons:"."""

    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value on one line, such as "Director accountable: …"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell. `label` runs in before the lines; `rating` colours the cell beside its word."""

    lines: RichText = ()
    label: str = ""
    rating: Rating | None = None
    heads_row: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row; `widths` are shares of the text width, one a column."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """What is said of a recommendation at a glance: any number of facts, each a value with its label.

    `header` says what its three columns hold: the labels, their values, and the facts beside them. The first fact
    names what the box is about. Facts are printed two to a row, so the 1st, 3rd, 5th… have the wide
    place beside their label and the others the narrow place at the right.
    """

    title: str
    header: tuple[str, str, str]
    facts: tuple[Cell, ...]

    def rows(self) -> Iterator[tuple[Cell, Cell, Sequence[Cell]]]:
        """Two facts a row: a label that heads it, its value, and the second fact beside them.

        An odd last fact stands below the one before it, for no cell may be empty.
        """
        starts = range(0, max(len(self.facts) - 1, 1), 2)
        for start in starts:
            first, *beside = self.facts[start:] if start == starts[-1] else self.facts[start : start + 2]
            yield Cell(label=first.label, heads_row=True), Cell(first.lines, rating=first.rating), beside


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart counts: its name, a number for each of the chart's categories, and the rating it counts."""

    name: str
    values: tuple[int, ...]
    rating: Rating


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar for each category, divided by the series; `description` says what it shows, in short."""

    title: str
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A bar of a timeline, from the period numbered `first` to the one numbered `last`, counting from 0."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over periods side by side; `description` says what it shows, in short."""

    title: str
    description: str
    periods: tuple[str, ...]
    spans: tuple[Span, ...]


Block = Heading | Subtitle | Prose | Label | Labelled | Grid | Box | Chart | Timeline


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks on pages of one orientation."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the report was made from, with its figures where there is an as-at day.

    Kept in the document's custom properties, so that it can be built again; `as_at` is an ISO date, or nothing. The
    earlier workbook that it was `compared_with` and the `style` it was given are named with their SHA-256.
    """

    workbook: str
    sha256: str
    as_at: str
    program: str
    headline: Headline | None = None
    compared_with: str = ""
    style: str = ""
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. `language` is a BCP 47 tag.

    `page_number`, words around {page} and {pages}, is for paper alone. `contents` and `skip_link` are for the web
    alone: they head the list of contents and lead past it.
    """

    title: str
    subject: str
    author: str
    language: str
    header: str
    footer: str
    page_number: str
    contents: str
    skip_link: str
    parts: tuple[Part, ...]
    provenance: Provenance
    draft_mark: str = field(default="")

    @property
    def full_title(self) -> str:
        """The title as the file has it: "DRAFT: Audit and Assessment, April 2010"."""
        return full_title(self.title, self.subject, self.draft_mark)


def full_title(title: str, subject: str, draft_mark: str) -> str:
    """A title with its period, after a draft's mark."""
    named = ", ".join(filter(None, (title, subject)))
    return f"{draft_mark}: {named}" if draft_mark else named
