"""Annex 1 and Annex 2: a row for every level, each once."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.checks.one_mistake import missing
from audit_report.model.assessed import Assessed
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import PlanStatus, Priority
from audit_report.problems import Problem
from audit_report.schema.record import Record


def levels_stand_once(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Of two rows for a level only the first would count."""
    yield from _repeated(tracker.annex1, "level")
    yield from _repeated(tracker.annex2, "status")


def every_level_has_a_row(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Ratings are worked out and printed from these rows."""
    yield from _absent(PriorityCriteria, "level", [row.level for row in tracker.annex1], Priority)
    yield from _absent(StatusCriteria, "status", [row.status for row in tracker.annex2], PlanStatus)


def _repeated(rows: Sequence[PriorityCriteria | StatusCriteria], name: str) -> Iterator[Problem]:
    seen: dict[StrEnum, CellRef] = {}
    for row in rows:
        level = getattr(row, name)
        if level in seen:
            yield catalogue.DuplicateLevel(other=seen[level]).at(row.cell(name), "", level.value)
        elif level is not None:
            seen[level] = row.cell(name)


def _absent(
    record: type[Record], name: str, present: Sequence[StrEnum | None], levels: type[StrEnum]
) -> Iterator[Problem]:
    for level in levels:
        if level not in present:
            yield catalogue.MissingLevel(level=level.value).at(
                CellRef(record.sheet), missing=missing(record, name, level)
            )


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    levels_stand_once,
    every_level_has_a_row,
)
