"""Days written in figures: 2010-04-30, 30/4/2010, 30.4.10, 30-Apr-10, and what is wrong with those that are none."""

import re

from audit_report.schema.dates.date_mentions import Mention
from audit_report.schema.dates.date_words import MONTHS, Months, WrongDate

_ISO = re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY_FIRST = re.compile(
    "(?P<day>[0-9]{1,2})(?P<mark>[-/.])(?P<month>[0-9]{1,2}|[a-z]+)(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})"
)
_YEAR_FIRST = re.compile("[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}")
_MONTHS_IN_A_YEAR = 12
_FIRST_OF_LAST_CENTURY = 80


def day_in_figures(figures: str) -> Mention:
    """The day of 2010-04-30, 30/4/2010, 30.4.10 or 30-Apr-10: day first always, 80 to 99 in the last century."""
    found = _ISO.fullmatch(figures) or _DAY_FIRST.fullmatch(figures)
    if not found:
        raise WrongDate(_why(figures))
    day, month, year = int(found["day"]), found["month"], int(found["year"])
    if len(found["year"]) == 2:  # noqa: PLR2004
        if month.isdecimal() and found["mark"] == "-":
            raise WrongDate("Give the year in four digits.")
        year += 1900 if year >= _FIRST_OF_LAST_CENTURY else 2000
    return Mention(Months(_month(day, month, year), 1), year, day)


def _month(day: int, month: str, year: int) -> int:
    """The month's number; WrongDate where it is none, or can only be the day."""
    if month in MONTHS:
        return MONTHS.index(month) + 1
    if not month.isdecimal():
        raise WrongDate(f"“{month}” is no month.")
    number = int(month)
    if 1 <= number <= _MONTHS_IN_A_YEAR:
        return number
    if number > _MONTHS_IN_A_YEAR >= day >= 1:
        meant = f"{number} {MONTHS[day - 1].capitalize()} {year}"
        raise WrongDate(f"It looks month first: {meant} is {number:02}/{day:02}/{year} here.")
    raise WrongDate(f"There is no month {number}.")


def _why(figures: str) -> str:
    if _YEAR_FIRST.fullmatch(figures):
        return "Write 30/04/2010, or 2010-04-30 with hyphens and two digits each."
    return "Give the year in four digits."
