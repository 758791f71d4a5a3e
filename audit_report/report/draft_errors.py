"""The end of a draft: the errors that keep the report from being published."""

from collections.abc import Iterator
from dataclasses import replace

from audit_report.problems import Problem
from audit_report.report.blocks import Block, Prose
from audit_report.report.context import Material
from audit_report.schema.rich_text import Line, Mark, Run
from audit_report.schema.spacing import match_key

_NAME = "errors"
"""The name of the heading over the errors, by which the first page leads there."""


def draft(material: Material) -> Iterator[Block]:
    """The errors, each with its cell and what puts it right; nothing where the workbook has none."""
    if told := _told(material):
        yield replace(material.heading(2, "Draft heading"), name=_NAME)
        yield material.prose("Draft introduction")
        yield Prose(tuple(map(_item, told)))


def draft_notice(material: Material) -> Iterator[Block]:
    """A line for the first page of a draft, which leads to the errors where there are any to tell."""
    if _told(material):
        yield Prose((Line((Run(material.text("Draft notice"), within=_NAME),)),))
    elif material.is_draft:
        yield material.prose("Draft notice without errors")


def _told(material: Material) -> list[Problem]:
    unnamed = {match_key(ref) for ref in _refs_not_to_be_named(material)}
    return [each for each in material.draft_problems if match_key(each.ref or "") not in unnamed]


def _refs_not_to_be_named(material: Material) -> Iterator[str]:
    """The refs of recommendations that may not be named, and of their actions."""
    for rated in material.assessed.recommendations:
        if not material.may_name(rated):
            yield from (rated.recommendation.ref, *(each.action.ref for each in rated.actions))


def _item(problem: Problem) -> Line:
    """A line such as "Actions!E14 (CR1.2): what is wrong. How to put it right."."""
    ref = f"({problem.ref})" if problem.ref else None
    where = " ".join(filter(None, (str(problem.where), ref)))
    said = " ".join(f"{problem.message} {problem.fix}".split())
    return Line((Run(f"{where}:", bold=True), Run(f" {said}")) if where else (Run(said),), Mark.BULLET)
