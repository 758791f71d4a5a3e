"""A sample with one column or sheet gone, renamed or copied, in memory, and what the program then says of it."""

from collections.abc import Mapping
from dataclasses import replace

from audit_report.checks import check
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.rules.assess import assess
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile


def outcome(workbook: WorkbookFile) -> tuple[Tracker, Assessed, list[Problem]]:
    """What a workbook says, how it is rated, and its problems."""
    tracker, problems = load(workbook)
    assessed = assess(tracker, tracker.details.data_as_at)
    return tracker, assessed, [*problems, *check(tracker, assessed, problems)]


def ratings(assessed: Assessed) -> Mapping[str, tuple[object, ...]]:
    """What the report says of each recommendation and action."""
    found: dict[str, tuple[object, ...]] = {
        each.recommendation.ref: (each.priority.stands, each.status, each.current, each.section)
        for each in assessed.recommendations
    }
    return found | {each.action.ref: (each.current_due, each.on_track) for each in assessed.actions}


def with_header(sheet: Sheet, row: int, at: int, text: str) -> Sheet:
    """The sheet with another header over a column (0-based)."""
    cells = sheet.cells.copy()
    cells.iat[row, at] = text
    return replace(sheet, cells=cells)


def without_column(sheet: Sheet, at: int) -> Sheet:
    """The sheet as Excel leaves it when a column is deleted: what stood to its right has moved."""

    def moved(column: int) -> int:
        return column - (column > at)

    cells = sheet.cells.drop(columns=at)
    cells.columns = range(cells.shape[1])  # type: ignore[assignment]  # pandas takes any sequence
    return replace(
        sheet,
        cells=cells,
        styles=[[*row[:at], *row[at + 1 :]] for row in sheet.styles],
        formulas={
            (row, moved(column)): text for (row, column), text in sheet.formulas.items() if column != at
        },
        links={moved(column): of for column, of in sheet.links.items() if column != at},
    )


def with_sheet(workbook: WorkbookFile, sheet: Sheet) -> WorkbookFile:
    """The workbook with a sheet in the place of its own of that name."""
    return replace(workbook, sheets={**workbook.sheets, sheet.name: sheet})
