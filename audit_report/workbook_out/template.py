"""The blank tracker, and rows put into it: everything a sheet has follows from its record's declaration."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.records import PriorityCriteria, ReportText, StatusCriteria
from audit_report.model.report_details import DetailRow
from audit_report.model.scales import Meaning
from audit_report.model.wording import shipped_criteria, shipped_places
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key
from audit_report.workbook_out.column_names import FIRST_ROW, column_of, letter
from audit_report.workbook_out.conditional_formats import add_highlights
from audit_report.workbook_out.dashboard import CHARTS, add_dashboard
from audit_report.workbook_out.data_validation import add_entry
from audit_report.workbook_out.defined_names import MY_NAME, define
from audit_report.workbook_out.lists_sheet import add_lists
from audit_report.workbook_out.my_work import NAME_CELL, add_my_work
from audit_report.workbook_out.page_setup import add_title, lay_out
from audit_report.workbook_out.report_details_sheet import add_items, put_items
from audit_report.workbook_out.sheets import DASHBOARD, LISTS, MY_WORK, PLAN, START_HERE, TRACKER
from audit_report.workbook_out.start_here import add_start_here
from audit_report.workbook_out.table_sheets import Row, add_table, put_rows
from audit_report.workbook_out.workbook_styles import add_styles
from audit_report.workbook_out.xlsx_out import workbook_bytes

SPARE_ROWS = 10
"""Blank rows kept at the foot of a table that people add to, for programs that do not grow a table by themselves."""


def new_workbook() -> Workbook:
    """A blank tracker: every sheet in its order, with the shipped criteria and wording."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = TRACKER
    workbook.properties.creator = "audit-report"
    workbook.properties.language = "en-GB"
    add_styles(workbook)
    for plan in PLAN:
        sheet = workbook.create_sheet(plan.name)
        lay_out(sheet, plan)
    for plan in PLAN:
        if plan.record:
            sheet = workbook[plan.name]
            add_table(sheet, plan.record)
            _add_help(workbook, sheet, plan.record)
            fill(workbook, plan.name, list(_shipped_rows(plan.record)))
    add_lists(workbook, workbook[LISTS])
    add_my_work(workbook[MY_WORK])
    define(workbook, MY_NAME, f"'{MY_WORK}'!{NAME_CELL}")
    add_start_here(workbook[START_HERE])
    for plan in PLAN:
        add_title(workbook[plan.name], plan)
    return workbook


def fill(workbook: Workbook, sheet: str, rows: Sequence[Row]) -> None:
    """Put rows, by header, in place of those of a sheet's table; worked-out columns keep their formulas.

    The rows of `Report details` are items: those not given get their defaults. Raises ValueError for an unknown
    header.
    """
    plan = next(plan for plan in PLAN if plan.name == sheet)
    record = plan.record
    if record is None:
        raise ValueError(f"{sheet} has no table")
    workbook[sheet].sheet_state = "hidden" if plan.kept and not rows else "visible"
    if record is DetailRow:
        put_items(workbook[sheet], rows)
        return
    put_rows(workbook[sheet], record, rows, 0 if record in _SHIPPED else SPARE_ROWS)
    if record in {PriorityCriteria, StatusCriteria}:
        _lay_dashboard(workbook)


def _lay_dashboard(workbook: Workbook) -> None:
    """Lay the Dashboard out anew, for the levels and statuses in the rows of the Annex sheets."""
    levels = len(_filled(workbook, PriorityCriteria, "level"))
    said = {match_key(meaning) for meaning in _filled(workbook, StatusCriteria, "meaning")}
    plan = next(plan for plan in PLAN if plan.name == DASHBOARD)
    at = workbook.sheetnames.index(DASHBOARD)
    del workbook[DASHBOARD]
    sheet = workbook.create_sheet(DASHBOARD, at)
    lay_out(sheet, plan)
    add_dashboard(sheet, levels, [meaning for meaning in Meaning if match_key(meaning) in said])
    add_title(sheet, plan)


def _filled(workbook: Workbook, record: type[Record], name: str) -> list[str]:
    """What a column's cells say, the blank ones left out."""
    cells = workbook[record.sheet][letter(record, name)][FIRST_ROW - 1 :]
    return [str(cell.value) for cell in cells if cell.value is not None]


def save(workbook: Workbook, file: str | Path | IO[bytes]) -> None:
    """Write the workbook; the same workbook always gives the same bytes."""
    content = workbook_bytes(workbook, CHARTS)
    if isinstance(file, (str, Path)):
        Path(file).write_bytes(content)
    else:
        file.write(content)


_PLACE, _TEXT = (column_of(ReportText, name).header for name in ("place", "text"))

_SHIPPED: tuple[type[Record], ...] = (ReportText, PriorityCriteria, StatusCriteria)
"""The sheets whose rows a blank tracker already has."""


def _add_help(workbook: Workbook, sheet: Worksheet, record: type[Record]) -> None:
    """Drop-downs, checks, messages and colours."""
    if record is DetailRow:
        add_items(workbook, sheet)
    else:
        add_entry(sheet, record)
        add_highlights(sheet, record)


def _shipped_rows(record: type[Record]) -> Iterator[Row]:
    """The rows that a blank tracker starts with."""
    if record is ReportText:
        for place in shipped_places().values():
            yield from ({_PLACE: place.name, _TEXT: text} for text in place.text)
    for each, entries in ((PriorityCriteria, "priority"), (StatusCriteria, "status")):
        if record is each:
            for entry in shipped_criteria()[entries]:
                yield {column_of(each, name).header: value for name, value in entry.items()}
