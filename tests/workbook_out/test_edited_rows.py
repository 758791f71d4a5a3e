"""First, middle and last rows deleted: drop-downs and ratings stay right, for names hang on the headers."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit_report.model.records import Action
from audit_report.pipeline import check_workbook
from audit_report.workbook_out.column_names import FIRST_ROW, HEADER_ROW
from audit_report.workbook_out.template import new_workbook
from tests.spreadsheet import converted
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
