"""Tables: one header row, a plain grid, and words in every cell."""

from collections.abc import Callable
from functools import wraps

from lxml.etree import _Element as Element

from tests.word.accessibility.opened import Opened, find, value, values, words

_CHARACTER = 118
"""About how wide a character of table text is, in twips."""
_SHORT = 10
"""The lines of a row that fits any page many times over."""

Check = Callable[[Opened], list[str]]


def _every_table(complaint: str) -> Callable[[Callable[[Element], bool]], Check]:
    """A check on a document from one on a table, and what is said of a table that fails it."""

    def check_of(holds: Callable[[Element], bool]) -> Check:
        @wraps(holds)
        def check(document: Opened) -> list[str]:
            return [f"{complaint}: {words(table)[:40]!r}" for table in document.tables() if not holds(table)]

        return check

    return check_of


@_every_table("not just the first row is a header")
def has_a_header_row(table: Element) -> bool:
    """The first row, and it alone, repeats overleaf and is read out as the header."""
    rows = [bool(find(row, "w:trPr/w:tblHeader")) for row in find(table, "w:tr")]
    return rows == [True] + [False] * (len(rows) - 1)


@_every_table("the first row is not said to be a header")
def says_that_its_first_row_is_a_header(table: Element) -> bool:
    """Word's own mark for it, by which it tags a PDF."""
    return value(table, "w:tblPr/w:tblLook/@w:firstRow") == "1"


@_every_table("cells are merged")
def has_no_merged_cells(table: Element) -> bool:
    """Every cell is in one row and one column."""
    return not find(table, "w:tr/w:tc/w:tcPr/*[self::w:gridSpan or self::w:vMerge or self::w:hMerge]")


@_every_table("a table is in a table")
def is_in_no_other_table(table: Element) -> bool:
    """No table within a cell."""
    return not find(table, "ancestor::w:tbl")


@_every_table("a table floats")
def does_not_float(table: Element) -> bool:
    """It stands in the text where it is read."""
    return not find(table, "w:tblPr/w:tblpPr")


@_every_table("a row has not as many cells as the grid")
def has_all_its_cells(table: Element) -> bool:
    """As many in every row as there are columns."""
    columns = len(find(table, "w:tblGrid/w:gridCol"))
    return all(len(find(row, "w:tc")) == columns for row in find(table, "w:tr"))


@_every_table("an empty cell")
def has_no_empty_cell(table: Element) -> bool:
    """Where there is nothing to say, a cell says so."""
    return all(map(words, find(table, "w:tr/w:tc")))


@_every_table("a short row may split")
def keeps_short_rows_whole(table: Element) -> bool:
    """A row that fits a page is not cut in two by the end of one."""
    return all(find(row, "w:trPr/w:cantSplit") for row in find(table, "w:tr") if _lines(row) <= _SHORT)


@_every_table("two columns have one title")
def tells_its_columns_apart(table: Element) -> bool:
    """No two columns of one title."""
    titles = [words(cell) for cell in find(table, "w:tr[1]/w:tc")]
    return len(set(titles)) == len(titles)


@_every_table("no caption")
def has_a_caption(table: Element) -> bool:
    """What it is about, to be read out."""
    return any(values(table, "w:tblPr/w:tblCaption/@w:val | w:tblPr/w:tblDescription/@w:val"))


@_every_table("two tables touch")
def stands_apart(table: Element) -> bool:
    """Words between it and the next: Word would make the two one."""
    following = table.getnext()
    return following is None or following.tag != table.tag


@_every_table("a cell does not end in a paragraph")
def ends_its_cells_in_paragraphs(table: Element) -> bool:
    """What Word needs at the end of a cell to open the file."""
    return not find(table, "w:tr/w:tc[not(*[last()][self::w:p])]")


def _lines(row: Element) -> int:
    """About how many lines a row takes."""
    return max(
        sum(
            -(-_CHARACTER * len(words(each)) // int(value(cell, "w:tcPr/w:tcW/@w:w")))
            for each in find(cell, ".//w:p")
        )
        for cell in find(row, "w:tc")
    )


CHECKS = (
    has_a_header_row,
    says_that_its_first_row_is_a_header,
    has_no_merged_cells,
    is_in_no_other_table,
    does_not_float,
    has_all_its_cells,
    has_no_empty_cell,
    keeps_short_rows_whole,
    tells_its_columns_apart,
    has_a_caption,
    stands_apart,
    ends_its_cells_in_paragraphs,
)
