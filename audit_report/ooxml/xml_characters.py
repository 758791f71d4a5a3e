"""What cannot stand in XML, and how a workbook spells it."""

import re

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""A character that no XML can hold: a bell (U+0007), half of an emoji (U+D83D)."""

_SPELT = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
"""Such as _x0007_ for a bell. Half of a character, as in _xD83D_, is no character and stays as it is spelt."""


def unescaped(text: str) -> str:
    """The text of a workbook's string, with the characters that it spells out."""
    return _SPELT.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
