"""Section B: every current critical recommendation."""

from collections.abc import Iterator

from audit_report.model.vocabulary import Section
from audit_report.report.blocks import Block
from audit_report.report.context import Material
from audit_report.report.recommendation_box import recommendations


def critical(material: Material) -> Iterator[Block]:
    """The introduction and the recommendations, or a sentence that there is none."""
    yield material.heading(2, "Section B heading")
    introduction = material.prose("Section B introduction")
    yield from recommendations(material, Section.B, introduction, nil="Section B nil")
