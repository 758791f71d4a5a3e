"""What people and LibreOffice do to a tracker changes neither its problems nor its report."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.checked import Checked
from audit_report.model.records import Recommendation
from audit_report.model.tracker import TABLES
from audit_report.pipeline import check_workbook
from audit_report.problems import Severity
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.workbook_out.column_names import FIRST_ROW, HEADER_ROW
from tests.report.plain_text import as_text
from tests.shipped_scale import PlanStatus
from tests.spreadsheet import converted, parts

SAMPLES = Path(__file__).parent.parent.parent / "sample_data"
REGISTERS = ["april_2010", "october_2010"]

Edit = Callable[[Worksheet], None]


def report_text(checked: Checked) -> str:
    return as_text(compose(checked.tracker, checked.assessed, Provenance("", "", "", "")))


_EDGE = "below-the-table"


def said(checked: Checked) -> list[tuple[str, str | None, str | None, str | None]]:
    """The problems without their rows and letters; what is said of columns and of a table's edge is left out."""
    return sorted(
        (each.code, each.where.sheet, each.where.header, each.ref)
        for each in checked.problems
        if each.code not in ("extra-column", "missing-worked-out", "missing-optional-column", _EDGE)
    )


def ratings(checked: Checked) -> dict[str, tuple[object, ...]]:
    """What the rules make of each recommendation."""
    return {
        rated.recommendation.ref: (rated.priority, rated.status, rated.section, rated.since_last)
        for rated in checked.assessed.recommendations
    }


@pytest.mark.parametrize("name", REGISTERS)
def test_the_same_after_libreoffice_has_saved_it(name: str, soffice: Path, tmp_path: Path) -> None:
    before = check_workbook(SAMPLES / f"{name}.xlsx")
    after = check_workbook(converted(soffice, SAMPLES / f"{name}.xlsx", "xlsx", tmp_path / "saved"))

    assert [each.as_json() for each in after.problems] == [each.as_json() for each in before.problems]
    assert report_text(after) == report_text(before)
    assert all(each.shown_status for each in after.tracker.recommendations)


def test_a_stale_cell_is_told_at_the_cell_as_at_the_workbooks_own_day(soffice: Path, tmp_path: Path) -> None:
    """A program that keeps what a formula showed before: Green, where the rules say Red."""
    saved = converted(soffice, SAMPLES / "october_2010.xlsx", "xlsx", tmp_path / "saved")
    red = next(
        rated for rated in check_workbook(saved).assessed.recommendations if rated.status == PlanStatus.RED
    )
    cell = str(red.recommendation.cell("shown_status").cell)
    stale = with_stale_cell(saved, tmp_path / "stale.xlsx", cell.partition("!")[2], "Red", "Green")

    [told] = [each for each in check_workbook(stale).problems if each.code == "worked-out-disagrees"]
    assert (told.where.cell, told.value, told.severity) == (cell, "Green", Severity.WARNING)
    another_day = check_workbook(stale, date(2010, 4, 30))
    assert "worked-out-disagrees" not in {each.code for each in another_day.problems}


def with_stale_cell(saved: Path, path: Path, address: str, shows: str, showed: str) -> Path:
    """The workbook with the stored value of a cell of Recommendations, its fourth sheet, as it was."""
    stored = re.compile(rf'(<c r="{address}"[^>]*>.*?<v>){shows}(</v>)'.encode())
    with ZipFile(path, "w") as archive:
        for name, part in parts(saved).items():
            changed, count = stored.subn(rf"\g<1>{showed}\g<2>".encode(), part, count=1)
            archive.writestr(name, changed if name == "xl/worksheets/sheet4.xml" else part)
            assert count == 1 or name != "xl/worksheets/sheet4.xml"
    return path


def rows_of(sheet: Worksheet) -> tuple[list[str], list[list[Any]]]:
    """The titles and rows of a sheet's table."""
    titles = [str(cell.value) for cell in sheet[HEADER_ROW]]
    return titles, [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]


