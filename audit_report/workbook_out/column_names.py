"""How a formula names a column: table, header and letter, from the record's own declaration."""

import re

from audit_report.cell_refs import column_letter
from audit_report.schema.record import Column, Record, header_of

TITLE_ROW, PURPOSE_ROW, GUIDANCE_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3, 4, 5
"""Where a sheet has its title, what it is for, the guidance of each column, the table's header and first row."""

LAST_ROW = FIRST_ROW + 9_999
"""Drop-downs and colours reach this far down, so that rows added below a table have them too."""

_PLAIN_HEADER = re.compile(r"[A-Za-z0-9 ]+")
"""A header that needs no brackets of its own in a formula: "Action ref", but not "Financial loss (£)"."""


def table_name(sheet: str) -> str:
    """The name of a sheet's table."""
    return sheet.replace(" ", "_")


def here(record: type[Record], name: str) -> str:
    """The attribute's cell in the formula's own row, spelt as Excel keeps it in the file."""
    return f"{table_name(record.sheet)}[[#This Row],[{_escaped(header_of(record, name))}]]"


def whole(record: type[Record], name: str) -> str:
    """The attribute's cells in all rows of the table."""
    header = header_of(record, name)
    inner = header if _PLAIN_HEADER.fullmatch(header) else f"[{_escaped(header)}]"
    return f"{table_name(record.sheet)}[{inner}]"


def header_cell(record: type[Record], name: str) -> str:
    """The attribute's header cell."""
    return f"{table_name(record.sheet)}[[#Headers],[{_escaped(header_of(record, name))}]]"


def letter(record: type[Record], name: str) -> str:
    """The letter of the attribute's column in a fresh workbook."""
    return column_letter(next(at for at, column in enumerate(record.columns) if column.name == name))


def span(record: type[Record], name: str, *, sheet: bool = False) -> str:
    """The attribute's cells from the first row to the last that drop-downs and colours reach, as fixed addresses."""
    column = letter(record, name)
    cells = f"${column}${FIRST_ROW}:${column}${LAST_ROW}"
    return f"'{record.sheet}'!{cells}" if sheet else cells


def column_of(record: type[Record], name: str) -> Column:
    """The attribute's declaration."""
    return next(column for column in record.columns if column.name == name)


def quoted(text: str) -> str:
    """A text as a formula spells it."""
    return '"' + text.replace('"', '""') + '"'


def _escaped(header: str) -> str:
    """A header as a formula spells it between brackets: "Budget [net]" is Budget '[net']."""
    return re.sub(r"(['#\[\]])", r"'\1", header)
