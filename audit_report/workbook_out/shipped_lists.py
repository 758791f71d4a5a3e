"""The entries of the shipped scales, as the lists that a new tracker's drop-downs offer."""

from enum import StrEnum
from typing import cast

from audit_report.model.scales import Level, Status
from audit_report.schema.choices import Choice


class Priority(StrEnum):
    """A level of Annex 1, declared from most to least severe."""

    CRITICAL = "Critical"
    MAJOR = "Major"
    MODERATE = "Moderate"
    BEST_PRACTICE = "Best Practice"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return list(Priority).index(self)


class PlanStatus(StrEnum):
    """A rating of Annex 2."""

    RED = "Red"
    GREEN = "Green"


def options_of(kind: Choice[object]) -> type[StrEnum]:
    """The list that a column's cells are chosen from."""
    scales: dict[type, type[StrEnum]] = {Level: Priority, Status: PlanStatus}
    return scales.get(kind.options) or cast("type[StrEnum]", kind.options)
