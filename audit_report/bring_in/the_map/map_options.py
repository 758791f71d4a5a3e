"""The options of a map: how each is called there, what it may say, and what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from audit_report.bring_in.the_map.import_map import (
    AS_LATEST,
    BLANK,
    FIRST_IS_ORIGINAL,
    KEEP,
    LAST_IS_ORIGINAL,
    OWN_DAY,
    SPLIT,
    Options,
)


@dataclass(frozen=True, slots=True)
class OptionLine:
    """An option as the map shows it: what it is for, and the words it may say; `or_day` where it may be a date."""

    purpose: str
    choices: tuple[str, ...]
    or_day: bool = False

    def reads(self, value: object) -> bool:
        """Whether a value of the map is one that the option may have."""
        return (self.or_day and isinstance(value, date)) or value in (
            *self.choices,
            *([""] if self.or_day else []),
        )

    @property
    def expected(self) -> str:
        """What the option may say, in words."""
        words = [f"“{choice}”" for choice in self.choices] + (
            ["a date such as 2026-03-31"] if self.or_day else []
        )
        return " or ".join(words)


OPTION_LINES: Mapping[str, OptionLine] = {
    "data_as_at": OptionLine(
        "The day the tracker is true of: everything is rated as at it.", (OWN_DAY,), or_day=True
    ),
    "undated_notes": OptionLine(
        "The day of a progress note that has none of its own.", (OWN_DAY,), or_day=True
    ),
    "revised_dates_approved": OptionLine(
        "The day from which their revised dates count as approved.", (OWN_DAY,), or_day=True
    ),
    "two_dates_in_a_cell": OptionLine(
        "Which of two due dates in one cell was agreed first, where no word or striking out says.",
        (FIRST_IS_ORIGINAL, LAST_IS_ORIGINAL),
    ),
    "several_actions_in_a_cell": OptionLine(
        "What becomes of several actions in one cell (numbered, bulleted or parted by semicolons).",
        (SPLIT, KEEP),
    ),
    "earlier_updates_status": OptionLine(
        "The status of progress notes before the latest, whose own status nobody kept.", (AS_LATEST, BLANK)
    ),
    "completed_without_a_date": OptionLine(
        "The day on which what has ended, and says no day, counts as ended.",
        (OWN_DAY, BLANK),
        or_day=True,
    ),
}
"""Every option by its name in the map, which is its attribute's."""

assert set(OPTION_LINES) == {each.name for each in fields(Options)}  # noqa: S101  one table, held to the other
