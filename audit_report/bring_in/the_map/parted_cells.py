"""A cell of a column that holds several things, parted: an officer and a date, a response and what will be done."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from audit_report.bring_in.the_map.meanings_of_words import share_known
from audit_report.bring_in.the_map.tracker_fields import TOLD_APART, Shape, fields, fields_in
from audit_report.bring_in.their_cells.plain_text import plain_text
from audit_report.bring_in.their_cells.their_dates import DATE_IN_TEXT, dates_in, days_of, is_date_words
from audit_report.bring_in.their_file.grids import GridCell
from audit_report.schema.spacing import clean

_LABEL = re.compile(
    r"^(?:(?:target|due|completion|implementation|agreed|revised|original|end) )?"
    r"(?:date|by|deadline|timescale|due)\b[\s:–-]*",
    re.IGNORECASE,
)
_EDGES = " ,;:–—-/|()[]"
_MARKS = f"{_EDGES}.\u2022*"
_MOST_WORDS = 5
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_A_DATE = {"by", "end", "of", "early", "mid", "late", "from", "until", "to", "and", "or", "the", "at"}
_LONGEST_WORDS = 3
_LEADS_IN = re.compile(rf"(?:\b(?:{'|'.join(sorted(_OF_A_DATE - {'and', 'or'}))})[\s-]+)+$", re.IGNORECASE)
_SENTENCE = re.compile(r"^(?P<first>[^.;:,–—\n]+?)(?:\s*[.;:,]\s+|\s+[–—-]\s+)(?P<rest>\S.*)$", re.DOTALL)
_BRACKET = re.compile(r"^(?P<rest>.*\S)\s*[(\[](?P<first>[^()\[\]]+)[)\]]\W*$", re.DOTALL)


def part_of(cell: GridCell, name: str, all_names: str) -> GridCell | None:
    """What a cell holds for one field of a column that has several; None where nothing of it is that."""
    if name == all_names:
        return cell
    if not isinstance(cell.value, str):
        return cell if fields()[name].shape is _shape_of_value(fields_in(all_names)) else None
    words = parted(plain_text(cell.shown), fields_in(all_names))[name]
    return replace(cell, value=words, shown=words) if words else None


def _shape_of_value(names: Sequence[str]) -> Shape:
    """The shape of what is no text: a date where the column has any."""
    shapes = [fields()[name].shape for name in names]
    return Shape.DATE if Shape.DATE in shapes else shapes[0]


@cache
def parted(text: str, names: tuple[str, ...]) -> dict[str, str]:
    """The words of a text for each field: dates and words of lists first, the rest for what is neither.

    A progress note stays whole: "Not started. Staff are away." says how things stand, and in its own words.
    """
    found: dict[str, str] = {}
    rest = text
    for name in names:
        if fields()[name].shape in TOLD_APART:
            is_date = fields()[name].shape is Shape.DATE
            found[name], rest = _dates(rest) if is_date else _word(rest, name)
    others = [name for name in names if name not in found]
    for name in others:
        found[name] = text if fields()[name].shape is Shape.NOTES else rest
    return found


def _dates(text: str) -> tuple[str, str]:
    """The dates of a text, and the text without them: whole lines of a date in words, else those within lines."""
    lines = [line for line in map(clean, text.splitlines()) if line]
    dated = [line for line in lines if _is_date_alone(_LABEL.sub("", line))]
    if dated:
        rest = [line for line in lines if line not in dated]
        return "\n".join(_LABEL.sub("", line) for line in dated), "\n".join(rest)
    days: list[str] = []
    for found in reversed(dates_in(text)):
        before = _LEADS_IN.search(text[: found.start()])
        start = before.start() if before else found.start()
        days.insert(0, _LABEL.sub("", text[start : found.end()]))
        text = f"{text[:start]}\n{text[found.end() :]}"
    rest = [_LABEL.sub("", line.strip(_EDGES)).strip(_EDGES) for line in text.splitlines()]
    return "\n".join(days), "\n".join(line for line in rest if line)


def _is_date_alone(line: str) -> bool:
    """Whether a line is a date and nothing else: "End of June 2026" and "Ongoing", not "Ann Archer, June 2026"."""
    beside = _LETTERS.findall(DATE_IN_TEXT.sub(" ", line).casefold())
    most = all(word in _OF_A_DATE for word in beside) if dates_in(line) else len(beside) <= _LONGEST_WORDS
    return most and is_date_words(line)


def _word(text: str, name: str) -> tuple[str, str]:
    """The word of a list that a text begins with, ends with in brackets, or has for a line; and the text without it."""
    for pattern in (_SENTENCE, _BRACKET):
        found = pattern.match(text)
        if found and _is_of_list(found["first"], name):
            return found["first"].strip(_MARKS), found["rest"]
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if _is_of_list(line, name):
            return line.strip(_MARKS), "\n".join([*lines[:at], *lines[at + 1 :]])
    return "", text


def _is_of_list(words: str, name: str) -> bool:
    plain = words.strip(_MARKS)
    return 0 < len(plain.split()) <= _MOST_WORDS and not days_of(plain) and share_known(name, {plain: 1}) > 0
