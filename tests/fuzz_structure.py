"""Mutations that know what an Office file is made of: its parts, what points at what, how much there is of anything."""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.workbook_in import corpus

Mutation = Callable[[random.Random, corpus.Parts], bytes]

_OTHERS = Path(__file__).parent.parent / "sample_data" / "other_trackers"
_ELEMENT = re.compile(rb"<(?P<name>[\w:]+)(?:\s[^<>]*)?(?:/>|>[^<]*</(?P=name)>)")
"""Such as <mergeCell ref="A1:B2"/> or <t>Yes</t>: an element with nothing but words in it."""
_ROW = re.compile(rb"<row [^>]*>.*?</row>|<w:p[ >].*?</w:p>", re.DOTALL)
_NUMBER = re.compile(rb'(?<==")-?\d+(?=")|(?<=>)\d+(?:\.\d+)?(?=<)')
_ODD = (
    b"0",
    b"-1",
    b"1e308",
    b"NaN",
    b"4294967296",
    b"99999999999999999999",
    b"1048577",
    b"",
    b"0x10",
    b"1.5",
    b" 7 ",
)
_WORDS = re.compile(rb"(?<=>)[^<>]{2,}(?=</(?:t|w:t)>)")


def drop_parts(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file without some of its parts."""
    gone = chance.sample(sorted(parts), chance.randint(1, 3))
    return corpus.packed({name: part for name, part in parts.items() if name not in gone})


def double_parts(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with a part that is there twice, the second time with another's content or in other letters."""
    name, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    return corpus.packed(parts, (chance.choice((name, name.upper())), parts[other]))


def reorder_parts(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with its parts in another order, or under each other's names."""
    names = sorted(parts)
    chance.shuffle(names)
    if chance.random() < _HALF:
        return corpus.packed({name: parts[name] for name in names})
    first, second = names[:2]
    return corpus.packed({**parts, first: parts[second], second: parts[first]})


def bend_relations(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with relations that lead to another part, to themselves, outside, or nowhere."""
    name = chance.choice([each for each in sorted(parts) if each.endswith(".rels")])
    targets = re.findall(rb'Target="([^"]*)"', parts[name]) or [b""]
    outside = (b"/", b"../../../etc/passwd", b"file:///C:/x", b"#", b"", name.encode(), *targets)
    bent = re.sub(
        rb'(Target|Id|Type|TargetMode)="([^"]*)"',
        lambda found: (
            found[0] if chance.random() < _MOSTLY else b'%s="%s"' % (found[1], chance.choice(outside))
        ),
        parts[name],
    )
    return corpus.packed({**parts, name: bent})


def blow_up(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with some element, row or paragraph many times over."""
    name = chance.choice(sorted(parts))
    pieces = [*_ELEMENT.finditer(parts[name]), *_ROW.finditer(parts[name])]
    if not pieces:
        return drop_parts(chance, parts)
    found = chance.choice(pieces)
    times = chance.choice((2, 300, 20_000))
    made = parts[name][: found.end()] + found[0] * times + parts[name][found.end() :]
    return corpus.packed({**parts, name: made})


def odd_numbers(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with numbers that no program writes, in attributes and in values."""
    name = chance.choice(sorted(parts))
    made = _NUMBER.sub(
        lambda found: found[0] if chance.random() < _MOSTLY else chance.choice(_ODD), parts[name]
    )
    return corpus.packed({**parts, name: made})


def graft_words(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with words of other people's trackers in the places of its own."""
    made = dict(parts)
    for name in chance.sample(sorted(parts), min(3, len(parts))):
        made[name] = _WORDS.sub(
            lambda found: found[0] if chance.random() < _MOSTLY else chance.choice(foreign_words()),
            made[name],
        )
    return corpus.packed(made)


@cache
def foreign_words() -> tuple[bytes, ...]:
    """The texts of the sample trackers of other designs."""
    found = set[bytes]()
    for path in sorted(_OTHERS.glob("*.xlsx")):
        for name, part in corpus.unpacked(path.read_bytes()).items():
            if "worksheets/" in name or "sharedStrings" in name:
                found.update(_WORDS.findall(part))
    return tuple(sorted(found))


_HALF, _MOSTLY = 0.5, 0.9

STRUCTURE: tuple[Mutation, ...] = (
    drop_parts,
    double_parts,
    reorder_parts,
    bend_relations,
    blow_up,
    odd_numbers,
    graft_words,
)
"""Each works on a workbook and on a document."""
