"""The fields that a column of theirs can go to: the columns of our sheets as they are declared, and a few more."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from rapidfuzz import fuzz

from audit_report.model.records import Action, Assessment, DateChange, ProgressUpdate, Recommendation
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import Day, DayOrWords, Kind, LongText, Money, People, Ref, Reference
from audit_report.schema.record import Column, Record, header_of

FILLED_SHEETS: tuple[type[Record], ...] = (Recommendation, Action, DateChange, ProgressUpdate, Assessment)
"""The sheets that a tracker of theirs fills; Officers follows from the people it names."""

BOTH = " + "
"""What stands between the fields of a column that holds more than one."""

STATUS, PERCENT, OWN_COLUMN, NOWHERE = "Status", "Percent complete", "Own column", ""
"""What is not one column of ours: a status says several things at once; an own column is kept beside ours."""


def field_name(record: type[Record], attribute: str) -> str:
    """The name of the field that is this column of a sheet: "Actions: Owner"."""
    return f"{record.sheet}: {header_of(record, attribute)}"


REVISED, PROGRESS = field_name(DateChange, "new_due"), field_name(ProgressUpdate, "progress")
"""What several columns of theirs may go to: each revised date, each quarter's words."""

SURE, LIKELY = 100, 88
"""How like a header is that is one of those `called`, or one of those that `may_be`."""
LEAST_LIKE = 75
_UNDER_ANOTHER = 0.97
"""What a header is worth that stands under another over several columns: "Lead" of "What we will do: Lead"."""
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]")
_WORD = re.compile(r"[^\W_]+|[%#]")
_RATING = re.compile(r"[bcpwxy]?rag[bcpwxy]{0,2}")
"""What a rating by red, amber, green and other colours is called: RAG, BRAG, RAGB, RAGC."""
_LONGEST_HEADER = 90
_SHORTEST_INSIDE = 2


class Shape(StrEnum):
    """What the values of a field look like."""

    REF = "refs"
    DATE = "dates"
    PEOPLE = "people"
    WORDS = "words of a list"
    MONEY = "money"
    PERCENT = "percentages"
    YES_NO = "yes or no"
    TEXT = "texts"
    NOTES = "dated notes"


TOLD_APART = (Shape.DATE, Shape.WORDS)
"""What can be told from the other words of a cell."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in the map, our column where it is one, and what councils call theirs, in plain words."""

    name: str
    shape: Shape
    called: tuple[str, ...]
    may_be: tuple[str, ...] = ()
    record: type[Record] | None = None
    column: Column | None = None

    @property
    def holds_sentences(self) -> bool:
        """Whether it holds sentences: what was recommended, what will be done and what has happened."""
        is_wide = self.column is not None and self.column.width > self.column.kind.width
        return self.shape is Shape.NOTES or (self.shape is Shape.TEXT and is_wide)

    @property
    def takes_several(self) -> bool:
        """Whether several columns of theirs may go to it: each revised date, each quarter's update."""
        return self.name in (REVISED, PROGRESS)


@cache
def fields() -> dict[str, Field]:
    """Every field by its name, in the order of our sheets."""
    names = tomllib.loads(files(__package__).joinpath("their_headers.toml").read_text("utf-8"))
    made = {}
    for name, record, column in (*_columns(), (STATUS, None, None), (PERCENT, None, None)):
        theirs = names.get(name, {})
        own = (plain_words(column.header),) if column else ()
        called = tuple(map(plain_words, theirs.get("called", ())))
        may_be = tuple(map(plain_words, theirs.get("may_be", ())))
        made[name] = Field(name, _shape(name, record, column), own + called, may_be, record, column)
    return made


def plain_words(header: str) -> str:
    """A header as it is compared: small letters, no brackets or punctuation."""
    without = _BRACKETED.sub(" ", header.casefold())
    words = _WORD.findall(without) or _WORD.findall(header.casefold())
    return " ".join("rag" if _RATING.fullmatch(word) else word for word in words)


@cache
def likenesses(header: str) -> dict[str, float]:
    """How like a header is to what each field is called, from LEAST_LIKE to 100; what is less like is left out."""
    words = plain_words(header)
    if not words or len(words) > _LONGEST_HEADER:
        return {}
    _, joined, under = header.rpartition(": ")
    found = {name: _UNDER_ANOTHER * each for name, each in likenesses(under).items()} if joined else {}
    for field in fields().values():
        likeness = max(_likeness(words, field.called, SURE), _likeness(words, field.may_be, LIKELY))
        if likeness >= LEAST_LIKE:
            found[field.name] = max(likeness, found.get(field.name, 0.0))
    return found


def fields_in(name: str) -> tuple[str, ...]:
    """The fields of a column that holds several things: "Actions: Owner + Actions: Original due date"."""
    return tuple(name.split(BOTH))


def may_share(names: Sequence[str]) -> bool:
    """Whether one column can be told apart into these fields: all but one are dates or words of lists."""
    shapes = [fields()[name].shape for name in names]
    return len(set(shapes)) == len(shapes) and sum(shape not in TOLD_APART for shape in shapes) <= 1


def is_known(header: str) -> bool:
    """Whether a text is, word for word, what some field is called: quick enough to ask of every cell."""
    return plain_words(header) in _every_name()


@cache
def _every_name() -> frozenset[str]:
    return frozenset(name for field in fields().values() for name in (*field.called, *field.may_be))


def _likeness(words: str, names: tuple[str, ...], full: float) -> float:
    """How like a header is to the nearest of some names, which are worth `full` themselves."""
    if words in names:
        return full
    return max((_nearness(words, name) for name in names), default=0.0) * full / 100


def _nearness(words: str, name: str) -> float:
    if sorted(words.split()) == sorted(name.split()):
        return 98.0
    inside = set(name.split()) <= set(words.split())
    if inside and (len(name.split()) >= _SHORTEST_INSIDE or len(words.split()) <= _SHORTEST_INSIDE):
        return 85.0 + 10 * len(name) / len(words)
    if len(name) <= len("number"):
        return 0.0  # of so short a name, another letter makes another word
    return max(fuzz.ratio(words, name), fuzz.token_sort_ratio(words, name)) - 2


def _columns() -> Iterator[tuple[str, type[Record], Column]]:
    """Our columns that people fill in, those left out that only point at another row."""
    for record in FILLED_SHEETS:
        for column in record.columns:
            points_at = column.kind.sheet if isinstance(column.kind, Reference) else ""
            if not column.worked_out and points_at not in {Recommendation.sheet, Action.sheet}:
                yield field_name(record, column.name), record, column


def _shape(name: str, record: type[Record] | None, column: Column | None) -> Shape:
    """What the values of a field look like, from the kind of its column."""
    if column is None:
        return Shape.PERCENT if name == PERCENT else Shape.WORDS
    if record is ProgressUpdate and isinstance(column.kind, LongText):
        return Shape.NOTES
    return next((shape for kinds, shape in _SHAPES if isinstance(column.kind, kinds)), Shape.TEXT)


_SHAPES: tuple[tuple[tuple[type[Kind[Any]], ...], Shape], ...] = (
    ((Reference,), Shape.TEXT),
    ((Ref,), Shape.REF),
    ((People,), Shape.PEOPLE),
    ((Choice,), Shape.WORDS),
    ((Day, DayOrWords), Shape.DATE),
    ((Money,), Shape.MONEY),
    ((YesNo,), Shape.YES_NO),
)
"""The shape of each kind of cell; of the others, texts."""
