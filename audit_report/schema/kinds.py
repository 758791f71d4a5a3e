"""The kinds of cell: each reads a raw value into a typed one, or says what is wrong with it.

Blank cells never reach a kind: the loader gives the record the kind's `blank` instead.
"""

import re
import unicodedata
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import ClassVar, Generic, TypeVar

from audit_report import catalogue
from audit_report.problems import Mistake
from audit_report.schema.dates.approximate_dates import (
    ApproximateDate,
    names_two_days,
    read_approximate_date,
    read_day,
    says_none,
    why_no_date,
    why_no_day,
)
from audit_report.schema.placeholders import is_placeholder
from audit_report.schema.raw_values import Raw, RichCell
from audit_report.schema.reading import AS_SHIPPED, Reading
from audit_report.schema.ref_form import why_no_ref
from audit_report.schema.rich_text import RichText, Run
from audit_report.schema.spacing import clean, is_printable, match_key, plain_dashes
from audit_report.schema.typed_text import TypedText

T = TypeVar("T")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HALF = re.compile("_x([Dd][89A-Fa-f][0-9A-Fa-f]{2})_")
"""Half of a character, as a workbook spells what XML cannot hold; the reader of values leaves the spelling as it is."""
EXCEL_EPOCH = date(1899, 12, 30)
_EXACT = 1e15
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000


def shown(raw: Raw) -> str:
    """A raw value as a person would type it: a number to the fifteen digits that Excel shows."""
    if isinstance(raw, str):
        return raw
    match raw:
        case None:
            return ""
        case bool():
            return "TRUE" if raw else "FALSE"
        case float():
            return str(int(raw)) if raw.is_integer() and abs(raw) < _EXACT else f"{raw:.15g}"
        case datetime() if raw.time() == time():
            return raw.date().isoformat()
        case _:
            return str(raw)


@dataclass(frozen=True, slots=True)
class Kind(ABC, Generic[T]):
    """A kind of cell: the value of an empty one, its name in guidance, and a column's usual width in characters."""

    blank: ClassVar[object] = None
    noun: ClassVar[str] = ""
    width: ClassVar[int] = 13

    @abstractmethod
    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> T | Mistake:
        """The value of a cell that is not blank, as a tracker's cells are to be read, or what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Text(Kind[str]):
    """Words on one or more lines, trimmed."""

    blank: ClassVar[str] = ""
    noun: ClassVar[str] = "Text"
    width: ClassVar[int] = 22

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> str | Mistake:
        """The words; a number is read as its digits, a date as the day in words (the loader warns of it)."""
        text = _as_text(raw)
        return _unprintable(text) or clean(text)


@dataclass(frozen=True, slots=True)
class LongText(Kind[RichText]):
    """Paragraphs, bullets and numbered items; bold, italic and links are kept."""

    blank: ClassVar[RichText] = ()
    noun: ClassVar[str] = "Text of any length"
    width: ClassVar[int] = 44

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> RichText | Mistake:
        """The lines of the cell."""
        if isinstance(raw, RichCell):
            return _unprintable(str(raw)) or TypedText(raw.runs)
        text = _as_text(raw)
        return _unprintable(text) or TypedText((Run(text),))


@dataclass(frozen=True, slots=True)
class Name(Text):
    """The name of a level or a status: words that say something, never a number or a date."""

    noun: ClassVar[str] = "A name"

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> str | Mistake:
        """The name."""
        text = Text.read(self, raw, reading)
        if isinstance(text, Mistake):
            return text
        says_nothing = len(text) > 1 and is_placeholder(text)
        is_words = any(map(str.isalpha, text)) and not isinstance(raw, date) and not says_nothing
        return text if is_words else catalogue.NotAName()


@dataclass(frozen=True, slots=True)
class People(Text):
    """One or several names, looked up in Officers; the tracker tells them apart."""

    noun: ClassVar[str] = "Names from Officers"
    width: ClassVar[int] = 18


@dataclass(frozen=True, slots=True)
class Ref(Kind[str]):
    """A row's own ref; kept as typed, any dash as a hyphen, and compared without case or spacing."""

    blank: ClassVar[str] = ""
    noun: ClassVar[str] = "A ref"
    width: ClassVar[int] = 14

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> str | Mistake:
        """The ref as typed."""
        text = plain_dashes(" ".join(clean(_as_text(raw)).split()))
        reason = why_no_ref(text)
        return catalogue.BadRef(reason=reason) if reason else text


@dataclass(frozen=True, slots=True)
class Reference(Ref):
    """A ref of a row on another sheet."""

    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Day(Kind[date]):
    """A day: a true Excel date, or text as ISO, d/m/yyyy, d/m/yy, d-Mon-yy or d Month yyyy."""

    noun: ClassVar[str] = "A date"
    width: ClassVar[int] = 13

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> date | Mistake:
        """The day; a time of day is dropped."""
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            return catalogue.NotADate(hint=_serial_hint(raw))
        text = clean(str(raw))
        return read_day(text, welsh=reading.welsh) or catalogue.NotADate(
            hint=_spaced(why_no_day(text, welsh=reading.welsh))
        )


