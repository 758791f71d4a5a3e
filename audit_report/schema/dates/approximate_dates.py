"""Dates as people write them: the days meant by words such as "Summer 2010".

The words are read as mentions of dates; one without a year takes it from a date it is joined to, and the cell
spans the days of them all. These readings are choices:

- a month or season with a financial year is the one that begins in it: "Spring 2010/11" is March to May 2011,
  "Winter 2010/11" December 2010 to February 2011; "Q2 2010" is Q2 2010/11;
- "2009-10" is April to March, "2008-2010" and "2009 to 2010" whole calendar years;
- years that go with the word after them ("2010 assessment") do not count beside another date; years alone among
  unknown words are no date, unless marks set them apart: "2016-17, published 2017/18";
- an open end is closed by another date on that side: "from May 2010, report by July 2010" is May to July;
- a cell that is partly wrong, or whose range ends before it begins, is not read at all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from audit_report.schema.dates.date_mentions import Doubt, Mention
from audit_report.schema.dates.date_reader import MentionReader
from audit_report.schema.dates.date_words import NONE, Kind, Token, WrongDate, tokenise

_DAY_ALONE = {Kind.WEEKDAY, Kind.FIGURES, Kind.NUMBER, Kind.NAME, Kind.PAUSE}
_RANGE = {"to", "-"}
_JOINS = {*_RANGE, "/", "and"}
_LIST = {*_JOINS, ","}
_OPENING = {"(": 1, "[": 1, ")": -1, "]": -1}


@dataclass(frozen=True, slots=True)
class ApproximateDate:
    """A date as people write it: the words as typed and the days they span."""

    words: str
    """As typed, trimmed; empty for a true date."""
    earliest: date | None
    """None: open ("by June 2010") or unknown."""
    latest: date | None
    """None: open ("from June 2010") or unknown."""
    doubts: tuple[Doubt, ...] = field(default=(), compare=False)
    """Of a date that can be read in two ways, how it is read here."""

    @classmethod
    def on(cls, day: date) -> "ApproximateDate":
        """A true date, which has no words of its own."""
        return cls("", day, day)

    @property
    def typed(self) -> str:
        """As typed, a true date as ISO."""
        return self.words or (self.latest.isoformat() if self.latest else "")

    @property
    def known(self) -> bool:
        """False for "TBC" and the like."""
        return self.earliest is not None or self.latest is not None


def read_approximate_date(words: str, *, welsh: bool = False) -> ApproximateDate | None:
    """The words with the days they span; None where they are neither a date nor say that it is not known."""
    try:
        return _read(words, welsh=welsh)
    except (ValueError, OverflowError):
        return None


def why_no_date(words: str, *, welsh: bool = False) -> str:
    """Why words are no date, in a sentence; empty where there is nothing more to say than that."""
    return _why(_read, words, welsh=welsh)


def read_day(text: str, *, welsh: bool = False) -> date | None:
    """The day of 2010-04-30, 30/4/2010 or Friday 30 April 2010, day first always; None for anything else."""
    try:
        return _day_of(text, welsh=welsh)
    except (ValueError, OverflowError):
        return None


def why_no_day(text: str, *, welsh: bool = False) -> str:
    """Why a text is no day, in a sentence; empty where there is nothing more to say than that."""
    return _why(_day_of, text, welsh=welsh)


def says_none(words: str, *, welsh: bool = False) -> bool:
    """Whether words say that there is no date ("N/A"), where "TBC" and "Ongoing" say that it is not known."""
    return any(token == Token(Kind.UNKNOWN, NONE) for token in tokenise(words, welsh=welsh))


def names_two_days(words: str, *, welsh: bool = False) -> bool:
    """Whether words hold two full dates, in brackets or not, that are not the ends of a range."""
    between = "between" in words.casefold()
    try:
        days = [day for part in _bracketed(words) for day in _full_dates(part, welsh=welsh)]
        return any(
            one.days() != other.days() and not _is_range(one, other, between=between)
            for one, other in pairwise(days)
        )
    except (ValueError, OverflowError):
        return False


def _full_dates(text: str, *, welsh: bool) -> Iterable[Mention]:
    """The mentions of a text that have a day, a month and a year."""
    mentions = _with_years(_with_months(MentionReader(tokenise(text, welsh=welsh)).read()))
    return (mention for mention in mentions if mention.day and mention.months and mention.year is not None)


def _is_range(one: Mention, other: Mention, *, between: bool) -> bool:
    return (
        other.joined in _RANGE
        or (between and other.joined == "and")
        or (one.edge in {"from", "after"} and other.edge in {"by", "before"})
    )


def _read(words: str, *, welsh: bool) -> ApproximateDate:
    """The words with the days they span; WrongDate where they are no date."""
    outside, inside = _bracketed(words)
    mentions = _mentions(outside, welsh=welsh) or _mentions(inside, welsh=welsh)
    spans = [mention.span() for mention in mentions]
    if spans:
        doubts = tuple(mention.doubt for mention in mentions if mention.doubt)
        return ApproximateDate(words.strip(), *_together(spans), doubts)
    if any(token.kind is Kind.UNKNOWN for token in tokenise(words, welsh=welsh)):
        return ApproximateDate(words.strip(), None, None)
    raise WrongDate


def _day_of(text: str, *, welsh: bool) -> date:
    """The day of a text; WrongDate where it is none."""
    tokens = tokenise(text, welsh=welsh)
    mentions = MentionReader(tokens).read()
    days = [mention for mention in mentions if mention.day]
    if len(days) > 1:
        raise WrongDate("It holds two dates: keep one.")
    if not {token.kind for token in tokens} <= _DAY_ALONE or len(mentions) != 1:
        raise WrongDate
    if not days:
        raise WrongDate("Give the day too.")
    return days[0].days()[0]


def _why(read: Callable[..., object], text: str, *, welsh: bool) -> str:
    try:
        read(text, welsh=welsh)
    except WrongDate as wrong:
        return str(wrong)
    except (ValueError, OverflowError):
        return ""
    return ""


def _bracketed(words: str) -> tuple[str, str]:
    """The words outside brackets, and those inside; a bracket never closed runs to the end."""
    depth = 0
    outside, inside = [], []
    for character in words:
        depth = max(0, depth + _OPENING.get(character, 0))
        aside = depth or character in _OPENING
        outside.append(" " if aside else character)
        inside.append(character if depth else ";")
    return "".join(outside), "".join(inside)


def _mentions(text: str, *, welsh: bool) -> list[Mention]:
    """The mentions that count towards the days of a text, each with its months and year."""
    reader = MentionReader(tokenise(text, welsh=welsh))
    mentions = _with_years(_with_months(reader.read()))
    _check_joins(mentions)
    joins = [*(mention.joined for mention in mentions), None]
    dated = [
        mention
        for mention, around in zip(mentions, pairwise(joins), strict=True)
        if mention.months and not (mention.is_years_alone and mention.names and _JOINS.isdisjoint(around))
    ]
    understood = reader.understood and all(mention.months for mention in mentions)
    return dated if understood or any(each.apart or not each.is_years_alone for each in dated) else []


def _with_months(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, the next one's month given to a day or part joined to it: the 3 of "3 to 7 May"."""
    filled: list[Mention] = []
    for mention in reversed(mentions):
        following = filled[-1] if filled else Mention()
        alike = following.part if mention.day is None else following.day
        takes = mention.months is None and alike and following.joined in _LIST
        filled.append(replace(mention, months=following.months, year=following.year) if takes else mention)
    return filled[::-1]


