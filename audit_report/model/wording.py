"""The words the report prints: the shipped ones, replaced place by place by the workbook's `Report text`."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from audit_report.model.records import ReportText
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Meaning
from audit_report.model.vocabulary import Language
from audit_report.schema.rich_text import Line, RichText, Run
from audit_report.schema.spacing import match_key
from audit_report.schema.typed_text import read_rich_text

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
"""Such as "{period}", whose group is its name; "{{" and "}}" are braces that print."""

_MONTHS = {
    Language.ENGLISH: "January February March April May June July August September October November December",
    Language.WELSH: "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
}


_PHRASES = {
    "next_months": ("months_ahead", "Next month", "Next months"),
    "next_days": ("due_soon_days", "Next day", "Next days"),
    "review_interval": ("months_between_reviews", "Every month", "Every few months"),
    "days_late": ("days", "A day late", "Days late"),
    "times_moved": ("moves", "Moved once", "Moved times"),
}
"""Placeholders for a phrase about a number: the number's own placeholder, the place where it is 1 and any other."""


@dataclass(frozen=True)
class Place:
    """A place of the report: its shipped paragraphs, the placeholders of its own, and the version that has it first.

    `earlier` is what was shipped before, its paragraphs a line each.
    """

    name: str
    text: tuple[str, ...]
    placeholders: tuple[str, ...] = ()
    since: int = 1
    earlier: tuple[str, ...] = ()

    @cached_property
    def phrases(self) -> Sequence[str]:
        """Its own placeholders that stand for a phrase about a number."""
        return [name for name in _PHRASES if name in self.placeholders]

    @cached_property
    def once_shipped(self) -> Sequence[RichText]:
        """What was shipped before, as a tracker's rows hold it."""
        return [tuple(read_rich_text((Run(text),))) for text in self.earlier]


@cache
def shipped_places() -> Mapping[str, Place]:
    """Every place the report prints, in its order, with the shipped wording."""
    entries = _shipped("wording.toml")["place"]
    places = [
        Place(
            each["name"],
            tuple(each["text"]),
            tuple(each.get("placeholders", ())),
            each.get("since", 1),
            tuple(each.get("earlier", ())),
        )
        for each in entries
    ]
    return {place.name: place for place in places}


@cache
def shipped_in_welsh() -> Mapping[str, tuple[str, ...]]:
    """The shipped paragraphs of every place in Welsh: a draft that no translator has seen."""
    places = _shipped("wording_welsh.toml").items()
    return {name: (text,) if isinstance(text, str) else tuple(text) for name, text in places}


@cache
def retired_places() -> Sequence[str]:
    """The places of earlier editions that nothing prints any more."""
    return tuple(_shipped("wording.toml")["retired"])


@cache
def shipped_criteria() -> Mapping[str, Any]:
    """The shipped rows of Annex 1 ("priority") and Annex 2 ("status"), values by attribute."""
    rows = _shipped("criteria.toml")
    return rows | {"status": [row | {"meaning": Meaning(row["meaning"])} for row in rows["status"]]}


@dataclass(frozen=True)
class Wording:
    """The words of one report: its paragraphs by place, and what the placeholders stand for."""

    language: Language
    values: Mapping[str, str]
    own: Mapping[str, RichText] = field(default_factory=dict)

    def lines(self, place: str, **values: str | int | date) -> RichText:
        """The paragraphs of a place, filled in; `values` are those of the place's own placeholders."""
        return self._filled(place, self._all(place, values)) if values else self._settled[place]

    def _all(self, place: str, values: Mapping[str, str | int | date]) -> Mapping[str, str]:
        """The values of a place's own placeholders and of the general ones, as printed."""
        printed = {name: self.print(value) for name, value in values.items()}
        phrases = {name: self.phrase(name, printed) for name in shipped_places()[place].phrases}
        return {**self.values, **printed, **phrases}

    def phrase(self, name: str, values: Mapping[str, str]) -> str:
        """What a placeholder says of a number that is among the values."""
        number, one, many = _PHRASES[name]
        return self._one_line(one if values[number] == "1" else many, values)

    @cached_property
    def _settled(self) -> Mapping[str, RichText]:
        """Every place as it reads where it has no values of its own: boxes repeat some labels a thousand times."""
        return {place: self._filled(place, self.values) for place in shipped_places()}

    def _filled(self, place: str, values: Mapping[str, str]) -> RichText:
        return tuple(
            line._replace(runs=tuple(run.saying(_fill(run.text, values)) for run in line.runs))
            for line in self._words(place)
        )

    def _words(self, place: str) -> RichText:
        """The paragraphs of a place, not yet filled in."""
        return self.own.get(place) or _shipped_lines(place, self.language)

    def text(self, place: str, **values: str | int | date) -> str:
        """The words of a place as one line, filled in."""
        return self._one_line(place, self._all(place, values)) if values else self._settled_texts[place]

    @cached_property
    def _settled_texts(self) -> Mapping[str, str]:
        return {place: self._one_line(place, self.values) for place in shipped_places()}

    def _one_line(self, place: str, values: Mapping[str, str]) -> str:
        filled = ["".join([_fill(run.text, values) for run in line.runs]) for line in self._words(place)]
        return " ".join(filled).replace("\n", " ")

    def print(self, value: str | int | date) -> str:
        """A value as the report prints it: a date in words in the report's language."""
        return self.long_date(value) if isinstance(value, date) else str(value)

    def long_date(self, day: date) -> str:
        """30 April 2010."""
        return f"{day.day} {self.month(day)}"

    def short_date(self, day: date) -> str:
        """30/04/2010, day first in both languages."""
        return f"{day.day:02}/{day.month:02}/{day.year}"

    def month(self, day: date) -> str:
        """April 2010."""
        return f"{_MONTHS[self.language].split()[day.month - 1]} {day.year}"


