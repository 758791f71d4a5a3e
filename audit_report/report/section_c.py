"""Section C: current recommendations of lower priority that are not on track."""

from collections.abc import Iterator

from audit_report.model.vocabulary import Section
from audit_report.report.blocks import Block
from audit_report.report.context import Material
from audit_report.report.recommendation_box import recommendations


def exceptions(material: Material) -> Iterator[Block]:
    """The introduction and the recommendations, or the sentence of a nil return."""
    yield material.heading(2, "Section C heading")
    yield from recommendations(material, Section.C, "Section C introduction", nil="Section C nil")
