"""The words of a date: a text cut into numbers, dates in figures and the phrases of a lexicon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from audit_report.schema.spacing import plain_dashes


class Kind(Enum):
    """The part a token plays in a date."""

    NUMBER = auto()  # 3, 3rd, 2010
    FIGURES = auto()  # a whole day in one piece: 30/4/2010, 2010-04-30, 30-Apr-2010
    NAME = auto()  # a month, season or quarter
    WEEKDAY = auto()
    WEEK = auto()
    PART = auto()  # a third of the time named after it
    EDGE = auto()  # opens the time named after it
    ONWARDS = auto()
    UNKNOWN = auto()
    JOIN = auto()
    PAUSE = auto()
    LEAD_IN = auto()  # may stand before any date and says nothing of its days
    ASIDE = auto()  # says nothing of the days either
    WORD = auto()  # any other word
    STOP = auto()  # any other mark


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text; phrases that mean the same have the same text, the first of their line below."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months: `first` is counted from the January of a year as 1, and may lie past its December."""

    first: int
    count: int


MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SEASONS = {"spring": Months(3, 3), "summer": Months(6, 3), "autumn": Months(9, 3), "winter": Months(12, 3)}
QUARTERS = {"q1": Months(4, 3), "q2": Months(7, 3), "q3": Months(10, 3), "q4": Months(13, 3)}
"""Quarters of the financial year that begins in the year named."""
NAMES = {name: Months(number, 1) for number, name in enumerate(MONTHS, 1)} | SEASONS | QUARTERS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ORDINALS = ("1st|first", "2nd|second", "3rd|third", "4th|fourth")

_PHRASES = {
    Kind.NAME: (
        *(f"{name}|{name[:3]}" for name in MONTHS),
        "september|sept",
        *SEASONS,
        *(f"q{n}|q {n}|qtr {n}|quarter {n}" for n in (1, 2, 3, 4)),
        *(f"q{n}|{word} quarter" for n, words in enumerate(_ORDINALS, 1) for word in words.split("|")),
    ),
    Kind.WEEKDAY: (*(f"{name}|{name[:3]}" for name in WEEKDAYS), "tuesday|tues", "thursday|thur|thurs"),
    Kind.WEEK: ("week commencing|week beginning|week starting|week of|w / c|wc", "week ending|w / e"),
    Kind.PART: ("early|beginning of|start of", "mid|middle of", "late|end of|end"),
    Kind.EDGE: (
        "by|until|till|up to|no later than|not later than",
        "before",
        "from|since|no earlier than|not before",
        "after",
    ),
    Kind.ONWARDS: ("onwards|onward|or later",),
    Kind.UNKNOWN: (
        "tbc|tba|tbd|to be confirmed|to be announced|to be agreed|to be decided|to be determined",
        "unknown|not known|not yet known|not confirmed|not yet confirmed|not yet agreed|not scheduled",
        "none|n / a|not applicable|ongoing|on - going|on going",
    ),
    Kind.JOIN: ("to", "-", "/", "and|or|&"),
    Kind.PAUSE: (",", ".", "\n"),
    Kind.LEAD_IN: ("in|on|at|during|for|between|around|about|circa|sometime|fy|financial|calendar|year",),
    Kind.ASIDE: ("due|expected|planned|likely|date|day|week|month|period",),
}
_LEXICON = {
    tuple(phrase.split(" ")): Token(kind, line.split("|")[0])
    for kind, lines in _PHRASES.items()
    for line in lines
    for phrase in line.split("|")
}
_LONGEST = max(map(len, _LEXICON))
_PASSED_OVER = {"the", "of"}

_PIECE = re.compile(
    r"[0-9]{1,2} ?([-/.]) ?[0-9]{1,2} ?\1 ?[0-9]{4}(?![^\W_])"
    r"|[0-9]+([-/.])(?:[0-9]+|[a-z]{3,9})\2[0-9]+(?![^\W_])"
    r"|[^\W_]+|\n|\S"
)
_NUMBER = re.compile(r"([0-9]+)(?:st|nd|rd|th)?")
_SEPARATED = re.compile(r"[0-9]+ ?[-/.]")
_APOSTROPHES = str.maketrans("", "", "'\u2019")


def tokenise(text: str) -> list[Token]:
    """The tokens of a text; case, spaces, apostrophes, bullets and the kind of dash do not count."""
    plain = plain_dashes(text.casefold()).translate(_APOSTROPHES)
    lines = (" ".join(line.split()).lstrip("-*•· ") for line in plain.splitlines())
    return list(_tokens([found[0] for found in _PIECE.finditer("\n".join(lines))]))


def looks_like_a_name(word: str) -> bool:
    """Whether a word is near enough to a month or season to be one misspelt."""
    return bool(get_close_matches(word, NAMES, n=1, cutoff=0.75))


def _tokens(pieces: list[str]) -> Iterator[Token]:
    """The longest phrases the pieces make, and the pieces no phrase holds."""
    at = 0
    while at < len(pieces):
        for length in range(_LONGEST, 0, -1):
            token = _LEXICON.get(tuple(pieces[at : at + length]))
            if token:
                yield token
                at += length
                break
        else:
            if pieces[at] not in _PASSED_OVER:
                yield _unlisted(pieces[at])
            at += 1


def _unlisted(piece: str) -> Token:
    number = _NUMBER.fullmatch(piece)
    if number:
        return Token(Kind.NUMBER, number[1])
    if _SEPARATED.match(piece):
        return Token(Kind.FIGURES, piece.replace(" ", ""))
    return Token(Kind.WORD if piece[0].isalnum() else Kind.STOP, piece)
