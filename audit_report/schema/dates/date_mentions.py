"""A mention of a date: as much of it as its own words give, and its days once nothing is missing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from audit_report.schema.dates.date_words import WEEKDAYS, Months, WrongDate

_FEBRUARY = 2


class Doubt(NamedTuple):
    """How a date that can be read in two ways is read, and what to write where the other way is meant."""

    read_as: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a date; what its words do not give is None or empty: "3" and "early" are mentions too."""

    months: Months | None = None
    year: int | None = None
    day: int | None = None
    weekday: str = ""
    week: str = ""
    part: str = ""
    edge: str = ""
    bare: bool = False
    """Years alone, which may only say which assessment is meant: "fieldwork for 2010 assessment"."""
    joined: str | None = None
    """The word or mark that joins it to the mention before, if only empty; None where nothing does."""
    names: bool = False
    """Whether a word follows it at once, which it may go with: the 2010 of "2010 assessment"."""
    apart: bool = False
    """Whether no unknown word stands with it between two commas, line breaks or other marks."""
    doubt: Doubt | None = None

    @property
    def is_years_alone(self) -> bool:
        """Whether it is bare and no word makes it a time of its own, as in "by 2010" and "late 2010"."""
        return self.bare and not self.edge and not self.part

    @property
    def first_month(self) -> int:
        """Its first month, counted from January of the year 0 as 1; 0 where it is bare or lacks a year."""
        return (
            0 if self.bare or self.months is None or self.year is None else 12 * self.year + self.months.first
        )

    def days(self) -> tuple[date, date]:
        """The first and last day of it, its edge apart; only where it lacks neither months nor year."""
        if self.months is None or self.year is None:
            raise WrongDate("Give the year." if self.months else "")
        if self.day is not None:
            return self._around(self._only_day(self.year, self.months, self.day))
        return _third(self.year, self.months, self.part) if self.part else _whole(self.year, self.months)

    def _only_day(self, year: int, months: Months, day: int) -> date:
        start, end = _whole(year, months)
        if not 1 <= day <= end.day:
            of = f"{end:%B} {end.year}" if end.month == _FEBRUARY else f"{end:%B}"
            raise WrongDate(f"{end.day} {end:%B} is the last day of {of}." if day else "")
        return start.replace(day=day)

    def _around(self, day: date) -> tuple[date, date]:
        """The day, or the week that begins or ends on it."""
        if self.weekday and WEEKDAYS[day.weekday()] != self.weekday:
            raise WrongDate(f"{day.day} {day:%B %Y} is a {day:%A}.")
        six_days = timedelta(days=6)
        match self.week:
            case "":
                return day, day
            case "week ending":
                return day - six_days, day
            case _:
                return day, day + six_days

    def span(self) -> tuple[date | None, date | None]:
        """Its earliest and latest day, None where its edge leaves it open."""
        first, last = self.days()
        match self.edge:
            case "by":
                return None, last
            case "before":
                return None, last if self.part == "late" else first - timedelta(days=1)
            case "from":
                return first, None
            case "after":
                return last + timedelta(days=1), None
            case _:
                return first, last


def _month_start(year: int, month: int) -> date:
    """The first day of a month counted from January of a year as 1, past its December too."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _whole(year: int, months: Months) -> tuple[date, date]:
    after = _month_start(year, months.first + months.count)
    return _month_start(year, months.first), after - timedelta(days=1)


def _third(year: int, months: Months, part: str) -> tuple[date, date]:
    """A third of some months: whole months, or of one month the 1st to 10th, 11th to 20th and the rest."""
    third = ("early", "mid", "late").index(part)
    if months.count > 1:
        length = months.count // 3
        return _whole(year, Months(months.first + third * length, length))
    first, last = _whole(year, months)
    return first.replace(day=1 + third * 10), last if part == "late" else first.replace(day=10 + third * 10)
