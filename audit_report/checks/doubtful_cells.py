"""Cells that could be read and are hardly meant: words without a letter, a blank where every other row has a value."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from audit_report import catalogue
from audit_report.checks.names_in_officers import addresses
from audit_report.model.assessed import Assessed
from audit_report.model.records import Action, Officer, ProgressUpdate, Recommendation, ReportText
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import LongText, People, Text
from audit_report.schema.record import Column, Record, ref_of
from audit_report.schema.rich_text import RichText, words
from audit_report.schema.typed_text import typed

_FIGURES_SERVE = {"score", "rating", "period", "place"}
"""Texts that may well be a number or a mark; an unknown place has a problem of its own."""

_IMPACTS = ("service_impact", "reputation_impact", "people_impact")
_USUALLY_FILLED: Mapping[type[Record], tuple[str, ...]] = {
    Recommendation: ("raised", "directorate", *_IMPACTS, "recorded_priority"),
    Action: ("owner",),
    ProgressUpdate: ("approved_by", "approved"),
    Officer: ("job_title", "directorate", "email"),
}
"""Optional columns that belong to every row alike: a blank among filled cells may be a slip."""

_LETTER, _SIGN = re.compile(r"[^\W\d_]"), re.compile(r"[^\d\s]")
"""What a text needs to say something; among the report's own words a dash or an ampersand may do."""

_FEW = 4
"""At most one row in so many is a few."""

_NAMED = 8
"""So many cells are named; of the others only how many."""


def words_have_letters(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A stray figure or a row of dots passes for text, and prints."""
    for records in _sheets(tracker):
        texts = _texts(records[0].columns)
        says_something = _SIGN if isinstance(records[0], ReportText) else _LETTER
        for name in texts:
            for each, value in zip(records, map(attrgetter(name), records), strict=True):
                text = value if isinstance(value, str) else typed(value)  # a letter first tells at once
                if text and not text[0].isalpha() and value and not _holds(value, says_something):
                    text = value if isinstance(value, str) else words(value)
                    yield catalogue.NoWords().at(each.cell(name), ref_of(each), text)


def columns_are_filled_alike(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """One problem a column that is blank in a few rows only; the latest updates have a problem of their own."""
    for records in (tracker.recommendations, tracker.actions, _older(tracker, assessed), tracker.officers):
        for name in _USUALLY_FILLED[type(records[0])] if records else ():
            alike = [each for each in records if _has_impacts(each)] if name in _IMPACTS else records
            blank = [each for each in alike if getattr(each, name) in _BLANKS and name not in each.unreadable]
            if blank and len(blank) * _FEW <= len(alike):
                cells = addresses(each.cell(name) for each in blank[:_NAMED])
                if len(blank) > _NAMED:
                    cells += f" and {len(blank) - _NAMED} more"
                filled = len(alike) - len(blank)
                yield catalogue.SeldomBlank(cells=cells, filled=filled).at(
                    blank[0].cell(name), ref_of(blank[0])
                )


def _holds(value: str | RichText, pattern: re.Pattern[str]) -> bool:
    """Whether the words hold it; a letter always serves, and is seen without reading the text into lines."""
    if isinstance(value, str):
        return pattern.search(value) is not None
    return bool(_LETTER.search(typed(value)) or pattern.search(words(value)))


def _older(tracker: Tracker, assessed: Assessed) -> Sequence[ProgressUpdate]:
    """The updates that a later one has taken over from, and those on what is no longer current."""
    return [
        each
        for rated in assessed.recommendations
        for each in tracker.updates_of(rated.recommendation)
        if rated.update and rated.update.day and each.day
        if each.day < rated.update.day or not rated.current
    ]


def _sheets(tracker: Tracker) -> Iterator[Sequence[Record]]:
    """Every sheet's rows but those of the annexes: what differs there from the shipped criteria is told as that."""
    sheets: tuple[Sequence[Record], ...] = (
        (tracker.details,), tracker.recommendations, tracker.actions, tracker.date_changes, tracker.updates,
        tracker.assessments, tracker.forward_plan, tracker.officers, tracker.report_text,
    )  # fmt: skip
    return filter(None, sheets)


def _texts(columns: Iterable[Column]) -> list[str]:
    """The attributes that hold words of a person's own."""
    return [
        column.name
        for column in columns
        if isinstance(column.kind, Text | LongText)
        and not isinstance(column.kind, People)
        and not column.worked_out
        and column.name not in _FIGURES_SERVE
    ]


_BLANKS = (None, "")


def _has_impacts(record: Record) -> bool:
    """Whether an impact is expected: only where the priority rests on impacts."""
    return any(getattr(record, each) for each in _IMPACTS)


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    words_have_letters,
    columns_are_filled_alike,
)
