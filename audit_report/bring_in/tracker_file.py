"""The tracker that is made: our sheets with their rows, columns of its own, and what is not brought in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.account import NotBrought
from audit_report.bring_in.our_rows.bring import Brought
from audit_report.bring_in.our_rows.found_values import OurRow
from audit_report.cell_refs import column_letter
from audit_report.model.records import PriorityCriteria
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.model.vocabulary import PriorityBasis
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import header_of
from audit_report.workbook_out.cell_content import put_text
from audit_report.workbook_out.column_names import FIRST_ROW, HEADER_ROW, table_name
from audit_report.workbook_out.excel_table import excel_table
from audit_report.workbook_out.own_columns import OwnCell, OwnColumn, append_columns
from audit_report.workbook_out.page_setup import fit_height, print_wide, set_page, set_width
from audit_report.workbook_out.template import fill, new_workbook, save

NOT_BROUGHT_IN = "Not brought in"
_COLUMNS = (("File", 26), ("Cell", 22), ("Column", 26), ("What it holds", 70), ("Why", 50))
_RESTS_ON = header_of(ReportDetails, "priority_rests_on")


def tracker_bytes(brought: Brought, lines: Sequence[NotBrought], data_as_at: date | None) -> bytes:
    """The tracker as a file."""
    workbook = new_workbook()
    for sheet, rows in brought.rows.items():
        fill(workbook, sheet, [_by_header(sheet, row) for row in rows])
        _add_own_columns(workbook[sheet], brought.own.get(sheet, []))
    for sheet, scale in brought.scales.items():
        if scale:
            fill(workbook, sheet, [_of_declared(sheet, row) for row in scale])
    details = {_RESTS_ON: PriorityBasis.RECORDED} if brought.scales.get(PriorityCriteria.sheet) else {}
    fill(workbook, DetailRow.sheet, list(_details(details, data_as_at)))
    _add_not_brought_in(workbook, lines)
    content = BytesIO()
    save(workbook, content)
    return content.getvalue()


def _details(settings: Mapping[str, Raw], data_as_at: date | None) -> Iterator[Mapping[str, Raw]]:
    """The rows of Report details that are known."""
    item, value = header_of(DetailRow, "item"), header_of(DetailRow, "value")
    yield {item: header_of(ReportDetails, "data_as_at"), value: data_as_at}
    yield from ({item: header, value: setting} for header, setting in settings.items())


def _of_declared(sheet: str, row: Mapping[str, Raw]) -> Mapping[str, Raw]:
    """A row of an Annex sheet by header."""
    return {name.removeprefix(f"{sheet}: "): value for name, value in row.items()}


def _by_header(sheet: str, row: OurRow) -> Mapping[str, Raw]:
    """A row as the sheet's table takes it."""
    return {
        name.removeprefix(f"{sheet}: "): _plain(found.value)
        for name, found in row.items()
        if found.value != ""
    }


def _plain(value: Raw) -> Raw:
    """A value without the time of day, which none of our columns has."""
    return value.date() if isinstance(value, datetime) else value


def _add_own_columns(sheet: Worksheet, rows: Sequence[OurRow]) -> None:
    """Put columns of the tracker's own to the right of the sheet's, as part of its table."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    columns = [
        OwnColumn(
            header,
            {
                at: OwnCell(shown(row[header].value))
                for at, row in enumerate(rows, FIRST_ROW)
                if header in row
            },
        )
        for header in headers
    ]
    append_columns(sheet, columns)


def _add_not_brought_in(workbook: Workbook, lines: Sequence[NotBrought]) -> None:
    """A sheet with every cell that has no place elsewhere; the last of the workbook."""
    sheet = workbook.create_sheet(NOT_BROUGHT_IN)
    set_page(sheet)
    sheet["A1"] = NOT_BROUGHT_IN
    sheet["A1"].style = "Sheet title"
    sheet["A2"] = (
        "Every cell of the tracker brought in that stands nowhere else in this one, and why. Delete the sheet"
    )
    sheet["A2"] = f"{sheet['A2'].value} once you have looked through it."
    sheet["A2"].style = "Sheet purpose"
    for column, (header, width) in enumerate(_COLUMNS, 1):
        sheet.cell(HEADER_ROW, column, header).style = "Header"
        set_width(sheet, column_letter(column - 1), width)
    for row, line in enumerate(lines, FIRST_ROW):
        texts = (line.file, line.where, line.header, line.text, line.why)
        for column, text in enumerate(texts, 1):
            put_text(cast("Cell", sheet.cell(row, column)), text)
        fit_height(sheet, row, [(line.text, _COLUMNS[3][1])])
    sheet.freeze_panes = f"A{FIRST_ROW}"
    print_wide(sheet, sum(width for _, width in _COLUMNS), HEADER_ROW, "A")
    if lines:
        ref = f"A{HEADER_ROW}:{column_letter(len(_COLUMNS) - 1)}{FIRST_ROW + len(lines) - 1}"
        sheet.add_table(
            excel_table(table_name(NOT_BROUGHT_IN), ref, [(header, "") for header, _ in _COLUMNS])
        )
