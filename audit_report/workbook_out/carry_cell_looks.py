"""What is carried of cells whose look says something: as a person sees them, and what of that is lost."""

from collections.abc import Iterator, Mapping

from audit_report.cell_refs import column_letter
from audit_report.problems import shortened
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import (
    CellObject,
    FormulaOfConcern,
    Raw,
    RichCell,
    ShownOtherwise,
    StruckOut,
)
from audit_report.schema.record import Record
from audit_report.workbook_in.headers import Header
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.seen_cells import SeenCells

Cells = Mapping[int, Mapping[int, Raw]]


def as_seen(
    sheet: Sheet, record: type[Record], header: Header, cells: Cells
) -> tuple[dict[int, dict[int, Raw]], list[str]]:
    """A sheet's cells as they are to be carried, and a note for each of which something is lost."""
    seen = SeenCells(sheet)
    columns = {header.columns[each.name]: each for each in record.columns if each.name in header.columns}
    made: dict[int, dict[int, Raw]] = {}
    notes: list[str] = []
    for row, of_row in cells.items():
        made[row] = dict(of_row)
        for at, raw in of_row.items():
            column = columns.get(at)
            if row <= header.row or column is None or column.worked_out:
                continue
            held = seen.cell((row, at), column, raw)
            made[row][at] = _carried(held)
            notes += (f"{record.sheet}!{column_letter(at)}{row + 1}: {each}" for each in _lost(held))
    return made, notes


def _carried(raw: Raw) -> Raw:
    match raw:
        case ShownOtherwise():
            return raw.text or raw.raw
        case StruckOut():
            return raw.text
        case FormulaOfConcern():
            return raw.raw
        case RichCell(struck_out=words) if words:
            return RichCell(raw.runs)
        case CellObject():
            return None
        case _:
            return raw


def _lost(raw: Raw) -> Iterator[str]:
    match raw:
        case StruckOut():
            yield f"“{shortened(shown(raw))}” was struck out and is carried over without the line through it."
        case RichCell(struck_out=words) if words:
            yield f"“{shortened(words)}” was struck out and was not carried over."
        case CellObject():
            yield f"{raw.what} was not carried over."
        case _:
            return
