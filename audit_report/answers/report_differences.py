"""Where a report differs from what the program builds of the same workbook, each difference in a sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from audit_report.problems import shortened
from audit_report.word.read_back.comparable_things import Run, Shown

_NEAR = 20
"""Lengths in twips (a fiftieth of an inch is 29) that programs round differently when they save a document."""
_NEAR_COLOUR = 3
_LENGTHS = ("width", "height", "spacing.", "ind.", "pgSz.", "pgMar.", "margin ", "tblInd.")
_LOST_ON_SAVING = {
    "alt text": "alternative text",
    "tblCaption": "title for screen readers",
    "tblDescription": "description for screen readers",
}
"""What LibreOffice leaves out when it saves a document; that it says something else is a difference."""
_LOOKS = {
    "vanish": "hidden", "specVanish": "hidden", "webHidden": "hidden", "strike": "struck out",
    "dstrike": "struck out twice", "b": "bold", "i": "italic", "u": "underlined", "caps": "capitals", "color": "colour",
    "sz": "size", "shd.fill": "background", "rFonts.ascii": "font", "rFonts.hAnsi": "font", "vertAlign": "position",
    "w": "width", "spacing.line": "line height", "spacing.lineRule": "line height", "spacing.before": "space above",
    "spacing.after": "space below", "ind.left": "indent", "ind.right": "indent", "ind.hanging": "indent",
    "ind.firstLine": "indent", "jc": "alignment", "list label": "list number or bullet", "outlineLvl": "heading level",
    "trHeight": "height", "leads to": "data behind it", "tblHeader": "header row",
    "highlight": "highlight", "position": "position", "spacing": "spacing", "link": "link", "style": "style",
    "picture": "picture", "value": "value", "hidden": "hidden", "width": "width", "height": "height",
    "legend": "legend",
}  # fmt: skip
"""Properties of text and paragraphs in words; any other goes by Word's own name for it."""
_LONGEST, _BEFORE = 60, 15
"""The characters of a text that is told whole, and those told before the place where a longer one differs."""
_WITHOUT_A_WORD = {"cell", "end of the table"}
"""What goes without saying where a row or a table is gone or new."""
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
"""Such as 1A1A1A."""
_LENGTH = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
"""Such as 1077, -360 or 1077.5."""
_MOST_PAIRS = 4_000_000
"""Things to compare with each other at most; beyond it they are compared one by one in their order."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What a person changed, each in a sentence, and what saving has cost, in sentences too."""

    changes: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()


def differences(built: Sequence[Shown], found: Sequence[Shown]) -> Differences:
    """How what is found in a report differs from what was built, in the report's order."""
    pairs = list(_aligned(built, found))
    gone = {_key(before) for before, after in pairs if before and not after and before.words}
    moved = gone & {_key(after) for before, after in pairs if after and not before}
    changes: list[str] = []
    lost: Counter[str] = Counter()
    for before, after in pairs:
        if before and after:
            changes += _between(before, after)
            lost.update(_lost(before, after))
        elif before and _key(before) not in moved and before.kind not in _WITHOUT_A_WORD:
            changes.append(f"{_named(before)} is gone.")
        elif after and after.kind not in _WITHOUT_A_WORD:
            changes.append(
                f"{_named(after)} {'has been moved there' if _key(after) in moved else 'was not built'}."
            )
    losses = (
        f"Saving it has left out the {_LOST_ON_SAVING[name]} of {_many(count)}."
        for name, count in lost.items()
    )
    return Differences(tuple(_with_counts(changes)), tuple(losses))


def page_differences(built: bytes, found: bytes) -> Differences:
    """How a page differs from the one that was built, line by line; what ends a line is no difference."""
    then, now = (
        content.decode("utf-8", "replace").replace("\r\n", "\n").split("\n") for content in (built, found)
    )
    kinds = [[Shown("line", "", " ".join(line.split())) for line in lines] for lines in (then, now)]
    return differences(*kinds)


def _with_counts(changes: Sequence[str]) -> Iterator[str]:
    """Each change once, with how often it was found."""
    for change, count in Counter(changes).items():
        yield change if count == 1 else f"{change.removesuffix('.')} ({count} times)."


def _between(before: Shown, after: Shown) -> Iterator[str]:
    """What has changed of one thing, in sentences."""
    changed = list(_changed(before.facts, after.facts))
    if before.words != after.words:
        then, now = _where_they_part(before.words, after.words)
        yield f"{_named(before)}: “{now}” where “{then}” was built."
        changed += (
            f"some of its words now {_LOOKS[look]}" for look in _newly_hidden(before.runs, after.runs)
        )
    else:
        changed += [f"“{shortened(words)}” {look}" for words, look in _changed_runs(before.runs, after.runs)]
    if changed:
        yield f"{_named(after)}: {', '.join(dict.fromkeys(changed))}."


def _where_they_part(then: str, now: str) -> tuple[str, str]:
    """Two texts cut to what differs and a little before it, for a person to find the place."""
    if max(len(then), len(now)) <= _LONGEST:
        return then, now
    first = next(
        (at for at, (one, other) in enumerate(zip(then, now, strict=False)) if one != other),
        min(len(then), len(now)),
    )
    start = max(0, then.rfind(" ", 0, max(0, first - _BEFORE)) + 1)
    dots = "…" if start else ""
    return dots + shortened(then[start:]), dots + shortened(now[start:])


