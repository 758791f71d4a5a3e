"""How much of anything a file may hold: what is more than a tracker or a report can need is refused, and told.

A register of 10,000 recommendations has 600,000 cells, and unpacks to 85 million bytes with three million tags.
"""


class TooLargeError(Exception):
    """A file holds more than it may; the message says of what, as in "more than 100,000 fonts"."""


MOST_BYTES = 300_000_000
"""All parts of a file that are looked at, once unpacked."""
MOST_PARTS = 5_000
MOST_TAGS = 10_000_000
"""XML tags that are read of a file, those of blank cells among them."""
MOST_ATTRIBUTES = 100_000
"""Attributes of one tag, or equals signs in one text."""
MOST_IN_ONE = 250_000
"""XML elements of one row of cells or one text."""
LONGEST_ELEMENT = 100_000_000
"""Bytes of one row of cells or one text, and of whatever is passed over before the next."""
LONGEST_PROLOG = 1 << 20
"""Bytes before the first element, which is one tag with its attributes."""
DEEPEST = 200
"""How deep XML elements may stand in each other; a report's words in a box stand thirty deep."""
LARGEST_TREE = 10_000_000
"""Bytes of a part that is read as a tree."""
MOST_RELATIONS = 100_000
"""What a part may point at."""

LONGEST_TEXT = 32_767
"""Characters of a cell, Excel's own limit."""
HIGHEST, WIDEST = 1_048_576, 16_384
"""Excel's last row and column."""
MOST_CELLS = 8_000_000
"""Cells from A1 to the last one used, all sheets together; each takes memory, blank ones too."""
MOST_FILLED = 2_000_000
"""Cells that hold something, of a sheet."""
MOST_MERGED = 1_000_000
"""Merged ranges of a sheet."""
MOST_LINKS = 65_530
"""Links of a sheet, Excel's own limit."""
MOST_COMMENTS = 100_000
"""Comments of a sheet."""
MOST_STRINGS = 2_000_000
"""Shared strings."""
MOST_RUNS = 500_000
"""Stretches of bold or italic text and of the text between, of the shared strings or of a sheet."""
MOST_STYLES = 100_000
"""Styles of cells, fonts and number formats, of each; Excel's own limit is about 65,000."""
MOST_SHEETS = 1_000


def hold_to(count: int, most: int, what: str) -> None:
    """Raise TooLargeError where there are more than may be."""
    if count > most:
        raise TooLargeError(f"more than {most:,} {what}")
