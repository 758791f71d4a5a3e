"""The scales that a tracker's own Annex sheets set, and the shipped ones where it has none."""

from collections.abc import Iterator, Sequence
from functools import cache

from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.scales import (
    MEANING_OF_COLOUR,
    Level,
    Meaning,
    Scales,
    Status,
    levels,
    status,
)
from audit_report.model.wording import shipped_criteria
from audit_report.schema.spacing import match_key


def own_scales(annex1: Sequence[PriorityCriteria], annex2: Sequence[StatusCriteria]) -> Scales:
    """The levels and statuses of a tracker's rows; the shipped ones where a sheet has no row that names one."""
    return Scales(
        levels((row.level, row.in_section_b) for row in annex1) or shipped_scales().levels,
        tuple(_statuses(annex2)) or shipped_scales().statuses,
    )


def _statuses(annex2: Sequence[StatusCriteria]) -> Iterator[Status]:
    """The statuses of rows, each name once; one that means nothing is left out."""
    seen = set()
    for row in annex2:
        meaning, key = meaning_of(row), match_key(row.status)
        if key and meaning and key not in seen:
            seen.add(key)
            yield status(row.status, meaning, in_section_c=row.in_section_c, colour=row.colour)


def meaning_of(row: StatusCriteria) -> Meaning | None:
    """What a status means; in a tracker that does not say, by its name, where that is a colour's."""
    return row.meaning or MEANING_OF_COLOUR.get(match_key(row.status))


@cache
def shipped_scales() -> Scales:
    """The source report's own scales."""
    criteria = shipped_criteria()
    return Scales(
        levels((row["level"], None) for row in criteria["priority"]),
        tuple(status(row["status"], row["meaning"]) for row in criteria["status"]),
    )


def entries(scales: Scales) -> dict[type, dict[str, Level | Status]]:
    """What a cell may hold that takes an entry of a scale: by its class, then by the key that advice calls it by."""
    return {
        Level: {each.key: each for each in scales.levels},
        Status: {each.key: each for each in scales.statuses},
    }
