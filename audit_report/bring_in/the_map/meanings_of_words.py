"""What the words of their lists mean: a meaning proposed for each, and what each meaning fills in."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from audit_report.bring_in.the_map.tracker_fields import STATUS, field_name, fields
from audit_report.model.records import Recommendation
from audit_report.schema.choices import Choice
from audit_report.schema.spacing import match_key

PRIORITY, RESPONSE = field_name(Recommendation, "recorded_priority"), "Recommendations: Response"
_SORTED_BY = re.compile(
    r"^\s*(?:(?:priority|grade|level|category|cat|p)\.?\s*)?[(\[]?\d{1,2}(?:[)\].:]+|\s+[-–—])\s*(?=[^\W\d_])|(?<=[^\W\d_])\s*[(\[]\d{1,2}[)\]]\s*$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—]\s+|\s*[(),:;/]\s*")
UNKNOWN = ""
"""The meaning of a word that nobody has said yet, and that is kept as typed."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A meaning: its name, the words proposed for it, and what it puts into our columns, by field."""

    name: str
    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    fills: tuple[tuple[str, str], ...] = ()
    rating: str = ""
    """The meaning of the status of Annex 2 that it gives a plan."""
    ends: bool = False


def meanings(field: str, levels: Collection[str] = ()) -> dict[str, Meaning]:
    """The meanings that a word of a field's list can have, by name; none where our column takes any word.

    `levels` are those of the map, which a priority's words mean.
    """
    if field == PRIORITY:
        return {level: Meaning(level, fills=((PRIORITY, level),)) for level in levels}
    return _meanings(field)


@cache
def _meanings(field: str) -> dict[str, Meaning]:
    if entries := _content().get({STATUS: STATUS, RESPONSE: "Response"}.get(field, "")):
        return {name: _meaning(name, entry) for name, entry in entries.items()}
    column = fields()[field].column if field in fields() else None
    if column is None or not isinstance(column.kind, Choice) or not issubclass(column.kind.options, StrEnum):
        return {}
    return {
        option.value: Meaning(option.value, _keys([option.value]), fills=((field, option.value),))
        for option in column.kind.options
    }


def rank_of_priority(word: str) -> int | None:
    """How severe a priority in words is, 0 for the most; None for words nobody knows."""
    keys = (match_key(word), match_key(without_number(word)))
    return next((rank for key in keys for rank, words in enumerate(_priorities()) if key in words), None)


def without_number(word: str) -> str:
    """A word of a list without the number that sorts it: "High" of "(1) High", "1 - High" and "High (1)"."""
    return _SORTED_BY.sub("", word) or word


def usual_level(rank: int) -> str:
    """What a level of a rank is usually called; blank past the last."""
    entries = _content()["Priority"]
    return str(entries[rank]["level"]) if rank < len(entries) else ""


@cache
def _priorities() -> tuple[frozenset[str], ...]:
    return tuple(_keys(entry["words"]) for entry in _content()["Priority"])


def propose_meanings(field: str, counts: Mapping[str, int]) -> dict[str, str]:
    """A meaning for each word of a list, the commonest first; UNKNOWN where none is proposed.

    A colour's name gets one only where its set decides what the colours stand for.
    """
    found = {}
    for word, _ in Counter(counts).most_common():
        meant = _of_word(field, word)
        found[word] = _of_colour(word, counts) if field == STATUS and not meant else meant
    return found


def share_known(field: str, counts: Mapping[str, int]) -> float:
    """The share of some cells whose word has a meaning proposed in a field's list; colours count for a status."""
    colours = _content()["Colours"]["stand_for"] if field == STATUS else ()
    known = sum(
        count for word, count in counts.items() if match_key(word) in colours or _of_word(field, word)
    )
    return known / sum(counts.values()) if counts else 0.0


def says_nothing(kind: str, text: str) -> bool:
    """Whether words such as "n/a" or "Not due" say nothing where updates, actions, dates or people stand."""
    return match_key(text) in listed_words(kind)


@cache
def listed_words(kind: str) -> frozenset[str]:
    """The words that say nothing where something of this kind stands."""
    return _keys(_content()["Nothing"][kind])


def _of_word(field: str, word: str) -> str:
    """The meaning of a word: as it is, without its number, else by its end or its beginning ("Open - overdue")."""
    if field == PRIORITY:
        return PRIORITY if rank_of_priority(word) is not None else UNKNOWN
    plain = without_number(word)
    parts = [part for part in _PARTS.split(plain) if part] if field == STATUS else []
    pieces = parts[::-1] if len(parts) > 1 else []
    return next((meant for each in (word, plain, *pieces) if (meant := _exactly(field, each))), UNKNOWN)


def _exactly(field: str, word: str) -> str:
    key = match_key(word)
    known = _meanings(field).values()
    exact = next((each.name for each in known if key in each.words), UNKNOWN)
    begins = ((len(start), each.name) for each in known for start in each.starts if key.startswith(start))
    return exact or max(begins, default=(0, UNKNOWN))[1]


def _of_colour(word: str, words: Collection[str]) -> str:
    """What a colour stands for, where a fourth colour or a word of its own stands for what is done."""
    colours = _content()["Colours"]
    names = _in_full(words)
    keys = set(names.values())
    done = any(_rating(_of_word(STATUS, each)) == "Complete" for each in words)
    if not (done or keys & set(colours["decided_by"])):
        return UNKNOWN
    return str(colours["stand_for"].get(names[word], UNKNOWN))


def _in_full(words: Collection[str]) -> dict[str, str]:
    """Each word as it is compared, letters that are short for colours in full: R, A, G and C."""
    keys = {word: match_key(word) for word in words}
    letters = _content()["Colours"]["letters"]
    if set(keys.values()) <= letters.keys() and {"r", "g"} <= set(keys.values()):
        return {word: letters[key] for word, key in keys.items()}
    return keys


def _rating(meaning: str) -> str:
    return _meanings(STATUS)[meaning].rating if meaning else ""


def _meaning(name: str, entry: Mapping[str, Any]) -> Meaning:
    return Meaning(
        name,
        _keys([*entry["words"], name]),
        tuple(match_key(start) for start in entry.get("starts", ())),
        tuple(entry.get("fills", {}).items()),
        entry.get("rating", ""),
        entry.get("ends", False),
    )


def _keys(words: Collection[str]) -> frozenset[str]:
    return frozenset(map(match_key, words))


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("meanings_of_words.toml").read_text("utf-8"))