def _with_years(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each without a year given its neighbour's, or the one beside it that keeps them in order.

    "November to January 2011" begins in 2010, and "November 2010 to January" ends in 2011.
    """
    filled = list(mentions)
    for at in range(len(filled) - 2, -1, -1):
        mention, following = filled[at], filled[at + 1]
        if mention.months and mention.year is None and following.joined is not None and following.first_month:
            filled[at] = replace(mention, year=(following.first_month - mention.months.first) // 12)
    for at in range(1, len(filled)):
        before, mention = filled[at - 1], filled[at]
        if mention.months and mention.year is None and mention.joined is not None and before.first_month:
            filled[at] = replace(mention, year=-((mention.months.first - before.first_month) // 12))
    return filled


def _check_joins(mentions: Sequence[Mention]) -> None:
    """Refuse a month left without a year, a range that ends before it begins, and figures such as 05/2010."""
    if any(mention.months and mention.year is None for mention in mentions):
        raise WrongDate("Give the year.")
    for before, mention in pairwise(mentions):
        if before.months and mention.months:
            if mention.joined in _RANGE and before.days()[0] > mention.days()[1]:
                raise WrongDate("It ends before it begins.")
        elif mention.joined in _JOINS and (before.bare or mention.bare):
            raise WrongDate("Write the month in words.")


def _together(spans: Iterable[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """The earliest and latest day of several spans; an open end stays open unless one of them closes it."""
    spans = list(spans)
    earliest = min((first for first, _ in spans if first), default=None)
    latest = max((last for _, last in spans if last), default=None)
    opens = any(first is None and last and earliest and last < earliest for first, last in spans)
    closes = any(last is None and first and latest and first > latest for first, last in spans)
    if opens and closes:
        raise WrongDate("Its two ends do not meet.")
    return None if opens else earliest, None if closes else latest
