"""Section D: the assessments and inspections of the months ahead."""

from collections.abc import Iterator

from audit_report.model.assessed import RatedSchedule
from audit_report.report.blocks import Block, Cell
from audit_report.report.context import Column, Material
from audit_report.report.timeline import timeline
from audit_report.schema.rich_text import RichText, Run

_COLUMNS: tuple[Column, ...] = (
    ("Column Inspection/assessment", 0.13),
    ("Column Assessing body", 0.12),
    ("Column Focus of assessment", 0.25),
    ("Column Current rating", 0.13),
    ("Column Period to be reviewed", 0.1),
    ("Column Date of next review", 0.11),
    ("Column Lead", 0.16),
)


def schedule(material: Material) -> Iterator[Block]:
    """The introduction, the table of section D and a note on it, or a sentence that nothing is due.

    With a summary its months are shown on a timeline too.
    """
    yield material.heading(2, "Section D heading")
    yield material.prose("Section D introduction")
    if rows := [_row(material, rated) for rated in material.assessed.forward_plan if rated.listed]:
        yield material.grid("Table title D", _COLUMNS, rows)
        yield material.prose("Section D note")
        if material.tracker.details.show_summary:
            yield from timeline(material)
    else:
        yield material.prose("Section D nil")


def _row(material: Material, rated: RatedSchedule) -> tuple[Cell, ...]:
    scheduled = rated.scheduled
    cells = (
        scheduled.name,
        scheduled.body,
        scheduled.focus,
        scheduled.rating,
        scheduled.period,
        _review(material, rated),
        material.posts(scheduled.lead),
    )
    return tuple(Cell(material.stated(value)) for value in cells)


def _review(material: Material, rated: RatedSchedule) -> RichText:
    """The date of the next review as typed, marked where nobody can say when it is."""
    lines = material.approximate(rated.scheduled.review)
    if rated.known:
        return lines
    *first, last = lines
    return (*first, last._replace(runs=(*last.runs, Run(" " + material.text("Date not known")))))
