"""Near misses: what a mistyped word was probably meant to be, and texts that may be one reworded."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, if one is like enough to be meant; case and spacing do not count."""
    if not word:
        return None
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415  only a mistake needs it, and it costs start-up time

    found = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=75
    )
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The sentence that offers the nearest known word, with a space after it; empty where none is near."""
    meant = nearest(word, known)
    return f"Did you mean “{meant}”? " if meant else ""


def are_alike(text: str, other: str) -> bool:
    """Whether two texts may be one reworded; case, order and repeated words do not count, and a blank is like any."""
    if not text or not other or text == other:
        return True
    from rapidfuzz import fuzz, utils  # noqa: PLC0415  the same

    return fuzz.token_set_ratio(text, other, processor=utils.default_process) >= _LEAST_ALIKE


_LEAST_ALIKE = 60
"""Of 100. Sentences of one register about different things seldom reach it; reworded ones stay well above."""
