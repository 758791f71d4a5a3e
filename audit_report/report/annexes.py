"""Annex 1 and Annex 2: the criteria, as the workbook's own sheets have them."""

from collections.abc import Iterator, Sequence

from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.report.blocks import Block, Cell, Rating
from audit_report.report.context import Column, Material, paragraphs
from audit_report.schema.rich_text import Line, RichText, Run

_AREAS = (
    ("Annex area financial", "financial"),
    ("Annex area service", "service"),
    ("Annex area reputation", "reputation"),
    ("Annex area people", "people"),
)
"""The areas of Annex 1: the place of each one's name, and where a level has its criteria."""

_COLUMNS: tuple[Column, ...] = (("Column Risk rating", 0.18), ("Column Assessment rationale", 0.82))


def annexes(material: Material) -> Iterator[Block]:
    """Both annexes, and what the ratings they explain rest on."""
    tracker = material.tracker
    yield material.heading(2, "Annex 1 heading")
    yield material.prose("Annex 1 introduction")
    yield from _table(material, "Table title Annex 1", [_priority(material, row) for row in tracker.annex1])
    yield material.heading(2, "Annex 2 heading")
    yield material.prose("Annex 2 introduction")
    yield from _table(material, "Table title Annex 2", [_status(material, row) for row in tracker.annex2])
    yield material.prose("Annexes note")


def _table(material: Material, title: str, rows: Sequence[tuple[Cell, Cell]]) -> Iterator[Block]:
    """The table; without rows (an error in the workbook), a word that there are none."""
    yield material.grid(title, _COLUMNS, rows) if rows else material.prose("None")


def _priority(material: Material, row: PriorityCriteria) -> tuple[Cell, Cell]:
    """A level and its criteria, a paragraph an area."""
    rationale = tuple(line for place, area in _AREAS for line in _area(material, place, getattr(row, area)))
    level = material.tracker.scales.level(row.level)
    return _row(
        material,
        row.label or row.level or material.text("Not stated"),
        level.shade if level else None,
        rationale,
    )


def _area(material: Material, place: str, criteria: str) -> Iterator[Line]:
    """The paragraphs of an area's criteria, the first after the area's name, unless it has that already."""
    name = material.label(place)
    label = "" if criteria.casefold().startswith(name.casefold()) else f"{name} "
    for line in paragraphs(criteria):
        yield line._replace(runs=(Run(label, bold=True), *line.runs)) if label else line
        label = ""


def _status(material: Material, row: StatusCriteria) -> tuple[Cell, Cell]:
    status = material.tracker.scales.status(row.status)
    rating = status.colour if status else None
    return _row(
        material, row.label or row.status or material.text("Not stated"), rating, paragraphs(row.criteria)
    )


def _row(material: Material, label: str, rating: Rating | None, rationale: RichText) -> tuple[Cell, Cell]:
    return Cell(material.stated(label), rating=rating), Cell(material.stated(rationale))
