"""Mentions of dates read from a row of tokens, each with as much of the date as its own words give.

    mention = edge? part? week? (day | named | years | a day's number alone) onwards?
    day     = weekday? (figures | number name year?)
    named   = name year?
    years   = (2010 | 2009-10 | 2008-2010) quarter?

A date that is plainly meant as one and is none ("32 May 2010", "June 20100") raises WrongDate, which says why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from audit_report.schema.dates.date_mentions import Doubt, Mention
from audit_report.schema.dates.date_words import (
    MONTHS,
    NAMES,
    QUARTERS,
    Kind,
    Months,
    Token,
    WrongDate,
    name_meant,
)
from audit_report.schema.dates.figures import day_in_figures

_YEAR_DIGITS = 4
_SHORT_YEAR_DIGITS = 2
_LIKELY_YEARS = range(1900, 2200)
_LONGEST_PERIOD = 50
_DAY_NUMBER = re.compile("0?[1-9]|[12][0-9]|3[01]")
_APRIL = 4
_DASHES = {"-", "/"}
_SILENT = {Kind.UNKNOWN, Kind.JOIN, Kind.PAUSE, Kind.LEAD_IN, Kind.ASIDE, Kind.STOP}


@dataclass(frozen=True, slots=True)
class _Years:
    """Years as typed: `count` of them from `first`; `financial` where they are April to March."""

    first: int
    count: int = 1
    financial: bool = False
    doubt: Doubt | None = None


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
        apart = _apart(self.tokens)
        while self._at < len(self.tokens):
            start = self._at
            mention = self._mention()
            if mention:
                before = mentions[-1] if mentions else Mention()
                joined = _joining(self.tokens[end_of_last:start]) if mentions else None
                names = self._sees(Kind.WORD)
                mention = replace(mention, joined=joined, names=names, apart=apart[start])
                mentions.append(_after(before, mention))
                end_of_last = self._at
            else:
                self._at = start
                self._pass_over()
        return mentions

    def _pass_over(self) -> None:
        word = self._next()
        if word.kind is Kind.WORD and _is_year(self._peek()) and (meant := name_meant(word.text)):
            raise WrongDate(f"Did you mean “{meant.capitalize()}”?")
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
            found = day_in_figures(figures.text)
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
        parted = between is not None and (between.kind is Kind.PAUSE or between.text in _DASHES)
        if parted and _is_year(self._peek(1)):
            self._next()
        years = self._years()
        if years is None:
            self._refuse_number(name, parted=between is not None and between.text in _DASHES)
            return Mention(months)
        if years.count > 1:
            raise WrongDate("Give one year.")
        begins_in_second = years.financial and months.first < _APRIL
        doubt = None if years.financial else _calendar_quarter(name, years.first)
        return Mention(months, years.first + begins_in_second, doubt=doubt)

    def _refuse_number(self, name: str, *, parted: bool) -> None:
        """Say what is wrong with a number after a month that has no year: "June 3 2010", "June 10", "Jun-10"."""
        at = self._at + parted
        number, *after = self.tokens[at : at + 3] or (Token(Kind.STOP, ""),)
        if number.kind is not Kind.NUMBER or (parted and after and after[0].kind is Kind.NAME):
            return
        year = next((token for token in after if _is_year(token)), None)
        if year and _DAY_NUMBER.fullmatch(number.text):
            day = f"{int(number.text)} {name.capitalize()} {year.text}"
            raise WrongDate(f"It looks month first: write {day}.")
        if not parted or len(number.text) == _SHORT_YEAR_DIGITS:
            raise WrongDate("Give the year in four digits.")

    def _bare(self) -> Mention | None:
        """Years with no month; a quarter after them is one of theirs."""
        if not _is_year(self._peek()) or int(self.tokens[self._at].text) not in _LIKELY_YEARS:
            return None
        years = self._years()
        if years is None:
            return None
        name = self._peek()
        if name and name.text in QUARTERS and not _is_year(self._peek(1)):
            doubt = None if years.financial else _calendar_quarter(self._next().text, years.first)
            return Mention(QUARTERS[name.text], years.first, doubt=doubt)
        months = Months(_APRIL, 12) if years.financial else Months(1, 12 * years.count)
        return Mention(months, years.first, bare=True, doubt=years.doubt)

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
        typed = self._second_year()
        if not typed:
            return _Years(first)
        self._at += 2
        last = int(typed)
        if len(typed) == _SHORT_YEAR_DIGITS:
            last += first - first % 100
            last += 100 * (last <= first)
        month = int(typed) if len(typed) == _SHORT_YEAR_DIGITS and 1 <= int(typed) <= len(MONTHS) else 0
        if not first < last < first + _LONGEST_PERIOD:
            in_words = f"Write the month in words: {MONTHS[month - 1].capitalize()} {first}."
            raise WrongDate(in_words if month else "It ends before it begins.")
        if last == first + 1:
            return _Years(first, financial=True)
        doubt = Doubt(f"the years {first} to {last}", _month_of(month, first)) if month else None
        return _Years(first, last - first + 1, doubt=doubt)

    def _second_year(self) -> str:
        """The two or four digits that a dash or slash joins to a year, unless they are the day of a month."""
        join, number = self._peek(), self._peek(1)
        if not join or not number or join.text not in _DASHES or number.kind is not Kind.NUMBER:
            return ""
        is_short = len(number.text) == _SHORT_YEAR_DIGITS and not _is_month(self._peek(2))
        return number.text if is_short or _is_year(number) else ""

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


def _apart(tokens: Sequence[Token]) -> list[bool]:
    """Of each token, whether no unknown word stands with it between two commas, line breaks or other marks."""
    apart: list[bool] = []
    for is_mark, clause in groupby(tokens, lambda token: token.kind in {Kind.PAUSE, Kind.STOP}):
        kinds = [token.kind for token in clause]
        apart += [is_mark or Kind.WORD not in kinds] * len(kinds)
    return apart


def _calendar_quarter(name: str, year: int) -> Doubt | None:
    """The doubt about a quarter of a year that is not said to be financial, such as "Q2 2010"."""
    if name not in QUARTERS:
        return None
    first = QUARTERS[name].first
    return Doubt(_three_months(first, year), _three_months(first - 3, year))


def _three_months(first: int, year: int) -> str:
    """Three months in words: "January to March 2011" from the thirteenth month of 2010 on."""
    year, first = year + (first - 1) // 12, (first - 1) % 12
    return f"{MONTHS[first].capitalize()} to {_month_of(first + 3, year)}"


def _month_of(month: int, year: int) -> str:
    return f"{MONTHS[month - 1].capitalize()} {year}"


def _is_year(token: Token | None) -> bool:
    return token is not None and token.kind is Kind.NUMBER and len(token.text) == _YEAR_DIGITS


def _is_month(token: Token | None) -> bool:
    return token is not None and token.text in MONTHS
