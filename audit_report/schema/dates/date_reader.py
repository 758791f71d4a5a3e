"""Mentions of dates read from a row of tokens, each with as much of the date as its own words give.

    mention = edge? part? week? (day | named | years | a day's number alone) onwards?
    day     = weekday? (figures | number name year?)
    named   = name year?
    years   = (2010 | 2009-10 | 2008-2010) quarter?

A date that is plainly meant as one and is none ("32 May 2010", "June 20100") raises ValueError.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit_report.schema.dates.date_mentions import Mention
from audit_report.schema.dates.date_words import (
    MONTHS,
    NAMES,
    QUARTERS,
    Kind,
    Months,
    Token,
    looks_like_a_name,
)

_YEAR_DIGITS = 4
_SHORT_YEAR_DIGITS = 2
_LIKELY_YEARS = range(1900, 2200)
_LONGEST_PERIOD = 50
_DAY_NUMBER = re.compile("0?[1-9]|[12][0-9]|3[01]")
_ISO = re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY_FIRST = re.compile("(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2}|[a-z]+)[-/.](?P<year>[0-9]{4})")
_APRIL = 4
_SILENT = {Kind.UNKNOWN, Kind.JOIN, Kind.PAUSE, Kind.LEAD_IN, Kind.ASIDE, Kind.STOP}


@dataclass(frozen=True, slots=True)
class _Years:
    """Years as typed: `count` of them from `first`; `financial` where they are April to March."""

    first: int
    count: int = 1
    financial: bool = False


@dataclass(slots=True)
class MentionReader:
    """Reads tokens from left to right; `understood` is False once a word or number has no part in a date."""

    tokens: Sequence[Token]
    understood: bool = True
    _at: int = 0

    def read(self) -> list[Mention]:
        """Every mention in the tokens."""
        mentions: list[Mention] = []
        end_of_last = 0
        while self._at < len(self.tokens):
            start = self._at
            mention = self._mention()
            if mention:
                before = mentions[-1] if mentions else Mention()
                joined = _joining(self.tokens[end_of_last:start]) if mentions else None
                mentions.append(_after(before, replace(mention, joined=joined)))
                end_of_last = self._at
            else:
                self._at = start
                self._pass_over()
        return mentions

    def _pass_over(self) -> None:
        word = self._next()
        if word.kind is Kind.WORD and _is_year(self._peek()) and looks_like_a_name(word.text):
            raise ValueError(word.text)
        self.understood = self.understood and word.kind in _SILENT

    def _mention(self) -> Mention | None:
        edge, part = self._lead(Kind.EDGE), self._lead(Kind.PART)
        if part and self._sees(Kind.JOIN, Kind.PART):
            return Mention(part=part, edge=edge)
        if part and self._peek() == Token(Kind.JOIN, "-"):
            self._next()
        week = self._lead(Kind.WEEK)
        found = self._day() or self._named() or (None if week else self._bare()) or self._number()
        if found is None:
            return None
        if self._take(Kind.ONWARDS):
            edge = "from"
        return replace(found, edge=edge, part=part, week=week)

    def _lead(self, kind: Kind) -> str:
        """The text of a token of this kind, with the small words after it; empty where there is none."""
        found = self._take(kind)
        while found and self._take(Kind.LEAD_IN):
            pass
        return found.text if found else ""

    def _day(self) -> Mention | None:
        start = self._at
        weekday = self._take(Kind.WEEKDAY)
        if weekday:
            self._take(Kind.PAUSE)
        if figures := self._take(Kind.FIGURES):
            found = _in_figures(figures.text)
        elif self._sees(Kind.NUMBER, Kind.NAME) and _is_month(self._peek(1)) and not _is_year(self._peek()):
            day = int(self._next().text)
            found = replace(self._with_year(self._next().text), day=day)
        else:
            self._at = start
            return None
        return replace(found, weekday=weekday.text if weekday else "")

    def _named(self) -> Mention | None:
        """A month, season or quarter."""
        if self._sees(Kind.NAME) and not self._is_verb():
            return self._with_year(self._next().text)
        return None

    def _is_verb(self) -> bool:
        """Whether the "may" here is the verb of "may take place", not the month."""
        before = self.tokens[self._at - 1].kind if self._at else Kind.STOP
        return (
            self.tokens[self._at].text == "may"
            and self._sees(Kind.NAME, Kind.WORD)
            and before not in {Kind.EDGE, Kind.PART, Kind.LEAD_IN}
        )

    def _with_year(self, name: str) -> Mention:
        """What a name just read means, with the year after it if there is one."""
        months = NAMES[name]
        between = self._peek()
        parted = between is not None and (between.kind is Kind.PAUSE or between.text in {"-", "/"})
        if parted and _is_year(self._peek(1)):
            self._next()
        years = self._years()
        if years is None:
            if self._sees(Kind.NUMBER):
                raise ValueError(name)
            return Mention(months)
        if years.count > 1:
            raise ValueError(name)
        begins_in_second = years.financial and months.first < _APRIL
        return Mention(months, years.first + begins_in_second)

    def _bare(self) -> Mention | None:
        """Years with no month; a quarter after them is one of theirs."""
        if not _is_year(self._peek()) or int(self.tokens[self._at].text) not in _LIKELY_YEARS:
            return None
        years = self._years()
        if years is None:
            return None
        name = self._peek()
        if name and name.text in QUARTERS and not _is_year(self._peek(1)):
            return Mention(QUARTERS[self._next().text], years.first)
        months = Months(_APRIL, 12) if years.financial else Months(1, 12 * years.count)
        return Mention(months, years.first, bare=True)

    def _number(self) -> Mention | None:
        """A number that may prove a day: the 3 of "3 to 7 May 2010"."""
        number = self._peek()
        if number and number.kind is Kind.NUMBER and _DAY_NUMBER.fullmatch(number.text):
            return Mention(day=int(self._next().text))
        return None

    def _years(self) -> _Years | None:
        """One year, or two with a dash or slash: a financial year where the second is the next one."""
        if not _is_year(self._peek()):
            return None
        first = int(self._next().text)
        last = self._second_year(first)
        if last is None:
            return _Years(first)
        self._at += 2
        if not first < last < first + _LONGEST_PERIOD:
            raise ValueError(first)
        return _Years(first, last - first + 1) if last > first + 1 else _Years(first, financial=True)

    def _second_year(self, first: int) -> int | None:
        """The year that a dash or slash and two or four digits make, unless they are the day of a month."""
        join, number = self._peek(), self._peek(1)
        if not join or not number or join.text not in {"-", "/"} or number.kind is not Kind.NUMBER:
            return None
        if _is_year(number):
            return int(number.text)
        if len(number.text) != _SHORT_YEAR_DIGITS or _is_month(self._peek(2)):
            return None
        last = first - first % 100 + int(number.text)
        return last if last > first else last + 100

    def _peek(self, ahead: int = 0) -> Token | None:
        at = self._at + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def _sees(self, *kinds: Kind) -> bool:
        """Whether the next tokens are of these kinds."""
        return [token.kind for token in self.tokens[self._at : self._at + len(kinds)]] == list(kinds)

    def _take(self, kind: Kind) -> Token | None:
        token = self._peek()
        return self._next() if token and token.kind is kind else None

    def _next(self) -> Token:
        self._at += 1
        return self.tokens[self._at - 1]


def _joining(between: Sequence[Token]) -> str | None:
    """What the tokens between two mentions join them with; None where they do not join them."""
    match [token.kind for token in between]:
        case []:
            return ""
        case [Kind.JOIN | Kind.PAUSE] | [Kind.PAUSE, Kind.JOIN]:
            return between[-1].text
        case _:
            return None


def _after(before: Mention, mention: Mention) -> Mention:
    """A mention, in a list with the one before: "by June or July" is by either."""
    if mention.joined not in {"/", "and"}:
        return mention
    return replace(mention, edge=mention.edge or before.edge, week=mention.week or before.week)


def _is_year(token: Token | None) -> bool:
    return token is not None and token.kind is Kind.NUMBER and len(token.text) == _YEAR_DIGITS


def _is_month(token: Token | None) -> bool:
    return token is not None and token.text in MONTHS


def _in_figures(figures: str) -> Mention:
    """The day of 2010-04-30, 30/4/2010 or 30-Apr-2010: day first always."""
    found = _ISO.fullmatch(figures) or _DAY_FIRST.fullmatch(figures)
    if not found:
        raise ValueError(figures)
    month = found["month"]
    for number, name in enumerate(MONTHS, 1):
        if month in {f"{number}", f"{number:02}", name, name[:3]}:
            return Mention(Months(number, 1), int(found["year"]), int(found["day"]))
    raise ValueError(figures)
