"""Lists and Yes or No: the entry that a cell means, and an answer to what people write instead of an entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeVar

from audit_report import catalogue
from audit_report.problems import Mistake
from audit_report.schema.kinds import Kind, shown
from audit_report.schema.near_misses import nearest
from audit_report.schema.raw_values import Raw
from audit_report.schema.reading import AS_SHIPPED, Reading
from audit_report.schema.spacing import clean, match_key

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class SaidInstead:
    """Words that people write instead of an entry of a list, and what to tell them.

    `means` is the name of the entry they most likely mean, empty where that depends. `choose` ends the sentence
    “Choose …”; {NAME} in it stands for the entry of that name.
    """

    words: str
    """One after another, parted by “ | ”."""
    means: str
    choose: str


@dataclass(frozen=True, slots=True)
class Choice(Kind[E]):
    """One entry of a list: its words, its label in the report, or its initial where no other word begins so."""

    noun: ClassVar[str] = "One of a list"
    options: type[E]
    said_instead: tuple[SaidInstead, ...] = ()

    def read(self, raw: Raw, reading: Reading = AS_SHIPPED) -> E | Mistake:
        """The entry."""
        text = clean(shown(raw))
        labels = reading.labels.get(self.options, {})
        found = self._named(match_key(text), labels) or self._by_initial(text)
        return found or self._mistake(text)

    def _named(self, key: str, labels: Mapping[str, StrEnum]) -> E | None:
        for option in self.options:
            if match_key(option.value) == key:
                return option
        name = labels.get(key)
        return None if name is None else self.options(name)

    def _by_initial(self, text: str) -> E | None:
        if len(text) != 1:
            return None
        begun = {option.name: option for option in self.options if _begins(option.value, text)}
        others = {
            each.means for each in self.said_instead if any(_begins(word, text) for word in _words(each))
        }
        return next(iter(begun.values())) if len(begun) == 1 and others <= {"", *begun} else None

    def _mistake(self, text: str) -> Mistake:
        entries = {option.name: option.value for option in self.options}
        hint, choices = what_to_choose(text, entries, self.said_instead)
        return catalogue.NotInList(hint=hint, choices=choices)


@dataclass(frozen=True, slots=True)
class YesNo(Kind[bool]):
    """Yes or No."""

    noun: ClassVar[str] = "Yes or No"
    width: ClassVar[int] = 14
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
    answers = {word: each.choose.format_map(entries) for each in said_instead for word in _words(each)}
    known = {match_key(word): answer for word, answer in answers.items()}
    meant = nearest(text, [*entries.values(), *answers]) or ""
    if answer := known.get(match_key(text)) or answers.get(meant):
        return "", answer
    *others, last = entries.values()
    return f"Did you mean “{meant}”? " if meant else "", f"{', '.join(others)} or {last}"


def _words(said: SaidInstead) -> Sequence[str]:
    return said.words.split(" | ")


def _begins(word: str, initial: str) -> bool:
    return word[:1].casefold() == initial.casefold()
