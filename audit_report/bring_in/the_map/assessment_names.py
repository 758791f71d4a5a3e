"""Whether a title or a sheet's name says which assessment its table is of, or only that it is a tracker."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from audit_report.bring_in.the_map.meanings_of_words import listed_words
from audit_report.bring_in.their_cells.their_dates import DATE_IN_TEXT

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST, _LONGEST_ACRONYM = 12, 5


def names_an_assessment(words: str) -> bool:
    """Whether any word of a title is more than what every tracker is called: "CQC action plan", not "Open items"."""
    return bool(_telling_words(words))


def short_code(name: str) -> str:
    """A short ref for an assessment from the words of its name that say something: "CQC", "PAYROLL", "HB"."""
    words = _telling_words(name)
    if len(words) == 1:
        return words[0][:_LONGEST].upper()
    acronyms = [word for word in words if word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM]
    if acronyms and not name.isupper():
        return acronyms[0]
    return "".join(word[0] for word in words[:_LONGEST_ACRONYM]).upper() or "A"


def short_codes(names: Iterable[str]) -> list[str]:
    """A short code for each name, no two alike: "HB", "HB2"."""
    taken: Counter[str] = Counter()
    codes = []
    for code in map(short_code, names):
        taken[code] += 1
        codes.append(code if taken[code] == 1 else f"{code}{taken[code]}")
    return codes


@cache
def _telling_words(words: str) -> list[str]:
    """The words that tell one assessment from another, dates left out."""
    said = listed_words("titles")
    found: list[str] = _WORD.findall(DATE_IN_TEXT.sub(" ", words))
    return [word for word in found if word.casefold() not in said]