def wording(
    details: ReportDetails, rows: Iterable[ReportText], as_at: date | None, previous: date | None
) -> Wording:
    """The words for a report as at a day, from the workbook's own rows; what was shipped once is none of its own."""
    words_only = Wording(details.language, {}, own_words(rows, details.language))
    return replace(words_only, values=_general_values(words_only, details, as_at, previous))


def own_words(rows: Iterable[ReportText], language: Language) -> Mapping[str, RichText]:
    """The paragraphs of the places that a workbook has words of its own for.

    What was shipped once is none, nor is what is shipped in English where the report is in another language.
    """
    places = {match_key(name): name for name in shipped_places()}
    own: dict[str, RichText] = {}
    for row in rows:
        if (place := places.get(match_key(row.place))) is not None:
            own[place] = (*own.get(place, ()), *row.text)
    return {place: text for place, text in own.items() if not _is_shipped(text, place, language)}


def _is_shipped(text: RichText, place: str, language: Language) -> bool:
    if text in shipped_places()[place].once_shipped:
        return True
    return language is not Language.ENGLISH and text == _shipped_lines(place, Language.ENGLISH)


GENERAL_PLACEHOLDERS = (
    "authority", "short_name", "service", "committee", "report_title", "period", "committee_date", "data_as_at",
    "previous_as_at", "months_ahead", "months_between_updates", "months_between_reviews", "date_moves_allowed",
    "due_soon_days", "contact", "next_months", "next_days", "review_interval",
)  # fmt: skip
"""The placeholders every place can use."""


def _general_values(
    words: Wording, details: ReportDetails, as_at: date | None, previous: date | None
) -> dict[str, str]:
    def day(value: date | None) -> str:
        return words.long_date(value) if value else ""

    committee = day(details.committee_date) or details.as_typed.get("committee_date", "")
    values = (
        details.authority, details.short_name, details.service, details.committee, details.report_title,
        words.month(as_at) if as_at else "", committee, day(as_at), day(previous),
        details.months_ahead, details.months_between_updates, details.months_between_reviews, details.moves_allowed,
        details.due_soon_days, details.contact,
    )  # fmt: skip
    found = dict(zip(GENERAL_PLACEHOLDERS, map(str, values), strict=False))
    phrases = GENERAL_PLACEHOLDERS[len(values) :]
    return found | {name: words.phrase(name, found) for name in phrases}


def _fill(text: str, values: Mapping[str, str]) -> str:
    """A text with its placeholders filled in; one that is not known prints as typed."""

    def value(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        return values.get(found[1].strip(), found[0])

    return PLACEHOLDER.sub(value, text)


@cache
def _shipped_lines(place: str, language: Language) -> tuple[Line, ...]:
    texts = shipped_in_welsh()[place] if language is Language.WELSH else shipped_places()[place].text
    return tuple(line for text in texts for line in read_rich_text((Run(text),)))


@cache
def _shipped(name: str) -> dict[str, Any]:
    return tomllib.loads(files("audit_report.model").joinpath(name).read_text("utf-8"))
