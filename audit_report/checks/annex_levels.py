"""Annex 1 and Annex 2: a row for every level, each once."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.model.assessed import Assessed
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import PlanStatus, Priority
from audit_report.problems import Problem


def every_level_has_a_row(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Ratings are worked out and printed from these rows."""
    if PriorityCriteria.sheet not in tracker.unread:
        yield from _levels(tracker.annex1, "level", Priority, PriorityCriteria.sheet)
    if StatusCriteria.sheet not in tracker.unread:
        yield from _levels(tracker.annex2, "status", PlanStatus, StatusCriteria.sheet)


def _levels(
    rows: Sequence[PriorityCriteria | StatusCriteria], name: str, levels: type[StrEnum], sheet: str
) -> Iterator[Problem]:
    seen: dict[StrEnum, CellRef] = {}
    explained = sum(name in row.unreadable for row in rows)
    for row in rows:
        level = getattr(row, name)
        if level is None:
            continue
        cell = row.cell(name)
        if level in seen:
            explained += 1
            yield catalogue.DuplicateLevel(other=seen[level]).at(cell, "", level.value)
        seen.setdefault(level, cell)
    missing = [level for level in levels if level not in seen]
    if len(missing) > explained:
        for level in missing:
            yield catalogue.MissingLevel(level=level.value).at(CellRef(sheet))


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (every_level_has_a_row,)
