"""The shipped scale's levels and statuses, by the names that tests call them by."""

from audit_report.model.own_scales import shipped_scales
from audit_report.model.scales import Level, Status

LEVELS = shipped_scales().levels
STATUSES = shipped_scales().statuses


class Priority:
    """The levels of Annex 1."""

    CRITICAL, MAJOR, MODERATE, BEST_PRACTICE = LEVELS


class PlanStatus:
    """The statuses of Annex 2."""

    RED, GREEN = STATUSES


def level_named(name: str) -> Level:
    """The level of a name."""
    return next(each for each in LEVELS if each.name == name)


def status_named(name: str) -> Status:
    """The status of a name."""
    return next(each for each in STATUSES if each.name == name)
