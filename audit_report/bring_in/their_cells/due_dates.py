"""The due dates of a cell, the one agreed first before those it was moved to."""

import re
from datetime import date, datetime
from itertools import pairwise

from audit_report.bring_in.the_map.meanings_of_words import says_nothing
from audit_report.bring_in.their_cells.their_dates import (
    DATE_IN_TEXT,
    dates_in,
    last_day,
    one_day,
    with_whole_year,
)
from audit_report.bring_in.their_file.grids import GridCell
from audit_report.schema.raw_values import Raw

_WAS = re.compile(r"\b(?:was|originally|original|previously|from|formerly|old)\b[\s:(]*$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|—|to|until|and|or)\s*", re.IGNORECASE)


def due_dates(cell: GridCell, *, first_is_original: bool = True) -> list[Raw]:
    """The dates of a cell in the order they were agreed in, struck-out ones first; words that are no day as typed."""
    struck = [day for found in dates_in(cell.struck) if (day := last_day(found[0]))]
    if isinstance(cell.value, date):
        return [*struck, _as_day(cell)]
    text = cell.shown
    if not text or says_nothing("dates", text) or not cell.is_calculated:
        return list(struck)
    found = dates_in(text)
    if len(found) < 2:  # noqa: PLR2004  one date, or words
        whole = DATE_IN_TEXT.fullmatch(text)
        return [*struck, (one_day(text) or with_whole_year(text)) if whole else text]
    days = [day for each in found if (day := last_day(each[0]))]
    was = [day for each, day in zip(found, days, strict=True) if _WAS.search(text[: each.start()])]
    if was:
        return [*struck, *was, *(day for day in days if day not in was)]
    if _is_range(text, found):
        return [*struck, text]
    return [*struck, *(days if first_is_original else days[::-1])]


def _as_day(cell: GridCell) -> Raw:
    """The day of a true date; of one shown as a month, the month's last."""
    if cell.is_month:
        return last_day(cell.shown)
    return cell.value.date() if isinstance(cell.value, datetime) else cell.value


def _is_range(text: str, found: list[re.Match[str]]) -> bool:
    return any(_RANGE.fullmatch(text[one.end() : other.start()]) for one, other in pairwise(found))
