"""A map read back from its file; what is wrong with it is said with its line."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from audit_report.bring_in.the_map.import_map import (
    DIRECTORATE,
    SHEET,
    SOURCE,
    TITLE,
    Design,
    ImportMap,
    Options,
)
from audit_report.bring_in.the_map.map_options import OPTION_LINES
from audit_report.bring_in.the_map.meanings_of_words import meanings
from audit_report.bring_in.the_map.tracker_fields import NOWHERE, OWN_COLUMN, fields, fields_in, may_share
from audit_report.cannot_run import CannotRunError
from audit_report.schema.near_misses import did_you_mean

_CANNOT_SHARE = (
    "of several fields in one column all but one must be dates or words of a list, each of another kind:"
)
_LEVELS = "levels"
_LARGEST = 10_000_000
_SECTIONS = {"options", "design", "words"}
_KEYS = {"found_on", "headings", "assessment", "above", "columns"}
_LINE_IN_ERROR = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


class WrongMapError(CannotRunError):
    """A map cannot be used; the message is what is wrong with it, a line each."""


def read_map(path: Path) -> ImportMap:
    """The map in a file. Raises WrongMapError."""
    try:
        content = path.read_bytes()
        if len(content) > _LARGEST:
            raise WrongMapError(f"{path}: the file is too large to be a map.")
        return _read(path, content.decode("utf-8-sig"))
    except OSError as reason:
        raise WrongMapError(f"{path}: the map cannot be opened ({reason.strerror}).") from reason
    except UnicodeDecodeError as reason:
        raise WrongMapError(f"{path}: the map is not in UTF-8. Save it as that.") from reason


def _read(path: Path, text: str) -> ImportMap:
    try:
        parsed = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as reason:
        raise WrongMapError(f"{path}, {_syntax(str(reason), text)}") from reason
    reading = _Reading(path, text)
    made = reading.map(parsed)
    if reading.wrong:
        raise WrongMapError("\n".join(reading.wrong))
    return made


def _syntax(message: str, text: str) -> str:
    """What the reader of TOML says, its line first."""
    found = _LINE_IN_ERROR.search(message)
    line = found[1] if found and found[1] else str(text.count("\n") + 1)
    return f"line {line}: this cannot be read as TOML ({_LINE_IN_ERROR.sub('', message).strip()})."


@dataclass(slots=True)
class _Reading:
    """A map on its way from TOML; `wrong` gathers a sentence for each mistake."""

    path: Path
    text: str
    wrong: list[str] = field(default_factory=list)
    levels: tuple[str, ...] = ()

    def map(self, parsed: Mapping[str, Any]) -> ImportMap:
        """The map, as far as it can be read."""
        self.levels = self.read_levels(self.table(parsed, "options").get(_LEVELS, []))
        for name in parsed.keys() - _SECTIONS:
            self.say(name, f"“{name}” is no part of a map: {_listed(sorted(_SECTIONS))}.")
        designs = parsed.get("design", [])
        if not isinstance(designs, list) or not designs:
            self.wrong.append(f"{self.path}: the map has no [[design]], so no column has a place.")
            designs = []
        return ImportMap(
            tuple(self.design(each, number) for number, each in enumerate(designs, 1)),
            {name: self.words(name, words) for name, words in self.table(parsed, "words").items()},
            self.options(self.table(parsed, "options")),
            self.levels,
        )

    def options(self, given: Mapping[str, Any]) -> Options:
        read: dict[str, Any] = {}
        for name, typed in given.items():
            value = typed.date() if isinstance(typed, datetime) else typed
            if name == _LEVELS:
                continue
            if name not in OPTION_LINES:
                self.say(
                    name, f"“{name}” is no option. {did_you_mean(name, OPTION_LINES)}".rstrip(), "[options]"
                )
            elif not OPTION_LINES[name].reads(value):
                self.say(name, f"{name} may be {OPTION_LINES[name].expected}, not “{value}”.", "[options]")
            else:
                read[name] = value
        return Options(**read)

    def read_levels(self, given: object) -> tuple[str, ...]:
        if isinstance(given, list) and all(isinstance(each, str) and each.strip() for each in given):
            return tuple(given)
        self.say(_LEVELS, "levels must be names in quotation marks, most severe first.", "[options]")
        return ()

    def design(self, given: Mapping[str, Any], number: int) -> Design:
        start = "[[design]]"
        for name in given.keys() - _KEYS:
            self.say(name, f"“{name}” is nothing that a design has: {_listed(sorted(_KEYS))}.", start, number)
        headings = tuple(map(str, given.get("headings", [])))
        for each in headings:
            self.among(each, (SOURCE, DIRECTORATE, NOWHERE), "headings", number)
        assessment = str(given.get("assessment", NOWHERE))
        self.among(assessment, (TITLE, SHEET, NOWHERE), "assessment", number)
        columns = self.fields(self.table(given, "columns"), (*fields(), OWN_COLUMN, NOWHERE), number)
        above = self.fields(self.table(given, "above"), (*fields(), NOWHERE), number)
        if not columns:
            self.say("columns", "the design has no [design.columns].", start, number)
        return Design(tuple(map(str, given.get("found_on", []))), columns, above, headings, assessment)

    def fields(self, given: Mapping[str, Any], known: tuple[str, ...], number: int) -> dict[str, str]:
        """The field of each column or fact, one that takes one column given to one only."""
        taken: dict[str, str] = {}
        read: dict[str, str] = {}
        for header, names in given.items():
            each = fields_in(str(names))
            if strange := [name for name in each if name not in known]:
                hint = did_you_mean(strange[0], known)
                said = f"“{strange[0]}” is no field. {hint}The fields are listed at the map's end."
                self.say(header, said, "", number)
            elif len(each) > 1 and not (set(each) <= fields().keys() and may_share(each)):
                self.say(header, f"{_CANNOT_SHARE} “{names}”.", "", number)
            else:
                read[header] = str(names)
                for name in each:
                    if name in taken and name in fields() and not fields()[name].takes_several:
                        self.say(header, f"{name} has a column already: “{taken[name]}”.", "", number)
                    taken.setdefault(name, header)
        return read

    def words(self, name: str, given: object) -> dict[str, str]:
        if not isinstance(given, dict):
            self.say(name, f'[words."{name}"] must be followed by words, a line each.')
            return {}
        if name not in fields():
            self.say(name, f"“{name}” is no field. {did_you_mean(name, fields())}".rstrip())
            return {}
        known = meanings(name, self.levels)
        for word, meaning in given.items():
            if known and meaning not in (*known, ""):
                hint = did_you_mean(str(meaning), known)
                self.say(word, f"“{meaning}” is no meaning of {name}. {hint}It may be {_listed(known)}.")
        return {word: str(meaning) for word, meaning in given.items()}

    def table(self, parsed: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        found = parsed.get(name, {})
        if isinstance(found, dict):
            return found
        self.say(name, f"[{name}] must be followed by lines of its own.")
        return {}

    def among(self, value: str, known: tuple[str, ...], key: str, number: int) -> None:
        if value not in known:
            self.say(key, f"{key} may be {_listed(known)}, not “{value}”.", "[[design]]", number)

    def say(self, key: str, what: str, section: str = "", number: int = 1) -> None:
        """Gather a mistake, at the first line with its key from the `number`th design or its section on."""
        self.wrong.append(f"{self.path}, line {self._line(key, section or '[[design]]', number)}: {what}")

    def _line(self, key: str, section: str, number: int) -> int:
        seen = 0
        first = 0
        for at, line in enumerate(self.text.splitlines(), 1):
            seen += line.strip().startswith(section)
            if _names(line, key):
                first = first or at
                if seen >= number:
                    return at
        return first or 1


def _names(line: str, key: str) -> bool:
    """Whether a line of TOML gives a value to this key, or heads its section."""
    plain = line.strip()
    if plain.startswith("["):
        return key in plain
    return _key(plain.partition("=")[0].strip()) == key or plain.startswith(f'"{key}"')


def _key(spelt: str) -> str:
    try:
        return next(iter(tomllib.loads(f"{spelt} = 1")))
    except (tomllib.TOMLDecodeError, StopIteration):
        return spelt


def _listed(names: Iterable[str]) -> str:
    *others, last = [f"“{name}”" for name in names]
    return f"{', '.join(others)} or {last}" if others else last
