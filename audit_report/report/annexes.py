"""Annex 1 and Annex 2: the criteria, as the workbook's own sheets have them."""

from collections.abc import Iterator, Sequence

from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.report.blocks import Block, Cell, Rating
from audit_report.report.context import Column, Material, paragraphs
from audit_report.schema.rich_text import RichText

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
    areas = (row.financial, row.service, row.reputation, row.people)
    rationale = tuple(line for area in areas for line in paragraphs(area))
    level = material.tracker.scales.level(row.level)
    return _row(
        material,
        row.label or row.level or material.text("Not stated"),
        level.shade if level else None,
        rationale,
    )


def _status(material: Material, row: StatusCriteria) -> tuple[Cell, Cell]:
    status = material.tracker.scales.status(row.status)
    rating = status.colour if status else None
    return _row(
        material, row.label or row.status or material.text("Not stated"), rating, paragraphs(row.criteria)
    )


def _row(material: Material, label: str, rating: Rating | None, rationale: RichText) -> tuple[Cell, Cell]:
    return Cell(material.stated(label), rating=rating), Cell(material.stated(rationale))
