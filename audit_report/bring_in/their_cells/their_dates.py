"""Dates as people type them into trackers: with years of two figures, several in a cell, or in a header."""

import re
from datetime import date
from functools import cache

from audit_report.schema.dates.approximate_dates import read_approximate_date

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_YEAR = r"(?:19|20)?\d{2}(?!\d)"
DATE_IN_TEXT = re.compile(
    r"(?<![\d/.\-])(?:"
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?"  # 2025-03-31T00:00:00Z
    rf"|\d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark){_YEAR}(?: \d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"  # 31/03/25, 31.3.2025
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]?(?:{_MONTHS})[a-z]*\.?,?[ -]?['’]?{_YEAR}"  # 31st March 2025, 31-Mar-25
    rf"|(?<![a-z])(?:{_MONTHS})[a-z]*\.?[ -]?['’]?{_YEAR}(?! ?(?:19|20)\d\d)"  # March 2025, Mar-25
    rf"|(?<![a-z])q(?:tr|uarter)? ?[1-4],? ?(?:fy)?{_YEAR}(?: ?[/-] ?{_YEAR})?"  # Q1 24/25, Qtr 2 2024-25
    r")(?![\d/])",
    re.IGNORECASE,
)
"""A date with its year, in running text."""

_TIME = re.compile(r"(?:T|(?<=\d) )\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$")
_ISO = re.compile(r"\d{4}-")
_SHORT_YEAR = re.compile(rf"((?:\d[./-]|[./-]|(?:{_MONTHS})[a-z]*\.?,?[ -]?)['’]?)(\d{{2}})$", re.IGNORECASE)
"""The last two figures of 31/3/25, 31-Mar-25 and March '25."""
_SHORT_YEARS = re.compile(r"(?<!\d)(\d{2}) ?([/-]) ?(\d{2})$")
"""The two years of Q1 24/25."""
_QUARTER = re.compile(r"^q(?:tr|uarter)? ?([1-4]),? ?(?:fy)?(.+)$", re.IGNORECASE)
_FIRST_OF_THIS_CENTURY = 70


def dates_in(text: str) -> list[re.Match[str]]:
    """The dates with their years in running text, from left to right, those that are no days of a calendar left out."""
    return [found for found in DATE_IN_TEXT.finditer(text) if days_of(found[0])]


def days_of(words: str) -> tuple[date, date] | None:
    """The first and last day of words that are a date; None for other words, and for an end left open."""
    read = read_approximate_date(with_whole_year(words))
    return (read.earliest, read.latest) if read and read.earliest and read.latest else None


def last_day(words: str) -> date | None:
    """The last day of words that are a date: 30 September 2024 of "Sep-24"."""
    days = days_of(words)
    return days[1] if days else None


def one_day(words: str) -> date | None:
    """The day of words that name a single one."""
    days = days_of(words)
    return days[0] if days and days[0] == days[1] else None


def is_date_words(words: str) -> bool:
    """Whether words are a date of any kind, or say that it is not known or has no end ("TBC", "Ongoing")."""
    return read_approximate_date(with_whole_year(words)) is not None


def period_in(words: str) -> date | None:
    """The last day of the first period named in a header or a sheet's name: "Q1 24/25", "Update June 2025"."""
    return next((last_day(found[0]) for found in dates_in(words)), None)


def names_period(words: str) -> bool:
    """Whether a header names a month or a quarter, and no single day."""
    return period_in(words) is not None and not any(one_day(found[0]) for found in dates_in(words))


@cache
def with_whole_year(words: str) -> str:
    """The words with a year of two figures made one of four, and without the time of day."""
    plain = _TIME.sub("", words.strip())
    if _ISO.match(plain):
        return plain
    if quarter := _QUARTER.match(plain):
        return f"Q{quarter[1]} {_whole_years(quarter[2].strip())}"
    return _SHORT_YEAR.sub(lambda found: f"{found[1].rstrip(chr(39) + '’')}{_century(found[2])}", plain)


def _whole_years(years: str) -> str:
    """The years of a quarter: "24/25" and "2024/2025" are 2024/25; one year is the one it begins in."""
    short = _SHORT_YEARS.search(years)
    if short and years == short[0]:
        return f"{_century(short[1])}/{short[3]}"
    return _century(years) if len(years) == len("24") else years


def _century(figures: str) -> str:
    return f"{20 if int(figures) < _FIRST_OF_THIS_CENTURY else 19}{figures}"
