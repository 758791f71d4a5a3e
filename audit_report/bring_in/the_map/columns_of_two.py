"""Columns that hold two things, known by their header ("Responsible officer and target date") and their values."""

import re
from collections.abc import Collection

from audit_report.bring_in.the_map.parted_cells import parted
from audit_report.bring_in.the_map.tracker_fields import (
    BOTH,
    PROGRESS,
    STATUS,
    field_name,
    is_known,
    likenesses,
    may_share,
)
from audit_report.bring_in.the_map.value_shapes import ColumnValues
from audit_report.model.records import Action, Recommendation

_AND = re.compile(r"\s+(?:and|with|in)\s+|\s*[&/+,]\s*", re.IGNORECASE)
_LEAST_LIKE = 85
_MOST = 0.5
_ACTION = field_name(Action, "text")
_RESPONSE = field_name(Recommendation, "response")
_HOLD_BOTH = {
    _RESPONSE: (_RESPONSE, _ACTION),
    field_name(Recommendation, "response_reason"): (_RESPONSE, _ACTION),
    PROGRESS: (PROGRESS, STATUS),
}
"""What a column often holds as well, where no other column does."""


def two_fields(header: str, values: ColumnValues, own: str, taken: Collection[str]) -> str:
    """The fields of a column that holds two things; blank where it does not.

    `own` is what the column would be alone, `taken` what other columns are.
    """
    pair = _HOLD_BOTH.get(own) or _halves(header)
    if len(pair) > 1 and not set(pair) & set(taken) and may_share(pair) and _are_both_there(values, pair):
        return BOTH.join(pair)
    return ""


def _halves(header: str) -> tuple[str, ...]:
    """The field of each half of a header; none where it is one name, or a half is nothing we know."""
    halves = _AND.split(header)
    if is_known(header) or len(halves) != 2:  # noqa: PLR2004  two things
        return ()
    best = [max(found, key=lambda each: found[each]) for half in halves if (found := _like(half))]
    return tuple(best) if len(set(best)) == len(halves) else ()


def _like(half: str) -> dict[str, float]:
    return {name: likeness for name, likeness in likenesses(half).items() if likeness >= _LEAST_LIKE}


def _are_both_there(values: ColumnValues, pair: tuple[str, ...]) -> bool:
    both = sum(all(parted(text, pair).values()) for text in values.texts)
    return both >= _MOST * len(values.texts) > 0
