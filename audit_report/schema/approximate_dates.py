"""Dates as people write them: exact days, and words whose earliest and latest days are worked out (spec section 2).

The words are cut into dates and the small words between them. Each date is a span of days; the small words before it
narrow it ("early"), open it ("by", "from") or join it to the one before ("to").
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from audit_report.schema.near_misses import nearest

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_TWO_YEARS = r"\d{4} ?[/-] ?(?:\d{4}|\d{2})(?![\d/-])"
_TOKEN = re.compile(
    r"(?P<iso>(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<dmy>(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d))"
    rf"|(?P<days>(?<![\d/.-]){_NTH} ?(?:-|to|and|&|/) ?{_NTH} {_MONTH},? \d{{4}}(?!\d))"
    rf"|(?P<day>(?<!\d){_NTH},? (?:of )?{_MONTH},? \d{{4}}(?!\d))"
    rf"|(?P<quarter>\b(?:q|quarter) ?[1-4],? (?:of )?(?:{_TWO_YEARS}|\d{{4}}(?!\d)))"
    rf"|(?P<season>\b(?:spring|summer|autumn|winter),? (?:of )?(?:{_TWO_YEARS}|\d{{4}}(?!\d)))"
    rf"|(?P<month>\b{_MONTH}(?:,? (?:of )?\d{{4}}(?!\d))?)"
    rf"|(?P<years>(?<!\d){_TWO_YEARS})"
    r"|(?P<year>(?<![\d/.-])\d{4}(?![\d/.-]))"
    r"|(?P<word>[a-z]+(?:/[a-z]\b)?|[-/&])"
)
_BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_UNKNOWN = re.compile(
    r"\b(?:tbc|tba|tbd|to be (?:confirmed|announced|agreed|determined|advised)|(?:not (?:yet )?|un)known|"
    r"not (?:applicable|yet agreed|scheduled)|none|ongoing)\b|\bn/a\b"
)
_DAY_FORM = re.compile(
    rf"(\d{{4}}-\d{{1,2}}-\d{{1,2}})|(\d{{1,2}}([/.-])\d{{1,2}}\3\d{{4}})"
    r"|(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    rf"({_NTH},? (?:of )?{_MONTH},? \d{{4}})"
)
_RANGE = {"to", "until", "till", "through", "-"}
_JOINING = _RANGE | {"and", "or", "&", "/"}
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_NO_EARLIEST = {"by", "before", "until", "till", "than"}
_NO_LATEST = {"from", "after", "since"}
_PASSED_OVER = {"the", "of", "in", "on", "at", "-", "&", "and", "or", "/"}


@dataclass(frozen=True, slots=True)
class ApproximateDate:
    """A date as people write it: the words as typed and the days they span."""

    words: str
    """As typed; empty for a true date."""
    earliest: date | None
    """None: open ("by June 2010") or unknown."""
    latest: date | None
    """None: open ("from June 2010") or unknown."""

    @property
    def known(self) -> bool:
        """False for "TBC" and the like."""
        return self.earliest is not None or self.latest is not None

    def touches(self, start: date, end: date) -> bool:
        """Whether it may fall from `start` to `end`; an unknown date touches nothing."""
        return self.known and (self.earliest or start) <= end and (self.latest or end) >= start


def read_approximate_date(words: str) -> ApproximateDate | None:
    """The words with the days they span; None where they are neither a date nor say that it is not known."""
    text = _plain(words)
    outside = _BRACKETED.sub(" ", text)
    inside = " ".join(first or second for first, second in _BRACKETED.findall(text))
    try:
        spans = _spans(outside) or _spans(inside)
    except ValueError:
        return None
    if spans:
        return ApproximateDate(
            words.strip(), _end(min, (span.start for span in spans)), _end(max, (span.end for span in spans))
        )
    return ApproximateDate(words.strip(), None, None) if _UNKNOWN.search(text) else None


def read_day(text: str) -> date | None:
    """The day of a text such as 2010-04-30, 30/4/2010 or 30 April 2010, day first always; None for anything else."""
    found = _DAY_FORM.fullmatch(_plain(text))
    if not found:
        return None
    try:
        return _READERS["iso" if found[1] else "dmy" if found[2] else "day"](
            found[1] or found[2] or found[4]
        ).start
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Span:
    """From one day to another; None where it is open. `coarse`: a year, which a finer date beside it overrules."""

    start: date | None
    end: date | None
    coarse: bool = False


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("–", "-").replace("—", "-").split())


def _end(choose: Callable[[Iterable[date]], date], days: Iterable[date | None]) -> date | None:
    """The first or last of the days; None where one of them is open."""
    known = list(days)
    return None if None in known else choose(day for day in known if day)


def _spans(text: str) -> list[_Span]:
    """The dates of a text, each with the small words before it taken into account."""
    found: list[_Span] = []
    words: list[str] = []
    between = False
    for part in _with_years(_parts(text)):
        if isinstance(part, str):
            words.append(part)
            continue
        if found and words and (words[-1] in _RANGE or (between and words == ["and"])):
            found[-1] = _Span(found[-1].start or part.start, part.end)
        elif found and words and words[0] in _RANGE and _narrowing(words[1:]):
            found[-1] = _Span(found[-1].start, _qualified(part, words[1:]).end)
        else:
            found.append(_qualified(part, words))
            between = "between" in words
            if words[-1:] == ["from"]:
                found[-1] = replace(found[-1], start=part.start, end=None)
        words = []
    fine = [span for span in found if not span.coarse]
    return fine or found


def _parts(text: str) -> Iterator["str | _Span"]:
    """The text cut into dates and words; a month without a year is a word so far, a misspelt one no date."""
    word = ""
    for token in _TOKEN.finditer(text):
        kind = str(token.lastgroup)
        if kind == "year" and nearest(word, (*calendar.month_name[1:], *_SEASONS)):
            raise ValueError(text)
        word = token[0] if kind == "word" else ""
        yearless = kind == "month" and not token[0][-1].isdigit()
        yield token[0] if kind == "word" or yearless else _READERS[kind](token[0])


def _with_years(parts: Iterable["str | _Span"]) -> list["str | _Span"]:
    """The parts with the year of its neighbour given to a month that is joined to a date: "March to May 2010"."""
    resolved = list(parts)
    for at in range(len(resolved) - 1, -1, -1):
        month = resolved[at]
        if not isinstance(month, str) or month[:3] not in _MONTHS or not re.fullmatch(_MONTH, month):
            continue
        after = next((part for part in resolved[at + 1 : at + 3] if part not in _JOINING), None)
        before = resolved[at - 2] if at >= 2 and resolved[at - 1] in _JOINING else None  # noqa: PLR2004
        number = _MONTHS.index(month[:3]) + 1
        if isinstance(after, _Span) and after.start:
            resolved[at] = _months(after.start.year - (number > after.start.month), number, 1)
        elif isinstance(before, _Span) and before.start:
            resolved[at] = _months(before.start.year + (number < before.start.month), number, 1)
    return resolved


def _narrowing(words: list[str]) -> bool:
    return bool(words) and words[-1] in _THIRDS


def _qualified(span: _Span, words: list[str]) -> _Span:
    """A span as the words before it make it: a third of it, its week, or open at one end."""
    words = [word for word in words if word not in _PASSED_OVER]
    last = words.pop() if words else ""
    if last in _THIRDS and "week" not in words:
        span = _third(span, _THIRDS[last])
        last = words.pop() if words else ""
    if span.start and (last == "w/c" or (words[-1:] == ["week"] and last in ("commencing", "beginning"))):
        return replace(span, end=span.start + timedelta(days=6))
    if last in _NO_EARLIEST:
        end = span.start - timedelta(days=1) if last == "before" and span.start else span.end
        return replace(span, start=None, end=end)
    if last in _NO_LATEST:
        start = span.end + timedelta(days=1) if last == "after" and span.end else span.start
        return replace(span, start=start, end=None)
    return span


def _third(span: _Span, third: int) -> _Span:
    """The first, middle or last third of a span; of a month the 1st to 10th, 11th to 20th, or 21st on."""
    if span.start is None or span.end is None or span.start == span.end:
        return span
    months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
    if months == 1:
        first, last = ((1, 10), (11, 20), (21, span.end.day))[third]
        return _Span(span.start.replace(day=first), span.end.replace(day=last))
    first_month = span.start.month + third * months // 3
    return _months(span.start.year, first_month, months // 3)


def _months(year: int, month: int, length: int) -> _Span:
    """Whole months from a month of a year, which may run past December."""
    first = year * 12 + month - 1
    last = first + length - 1
    end = calendar.monthrange(last // 12, last % 12 + 1)[1]
    return _Span(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, end))


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _month_number(text: str) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", text))


def _exactly(day: date) -> _Span:
    return _Span(day, day)


def _iso(text: str) -> _Span:
    year, month, day = _numbers(text)
    return _exactly(date(year, month, day))


def _dmy(text: str) -> _Span:
    day, month, year = _numbers(text)
    return _exactly(date(year, month, day))


def _day(text: str) -> _Span:
    day, year = _numbers(text)
    return _exactly(date(year, _month_number(text), day))


def _days(text: str) -> _Span:
    first, last, year = _numbers(text)
    month = _month_number(text)
    return _Span(date(year, month, first), date(year, month, last))


def _quarter(text: str) -> _Span:
    """A quarter of a financial year, whose first is April to June."""
    quarter, *years = _numbers(text)
    return _months(_first_year(years), _APRIL + (quarter - 1) * 3, 3)


def _season(text: str) -> _Span:
    """A season; of a financial year the one that falls in it, winter running on from December."""
    years = _numbers(text)
    month = next(month for name, month in _SEASONS.items() if name in text)
    in_second_year = len(years) > 1 and month < _APRIL
    return _months(_first_year(years) + in_second_year, month, 3)


def _month(text: str) -> _Span:
    return _months(_numbers(text)[0], _month_number(text), 1)


def _years(text: str) -> _Span:
    """Two years: a financial year where one follows the other, else the calendar years from the first to the last."""
    years = _numbers(text)
    first, last = _first_year(years), _last_year(years)
    if last == first + 1:
        return replace(_months(first, _APRIL, 12), coarse=True)
    if last <= first:
        raise ValueError(text)
    return _Span(date(first, 1, 1), date(last, 12, 31), coarse=True)


def _year(text: str) -> _Span:
    return replace(_months(int(text), 1, 12), coarse=True)


def _first_year(years: list[int]) -> int:
    if len(years) > 1 and _last_year(years) <= years[0]:
        raise ValueError(years)
    return years[0]


def _last_year(years: list[int]) -> int:
    first, last = years
    if last >= _CENTURY:
        return last
    return first + 1 if last == (first + 1) % _CENTURY else first - first % _CENTURY + last


_APRIL = 4
_CENTURY = 100

_READERS: Mapping[str, Callable[[str], _Span]] = {
    "iso": _iso,
    "dmy": _dmy,
    "days": _days,
    "day": _day,
    "quarter": _quarter,
    "season": _season,
    "month": _month,
    "years": _years,
    "year": _year,
}
"""How each form of date becomes days; one that is no real date raises ValueError."""