def _changed_runs(before: Sequence[Run], after: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """Each stretch of the same words that looks otherwise than it did, and how."""
    then, now = _letters(before), _letters(after)
    text = "".join(words for words, _ in after)
    pairs = list(zip(then, now, strict=False))
    for _, stretch in groupby(pairs, key=lambda pair: (id(pair[0][1]), id(pair[1][1]))):
        changed = list(stretch)
        (_, look_then), (first, look_now) = changed[0]
        if differing := list(_changed(look_then, look_now)):
            yield text[first : changed[-1][1][0] + 1].strip(), " and ".join(dict.fromkeys(differing))


def _letters(runs: Sequence[Run]) -> list[tuple[int, Mapping[str, str]]]:
    """Each letter's place in the text and its look; spaces are no letters, as programs add and drop them."""
    looks = [(letter, look) for words, look in runs for letter in words]
    return [(place, look) for place, (letter, look) in enumerate(looks) if not letter.isspace()]


def _newly_hidden(before: Sequence[Run], after: Sequence[Run]) -> list[str]:
    """The looks that keep words from being read as they stand and that only the words of today have."""
    now, then = ({name for _, look in runs for name in look} for runs in (after, before))
    return [name for name in ("vanish", "strike", "dstrike") if name in now - then]


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The properties that differ, each in a few words such as "colour FFFFFF instead of 1A1A1A"."""
    for name in sorted(before.keys() | after.keys()):
        then, now = before.get(name, ""), after.get(name, "")
        if _same(name, then, now) or (name in _LOST_ON_SAVING and not now):
            continue
        said = _LOOKS.get(name, f"“{name}”")
        if "on" in (then, now) and not (then and now):
            yield f"{'now' if now else 'no longer'} {said}"
        else:
            before_it, after_it = _where_they_part(then, now)
            yield f"{said} {shortened(after_it) or 'none'} instead of {shortened(before_it) or 'none'}"


def _lost(before: Shown, after: Shown) -> list[str]:
    return [name for name in _LOST_ON_SAVING if before.facts.get(name) and not after.facts.get(name)]


def _same(name: str, then: str, now: str) -> bool:
    """Whether two values are one, but for how programs round lengths and colours."""
    if then == now:
        return True
    if name.startswith(_LENGTHS):
        return _is_length(then) and _is_length(now) and abs(float(then or 0) - float(now or 0)) <= _NEAR
    if _COLOUR.fullmatch(then) and _COLOUR.fullmatch(now):
        channels = ((int(then[at : at + 2], 16), int(now[at : at + 2], 16)) for at in (0, 2, 4))
        return all(abs(one - other) <= _NEAR_COLOUR for one, other in channels)
    return False


def _is_length(text: str) -> bool:
    return not text or _LENGTH.fullmatch(text) is not None


def _named(thing: Shown) -> str:
    """A thing at the start of a sentence, such as "Under “Context”, the paragraph “The council …”"."""
    words = f" “{shortened(thing.words)}”" if thing.words and thing.kind != "thing" else ""
    named = thing.words if thing.kind == "thing" else f"the {thing.kind}{words}"
    if thing.kind == "thing" and "words" in thing.facts:
        named += f" (“{shortened(thing.facts['words'])}”)"
    if thing.where:
        return f"{thing.where[:1].upper()}{thing.where[1:]}, {named}"
    return f"{named[:1].upper()}{named[1:]}"


def _many(count: int) -> str:
    return "one of its tables or pictures" if count == 1 else f"{count} of its tables or pictures"


def _aligned(built: Sequence[Shown], found: Sequence[Shown]) -> Iterator[tuple[Shown | None, Shown | None]]:
    """What was built beside what is found in its place; one of the two is None where it is gone or new."""
    first = 0
    while first < min(len(built), len(found)) and _key(built[first]) == _key(found[first]):
        first += 1
    last = 0
    while last < min(len(built), len(found)) - first and _key(built[-1 - last]) == _key(found[-1 - last]):
        last += 1
    yield from zip(built[:first], found[:first], strict=True)
    yield from _unlike(built[first : len(built) - last], found[first : len(found) - last])
    yield from zip(built[len(built) - last :], found[len(found) - last :], strict=True)


def _unlike(built: Sequence[Shown], found: Sequence[Shown]) -> Iterator[tuple[Shown | None, Shown | None]]:
    if len(built) * len(found) > _MOST_PAIRS:
        yield from _paired(built, found)
        return
    matcher = SequenceMatcher(
        None, [_key(each) for each in built], [_key(each) for each in found], autojunk=False
    )
    for _, first, last, start, end in matcher.get_opcodes():
        yield from _paired(built[first:last], found[start:end])


def _paired(built: Sequence[Shown], found: Sequence[Shown]) -> Iterator[tuple[Shown | None, Shown | None]]:
    """Things of one kind beside each other, in their order; the rest of either alone."""
    rest = list(found)
    for each in built:
        other = next((index for index, thing in enumerate(rest) if thing.kind == each.kind), None)
        if other is None:
            yield each, None
        else:
            yield from ((None, thing) for thing in rest[:other])
            yield each, rest[other]
            del rest[: other + 1]
    yield from ((None, thing) for thing in rest)


def _key(thing: Shown) -> tuple[str, str]:
    return thing.kind, thing.words
