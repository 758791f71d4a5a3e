"""The front of the report: title and period, then why it is written and for whom."""

from collections.abc import Iterator

from audit_report.report.blocks import Block, Heading, Prose, Subtitle
from audit_report.report.context import Material, as_item
from audit_report.report.draft_errors import draft_notice
from audit_report.schema.rich_text import Mark


def report_title(material: Material) -> Heading:
    """The title, or plain words for what the report is where the tracker has none."""
    return Heading(1, material.text("Title").strip() or material.label("Title not stated"))


def title(material: Material) -> Iterator[Block]:
    """The title, and the period below it; of a draft, a line that says so."""
    yield report_title(material)
    if period := material.text("Period"):
        yield Subtitle(period)
    yield from draft_notice(material)


def front(material: Material) -> Iterator[Block]:
    """Context, purpose with its list A to D, and the request for feedback."""
    yield material.heading(2, "Context heading")
    yield material.prose("Context")
    yield material.heading(2, "Purpose heading")
    yield material.prose("Purpose introduction")
    purposes = ("Purpose A", "Purpose B", "Purpose C", "Purpose D")
    yield Prose(tuple(as_item(material.words.lines(place), Mark.LETTER) for place in purposes))
    if material.assessed.previous_as_at:
        yield material.prose("Purpose changes")
    yield material.heading(2, "Feedback heading")
    yield material.prose("Feedback")
