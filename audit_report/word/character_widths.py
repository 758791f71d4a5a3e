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
_WIDER = {
    1.28: ("Verdana", "Verdana Pro", "DejaVu Sans", "Bitstream Vera Sans", "Courier New", "Courier"),
    1.2: ("Century Gothic", "Montserrat", "Poppins", "Lucida Sans", "Lucida Sans Unicode", "Bookman Old Style"),
    1.14: ("Georgia", "Georgia Pro", "Open Sans", "Noto Sans", "Public Sans", "Rockwell", "Century Schoolbook"),
    1.1: ("Tahoma", "Segoe UI", "Inter", "Work Sans", "Nunito", "Nunito Sans", "FS Me", "Lexend", "Aptos"),
    1.0: (
        "Arial", "Helvetica", "Helvetica Neue", "Liberation Sans", "Arimo", "Arial Narrow", "Calibri", "Carlito",
        "Cambria", "Caladea", "Times New Roman", "Garamond", "Gill Sans MT", "Corbel", "Candara", "Trebuchet MS",
        "Lato", "Source Sans Pro",
    ),
}  # fmt: skip
"""How many times as wide as Arial's the widest words of a font are, bold ones too."""
_OF_ANY_OTHER = 1.1
_USUAL = 556
"""The width of every other letter: the figures, most small letters, and accents as if they were those."""


def _by_letter(widths: Mapping[int, str]) -> Mapping[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


_BY_FONT = {font.casefold(): wider for wider, fonts in _WIDER.items() for font in fonts}


def wider(font: str) -> float:
    """How many times as wide as Arial's the words of a font are, at the most; a guess where it is not known."""
    return _BY_FONT.get(font.casefold(), _OF_ANY_OTHER)


def width(text: str, size: float, *, bold: bool = False) -> int:
    """The width of words on one line, in twips; `size` is in points."""
    widths = _WIDTHS[bold]
    return round(sum([widths.get(letter, _USUAL) for letter in text]) * size / 50)
