"""A report with every kind of block, its people and places invented."""

from dataclasses import replace

from audit_report.model.scales import Colour, Shade
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
    Provenance,
    Report,
    Series,
    Span,
    Subtitle,
    Timeline,
)
from audit_report.schema.rich_text import Line, Mark, RichText, Run, plain

PROVENANCE = Provenance("tracker <2010> & more.xlsx", "ab" * 32, "2010-04-30", "0.1.0")


def lines(*texts: str, mark: Mark = Mark.PLAIN) -> RichText:
    return tuple(plain(text, mark) for text in texts)


def cell(*texts: str, mark: Mark = Mark.PLAIN) -> Cell:
    return Cell(lines(*texts, mark=mark))


def box(text: str = "Keep case records up to date", status: Colour = Colour.GREEN) -> Box:
    return Box(
        "Recommendation R1",
        ("Item", "Details", "Where it stands"),
        (
            Cell(lines(text), "Recommendation:"),
            Cell(lines(f"{status} (on track or not)"), "Improvement Plan Status:", status),
            Cell(lines("Annual review"), "Source:"),
            Cell(lines("Critical (service)"), "Priority:"),
            Cell(lines("None"), "Other relevant assessments:"),
            Cell(lines("First report"), "Since last report:"),
        ),
    )


OVERVIEW = Grid(
    "Recent assessments",
    ("Inspection/assessment", "Assessing body", "Arrangements"),
    (
        (Cell(lines("Annual review, comprising of;"), heads_row=True), cell("See below"), cell("See below")),
        (
            Cell(lines("Governance", mark=Mark.BULLET), heads_row=True),
            cell("Audit Office"),
            cell("Plan agreed", "Progress checked quarterly", mark=Mark.BULLET),
        ),
    ),
    (0.3, 0.3, 0.4),
)
RATINGS = Grid(
    "Criteria",
    ("Risk rating", "Assessment rationale"),
    tuple(
        (Cell(lines(rating), rating=rating, heads_row=True), cell("Why, in a sentence.", "And another."))
        for rating in (*Shade, *Colour)
    ),
    (0.2, 0.8),
)
ADDRESS = "https://example.org/a b?x=1&y=é"
CHART = Chart(
    "Recommendations by status",
    "Bar chart of the recommendations. Critical: 2 Red, 1 Green; Major: 0 Red, 3 Green.",
    ("Critical", "Major & more"),
    (Series("Red", (2, 0), Colour.RED), Series("Green", (1, 3), Colour.GREEN)),
)
TIMELINE = Timeline(
    "Months of each",
    "Timeline. Peer review – April 2010; Inspection – May 2010 to June 2010.",
    ("April 2010", "May 2010", "June 2010"),
    (Span("Peer review", 0, 0), Span("Inspection", 1, 2)),
)
RICH = (
    Line((Run("Plain, "), Run("bold", bold=True), Run(" & "), Run("italic", italic=True))),
    Line((Run("See "), Run("the ", link=ADDRESS), Run("plan", bold=True, link=ADDRESS))),
    Line((Run("and "), Run("the plan again", link=ADDRESS)), Mark.BULLET),
    *lines("First", "Second", mark=Mark.NUMBER),
    plain("Between"),
    *lines("First again", mark=Mark.NUMBER),
    *lines("Lettered", mark=Mark.LETTER),
)

END = Prose(lines("The end."))

FRONT: tuple[Block, ...] = (
    Heading(1, "Improvement Activity"),
    Subtitle("April 2010"),
    Heading(2, "Context"),
    Prose(RICH),
)
ENTRY: tuple[Block, ...] = (
    Heading(2, "B: Progress"),
    box(),
    Label("Latest progress:"),
    Prose(lines("The work goes on.")),
    Labelled("Director accountable:", "Ann Archer"),
    Labelled("Delivery Lead:", "Ben Baker"),
)
REPORT = Report(
    title="Improvement Activity",
    subject="April 2010",
    author="Northshire County Council",
    language="en-GB",
    header="Northshire County Council – Audit Committee",
    footer="Improvement Activity, April 2010",
    page_number="Page {page} of {pages}",
    contents="Contents",
    skip_link="Skip to the report",
    parts=(
        Part(FRONT),
        Part((Heading(2, "A: Overview"), OVERVIEW, Prose(lines("As held in April."))), landscape=True),
        Part(ENTRY),
        Part((Heading(2, "Annex 1"), RATINGS, Heading(3, "A note"), END)),
    ),
    provenance=PROVENANCE,
)
DRAFT = replace(REPORT, draft_mark="DRAFT")
WELSH = replace(REPORT, language="cy-GB", page_number="Tudalen {page} o {pages}")
CHARTED = replace(
    REPORT,
    parts=(
        Part((Heading(1, "Improvement Activity"), CHART, END)),
        Part((Heading(2, "D: Schedule"), TIMELINE, END), landscape=True),
    ),
)


def of_blocks(*blocks: Block) -> Report:
    """A report of one upright part; words follow a table that would end it."""
    after = (END,) if isinstance(blocks[-1], Grid | Box) else ()
    return replace(REPORT, parts=(Part((*blocks, *after)),))
