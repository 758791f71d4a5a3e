"""Rows deleted, cut, sorted and inserted: drop-downs and ratings stay right, for names hang on the headers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit_report.model.records import Action, Recommendation
from audit_report.pipeline import check_workbook
from audit_report.schema.choices import Choice
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import FIRST_ROW, HEADER_ROW
from audit_report.workbook_out.template import new_workbook
from tests.spreadsheet import converted
from tests.spreadsheet_edits import edited_in_calc
from tests.workbook_out.test_template_formulas import SETTINGS, disagreements, tracker

NAMES = (
    "rows_of_Recommendations",
    "rows_of_Actions",
    "rows_of_Officers",
    "list_priority",
    "list_plan_status",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_hangs_on_its_header_and_no_row_that_may_go(name: str) -> None:
    refers_to = new_workbook().defined_names[name].attr_text
    assert f"${HEADER_ROW}:" in refers_to
    assert f"${FIRST_ROW}" not in refers_to


def test_formulas_survive_rows_in_another_order(soffice: Path, tmp_path: Path) -> None:
    """Sorted as a person sorts: each row's formulas read that row wherever it stands."""
    source = tracker(tmp_path / "tracker.xlsx", 60, *SETTINGS[0][1:])
    workbook = load_workbook(source)
    sheet = workbook["Actions"]
    typed = [at for at, column in enumerate(Action.columns, start=1) if not column.worked_out]
    rows = [
        [sheet.cell(row, column).value for column in typed] for row in range(FIRST_ROW, sheet.max_row + 1)
    ]
    for row, values in enumerate(sorted(rows, key=str, reverse=True), start=FIRST_ROW):
        for column, value in zip(typed, values, strict=True):
            sheet.cell(row, column).value = value
    workbook.save(source)
    checked = check_workbook(converted(soffice, source, "xlsx", tmp_path / "out"))
    assert checked.assessed.actions
    assert disagreements(checked) == []


RECOMMENDATIONS = 12
_FIRST = FIRST_ROW - 1
"""The first row of a table, counted from 0 as Basic does."""


def _move(to: int, row: int) -> str:
    """Cut a row and paste it into another."""
    return _from_row("moveRange", to, row)


def _copy(to: int, row: int) -> str:
    return _from_row("copyRange", to, row)


def _from_row(how: str, to: int, row: int) -> str:
    source = f"sheet.getCellRangeByPosition(0, {row}, 40, {row}).RangeAddress"
    return f"sheet.{how}(sheet.getCellByPosition(0, {to}).CellAddress, {source})"


def edits(rows: int) -> dict[str, list[str]]:
    """What people do to the rows of a table that has so many."""
    middle, last = _FIRST + rows // 2, _FIRST + rows - 1
    field = "com.sun.star.table.TableSortField"
    return {
        "first deleted": [f"sheet.Rows.removeByIndex({_FIRST}, 1)"],
        "middle deleted": [f"sheet.Rows.removeByIndex({middle}, 1)"],
        "last deleted": [f"sheet.Rows.removeByIndex({last}, 1)"],
        "first cut and pasted below": [_move(last + 1, _FIRST)],
        "middle cut and pasted below": [_move(last + 1, middle)],
        "last cut and pasted below": [_move(last + 2, last)],
        "sorted backwards": [
            f"Dim by(0) As New {field}",
            "by(0).Field = 0 : by(0).IsAscending = False",
            "Dim how(0) As New com.sun.star.beans.PropertyValue",
            'how(0).Name = "SortFields" : how(0).Value = by()',
            f"sheet.getCellRangeByPosition(0, {_FIRST}, 40, {last}).sort(how())",
        ],
        "inserted and filled down": [
            f"sheet.Rows.insertByIndex({middle}, 1)",
            _copy(middle, middle - 1),
            f'sheet.getCellByPosition(0, {middle}).String = "NEW-1"',
        ],
        "inserted at the top": [
            f"sheet.Rows.insertByIndex({_FIRST}, 1)",
            _copy(_FIRST, _FIRST + 1),
            f'sheet.getCellByPosition(0, {_FIRST}).String = "NEW-1"',
        ],
    }


@pytest.mark.parametrize(("sheet", "record"), [("Recommendations", Recommendation), ("Actions", Action)])
def test_rows_edited_in_calc_are_rated_right(
    sheet: str, record: type[Record], soffice: Path, tmp_path: Path
) -> None:
    """As a person edits them in a spreadsheet: the formulas follow, and every cell they give is the program's own."""
    source = tracker(tmp_path / "tracker.xlsx", RECOMMENDATIONS, *SETTINGS[0][1:])
    rows = len(filled_rows(source, sheet))
    wrong = {}
    for name, path in edited_in_calc(soffice, source, sheet, edits(rows), tmp_path).items():
        checked = check_workbook(path)
        if found := [*disagreements(checked), *_broken(path, sheet, record)]:
            wrong[name] = found
    assert wrong == {}


def filled_rows(path: Path, sheet: str) -> list[object]:
    """The refs of a table's rows."""
    values = load_workbook(path, read_only=True)[sheet].iter_rows(FIRST_ROW, max_col=1, values_only=True)
    return [ref for (ref,) in values if ref]


def _broken(path: Path, sheet: str, record: type[Record]) -> Iterator[str]:
    """What a formula, a name or a drop-down has lost: cells that are gone, or a row."""
    workbook = load_workbook(path)
    for name, defined in workbook.defined_names.items():
        if "#REF!" in (defined.attr_text or ""):
            yield f"the name {name} is {defined.attr_text}"
    rows = workbook[sheet]
    filled = [cell.row for cell in rows["A"][FIRST_ROW - 1 :] if cell.value]
    for column, declared in enumerate(record.columns, start=1):
        cells = [rows.cell(row, column) for row in filled]
        if any("#REF!" in str(cell.value) for cell in cells):
            yield f"{declared.header} has lost its cells"
        if isinstance(declared.kind, Choice):
            listed = [each.sqref for each in rows.data_validations.dataValidation if each.type == "list"]
            if not all(any(cell.coordinate in ranges for ranges in listed) for cell in cells):
                yield f"{declared.header} has lost its drop-down"
