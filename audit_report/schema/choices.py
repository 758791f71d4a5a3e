"""Lists and Yes or No: the entry that a cell means, and an answer to what people write instead of an entry."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeVar, cast

from audit_report import catalogue
from audit_report.problems import Mistake
from audit_report.schema.kinds import Kind, shown
from audit_report.schema.near_misses import nearest
from audit_report.schema.raw_values import Raw
from audit_report.schema.reading import AS_SHIPPED, Reading
from audit_report.schema.spacing import clean, match_key

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class SaidInstead:
    """Words that people write instead of an entry of a list, and what to tell them.

    `means` is the key of the entry they most likely mean, empty where that depends. `choose` ends the sentence
    “Choose …”; {KEY} in it stands for the entry of that key, {ANY} and a key that the list lacks for them all. Where
    the list has an entry of the key `only`, that is all there is to choose.
    """

    words: str
    """One after another, parted by “ | ”."""
    means: str
    choose: str
    only: str = ""


@dataclass(frozen=True, slots=True)
class Choice(Kind[E]):
    """One entry of a list: its words, its label in the report, or its initial where no other word begins so.

    The list is an enumeration, or a scale of which the tracker itself sets the entries.
    """

    noun: ClassVar[str] = "One of a list"
    options: type[E]
    said_instead: tuple[SaidInstead, ...] = ()

    def entries(self, reading: Reading = AS_SHIPPED) -> Mapping[str, E]:
        """The entries by the key that advice calls each by."""
        if issubclass(self.options, StrEnum):
            return {each.name: each for each in self.options}
        return cast("Mapping[str, E]", reading.scales.get(self.options, {}))

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> E | Mistake:
        """The entry."""
        text, entries = clean(shown(raw)), self.entries(reading)
        words = {match_key(str(entry)): entry for entry in entries.values()}
        labels = cast("Mapping[str, E]", reading.labels.get(self.options, {}))
        key = match_key(text)
        return (
            words.get(key)
            or labels.get(key)
            or self._by_initial(text, entries)
            or self._mistake(text, entries)
        )

    def _by_initial(self, text: str, entries: Mapping[str, E]) -> E | None:
        if len(text) != 1:
            return None
        begun = {key: entry for key, entry in entries.items() if _begins(str(entry), text)}
        others = {
            each.means for each in self.said_instead if any(_begins(word, text) for word in _words(each))
        }
        return next(iter(begun.values())) if len(begun) == 1 and others <= {"", *begun} else None

    def _mistake(self, text: str, entries: Mapping[str, E]) -> Mistake:
        if not entries:
            return catalogue.NotInList(hint="", choices="one of the levels or statuses of its Annex sheet")
        hint, choices = what_to_choose(
            text, {key: str(each) for key, each in entries.items()}, self.said_instead
        )
        return catalogue.NotInList(hint=hint, choices=choices)


@dataclass(frozen=True, slots=True)
class YesNo(Kind[bool]):
    """Yes or No."""

    noun: ClassVar[str] = "Yes or No"
    width: ClassVar[int] = 11
    _ENTRIES: ClassVar[dict[str, bool]] = {"yes": True, "y": True, "no": False, "n": False}
    _SAID_INSTEAD: ClassVar[tuple[SaidInstead, ...]] = (
        SaidInstead("true | ✓ | ✔ | ☑ | tick | ticked | 1", "YES", "{YES}"),
        SaidInstead("false | ✗ | ✘ | ☐ | cross | none | nil | 0", "NO", "{NO}"),
        SaidInstead(
            "partly | partially | partial | in part | some | not yet | not started | planned | draft | in draft | "
            "in progress | in development | being developed | ongoing | underway | pending | to follow | tbc | tba",
            "",
            "{YES} if it is so today, and {NO} until it is",
        ),
    )

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> bool | Mistake:
        """True for Yes; Excel's own TRUE and FALSE are read too."""
        if isinstance(raw, bool):
            return raw
        found = self._ENTRIES.get(match_key(shown(raw)))
        if found is not None:
            return found
        hint, choices = what_to_choose(clean(shown(raw)), {"YES": "Yes", "NO": "No"}, self._SAID_INSTEAD)
        return catalogue.NotYesOrNo(hint=hint, choices=choices)


def what_to_choose(
    text: str, entries: Mapping[str, str], said_instead: Iterable[SaidInstead]
) -> tuple[str, str]:
    """The hint and the choices to tell whoever typed a text that is no entry; `entries` are the list's, by name.

    What people write instead has its own answer, and so has what is nearest to it: “On trak” is nearer to “On track”
    than to the entry “Off track”, which is not offered then.
    """
    answers = {word: _answer(each, entries) for each in said_instead for word in _words(each)}
    known = {match_key(word): answer for word, answer in answers.items()}
    meant = nearest(text, [*entries.values(), *answers]) or ""
    if answer := known.get(match_key(text)) or answers.get(meant):
        return "", answer
    return f"Did you mean “{meant}”? " if meant else "", _any_of(entries)


def _answer(said: SaidInstead, entries: Mapping[str, str]) -> str:
    known = defaultdict(lambda: _any_of(entries), entries)
    return entries.get(said.only) or said.choose.format_map(known)


def _any_of(entries: Mapping[str, str]) -> str:
    *others, last = entries.values()
    return f"{', '.join(others)} or {last}" if others else last


def _words(said: SaidInstead) -> Sequence[str]:
    return said.words.split(" | ")


def _begins(word: str, initial: str) -> bool:
    return word[:1].casefold() == initial.casefold()
