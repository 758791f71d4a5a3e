"""How wide words are in the report's letters, so that no font of this machine decides where a table's columns stand.

The widths are Arial's, in thousandths of its size; every font made to take its place has the same.
"""

from collections.abc import Mapping

_REGULAR = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r“”",
    350: "•",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl‘’",
    280: "|",
    333: "!()-:;[]`ft",
    350: "•",
    389: "*r{}",
    500: "z“”",
    584: "+<=>^~",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    1000: "—…@",
}
_USUAL = 556
"""The width of every other letter: the figures, most small letters, and accents as if they were those."""


def _by_letter(widths: Mapping[int, str]) -> Mapping[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


def width(text: str, size: float, *, bold: bool = False) -> int:
    """The width of words on one line, in twips; `size` is in points."""
    widths = _WIDTHS[bold]
    return round(sum([widths.get(letter, _USUAL) for letter in text]) * size / 50)
