"""Text made fit for a console: what would command it is shown, and what it cannot write has a stand-in.

Words come from cells, file names and other programs. An escape sequence among them could clear a screen or set its
title, a direction mark could turn a line round, and a character that an old code page lacks would end the run.
"""

import codecs
import re
import shlex
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import TextIO

_STAND_INS = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "*", "·": "*", "›": ">",
    "×": "x", "→": "->", "£": "GBP ", "€": "EUR ", "\u2011": "-", "\u2212": "-", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
"""What to write for the characters that the program's own sentences use, where a code page lacks them."""

_OBEYED = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""The kinds of character that a console may obey or not show: controls, direction marks, halves, line separators."""
_HARMLESS = {"\u00ad", "\u200c", "\u200d"}
"""A soft hyphen and the joiners within one sign, such as a family of emoji."""
STAND_INS = "audit-report-stand-in"
"""The name of the way to encode that never fails."""
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line for the terminal; what is wrapped is set in by `hang`. `severity` is the word at `at`, to be coloured.

    A row of a table `is_cut` rather than wrapped; a command to paste `is_whole`, however narrow the terminal.
    """

    text: str
    severity: str | None = None
    at: int = 0
    hang: int = 0
    heading: bool = False
    is_cut: bool = False
    is_whole: bool = False

    def wrapped(self, width: int) -> list[str]:
        """The line in pieces no wider than a terminal."""
        if self.is_whole:
            return [self.text]
        if self.is_cut:
            return [self.text if len(self.text) <= width else f"{self.text[: width - 1]}…"]
        return textwrap.wrap(
            self.text,
            max(width, _NARROWEST),
            subsequent_indent=" " * self.hang,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]


def on_one_line(text: str) -> str:
    r"""Text that a console shows and does not obey: \x1b for an escape, \n for a line feed."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _OBEYED or character in _HARMLESS:
        return character
    return character.encode("unicode_escape").decode("ascii")


def quoted(argument: object) -> str:
    """An argument as it can be pasted into a command line, of Windows or of any other system.

    Double quotes serve every shell where nothing inside them is special; single ones where a dollar or backtick is.
    """
    text = on_one_line(str(argument))
    if re.fullmatch(r"[\w./\\:+,=@%-]+", text):
        return text
    if not set(text) & set('$`"'):
        return f'"{text}"'
    return shlex.quote(text)


def without_failing(stream: TextIO) -> None:
    """Have a stream write a stand-in where its encoding lacks a character, instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors=STAND_INS)


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plainer, error.object[error.start : error.end])), error.end


def _plainer(character: str) -> str:
    """A character in ASCII: by the table, else without its accent (y for ŷ), else as its code."""
    if character in _STAND_INS:
        return _STAND_INS[character]
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return bare or character.encode("unicode_escape").decode("ascii")


codecs.register_error(STAND_INS, _stand_in)
