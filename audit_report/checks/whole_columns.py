"""What is true of a whole column, or of every current recommendation, is one problem and not one a row."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from audit_report.cell_refs import addresses
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.spacing import match_key

_FEWEST = 5
"""The rows that a column needs for what is true of all of them to be no coincidence."""

_Kind = tuple[str, str | None, str | None, str, str]
"""Problems in the same words under one header: code, sheet, header, message and fix."""


def told_once(tracker: Tracker, assessed: Assessed, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, those of a whole column or of the whole register as one at the first of their cells."""
    kinds: dict[_Kind, list[Problem]] = {}
    for each in problems:
        kind = (each.code, each.where.sheet, each.where.header, each.message, each.fix)
        kinds.setdefault(kind, []).append(each)
    rows = {table[0].sheet: len(table) for table in tracker.tables}
    current = {match_key(each.recommendation.ref) for each in assessed.recommendations if each.current}
    found: list[Problem] = []
    for alike in kinds.values():
        found += (
            [_as_one(alike)] if _is_whole(alike, rows.get(alike[0].where.sheet or "", 0), current) else alike
        )
    return found


def _is_whole(alike: Sequence[Problem], rows: int, current: set[str]) -> bool:
    told = {each.where.row for each in alike if each.where.row}
    refs = {match_key(each.ref) for each in alike if each.ref}
    return len(told) >= _FEWEST and (len(told) == rows or (bool(current) and refs >= current))


def _as_one(alike: Sequence[Problem]) -> Problem:
    first = min(alike, key=lambda each: each.where.row or 0)
    cells = addresses(each.where for each in sorted(alike, key=lambda each: each.where.row or 0))
    return replace(
        first,
        ref=None,
        message=f"{first.message} So it is in all of {len(alike)} rows: {cells}.",
        accuses=tuple(cell for each in alike for cell in each.accuses),
    )
