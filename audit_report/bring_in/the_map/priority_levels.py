"""The levels of priority that a tracker's words make: the council's own names, from most to least severe."""

from collections import Counter
from collections.abc import Mapping

from audit_report.bring_in.the_map.meanings_of_words import (
    UNKNOWN,
    rank_of_priority,
    usual_level,
    without_number,
)
from audit_report.model.wording import shipped_criteria
from audit_report.schema.spacing import match_key

_SHORTEST_NAME = 4
_FEWEST = 2


def shipped_levels() -> tuple[str, ...]:
    """The levels of the Annex 1 that a blank tracker has."""
    return tuple(entry["level"] for entry in shipped_criteria()["priority"])


def propose_levels(counts: Mapping[str, int]) -> tuple[tuple[str, ...], dict[str, str]]:
    """The levels, and which of them each word is, the commonest word first; UNKNOWN for a word of no known rank.

    Two words of one rank are one level: "H" and "High".
    """
    words = [word for word, _ in Counter(counts).most_common()]
    ranks = {word: rank_of_priority(word) for word in words}
    names: dict[int, str] = {}
    for word in sorted(words, key=lambda each: len(each) < _SHORTEST_NAME):
        if (rank := ranks[word]) is not None:
            names.setdefault(rank, _level_name(word, rank))
    meant = {word: UNKNOWN if (rank := ranks[word]) is None else names[rank] for word in words}
    shipped = {match_key(level): level for level in shipped_levels()}
    if all(match_key(name) in shipped for name in names.values()):
        return shipped_levels(), {word: shipped.get(match_key(name), name) for word, name in meant.items()}
    return _at_least_two(names), meant


def _level_name(word: str, rank: int) -> str:
    """The name of a word's level: itself, "Priority 1" of "1" and "High" of "H" and "(1) High"."""
    word = without_number(word)
    if word.isdecimal():
        return f"Priority {word}"
    return word[:1].upper() + word[1:] if len(word) >= _SHORTEST_NAME or word == "Low" else usual_level(rank)


def _at_least_two(names: Mapping[int, str]) -> tuple[str, ...]:
    """The levels by rank, with the next usual one where a scale would have one level only."""
    found = [names[rank] for rank in sorted(names)]
    if len(found) < _FEWEST:
        rank = next(iter(names))
        found = [*found, usual_level(rank + 1)] if usual_level(rank + 1) else [usual_level(rank - 1), *found]
    return tuple(found)
