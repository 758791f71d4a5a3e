"""The bullets and numbers that Word prints before the items of lists, which no paragraph holds itself."""

from collections import defaultdict
from typing import NamedTuple

from lxml.etree import _Element as Element

from audit_report.ooxml.safe_xml import whole_number
from audit_report.word.read_back.look_properties import Look, own_look
from audit_report.word.read_back.word_elements import W, child, value

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9
_MOST = 32_767
"""What a list may begin at, Word's own limit."""


class Place(NamedTuple):
    """A list by its number, and the level there."""

    number: str
    level: int


class Lists:
    """The lists of a document, which count as their items are met in order."""

    def __init__(self, root: Element | None) -> None:
        found = root if root is not None else ()
        self._lists = {each.get(f"{W}numId", ""): each for each in found if each.tag == f"{W}num"}
        self._definitions = {
            each.get(f"{W}abstractNumId", ""): each for each in found if each.tag == f"{W}abstractNum"
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[Place] = set()

    def place(self, properties: Element | None) -> Place | None:
        """The list that a w:numPr names; None where it names none."""
        number = value(properties, "numId")
        level = value(properties, "ilvl", otherwise="0")
        return Place(number, whole_number(level)) if number in self._lists and number != "0" else None

    def look(self, place: Place | None) -> Look:
        """How the items at a place of a list are set in."""
        return own_look(child(self._level(place), "pPr")) if place else {}

    def label_look(self, place: Place) -> Look:
        """How the bullets and numbers at a place look."""
        return own_look(child(self._level(place), "rPr"))

    def label(self, place: Place) -> str:
        """What stands before the next item at a place."""
        definition = value(self._lists[place.number], "abstractNumId")
        counts = self._counts[definition]
        start = self._override(place)
        if start is not None and place not in self._begun:
            counts[place.level] = start - 1
        self._begun.add(place)
        counts.setdefault(place.level, self._start(place) - 1)
        counts[place.level] += 1
        for deeper in [level for level in counts if level > place.level]:
            del counts[deeper]
        level = self._level(place)
        if value(level, "numFmt", otherwise="decimal") == "bullet":
            return value(level, "lvlText")
        text = value(level, "lvlText")
        for number in range(_LEVELS):
            each = Place(place.number, number)
            if f"%{number + 1}" in text:
                count = counts.get(number, self._start(each))
                text = text.replace(f"%{number + 1}", _written(count, value(self._level(each), "numFmt")))
        return text

    def _level(self, place: Place) -> Element | None:
        own = self._own_level(place)
        replaced = child(own, "lvl")
        if replaced is not None:
            return replaced
        definition = self._definitions.get(value(self._lists[place.number], "abstractNumId"))
        levels = definition.findall(f"{W}lvl") if definition is not None else []
        return next((each for each in levels if each.get(f"{W}ilvl") == str(place.level)), None)

    def _own_level(self, place: Place) -> Element | None:
        found = self._lists[place.number].findall(f"{W}lvlOverride")
        return next((each for each in found if each.get(f"{W}ilvl") == str(place.level)), None)

    def _override(self, place: Place) -> int | None:
        start = value(self._own_level(place), "startOverride")
        return min(whole_number(start, 1), _MOST) if start else None

    def _start(self, place: Place) -> int:
        return min(whole_number(value(self._level(place), "start", otherwise="1"), 1), _MOST)


def _written(count: int, form: str) -> str:
    """A count as a list writes it: 3 is "3", "C", "c", "III" or "iii"."""
    match form:
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "upperRoman" | "lowerRoman":
            roman = ""
            for figure, letters in _ROMAN:
                roman += letters * (count // figure)
                count %= figure
            return roman.upper() if form == "upperRoman" else roman
        case "decimal" | "":
            return str(count)
        case _:
            return f"{count} ({form})"
