"""The end of a draft: the errors that keep the report from being published."""

from collections.abc import Iterator

from audit_report.problems import Problem
from audit_report.report.blocks import Block, Prose
from audit_report.report.context import Material
from audit_report.schema.rich_text import Line, Mark, Run


def draft(material: Material) -> Iterator[Block]:
    """The errors, each with its cell and what puts it right; nothing where the workbook has none."""
    if not material.draft_problems:
        return
    yield material.heading(2, "Draft heading")
    yield material.prose("Draft introduction")
    yield Prose(tuple(map(_item, material.draft_problems)))


def _item(problem: Problem) -> Line:
    """A line such as "Actions!E14 (CR1.2): what is wrong. How to put it right."."""
    ref = f"({problem.ref})" if problem.ref else None
    where = " ".join(filter(None, (str(problem.where), ref)))
    said = " ".join(f"{problem.message} {problem.fix}".split())
    return Line((Run(f"{where}:", bold=True), Run(f" {said}")) if where else (Run(said),), Mark.BULLET)
