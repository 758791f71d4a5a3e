"""Number formats: which of them show a number as a day, a time or a duration, and what the number is then."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache, lru_cache

GENERAL = "General"
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The formats that a workbook names by number alone."""

LITERAL = re.compile(r'"[^"]*"?|[\\_*].?|\[(?!(?:h+|m+|s+)\])[^\]]*\]?', re.IGNORECASE | re.DOTALL)
"""What stands in a format for itself, or for a colour or language: "days", \\d, _), *-, [Red], [$-809]."""
_DURATION = re.compile(r"\[[hms]", re.IGNORECASE)
"""Such as [h]:mm."""
_DAY_OR_TIME = re.compile(r"[dmyhs]|a/p", re.IGNORECASE)
"""Such as dd/mm/yyyy, h:mm or a/p."""

_DAY = timedelta(days=1)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_NO_SUCH_DAY = 60
"""29 February 1900, a day that there never was and that Excel counts: days before it stand one closer to the epoch."""
_MILLISECONDS = 86_400_000
_KEPT_DAYS = 4096
"""Numbers kept as what they show: a register's days recur, and no workbook can make this grow."""


class Shows(Enum):
    """What a number format makes of a number."""

    NUMBER = "number"
    DAY_OR_TIME = "day or time"
    DURATION = "duration"


@cache
def shows(code: str) -> Shows:
    """What a format shows, judged by its first part, the one for numbers that are not negative."""
    part = LITERAL.sub("", code).partition(";")[0]
    if _DURATION.search(part):
        return Shows.DURATION
    return Shows.DAY_OR_TIME if _DAY_OR_TIME.search(part) else Shows.NUMBER


@lru_cache(_KEPT_DAYS)
def as_shown(number: float, what: Shows, *, from_1904: bool) -> float | date | time | timedelta:
    """The number as what its format shows; itself where there is no such day, time or duration.

    Days are counted from 1900, or from 1904 in some workbooks of old Macs. A number below 1 is a time of day, and a
    whole one has none.
    """
    try:
        if what is Shows.DURATION:
            return _duration(number)
        return _moment(number, from_1904=from_1904) if what is Shows.DAY_OR_TIME else number
    except OverflowError:
        return number


def _moment(number: float, *, from_1904: bool) -> float | date | time:
    if number < 0:
        return number
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + _duration(number)
    if number < 1:
        return moment.time()
    if not from_1904 and number < _NO_SUCH_DAY:
        moment += _DAY
    return moment.date() if number.is_integer() else moment


def _duration(number: float) -> timedelta:
    """To the millisecond, as Excel counts: a day's fraction is seldom exact."""
    return timedelta(milliseconds=round(number * _MILLISECONDS))
