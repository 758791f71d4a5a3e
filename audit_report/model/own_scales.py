"""The scales that a tracker's own Annex sheets set, and the shipped ones where it has none."""

from collections.abc import Sequence
from functools import cache

from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.scales import MEANING_OF_COLOUR, Level, Meaning, Scales, Status, levels, statuses
from audit_report.model.wording import shipped_criteria
from audit_report.schema.spacing import match_key


def own_scales(annex1: Sequence[PriorityCriteria], annex2: Sequence[StatusCriteria]) -> Scales:
    """The levels and statuses of a tracker's rows; the shipped ones where a sheet has no row that names one."""
    return Scales(
        levels([(row.level, None) for row in annex1]) or shipped_scales().levels,
        statuses([(row.status, meaning_of(row)) for row in annex2]) or shipped_scales().statuses,
    )


def meaning_of(row: StatusCriteria) -> Meaning | None:
    """What a status means: by its name, where that is a colour's; None where nobody can say."""
    return MEANING_OF_COLOUR.get(match_key(row.status))


@cache
def shipped_scales() -> Scales:
    """The source report's own scales."""
    criteria = shipped_criteria()
    names = [row["status"] for row in criteria["status"]]
    return Scales(
        levels([(row["level"], None) for row in criteria["priority"]]),
        statuses([(name, MEANING_OF_COLOUR[match_key(name)]) for name in names]),
    )


def entries(scales: Scales) -> dict[type, dict[str, Level | Status]]:
    """What a cell may hold that takes an entry of a scale: by its class, then by the key that advice calls it by."""
    return {
        Level: {each.key: each for each in scales.levels},
        Status: {each.key: each for each in scales.statuses},
    }
