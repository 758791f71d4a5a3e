"""Telling apart the people a cell names, and looking them up in Officers.

Names are compared as words: case, spacing, full stops, hyphens and apostrophes do not count, accents and any other mark
do: “Ann Archer?” may be Ann Archer, and somebody should say so.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from audit_report.model.records import Officer
from audit_report.schema.spacing import clean, match_key, without_zero_width

_ALWAYS_SEPARATE = re.compile(r"[\n;]")
"""Between people whatever they are called: “Ann Archer; Ben Baker”, or a line each."""

_MAY_SEPARATE = re.compile(r"[,&/]|\band\b")
"""Between people only where each part is an officer: “Ann Archer and Ben Baker”, but “Archer, Ann”."""

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`"))
_IN_NAMES = re.compile(r"[\s.\-_\u2010-\u2015]+")
"""What does not tell names apart: “Castle-Wray” is “Castle Wray”, “A. Archer” is “A Archer”."""

_WORD = re.compile(r"[^\W_]+")
"""A run of letters or digits: “Ann” and “Archer” in “Ann Archer?”."""

_SHORTEST_SLIP = 3
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a cell names them; `officer` is None where Officers has no such name."""

    name: str
    officer: Officer | None

    @property
    def job_title(self) -> str:
        """Their job title, empty where it is not known."""
        return self.officer.job_title if self.officer else ""


class Directory:
    """The officers, by name."""

    def __init__(self, officers: Iterable[Officer]) -> None:
        self._by_key = {name_key(officer.name): officer for officer in officers if officer.name}
        self._cells: dict[str, tuple[Person, ...]] = {}
        self._meant: dict[str, tuple[Officer, ...]] = {}
        self._officers: dict[str, frozenset[Officer]] = {}

    def people(self, cell: str) -> tuple[Person, ...]:
        """The people that a cell names, each once, in its order."""
        if cell not in self._cells:
            named: dict[str, str] = {}
            for name in self._names(cell):
                named.setdefault(name_key(name), name)
            self._cells[cell] = tuple(map(self._person, named.values()))
        return self._cells[cell]

    def meant(self, name: str) -> tuple[Officer, ...]:
        """The officer of that name; where there is none, every officer that it is a near miss of."""
        if name not in self._meant:
            officer = self._by_key.get(name_key(name))
            near = () if officer else self._spellings.near(name)
            self._meant[name] = (
                (officer,) if officer else tuple(self._by_key[name_key(each)] for each in near)
            )
        return self._meant[name]

    def officers(self, cell: str) -> frozenset[Officer]:
        """The officers that a cell may mean; none where it has a name that may be anybody's."""
        if cell not in self._officers:
            meant = [self.meant(person.name) for person in self.people(cell)]
            self._officers[cell] = frozenset(chain.from_iterable(meant) if all(meant) else ())
        return self._officers[cell]

    @cached_property
    def _spellings(self) -> "Spellings":
        return Spellings(officer.name for officer in self._by_key.values())

    def _person(self, name: str) -> Person:
        officer = self._by_key.get(name_key(name))
        return Person(officer.name if officer else name, officer)

    def _names(self, cell: str) -> list[str]:
        if name_key(cell) in self._by_key:
            return [cell]
        names: list[str] = []
        for part in map(clean, _ALWAYS_SEPARATE.split(cell)):
            smaller = [name for each in _MAY_SEPARATE.split(part) if (name := clean(each))]
            names += smaller if all(self.meant(name) for name in smaller) else [part]
        return [name for name in names if name]


class Spellings:
    """Names, indexed so that the near misses of another are found without comparing it with each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words = {name: name_words(name) for name in names}
        self._position = {name: number for number, name in enumerate(self._words)}
        self._by_trace: dict[str, list[str]] = {}
        self._by_short_form: dict[tuple[str, bool], list[str]] = {}
        for name, words in self._words.items():
            for trace in _traces(words):
                self._by_trace.setdefault(trace, []).append(name)
            for form in _short_forms(words):
                self._by_short_form.setdefault((form, _has_initials(words)), []).append(name)

    def near(self, name: str) -> list[str]:
        """The names that this one is a near miss of, in the order they were given."""
        words = name_words(name)
        alike = {other for trace in _traces(words) for other in self._by_trace.get(trace, ())}
        for form in _short_forms(words):
            alike.update(self._by_short_form.get((form, True), ()))
            if _has_initials(words):
                alike.update(self._by_short_form.get((form, False), ()))
        near = (
            other
            for other in alike
            if are_near_misses(words, self._words[other])
            or (words == self._words[other] and name_key(name) != name_key(other))
        )
        return sorted(near, key=self._position.__getitem__)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as near misses are told: “O'Brien” is one, “Castle-Wray” two."""
    return tuple(_WORD.findall(_plain(name)))


def name_key(name: str) -> str:
    """The form in which names are looked up: its letters, and any mark that names seldom have."""
    return _IN_NAMES.sub("", _plain(name)) or match_key(name)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", without_zero_width(name)).casefold().translate(_APOSTROPHES)


def are_near_misses(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names that differ, in words, may be one person's: another order, one slip, initials for names."""
    return name != other and (
        sorted(name) == sorted(other)
        or _one_slip(name, other)
        or _initials(name, other)
        or _initials(_surname_last(name), other)
        or _initials(name, _surname_last(other))
    )


def _one_slip(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one word differs, by a letter more, less, other or transposed; initials tell people apart."""
    if len(name) != len(other):
        return False
    differing = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    shorter, longer = sorted(differing[0], key=len)
    if len(shorter) == 1 or len(longer) < _SHORTEST_SLIP or not (shorter + longer).isalpha():
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  only a likely slip needs it, and it costs start-up time

    return OSA.distance(shorter, longer, score_cutoff=1) == 1


def _initials(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether they share a surname and one of them has initials that agree with the other's given names."""
    if len(name) == 1 or len(other) == 1 or name[-1:] != other[-1:]:
        return False
    given, others = name[:-1], other[:-1]
    agree = all(
        one == two or (1 in (len(one), len(two)) and one[0] == two[0])
        for one, two in zip(given, others, strict=False)
    )
    return agree and _has_initials(given + others)


def _has_initials(name: tuple[str, ...]) -> bool:
    return any(len(word) == 1 and word.isalpha() for word in name)


def _surname_last(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name that starts with its surname, as other names go."""
    return name[1:] + name[:1]


def _traces(name: tuple[str, ...]) -> Iterator[str]:
    """What two names one slip or only their order apart have in common: their letters but one, or their words."""
    letters = "".join(name)
    if len(letters) <= _LONGEST_NAME:
        yield letters
        yield from {letters[:at] + letters[at + 1 :] for at, letter in enumerate(letters) if letter.isalpha()}
        yield " ".join(sorted(name))


def _short_forms(name: tuple[str, ...]) -> set[str]:
    """A name as an initial and a surname, whichever end that is at: what it shares with its form in initials."""
    return {f"{words[0][0]} {words[-1]}" for words in (name, _surname_last(name)) if words}
