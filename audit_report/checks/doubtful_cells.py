"""Cells that could be read and are hardly meant: words without a letter, links to nowhere, a blank in a full column."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from audit_report import catalogue
from audit_report.cell_refs import addresses
from audit_report.model.assessed import Assessed
from audit_report.model.evidence import IMPACTS
from audit_report.model.records import (
    Action,
    LoggedChange,
    Officer,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    ReportedRating,
    ReportText,
    StatusCriteria,
)
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, shortened
from audit_report.schema.kinds import LongText, People, Text
from audit_report.schema.links import may_be_followed
from audit_report.schema.record import Record, ref_of
from audit_report.schema.rich_text import RichText, words
from audit_report.schema.typed_text import links, typed

_FIGURES_SERVE = {"score", "rating", "period"}
"""Texts that may well be a number or a mark: 3/4, 2009-10."""

_MAY_BE_FIGURES = (PriorityCriteria, StatusCriteria, LoggedChange, ReportedRating)
"""Rows whose texts may be a figure or a day: a level may be labelled with one, and the program logs what cells held."""

_USUALLY_FILLED: Mapping[type[Record], tuple[str, ...]] = {
    Recommendation: ("raised", "directorate", *IMPACTS.values(), "recorded_priority"),
    Action: ("owner",),
    ProgressUpdate: ("approved_by", "approved"),
    Officer: ("job_title", "directorate", "email"),
}
"""Optional columns that belong to every row alike: a blank among filled cells may be a slip."""

_LETTER = re.compile(r"[^\W\d_]")
"""What a text needs to say something: a letter of any script, as in "N/A" but not in "7." or "…"."""

_SIGN = re.compile(r"[^\d\s]")
"""What does among the report's own words: a letter or a mark, such as "&"."""

_FEW = 4
"""At most one row in so many is a few."""

_NAMED = 8
"""So many cells are named; of the others only how many."""


def words_have_letters(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A stray figure or a row of dots passes for text, and prints."""
    for rows in tracker.tables:
        if isinstance(rows[0], _MAY_BE_FIGURES):
            continue
        says_something = _SIGN if isinstance(rows[0], ReportText) else _LETTER
        for row, name in product(rows, _texts(rows[0])):
            if text := _without_meaning(getattr(row, name), says_something):
                yield catalogue.NoWords().at(row.cell(name), ref_of(row), text)


def links_may_be_followed(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A link into somebody's own computer or to a program would do nothing, or harm, in the committee's hands."""
    for rows in tracker.tables:
        names = [column.name for column in rows[0].columns if isinstance(column.kind, LongText)]
        for row, name in product(rows, names):
            others = [address for address in links(getattr(row, name)) if not may_be_followed(address)]
            if others:
                yield catalogue.LinkLeftOut(address=shortened(others[0])).at(row.cell(name), ref_of(row))


def columns_are_filled_alike(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """One problem a column that is blank in a few rows only."""
    for records in (tracker.recommendations, tracker.actions, _older(tracker, assessed), tracker.officers):
        for name in _USUALLY_FILLED[type(records[0])] if records else ():
            alike = [each for each in records if name not in IMPACTS.values() or _has_impacts(each)]
            blank = [each for each in alike if _is_blank(each, name)]
            if blank and len(blank) * _FEW <= len(alike):
                more = f" and {len(blank) - _NAMED} more" if len(blank) > _NAMED else ""
                cells = addresses(each.cell(name) for each in blank[:_NAMED]) + more
                yield catalogue.SeldomBlank(cells=cells, filled=len(alike) - len(blank)).at(
                    blank[0].cell(name), ref_of(blank[0])
                )


def _texts(row: Record) -> list[str]:
    """The attributes that hold words of a person's own."""
    return [
        column.name
        for column in row.columns
        if isinstance(column.kind, Text | LongText)
        and not isinstance(column.kind, People)
        and not column.worked_out
        and column.name not in _FIGURES_SERVE
    ]


def _without_meaning(value: str | RichText, says_something: re.Pattern[str]) -> str:
    """The words of a text in which nothing says something; empty where something does.

    Nearly every long text has a letter. Only the others are read into lines, which takes 0.1 s of 1,000
    recommendations.
    """
    if not isinstance(value, str):
        value = "" if _LETTER.search(typed(value)) else words(value)
    return "" if says_something.search(value) else value


def _older(tracker: Tracker, assessed: Assessed) -> Sequence[ProgressUpdate]:
    """The updates that a later one has taken over from, and those on what is no longer current.

    The latest one may still be waiting for its approval.
    """
    return [
        each
        for rated in assessed.recommendations
        for each in tracker.updates_of(rated.recommendation)
        if rated.update and rated.update.day and each.day
        if each.day < rated.update.day or not rated.current
    ]


def _has_impacts(row: Record) -> bool:
    """Whether an impact is expected: only where the priority rests on impacts."""
    return any(getattr(row, name) for name in IMPACTS.values())


def _is_blank(row: Record, name: str) -> bool:
    """Whether a cell is blank as typed; one that could not be read is not."""
    return getattr(row, name) in (None, "") and name not in row.unreadable


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    words_have_letters,
    links_may_be_followed,
    columns_are_filled_alike,
)
