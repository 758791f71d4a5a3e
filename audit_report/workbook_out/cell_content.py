"""What goes into a cell: any value as its column's kind is typed, and text that stays text."""

import re

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from audit_report.schema.choices import YesNo
from audit_report.schema.raw_values import TEXT_ALONE, Raw, RichCell
from audit_report.schema.record import Column

_LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@")
_TO_ESCAPE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML cannot hold, such as the bell, and the underscore of a text that would be read as it, such as "_x0007_"."""


def put(cell: Cell, value: Raw, column: Column) -> None:
    """Put a value into a cell as the column's kind is typed; text is text, whatever it looks like.

    An Excel error and a formula not worked out are kept as the text they show.
    """
    if isinstance(value, RichCell):
        cell.value = _rich_text(value)
        return
    if isinstance(value, bool) and isinstance(column.kind, YesNo):
        value = "Yes" if value else "No"
    if isinstance(value, TEXT_ALONE):
        value = str(value) or None
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value


def put_text(cell: Cell, text: str) -> None:
    """Put a text into a cell, whatever it looks like or holds."""
    cell.value = _escaped(text)
    cell.data_type = "s"
    if text.startswith(_LOOKS_LIKE_A_FORMULA):
        cell.quotePrefix = True


def _rich_text(value: RichCell) -> CellRichText:
    return CellRichText(
        *(
            TextBlock(InlineFont(b=run.bold or None, i=run.italic or None), _escaped(run.text))
            for run in value.runs
        )
    )


def _escaped(text: str) -> str:
    """The text as a workbook spells what XML cannot hold, and what looks like such a spelling: _x0001_."""
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
