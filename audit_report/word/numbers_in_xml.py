"""Numbers as somebody else's document has them: read where they are of a size that Word writes, and else not at all."""

import re

_WHOLE = re.compile(r"[0-9]{1,10}")
"""Such as 0 or 1013223841, the ids Word gives to things."""
_LENGTH = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,9})?")
"""Such as 1077, -360 or, as some programs write it, 11906.0."""
_LONGEST = 31_680
"""The longest side of a page in Word, 22 inches, in twips."""


def whole_number(text: str, otherwise: int = 0) -> int:
    """The whole number in an attribute, such as an id or a count."""
    return int(text) if _WHOLE.fullmatch(text) else otherwise


def length(text: str) -> int | None:
    """The length in an attribute, in twips; None where it is none, or longer than Word's longest page."""
    if not _LENGTH.fullmatch(text):
        return None
    twips = round(float(text))
    return twips if abs(twips) <= _LONGEST else None
