"""The words of a date: a text cut into numbers, dates in figures and the phrases of a lexicon."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from audit_report.schema.dates import welsh_words
from audit_report.schema.spacing import plain_dashes


class WrongDate(ValueError):  # noqa: N818  what is wrong is the cell, not the program
    """Words that are no date, although they are meant as one; as a string it says why, in a sentence."""


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

NONE = "none"
"""The token of words that say that there is no date, nor will be."""

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
        "ongoing|on - going|on going|continuous|continuing|rolling",
        f"{NONE}|n / a|not applicable",
    ),
    Kind.JOIN: ("to", "-", "/", "and|or|&"),
    Kind.PAUSE: (",", ".", "\n"),
    Kind.LEAD_IN: ("in|on|at|during|for|between|around|about|circa|sometime|fy|financial|calendar|year",),
    Kind.ASIDE: ("due|expected|planned|likely|date|day|week|month|period",),
}
_IN_WELSH = {
    Kind.NAME: welsh_words.NAMES,
    Kind.WEEKDAY: welsh_words.WEEKDAYS,
    Kind.WEEK: welsh_words.WEEKS,
    Kind.PART: welsh_words.PARTS,
    Kind.EDGE: welsh_words.EDGES,
    Kind.ONWARDS: welsh_words.ONWARDS,
    Kind.UNKNOWN: welsh_words.UNKNOWN,
    Kind.JOIN: welsh_words.JOINS,
    Kind.LEAD_IN: welsh_words.LEAD_INS,
}
_Lexicon = Mapping[tuple[str, ...], Token]
"""A token for each phrase, given by its words."""


def _lexicon(*tables: Mapping[Kind, Sequence[str]]) -> _Lexicon:
    return {
        tuple(phrase.split(" ")): Token(kind, line.split("|")[0])
        for table in tables
        for kind, lines in table.items()
        for line in lines
        for phrase in line.split("|")
    }


_ENGLISH, _WELSH = _lexicon(_PHRASES), _lexicon(_PHRASES, _IN_WELSH)
_LONGEST = 4
"""No phrase has more words."""
_PASSED_OVER = {"the", "of"}
_NUMBERED = re.compile(
    r"\b(?:phase|stage|part|step|tranche|wave|cohort|tier|lot|module|round|cycle|number|no)s?\.? [0-9]{1,2}"
    r"(?: (?:and|&) [0-9]{1,2})?(?![0-9]| ?[/.-] ?[0-9])"
)
"""What has a number of its own: "phase 2" of "phase 2 June 2011", "stages 1 and 2"; not the 3 of "no 3/2010"."""
_OF_A_MONTH = re.compile(r"\b([0-9]{1,2}[a-z]*) o ")
"""The day of "3ydd o Ragfyr": of December, where "o Ragfyr" alone is from December on."""
_TIME_AFTER_ISO = re.compile("(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})t(?=[0-9]{2}:)")
_TIME = re.compile(
    r"(?:\bat )?\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?: ?[ap]m\b|z\b|\+[0-9]{2}:?[0-9]{2})?"
)
"""A time of day: "10:30", "00:00:00Z", "at 2:15 pm"."""

_PIECE = re.compile(
    r"[0-9]{1,2} ?([-/.]) ?[0-9]{1,2} ?\1 ?[0-9]{4}(?![^\W_])"
    r"|[0-9]+([-/.])(?:[0-9]+|[a-z]{3,11})\2[0-9]+(?![^\W_])"
    r"|[^\W_]+|\n|\S"
)
_NUMBER = re.compile(r"([0-9]+)(?:st|nd|rd|th|af|ail|il|ydd|ed|fed|eg|ain)?")
_LETTERS = re.compile("[a-z]+")
_SEPARATED = re.compile(r"[0-9]+ ?[-/.]")
_APOSTROPHES = str.maketrans("", "", "'\u2019")


def tokenise(text: str, *, welsh: bool = False) -> list[Token]:
    """The tokens of a text; case, spaces, apostrophes, bullets, the kind of dash and the time of day do not count."""
    plain = plain_dashes(text.casefold()).translate(_APOSTROPHES)
    lines = "\n".join(" ".join(line.split()).lstrip("-*•· ") for line in plain.splitlines())
    dated = _NUMBERED.sub(" phase", _TIME.sub(" ", _TIME_AFTER_ISO.sub(" ", lines)))
    if welsh:
        dated = _OF_A_MONTH.sub(r"\1 ", dated)
    return list(_tokens([found[0] for found in _PIECE.finditer(dated)], _WELSH if welsh else _ENGLISH))


def name_meant(word: str) -> str:
    """The month or season that a word is near enough to be, misspelt; empty where there is none."""
    return next(iter(get_close_matches(word, NAMES, n=1, cutoff=0.75)), "")


def _tokens(pieces: Sequence[str], lexicon: _Lexicon) -> Iterator[Token]:
    """The longest phrases the pieces make, and the pieces no phrase holds."""
    at = 0
    while at < len(pieces):
        for length in range(_LONGEST, 0, -1):
            token = lexicon.get(tuple(pieces[at : at + length]))
            if token:
                yield token
                at += length
                break
        else:
            if pieces[at] not in _PASSED_OVER:
                yield _unlisted(pieces[at], lexicon)
            at += 1


def _name(word: str, lexicon: _Lexicon) -> str:
    """The month or season that a word of the lexicon means; the word itself where it means none."""
    token = lexicon.get((word,))
    return token.text if token and token.kind is Kind.NAME else word


def _unlisted(piece: str, lexicon: _Lexicon) -> Token:
    number = _NUMBER.fullmatch(piece)
    if number:
        return Token(Kind.NUMBER, number[1])
    if _SEPARATED.match(piece):
        return Token(
            Kind.FIGURES, _LETTERS.sub(lambda month: _name(month[0], lexicon), piece.replace(" ", ""))
        )
    return Token(Kind.WORD if piece[0].isalnum() else Kind.STOP, piece)
