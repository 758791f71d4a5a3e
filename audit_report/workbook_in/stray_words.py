"""Words of a sheet in no row of its table: notes, headings and totals, and what stands beside or above it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from audit_report import catalogue
from audit_report.cell_refs import CellRef, addresses, column_letter
from audit_report.ooxml.addresses import Position
from audit_report.problems import Problem
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import GUIDANCE, Record
from audit_report.schema.ref_form import why_no_ref
from audit_report.schema.spacing import clean
from audit_report.workbook_in.headers import Header
from audit_report.workbook_in.read_cells import is_blank
from audit_report.workbook_in.read_sheet import Sheet

_TOTAL = re.compile(r"(?:grand |sub-?)?(?:total|sum|count)\b", re.IGNORECASE)
"""How a row of totals begins, such as "Total" or "Grand total 2010"."""
_LONGEST_REF = 20
_A_NOTE = 2
"""A note stands in so many cells at most."""
_BEGIN_NOTES = {"NB", "NOTE", "KEY"}


def is_a_row(record: type[Record], filled: Sequence[str], raws: Mapping[str, Raw]) -> bool:
    """Whether cells, by attribute, are a row of the table: a note, a heading or a total under it is none.

    `filled` are those that a person filled in, in the order of the columns. What has been begun with a ref alone is a
    row; so is every row of a sheet that has no refs.
    """
    if record.ref_name is None:
        return True
    if filled and is_total(raws[filled[0]]):
        return False
    if len(filled) > _A_NOTE:
        return True
    ref = clean(shown(raws.get(record.ref_name, "")))
    if len(filled) == _A_NOTE and (not ref or _may_be_ref(ref) or _is_whole(record, filled, ref)):
        return True
    return bool(ref) and _may_be_ref(ref)


def _is_whole(record: type[Record], filled: Sequence[str], ref: str) -> bool:
    """Whether two cells are all that a row of the sheet must have, its ref in capitals: "CQC" and its inspection."""
    required = {column.name for column in record.columns if column.required}
    return required == set(filled) and ref.isupper() and ref not in _BEGIN_NOTES and not why_no_ref(ref)


def is_total(raw: Raw) -> bool:
    """Whether a cell of a row of totals is its title."""
    return bool(_TOTAL.match(clean(shown(raw))))


def _may_be_ref(text: str) -> bool:
    return not why_no_ref(text) and len(text) <= _LONGEST_REF and any(map(str.isdigit, text))


def stray_rows(
    record: type[Record], header: Header, rows: Mapping[int, Mapping[str, Raw]]
) -> Iterator[Problem]:
    """The one problem of rows (0-based) that are none of the table's."""
    cells = [
        CellRef(record.sheet, row + 1, column_letter(header.columns[name]))
        for row, raws in rows.items()
        for name in [next(name for name, raw in raws.items() if not is_blank(raw))]
    ]
    if cells:
        words = " ".join(shown(next(raw for raw in rows[min(rows)].values() if not is_blank(raw))).split())
        yield catalogue.NoteInTable(cells=addresses(cells)).at(cells[0], value=words)


def words_outside(sheet: Sheet, record: type[Record], header: Header) -> Iterator[Problem]:
    """The one problem of words above the header, and in columns that have none."""
    cells = [
        CellRef(record.sheet, row + 1, column_letter(at))
        for row, at in sorted((*_above(sheet, header), *_beside(sheet, header)))
    ]
    if cells:
        yield catalogue.WordsOutside(cells=addresses(cells)).at(cells[0])


def _above(sheet: Sheet, header: Header) -> Iterator[Position]:
    """Words above the header; the sheet's title, what it is for and its guidance do not count."""
    for row in range(header.row):
        for at, raw in enumerate(sheet.cells.iloc[row].tolist()):
            is_title = at == 0 or (at == 1 and row < header.row - 1)
            if not is_title and not is_blank(raw) and shown(raw).partition("\n")[0] not in GUIDANCE:
                yield row, at


def _beside(sheet: Sheet, header: Header) -> Iterator[Position]:
    """Words below the header in columns that have none."""
    for at in set(range(sheet.cells.shape[1])) - set(header.titles or {}):
        for row, raw in enumerate(sheet.cells[at].tolist()):
            if row > header.row and not is_blank(raw):
                yield row, at
