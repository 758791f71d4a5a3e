"""The rows of a sheet as people typed them, each value as it is seen, for carrying them elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_report.model.report_details import DetailRow
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record
from audit_report.workbook_in.headers import Header
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_out.carry_cell_looks import as_seen
from audit_report.workbook_out.left_behind import FilledCells


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row that holds something a person typed: where it stands (0-based), and its values by attribute."""

    row: int
    values: Mapping[str, Raw]


def typed_rows(
    sheet: Sheet, record: type[Record], header: Header, cells: FilledCells
) -> tuple[list[TypedRow], list[str]]:
    """The rows below the header, a totals row left out, and a note for each cell of which something is lost."""
    notes: list[str] = []
    if record is not DetailRow:
        cells, notes = as_seen(sheet, record, header, cells)
    typed = {
        column.name: header.columns[column.name]
        for column in record.columns
        if column.name in header.columns and not column.worked_out
    }
    rows = []
    for row in sorted(cells):
        if row > header.row and row != header.totals_row:
            values = {name: cells[row][at] for name, at in typed.items() if at in cells[row]}
            if values:
                rows.append(TypedRow(row, values))
    return rows, notes
