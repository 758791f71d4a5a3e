"""Dates as people write them: the days meant by words such as "Summer 2010".

The words are read as mentions of dates; one without a year takes it from a date it is joined to, and the cell
spans the days of them all. These readings are choices:

- a month or season with a financial year is the one that begins in it: "Spring 2010/11" is March to May 2011,
  "Winter 2010/11" December 2010 to February 2011; "Q2 2010" is Q2 2010/11;
- "2009-10" is April to March, "2008-2010" and "2009 to 2010" whole calendar years;
- years alone do not count beside a finer date not joined to them, and are no date beside unknown words;
- an open end is closed by another date on that side: "from May 2010, report by July 2010" is May to July;
- a cell that is partly wrong, or whose range ends before it begins, is not read at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from audit_report.schema.dates.date_mentions import Mention
from audit_report.schema.dates.date_reader import MentionReader
from audit_report.schema.dates.date_words import Kind, tokenise

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

    @property
    def known(self) -> bool:
        """False for "TBC" and the like."""
        return self.earliest is not None or self.latest is not None


def read_approximate_date(words: str) -> ApproximateDate | None:
    """The words with the days they span; None where they are neither a date nor say that it is not known."""
    outside, inside = _bracketed(words)
    try:
        mentions = _mentions(outside) or _mentions(inside)
        spans = [mention.span() for mention in mentions]
        if spans:
            return ApproximateDate(words.strip(), *_together(spans))
    except (ValueError, OverflowError):
        return None
    unknown = any(token.kind is Kind.UNKNOWN for token in tokenise(words))
    return ApproximateDate(words.strip(), None, None) if unknown else None


def read_day(text: str) -> date | None:
    """The day of 2010-04-30, 30/4/2010 or Friday 30 April 2010, day first always; None for anything else."""
    tokens = tokenise(text)
    if not {token.kind for token in tokens} <= _DAY_ALONE:
        return None
    try:
        mentions = MentionReader(tokens).read()
        return mentions[0].days()[0] if len(mentions) == 1 and mentions[0].day else None
    except ValueError:
        return None


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


def _mentions(text: str) -> list[Mention]:
    """The mentions that count towards the days of a text, each with its months and year."""
    reader = MentionReader(tokenise(text))
    mentions = _with_years(_with_months(reader.read()))
    _check_joins(mentions)
    dated = [mention for mention in mentions if mention.months]
    joins = [*(mention.joined for mention in mentions), None]
    fine = [
        mention
        for mention, around in zip(mentions, pairwise(joins), strict=True)
        if mention.months and not (mention.is_years_alone and _JOINS.isdisjoint(around))
    ]
    return fine or (dated if reader.understood and dated == mentions else [])


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
        raise ValueError
    for before, mention in pairwise(mentions):
        if before.months and mention.months:
            wrong = mention.joined in _RANGE and before.days()[0] > mention.days()[1]
        else:
            wrong = mention.joined in _JOINS and (before.bare or mention.bare)
        if wrong:
            raise ValueError


def _together(spans: Iterable[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """The earliest and latest day of several spans; an open end stays open unless one of them closes it."""
    spans = list(spans)
    earliest = min((first for first, _ in spans if first), default=None)
    latest = max((last for _, last in spans if last), default=None)
    opens = any(first is None and last and earliest and last < earliest for first, last in spans)
    closes = any(last is None and first and latest and first > latest for first, last in spans)
    if opens and closes:
        raise ValueError
    return None if opens else earliest, None if closes else latest
