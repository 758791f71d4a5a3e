"""Several dated notes in one cell, told apart: "12/3/24: started. / Jan 25 – two of nine plans tested"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from audit_report.bring_in.their_cells.their_dates import dates_in, last_day
from audit_report.schema.spacing import clean

_NUMBERED = r"(?:[(\[]?\d{1,2}[)\].]\s*)?"
_TRIFLE = re.compile(
    rf"[\s•·*▪(\[–-]*{_NUMBERED}(?:(?:progress )?update(?:d)?|as at|position|note|q[1-4]|status)?[\s:(\[-]*"
    r"(?:on|at|of|for|as at)?[\s:(\[]*",
    re.IGNORECASE,
)
"""What may stand before a note's date and says nothing: "(1) Update ", "• [", "Position as at "."""
_VERB = re.compile(
    rf"[\s•·*▪–-]*{_NUMBERED}(?:now )?(?:fully )?"
    r"(?:completed?|closed|implemented|done|achieved|finished|reviewed|approved|signed off|agreed|revised)"
    r"[\s:,(-]*(?:on|at|in)?\s*",
    re.IGNORECASE,
)
"""What may stand before it and is kept, for it says what happened that day: "Completed on "."""
_AFTER = re.compile(r"\s*[)\]]?\s*[:–—.,;-]*\s*")
_WITHIN_A_LINE = re.compile(r"\s*[)\]]?\s*(?::|[–—-]\s)")
"""What follows a date that begins a note in the middle of a line: ":" or a dash."""
_SENTENCE_END = (".", ";", "!", "?", "|", "/")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the day it is of, None where it says none, and its words without that day."""

    day: date | None
    text: str


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a note begins, where its own words do, and its day."""

    start: int
    words: int
    day: date


def split_notes(text: str, latest: date | None = None) -> list[Note]:
    """The notes of a cell in its order; words before the first date are a note without one.

    A date after `latest` begins no note: it is a plan.
    """
    heads = list(_heads(text, latest))
    starts = [*(head.start for head in heads), len(text)]
    before = clean(text[: starts[0]])
    notes = [Note(None, before)] if before else []
    for head, end in zip(heads, starts[1:], strict=True):
        words = clean(text[head.words : end]).rstrip("|/ ")
        notes.append(Note(head.day, words or clean(text[head.start : end])))
    return notes


def _heads(text: str, latest: date | None) -> Iterator[_Head]:
    """The dates that begin a note: at the start of a line, or within one where a colon or dash follows."""
    for found in dates_in(text):
        day = last_day(found[0])
        line = text.rfind("\n", 0, found.start()) + 1
        before = text[line : found.start()]
        if day is None or (latest and found_too_late(day, latest)):
            continue
        after = _AFTER.match(text, found.end())
        words = after.end() if after else found.end()
        if _TRIFLE.fullmatch(before):
            yield _Head(line, words, day)
        elif _VERB.fullmatch(before):
            yield _Head(line, line, day)
        elif _WITHIN_A_LINE.match(text, found.end()) and before.rstrip().endswith(_SENTENCE_END):
            yield _Head(found.start(), words, day)


def found_too_late(day: date, latest: date) -> bool:
    """Whether a day lies after the month that the file was last changed in: "Jan 25" is written during January."""
    return (day.year, day.month) > (latest.year, latest.month)
