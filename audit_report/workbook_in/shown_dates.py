"""A day as a format shows it that leaves the day of the month out: "June 2010" for 1 June 2010 in mmm-yy."""

import re
from datetime import date

from audit_report.workbook_in.date_formats import LITERAL

_DAY_OF_MONTH = re.compile(r"(?<!d)dd?(?!d)", re.IGNORECASE)
"""d or dd; ddd is the name of a weekday."""
_HOURS = re.compile(r"[hs]", re.IGNORECASE)
_YEAR, _MONTH = re.compile(r"y|e", re.IGNORECASE), re.compile(r"m", re.IGNORECASE)


def shows_whole_days(code: str) -> bool:
    """Whether a date's format shows the day of the month; 14 June in d-mmm is shown without its year alone."""
    return bool(_DAY_OF_MONTH.search(LITERAL.sub("", code).partition(";")[0]))


def without_day(day: date, code: str) -> str | None:
    """A day as such a format shows it, in whole words; None for a time of day or a weekday."""
    part = LITERAL.sub("", code).partition(";")[0]
    if _HOURS.search(part) or "d" in part.casefold():
        return None
    shown = ((_MONTH, f"{day:%B}"), (_YEAR, f"{day:%Y}"))
    return " ".join(words for token, words in shown if token.search(part)) or None
