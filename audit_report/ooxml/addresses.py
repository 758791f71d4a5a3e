"""Addresses of cells, as Excel writes them and as places counted from nought."""

import re
from collections.abc import Iterator, Sequence

from audit_report.ooxml.limits import HIGHEST, WIDEST

Position = tuple[int, int]
"""A row and a column, 0-based: B7 is (6, 1)."""

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
"""Such as B7, b7 or $B$7."""


def column_letter(index: int) -> str:
    """The letter of the 0-based column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The 0-based column of a letter: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def position(address: str) -> Position:
    """The row and column of an address such as B7. Raises ValueError where a sheet has no such cell."""
    if found := _ADDRESS.fullmatch(address):
        row, column = int(found[2]) - 1, column_index(found[1].upper())
        if 0 <= row < HIGHEST and column < WIDEST:
            return row, column
    raise ValueError(f"there is no cell {address}")


def corners(ref: str) -> tuple[Position, Position]:
    """The first and last cell of a range such as A4:S9. Raises ValueError as `position` does."""
    first, _, last = ref.partition(":")
    return position(first), position(last or first)


def runs_of_rows(letter: str, rows: Sequence[int]) -> Iterator[str]:
    """Cells of a column, those that follow one another as one range: D and 7, 9, 10, 11 give "D7", "D9:D11"."""
    first = last = rows[0]
    for row in (*rows[1:], 0):
        if row not in (last, last + 1):
            yield range_of(f"{letter}{first}", f"{letter}{last}")
            first = row
        last = row


def range_of(first: str, last: str) -> str:
    """A range by its first and last cell; one cell is itself."""
    return first if first == last else f"{first}:{last}"
