"""What the blank tracker offers and refuses as people type, within what Excel and its kin can do."""

import re

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from audit_report.model.records import Action, Recommendation
from audit_report.model.tracker import TABLES
from audit_report.schema.kinds import People
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import FIRST_ROW, LAST_ROW, letter
from audit_report.workbook_out.template import new_workbook

SHARED_FUNCTIONS = {
    *("IF", "AND", "OR", "NOT", "IFERROR", "ISNUMBER", "ISTEXT", "ISERROR"),
    *(
        "SUM",
        "SUMPRODUCT",
        "COUNT",
        "COUNTA",
        "COUNTIF",
        "COUNTIFS",
        "MIN",
        "MAX",
        "SMALL",
        "ROUND",
        "INT",
        "MOD",
    ),
    *("INDEX", "MATCH", "HYPERLINK", "ROW", "ROWS", "CHOOSE"),
    *("DATE", "YEAR", "MONTH", "DAY", "EDATE"),
    *("LEFT", "RIGHT", "SEARCH", "FIND", "MID", "SUBSTITUTE", "CHAR", "TRIM"),
}
"""Functions that Excel 2010, LibreOffice 7 and Google Sheets all have; none that needs an array formula."""

QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\'[^\']*\'')


@pytest.fixture(scope="module")
def blank() -> Workbook:
    return new_workbook()


def formulas(workbook: Workbook) -> dict[str, str]:
    """Every formula of the workbook by its place: cells, names, drop-downs, checks and colours."""
    found = {name: name_.attr_text for name, name_ in workbook.defined_names.items()}
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            found |= {
                f"{sheet.title}!{cell.coordinate}": str(cell.value) for cell in row if cell.data_type == "f"
            }
        for number, check in enumerate(sheet.data_validations.dataValidation):
            found[f"{sheet.title} check {number}"] = f"{check.formula1 or ''} {check.formula2 or ''}"
        for number, rule in enumerate(rule for cells in sheet.conditional_formatting for rule in cells.rules):
            found[f"{sheet.title} colour {number}"] = " ".join(rule.formula)
    return found


def checks(workbook: Workbook, record: type[Record], name: str) -> DataValidation:
    """The check on an attribute's first cell."""
    cell = f"{letter(record, name)}{FIRST_ROW}"
    every: list[DataValidation] = workbook[record.sheet].data_validations.dataValidation
    [found] = [each for each in every if cell in each.sqref]
    return found


def test_formulas_use_only_functions_that_every_spreadsheet_has(blank: Workbook) -> None:
    used = {
        function: place
        for place, formula in formulas(blank).items()
        for function in re.findall(r"([A-Z][A-Z0-9.]*)\(", QUOTED.sub("", formula))
    }
    assert {function: place for function, place in used.items() if function not in SHARED_FUNCTIONS} == {}


def test_formulas_fit_in_a_cell(blank: Workbook) -> None:
    assert max(map(len, formulas(blank).values())) < 8192


@pytest.mark.parametrize("record", TABLES)
def test_every_cell_that_may_be_typed_in_has_a_message(blank: Workbook, record: type[Record]) -> None:
    for column in record.columns:
        check = checks(blank, record, column.name)
        assert f"{letter(record, column.name)}{LAST_ROW}" in check.sqref
        assert check.showInputMessage
        assert check.prompt


def test_messages_keep_to_excels_limits(blank: Workbook) -> None:
    for sheet in blank.worksheets:
        for check in sheet.data_validations.dataValidation:
            assert len(check.promptTitle or "") <= 32
            assert len(check.errorTitle or "") <= 32
            assert len(check.prompt or "") <= 255
            assert len(check.error or "") <= 224
            assert len(check.formula1 or "") <= 255


def test_drop_downs_go_through_defined_names(blank: Workbook) -> None:
    for sheet in blank.worksheets:
        for check in sheet.data_validations.dataValidation:
            if check.type == "list":
                assert check.formula1 in blank.defined_names


@pytest.mark.parametrize("record", TABLES)
def test_cells_for_several_people_suggest_and_do_not_refuse(blank: Workbook, record: type[Record]) -> None:
    for column in record.columns:
        if isinstance(column.kind, People):
            check = checks(blank, record, column.name)
            assert check.formula1 == "rows_of_Officers"
            assert not check.showErrorMessage


@pytest.mark.parametrize(
    ("name", "kind", "formula"),
    [
        ("ref", "custom", None),
        ("source_assessment", "list", "rows_of_Assessments"),
        ("raised", "date", "29221"),
        ("loss", "decimal", "0"),
        ("service_impact", "list", "list_priority"),
        ("plan_in_place", "list", "list_yes_no"),
    ],
)
def test_a_wrong_value_is_refused_in_words(
    blank: Workbook, name: str, kind: str, formula: str | None
) -> None:
    check = checks(blank, Recommendation, name)
    assert (check.type, check.showErrorMessage, check.errorStyle) == (kind, True, None)
    assert check.error
    assert formula is None or check.formula1 == formula


def test_typing_over_a_formula_is_warned_of(blank: Workbook) -> None:
    check = checks(blank, Action, "shown_on_track")
    assert (check.errorStyle, check.formula1) == ("warning", "FALSE")


@pytest.mark.parametrize("record", TABLES)
def test_colours_reach_rows_to_come(blank: Workbook, record: type[Record]) -> None:
    ranges = [str(cells.sqref) for cells in blank[record.sheet].conditional_formatting]
    assert ranges
    assert all(cells.endswith(str(LAST_ROW)) for cells in ranges)