def rewrite(sheet: Worksheet, titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Put a table's columns in this order, with these rows."""
    [table] = sheet.tables.values()
    sheet.delete_rows(HEADER_ROW, sheet.max_row)
    for number, row in enumerate([titles, *rows], start=HEADER_ROW):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    last = sheet.cell(HEADER_ROW + max(1, len(rows)), len(titles)).coordinate
    table.ref = f"A{HEADER_ROW}:{last}"
    table.tableColumns = []
    table._initialise_columns()
    for made, title in zip(table.tableColumns, titles, strict=True):
        made.name = title


def columns_moved(sheet: Worksheet) -> None:
    titles, rows = rows_of(sheet)
    rewrite(sheet, titles[::-1], [row[::-1] for row in rows])


def an_extra_column(sheet: Worksheet) -> None:
    titles, rows = rows_of(sheet)
    rewrite(
        sheet, [titles[0], "My notes", *titles[1:]], [[row[0], "mine", *row[1:]] for row in rows if row[0]]
    )


def optional_columns_deleted(sheet: Worksheet) -> None:
    """Every column that is worked out, or optional and blank all the way down."""
    titles, rows = rows_of(sheet)
    record = next(each for each in TABLES if each.sheet == sheet.title)
    kept = [
        at
        for at, column in enumerate(record.columns)
        if column.required or (not column.worked_out and any(row[at] is not None for row in rows))
    ]
    rewrite(sheet, [titles[at] for at in kept], [[row[at] for at in kept] for row in rows])


def rows_below_the_table(sheet: Worksheet) -> None:
    """The table's edge pulled up, and a gap put into the rows, as if the last ones were typed further down."""
    titles, rows = rows_of(sheet)
    [table] = sheet.tables.values()
    filled = [row for row in rows if row[0]]
    rewrite(sheet, titles, [*filled[:2], *[[None] * len(titles)] * 3, *filled[2:]])
    table.ref = f"A{HEADER_ROW}:{sheet.cell(FIRST_ROW + 1, len(titles)).coordinate}"


def filtered(sheet: Worksheet) -> None:
    """Every other row hidden by a filter."""
    [table] = sheet.tables.values()
    table.autoFilter.ref = table.ref
    for row in range(FIRST_ROW, sheet.max_row + 1, 2):
        sheet.row_dimensions[row].hidden = True


def edited(path: Path, edit: Edit) -> Path:
    """October's register with the same done to every one of its tables."""
    workbook: Workbook = load_workbook(SAMPLES / "october_2010.xlsx", rich_text=True)
    for record in TABLES:
        edit(workbook[record.sheet])
    workbook.save(path)
    return path


@pytest.mark.parametrize(
    "edit", [columns_moved, an_extra_column, optional_columns_deleted, rows_below_the_table, filtered]
)
def test_the_same_however_the_sheets_are_arranged(edit: Edit, tmp_path: Path) -> None:
    before = check_workbook(SAMPLES / "october_2010.xlsx")
    after = check_workbook(edited(tmp_path / "tracker.xlsx", edit))

    assert said(after) == said(before)
    assert any(each.code == _EDGE for each in after.problems) is (edit is rows_below_the_table)
    assert report_text(after) == report_text(before)


def test_sorted_sheets_give_the_same_ratings(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        if sheet.title == Recommendation.sheet:
            titles, rows = rows_of(sheet)
            rewrite(sheet, titles, sorted((row for row in rows if row[0]), key=lambda row: str(row[1])))

    before = check_workbook(SAMPLES / "october_2010.xlsx")
    after = check_workbook(edited(tmp_path / "tracker.xlsx", edit))

    assert ratings(after) == ratings(before)
    assert [each.ref for each in after.tracker.recommendations] != [
        each.ref for each in before.tracker.recommendations
    ]
    assert said(after) == said(before)
