"""What each row under a header is: data, a heading of the rows beneath, or nothing to bring in, and why."""

import re
from collections.abc import Mapping
from enum import StrEnum

from audit_report.bring_in.the_map.tracker_fields import Shape, fields, likenesses
from audit_report.bring_in.their_cells.their_dates import is_date_words
from audit_report.bring_in.their_file.grids import Grid, GridCell
from audit_report.bring_in.their_tables.header_rows import Header
from audit_report.schema.raw_values import NotCalculated

_TOTAL = re.compile(r"(?:grand |sub-? ?)?total\b|(?:count|sum|average|number) of\b", re.IGNORECASE)
_GUIDING = re.compile(
    r"\b(?:e\.?g\b|enter|please|select|choose|describe|insert|drop.?down|unique identifier|free text|"
    r"d{1,2}[/.-]m{2,4}[/.-]y{2,4}|y{4}-mm-dd|mandatory|optional)",
    re.IGNORECASE,
)
_TYPED = (Shape.DATE, Shape.REF, Shape.MONEY, Shape.PERCENT)
_DIGIT = re.compile(r"\d")
_FIRST_ROWS = 3
"""How many rows under a header may be guidance on it."""
_REF = re.compile(r"[A-Z0-9/._-]{1,12}(?: [A-Z0-9/._-]{1,6}){0,3}")
"""What a ref alone in its row looks like: "R5", "23 HBEN 01"; "Fleet (2024/25)" is a heading."""
_FEWEST_COLUMNS = 3


class Role(StrEnum):
    """What a row under a header is, in the words that say why it is not brought in."""

    DATA = "a row"
    HEADING = "a heading of the rows beneath it"
    GUIDANCE = "guidance on how to fill the column in"
    FORMULAS = "a row of formulas alone"
    TOTAL = "a total"
    NOTE = "a note beside the table"
    AGAIN = "the header again, as the pages of a printed register have it"


def role_of(grid: Grid, header: Header, row: int, *, since_header: int) -> Role:
    """What a row is; `since_header` counts the rows with words in them since the header, this one as 1."""
    cells = {column: cell for column, cell in grid.filled(row).items() if column in header.names}
    if not cells:
        return Role.NOTE
    if all(cell.is_formula for cell in cells.values()):
        return Role.FORMULAS
    if _TOTAL.match(cells[min(cells)].shown) and all(
        _is_figure(cells[at]) for at in cells if at > min(cells)
    ):
        return Role.TOTAL
    if _is_heading(grid, header, row, cells):
        return Role.HEADING
    if since_header <= _FIRST_ROWS and _is_guidance(header, cells):
        return Role.GUIDANCE
    return Role.DATA


def shape_by_header(name: str) -> Shape | None:
    """What a column's values should look like, by its header alone."""
    found = likenesses(name)
    return fields()[max(found, key=lambda each: found[each])].shape if found else None


def _is_heading(grid: Grid, header: Header, row: int, cells: Mapping[int, GridCell]) -> bool:
    """Whether one text stands alone in the row: in the first column, or over merged cells."""
    if len(cells) > 1 or len(header.names) < _FEWEST_COLUMNS:
        return False
    (column, cell), first = next(iter(cells.items())), min(header.names)
    span = grid.merged.get((row, column))
    is_wide = span is not None and span.right - span.left + 1 >= len(header.names) / 2
    if not isinstance(cell.value, str) or not (is_wide or column == first):
        return False
    return is_wide or not _looks_like_a_ref(header.names[first], cell.shown)


def _looks_like_a_ref(header: str, text: str) -> bool:
    return shape_by_header(header) is Shape.REF and bool(_REF.fullmatch(text) and _DIGIT.search(text))


def _is_guidance(header: Header, cells: Mapping[int, GridCell]) -> bool:
    """Whether words stand where dates, refs or figures should, and nowhere what should stand there."""
    fits = misfits = 0
    for column, cell in cells.items():
        shape = shape_by_header(header.names[column])
        if not isinstance(cell.value, (str, NotCalculated)):
            return False
        if shape in _TYPED:
            fits += _fits(shape, cell.shown)
            misfits += not _fits(shape, cell.shown)
    guiding = any(_GUIDING.search(cell.shown) for cell in cells.values())
    return not fits and (misfits > 1 or (misfits == 1 and guiding))


def _fits(shape: Shape, text: str) -> bool:
    if _GUIDING.search(text):
        return False
    return is_date_words(text) if shape is Shape.DATE else bool(_DIGIT.search(text))


def _is_figure(cell: GridCell) -> bool:
    return cell.is_formula or isinstance(cell.value, (int, float))
