"""The front of the report: title and period, then why it is written and for whom."""

from collections.abc import Iterator

from audit_report.report.blocks import Block, Prose, Subtitle
from audit_report.report.context import Material, as_item
from audit_report.schema.rich_text import Mark


def title(material: Material) -> Iterator[Block]:
    """The title, and the period below it."""
    yield material.heading(1, "Title")
    if period := material.text("Period"):
        yield Subtitle(period)


def front(material: Material) -> Iterator[Block]:
    """Context, purpose with its list A to D, and the request for feedback."""
    yield material.heading(2, "Context heading")
    yield material.prose("Context")
    yield material.heading(2, "Purpose heading")
    yield material.prose("Purpose introduction")
    purposes = ("Purpose A", "Purpose B", "Purpose C", "Purpose D")
    yield Prose(tuple(as_item(material.words.lines(place), Mark.LETTER) for place in purposes))
    yield material.heading(2, "Feedback heading")
    yield material.prose("Feedback")
