"""Scales: the levels of priority and the statuses of a plan, as the tracker's Annex sheets have them.

The program knows what a status means and how severe a level is; names, labels and colours are the council's own.
See docs/design.md, "Scales".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from audit_report.schema.spacing import match_key


class Meaning(StrEnum):
    """What a status says of a plan, declared from worst to best; a scale may lack At risk and Complete."""

    OFF_TRACK = "Off track"
    AT_RISK = "At risk"
    ON_TRACK = "On track"
    COMPLETE = "Complete"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Meaning).index(self)


class Colour(StrEnum):
    """A colour that a status may have in the report; the word always stands beside it."""

    RED = "Red"
    AMBER = "Amber"
    GREEN = "Green"
    BLUE = "Blue"
    PURPLE = "Purple"
    GREY = "Grey"


class Shade(StrEnum):
    """How strongly the report marks a level, from most to least severe; called after the shipped levels."""

    CRITICAL = "Critical"
    MAJOR = "Major"
    MODERATE = "Moderate"
    BEST_PRACTICE = "Best Practice"


MEANING_OF_COLOUR = {
    "red": Meaning.OFF_TRACK,
    "amber": Meaning.AT_RISK,
    "green": Meaning.ON_TRACK,
    "blue": Meaning.COMPLETE,
}
"""What a status called by a colour means where Annex 2 has no Meaning column."""

_COLOUR_OF_MEANING = {
    Meaning.OFF_TRACK: Colour.RED,
    Meaning.AT_RISK: Colour.AMBER,
    Meaning.ON_TRACK: Colour.GREEN,
    Meaning.COMPLETE: Colour.BLUE,
}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of Annex 1; two are the same where their names are. `rank` is 0 for the most severe of `of` levels."""

    name: str
    rank: int = field(default=0, compare=False)
    of: int = field(default=1, compare=False)
    in_section_b: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """What advice on a list calls the level: "LEVEL_1" for the most severe."""
        return f"LEVEL_{self.rank + 1}"

    @property
    def shade(self) -> Shade:
        """How strongly the report marks it; where there are more levels than shades, some share one."""
        shades = tuple(Shade)
        return shades[round(self.rank * (len(shades) - 1) / max(self.of - 1, 1))]


@dataclass(frozen=True, slots=True)
class Status:
    """A status of Annex 2; two are the same where their names are."""

    name: str
    meaning: Meaning = field(default=Meaning.ON_TRACK, compare=False)
    in_section_c: bool = field(default=False, compare=False)
    own_colour: Colour | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """What advice on a list calls the status: "OFF_TRACK"."""
        return self.meaning.name

    @property
    def colour(self) -> Colour:
        """The council's own colour, else that of the meaning."""
        return self.own_colour or _COLOUR_OF_MEANING[self.meaning]


@dataclass(frozen=True, slots=True)
class Scales:
    """A tracker's levels, most severe first, and its statuses in the order of their rows."""

    levels: tuple[Level, ...]
    statuses: tuple[Status, ...]

    def level(self, name: str) -> Level | None:
        """The level of a name, whatever its case and spacing."""
        return _named(self.levels, name)

    def status(self, name: str) -> Status | None:
        """The status of a name, whatever its case and spacing."""
        return _named(self.statuses, name)

    def meaning(self, meaning: Meaning) -> Status | None:
        """The status that has a meaning; None where the scale lacks it."""
        return next((each for each in self.statuses if each.meaning is meaning), None)

    @property
    def worst_first(self) -> Sequence[Status]:
        """The statuses from worst to best."""
        return sorted(self.statuses, key=lambda each: each.meaning.rank)


E = TypeVar("E", Level, Status)


def levels(rows: Iterable[tuple[str, bool | None]]) -> tuple[Level, ...]:
    """The levels of names from most to least severe, each name once, with whether section B prints it.

    Where a row does not say, section B prints the most severe level and no other.
    """
    once: dict[str, tuple[str, bool | None]] = {}
    for name, in_section_b in rows:
        if name:
            once.setdefault(match_key(name), (name, in_section_b))
    return tuple(
        Level(name, rank, len(once), rank == 0 if in_section_b is None else in_section_b)
        for rank, (name, in_section_b) in enumerate(once.values())
    )


def status(
    name: str, meaning: Meaning, *, in_section_c: bool | None = None, colour: Colour | None = None
) -> Status:
    """A status; where its row does not say, section C prints it if it is off track."""
    return Status(
        name, meaning, meaning is Meaning.OFF_TRACK if in_section_c is None else in_section_c, colour
    )


def _named(entries: Sequence[E], name: str) -> E | None:
    key = match_key(name)
    return next((each for each in entries if match_key(each.name) == key), None)
