"""Near misses: what a mistyped word was probably meant to be, and texts that may be one reworded."""

import re
from collections.abc import Iterable, Iterator

_LEAST_NEAR = 75
"""Of 100. A letter or two more, less or other in a word of some length stays above."""
_NOT = ("not", "non", "no")
_PREFIXES = ("un", "dis", "in", "im", "mis")
_CONTRARIES = {"on": ("off",), "off": ("on",), "with": ("without",), "without": ("with",)}
_DIGITS = re.compile(r"\d+")
_LEAST_ALIKE = 60
"""Of 100. Sentences of one register about different things seldom reach it; reworded ones stay well above."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, if one is like enough to be meant; case and spacing do not count.

    None where `word` is at least as like the opposite of a known word: “Unmet” is never taken for “Met”.
    """
    known = list(known)
    own = {each.casefold() for each in known}
    opposites = [each for phrase in known for each in _opposites(phrase) if each and each not in own]
    at = _most_like(word, [*opposites, *known])
    return known[at - len(opposites)] if at is not None and at >= len(opposites) else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The sentence that offers the nearest known word, with a space after it; empty where none is near."""
    meant = nearest(word, known)
    return f"Did you mean “{meant}”? " if meant else ""


def nearest_ref(ref: str, known: Iterable[str]) -> str | None:
    """The known ref that `ref` was probably meant to be, its numbers being the same: R0011 is no slip for R0001."""
    numbers = _numbers(ref)
    return nearest(ref, [each for each in known if _numbers(each) == numbers])


def are_alike(text: str, other: str) -> bool:
    """Whether two texts may be one reworded; case, order and repeated words do not count, and a blank is like any."""
    if not text or not other or text == other:
        return True
    from rapidfuzz import fuzz, utils  # noqa: PLC0415  only a mistake needs it, and it costs start-up time

    return fuzz.token_set_ratio(text, other, processor=utils.default_process) >= _LEAST_ALIKE


def _most_like(word: str, words: list[str]) -> int | None:
    """Where the word most like this one stands, the first of several; None where none is near."""
    if not word:
        return None
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415  only a mistake needs it, and it costs start-up time

    found = process.extractOne(
        word, words, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LEAST_NEAR
    )
    return found[2] if found else None


def _opposites(phrase: str) -> Iterator[str]:
    """What says the contrary of a phrase: “not met” and “unmet” of “met”, “on track” of “off track”."""
    words = phrase.casefold().split()
    for at, word in enumerate(words):
        yield from (" ".join([*words[:at], each, *words[at + 1 :]]).strip() for each in _contrary(word))


def _contrary(word: str) -> Iterator[str]:
    """A word negated, or without its negation where it has one; nothing is left of "not"."""
    if word in _NOT:
        yield ""
    yield from (f"{negation} {word}" for negation in _NOT)
    prefix = next((each for each in _PREFIXES if word.startswith(each) and len(word) > len(each) + 1), "")
    yield from [word.removeprefix(prefix)] if prefix else (each + word for each in _PREFIXES)
    yield from _CONTRARIES.get(word, ())


def _numbers(ref: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(ref)]
