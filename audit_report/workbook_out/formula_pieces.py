"""Pieces that the live formulas share: the functions that every spreadsheet has, and the tests they ask of a cell.

Only functions that Excel 2010, LibreOffice and Google Sheets share, and no array formulas; a test has the list.
"""

from audit_report.model.vocabulary import PriorityBasis
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import here, quoted, whole

YES, NO = quoted("Yes"), quoted("No")
NOTHING = '""'
RESTS_ON_RECORDED = f"priority_rests_on={quoted(PriorityBasis.RECORDED)}"
"""Whether priority rests on what is recorded, and Annex 1's criteria on nothing."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
AS_AT_IN_WORDS = (
    f'IF(ISNUMBER(as_at),"As at "&DAY(as_at)&" "&CHOOSE(MONTH(as_at),{",".join(map(quoted, MONTHS))})'
    '&" "&YEAR(as_at)&". ","")'
)
"""The day that the sheets' ratings are as at, such as "As at 30 April 2010. "."""
_NO_BREAK, _DASHES = "\u00a0", "\u2013\u2014\u2011"


def key(cell: str) -> str:
    """A ref as the program compares refs: without spaces, any dash a hyphen; case never counts in a spreadsheet."""
    bare = f'SUBSTITUTE(SUBSTITUTE({cell}," ",""),"{_NO_BREAK}","")'
    for dash in _DASHES:
        bare = f'SUBSTITUTE({bare},"{dash}","-")'
    return bare


def is_number(cell: str) -> str:
    """Whether a cell holds a number or a true date."""
    return f"ISNUMBER({cell})"


def is_words(cell: str) -> str:
    """Whether a cell holds something that is no number, such as a date typed as text."""
    return f'AND({cell}<>"",NOT(ISNUMBER({cell})))'


def is_one_of(cell: str, listed: str) -> str:
    """Whether a cell is an entry of a list, given by its name."""
    return f"ISNUMBER(MATCH({cell},{listed},0))"


def is_one_or_blank(cell: str, listed: str) -> str:
    """Whether a cell is blank or an entry of a list."""
    return f'OR({cell}="",{is_one_of(cell, listed)})'


def has_no_day(cell: str) -> str:
    """Whether words say that there is no day: "Ongoing" and "TBC" are all the sheet knows of words."""
    return f'OR(TRIM({cell})="Ongoing",TRIM({cell})="TBC")'


def is_known_due(cell: str) -> str:
    """Whether a due date is a day, or words known to have none."""
    return f"OR(ISNUMBER({cell}),{has_no_day(cell)})"


def some_row(record: type[Record], own_key: str, *criteria: str) -> str:
    """Whether some row of a sheet has this key and meets the criteria, pairs for COUNTIFS."""
    pairs = ",".join((whole(record, "key"), own_key, *criteria))
    return f"COUNTIFS({pairs})>0"


def is_among(value: str, record: type[Record], name: str) -> str:
    """Whether a value stands in a column."""
    return f"ISNUMBER(MATCH({value},{whole(record, name)},0))"


def at(record: type[Record], name: str, row: str) -> str:
    """The cell of a column in a row of its table."""
    return f"INDEX({whole(record, name)},{row})"


def once_there_is_a_day(formula: str, *needed: str) -> str:
    """The formula where Data as at is a date and the needed cells of the row are filled, else nothing."""
    blank = "".join(f'{cell}="",' for cell in needed)
    return f'IF(OR({blank}NOT(ISNUMBER(as_at))),"",{formula})'


def own(record: type[Record], *names: str) -> tuple[str, ...]:
    """The cells of these attributes in the formula's own row."""
    return tuple(here(record, name) for name in names)
