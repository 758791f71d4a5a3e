"""White space: text trimmed and evened, and the form in which words are compared."""

import re
from functools import cache

ZERO_WIDTH = "\u200b\u2060\ufeff\u00ad"
"""Characters that take no room, and are left out of whatever is read."""
_SPACES = re.compile(r"[^\S\r\n ][^\S\r\n]*| [^\S\r\n]+")
"""White space within a line other than a single plain space, which needs nothing done to it."""


_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACES = re.compile(r"[^\S\t\n]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_OF_WORD = {"\x1e": "-", "\x1f": "", "\x0b": "\n"}

_PRINTABLE_ASCII = bytes(code for code in range(128) if chr(code).isprintable() or chr(code) == "\n")


def is_printable(text: str) -> bool:
    """Whether a text is made of printable characters and line ends alone."""
    if text.isascii():
        return not text.encode().translate(None, _PRINTABLE_ASCII)
    return text.replace("\n", "").isprintable()


def clean(text: str) -> str:
    """Text trimmed, its non-breaking and zero-width spaces made plain and line ends made one kind."""
    if text.isprintable():
        return " ".join(text.split())  # one line of plain characters, as most cells are
    return even_spaces(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def even_spaces(text: str) -> str:
    """Text with every space within a line made a single plain one, and none of no width."""
    if "  " not in text and is_printable(text):
        return text
    return _SPACES.sub(" ", without_zero_width(text))


def plain_spaces(text: str) -> str:
    """Text with spaces of every kind made plain ones, none of no width, and line ends made one kind; tabs stay."""
    if is_printable(text):
        return text
    return _ODD_SPACES.sub(" ", _LINE_ENDS.sub("\n", without_zero_width(text)))


def as_typed_in_excel(text: str) -> str:
    """Text without the characters that Word has for a hyphen, a hyphen that may break a line, and a line break."""
    if text.isprintable():
        return text
    for character, meant in _OF_WORD.items():
        text = text.replace(character, meant)
    return text


def without_zero_width(text: str) -> str:
    """Text without the characters that take no room."""
    if not text.isascii():
        for character in ZERO_WIDTH:
            text = text.replace(character, "")
    return text


def without_spacing(text: str) -> str:
    """The form in which words are compared: case and spacing do not count."""
    return "".join(without_zero_width(text).casefold().split())


def plain_dashes(text: str) -> str:
    """Text with a hyphen for every kind of dash."""
    return text if text.isascii() else _DASHES.sub("-", text)


@cache
def match_key(text: str) -> str:
    """The form of headers, refs and list entries, which recur and so are kept: nor does the kind of dash count."""
    return plain_dashes(without_spacing(text))
