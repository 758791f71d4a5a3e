"""Placeholders: words that fill a cell and say nothing, such as "N/A" and "as above"."""

import re

from audit_report.schema.spacing import without_spacing

SAID = (
    "n/a | na | not applicable | none | none known | none required | not required | not needed | nil | nothing | no | "
    "not yet | not known | unknown | not available | not stated | not given | unspecified | blank | empty | null | "
    "tbc | tba | tbd | to be confirmed | to be advised | to be agreed | to be added | to be completed | "
    "to be determined | to be provided | to follow | to come | pending | awaited | awaiting | awaiting confirmation | "
    "this report | this one | this | in this report | here | reported here | current report | the above | the same | "
    "above | as above | see above | below | as below | see below | as before | as previous | as previously | "
    "as stated | no change | unchanged | same | same as above | same as before | same again | ditto | do | idem | "
    "yes | y | n | ok | okay | true | false | x | xx | xxx | test | "
    "amherthnasol | ddim yn berthnasol | dim | iw gadarnhau | uchod | fel uchod | yr adroddiad hwn"
)
_PARTS = re.compile(r"\s[-–—]\s|[\n,;:()\[\]]")
"""Where one placeholder ends and another begins: "N/A – this report"."""
_MARKS = re.compile(r"[\W_]")


def _key(text: str) -> str:
    return _MARKS.sub("", without_spacing(text))


_KNOWN = frozenset({"", *map(_key, SAID.split(" | "))})

_LONGEST = 200
"""The characters from which on a text says something unless its first part is a placeholder."""


def is_placeholder(text: str) -> bool:
    """Whether a text says nothing: marks alone, a single letter or figure, or words such as N/A, TBC and "as above"."""
    if len(text) > _LONGEST and _key(_PARTS.split(text, 1)[0]) not in _KNOWN:
        return False
    key = _key(text)
    return len(key) <= 1 or key in _KNOWN or all(_key(part) in _KNOWN for part in _PARTS.split(text))
