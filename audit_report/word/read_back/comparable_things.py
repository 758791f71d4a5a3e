"""What a reader sees of a document, as plain things that can be compared whichever program wrote it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Run = tuple[str, Mapping[str, str]]
"""Words in one look."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that a document shows, or says of itself.

    `kind` is what it is, such as "paragraph"; `where` says where it stands, as words in a sentence; `facts` are its
    properties by name, and `runs` how each stretch of its words looks.
    """

    kind: str
    where: str
    words: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with those of one look as one, and no blank ones: programs cut words into runs as they like."""
    found: list[Run] = []
    for words, look in runs:
        if found and (found[-1][1] == look or not words.strip()):
            found[-1] = (found[-1][0] + words, found[-1][1])
        elif words.strip():
            found.append((words, look))
    return tuple(found)
