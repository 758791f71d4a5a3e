"""Section C: current recommendations of lower priority that are not on track."""

from collections.abc import Iterator

from audit_report.model.scales import Meaning
from audit_report.model.vocabulary import Section
from audit_report.report.blocks import Block, Prose
from audit_report.report.context import Material, as_item
from audit_report.report.recommendation_box import recommendations


def exceptions(material: Material) -> Iterator[Block]:
    """The introduction and the recommendations, or the sentence of a nil return."""
    yield material.heading(2, "Section C heading")
    yield from recommendations(material, Section.C, _introduction(material), nil="Section C nil")


def _introduction(material: Material) -> Prose:
    """When a recommendation appears here; where the scale has it so, by other statuses than off track too."""
    introduction = material.prose("Section C introduction")
    shown = [each for each in material.tracker.scales.worst_first if each.in_section_c]
    others = [material.status(each) for each in shown if each.meaning is not Meaning.OFF_TRACK]
    if not others:
        return introduction
    also = material.prose("Section C other statuses", statuses=" / ".join(others))
    *first, last = introduction.lines
    return Prose((*first, as_item((last, *also.lines), last.mark)))