@dataclass(frozen=True, slots=True)
class DayOrWords(Kind[ApproximateDate]):
    """A day, or words for a time: printed as typed, the days they span worked out."""

    noun: ClassVar[str] = "A date, or words such as “Summer 2010”"
    width: ClassVar[int] = 20

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> ApproximateDate | Mistake:
        """The words and their days; a true date has no words of its own."""
        if isinstance(raw, datetime):
            raw = raw.date()
        if isinstance(raw, date):
            return ApproximateDate.on(raw)
        text = clean(_as_text(raw))
        return (
            _unprintable(text)
            or read_approximate_date(text, welsh=reading.welsh)
            or catalogue.NotADateOrWords(hint=_spaced(why_no_date(text, welsh=reading.welsh)))
        )


@dataclass(frozen=True, slots=True)
class DueDate(DayOrWords):
    """When an action is due: the last day of the words is the day that counts; a date that has moved goes elsewhere."""

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> ApproximateDate | Mistake:
        """The words and their days."""
        text = clean(_as_text(raw))
        if not isinstance(raw, date) and names_two_days(text, welsh=reading.welsh):
            return catalogue.TwoDates()
        read = DayOrWords.read(self, raw, reading)
        if isinstance(read, ApproximateDate) and not read.known and says_none(text, welsh=reading.welsh):
            return catalogue.NotADateOrWords(hint=" Something has to be due.")
        return read


@dataclass(frozen=True, slots=True)
class Money(Kind[float]):
    """Pounds: a number, or text such as "£1.2m"."""

    noun: ClassVar[str] = "An amount in £"
    _FORM: ClassVar[re.Pattern[str]] = re.compile(
        r"£?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(k|thousand|m|mn|million|bn|billion)?", re.IGNORECASE
    )
    _TOO_MUCH: ClassVar[float] = 1e12
    _SCALE: ClassVar[dict[str, float]] = {"": 1.0, "k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> float | Mistake:
        """Pounds, not negative."""
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            return self._plausible(float(raw))
        found = self._FORM.fullmatch("".join(clean(str(raw)).split()))
        if not isinstance(raw, (str, RichCell)) or not found:
            return catalogue.NotMoney(hint="")
        return self._plausible(float(found[1].replace(",", "")) * self._SCALE[(found[2] or "")[:1].lower()])

    def _plausible(self, amount: float) -> float | Mistake:
        if amount >= self._TOO_MUCH:
            return catalogue.NotMoney(hint=": it is more than a council could ever spend")
        return round(amount, 2) if amount >= 0 else catalogue.NotMoney(hint="")


@dataclass(frozen=True, slots=True)
class Share(Kind[float]):
    """A share between 0 and 1: a percentage cell, or text such as "15%"."""

    noun: ClassVar[str] = "A percentage"
    _FORM: ClassVar[re.Pattern[str]] = re.compile(r"(\d+(?:\.\d+)?)%")

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> float | Mistake:
        """The share: 0.15 for 15%."""
        share: float | None = None
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            share = float(raw)
        elif isinstance(raw, (str, RichCell)) and (found := self._FORM.fullmatch(match_key(str(raw)))):
            share = round(float(found[1]) / 100, 10)
        return catalogue.NotAShare() if share is None or not 0 <= share <= 1 else share


@dataclass(frozen=True, slots=True)
class WholeNumber(Kind[int]):
    """A whole number from `least` upwards."""

    noun: ClassVar[str] = "A whole number"
    least: int = 0

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> int | Mistake:
        """The number; digits typed as text are read too."""
        text = clean(shown(raw))
        if isinstance(raw, bool) or not re.fullmatch(r"\d{1,6}", text, re.ASCII) or int(text) < self.least:
            return catalogue.NotAWholeNumber(least=self.least, example=max(self.least, 6))
        return int(text)


@cache
def long_date(day: date) -> str:
    """A day in English words: 30 April 2010. A register names the same days over and over."""
    return f"{day.day} {day:%B %Y}"


def in_words(value: ApproximateDate) -> str:
    """A date as typed; a true date in English words."""
    return value.words or (long_date(value.latest) if value.latest else "")


def _as_text(raw: Raw) -> str:
    if isinstance(raw, str):
        return raw
    return long_date(raw) if isinstance(raw, date) else shown(raw)


def _unprintable(text: str) -> Mistake | None:
    if is_printable(text) and not ("_" in text and "_x" in text):
        return None
    found = {*_UNPRINTABLE.findall(text), *(chr(int(half, 16)) for half in _HALF.findall(text))}
    if not found:
        return None
    names = ", ".join(unicodedata.name(character, f"U+{ord(character):04X}") for character in sorted(found))
    return catalogue.UnprintableCharacters(characters=names)


def _spaced(sentence: str) -> str:
    """A sentence after another one."""
    return f" {sentence}" if sentence else ""


def _serial_hint(number: float) -> str:
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return ""
    day = long_date(EXCEL_EPOCH + timedelta(days=int(number)))
    return f" As a date Excel would show it as {day}: format the cell as a date."
