"""What the reading of a cell rests on beside its column: the tracker's own day and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of one tracker are to be read."""

    as_at: date | None = None
    """Its Data as at, which says what years are plausible."""
    welsh: bool = False
    """Whether its months and seasons may be in Welsh."""
    labels: Mapping[type, Mapping[str, object]] = field(default_factory=dict)
    """What its report calls the entries of a list, each label in the form of `match_key`."""
    scales: Mapping[type, Mapping[str, object]] = field(default_factory=dict)
    """The entries of the lists that the tracker itself sets, each by the key that advice calls it by."""


AS_SHIPPED = Reading()
"""A tracker of which nothing is known yet."""
