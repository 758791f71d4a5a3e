"""Every column deleted or renamed and every sheet renamed or copied, on October: told once, at its place."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit_report.model.report_details import DetailRow
from audit_report.model.tracker import TABLES
from audit_report.problems import Problem, Severity
from audit_report.schema.record import Column, Record
from audit_report.workbook_in.headers import find_header
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile, read_workbook
from audit_report.workbook_in.sheet_names import SHEETS, NotATrackerError
from tests.missing_columns import outcome, ratings, with_header, with_sheet, without_column
from tests.trackers import save_tracker, small_tracker

OCTOBER = Path(__file__).parents[2] / "sample_data" / "october_2010.xlsx"
RECORDS: tuple[type[Record], ...] = (*TABLES, DetailRow)
COLUMNS = [(record, column) for record in RECORDS for column in record.columns]
IDS = [f"{record.sheet}-{column.header}" for record, column in COLUMNS]
OTHER = "Zx qv"
"""A header that is like no other."""


@cache
def october() -> WorkbookFile:
    return read_workbook(OCTOBER, SHEETS)


@cache
def untouched() -> tuple[object, frozenset[tuple[object, ...]]]:
    _, assessed, problems = outcome(october())
    return ratings(assessed), frozenset(map(key, problems))


def key(problem: Problem) -> tuple[object, ...]:
    """What makes a problem the same one where the columns to its right have moved."""
    return problem.code, problem.where.sheet, problem.where.row, problem.where.header


def place(record: type[Record], column: Column) -> tuple[Sheet, int, int]:
    sheet = october().sheets[record.sheet]
    header, _ = find_header(sheet, record)
    assert header
    return sheet, header.row, header.columns[column.name]


def new_problems(sheet: Sheet) -> tuple[list[Problem], bool]:
    """What is told of October with a sheet of its own changed, and whether it is rated otherwise."""
    rated, known = untouched()
    _, assessed, problems = outcome(with_sheet(october(), sheet))
    return [each for each in problems if key(each) not in known], ratings(assessed) != rated


def expected(column: Column) -> tuple[str, Severity]:
    if column.worked_out:
        return "missing-worked-out", Severity.INFORMATION
    return (
        ("missing-column", Severity.ERROR) if column.needed else ("missing-optional-column", Severity.WARNING)
    )


@pytest.mark.parametrize(("record", "column"), COLUMNS, ids=IDS)
def test_a_deleted_column_is_told_once(record: type[Record], column: Column) -> None:
    sheet, row, at = place(record, column)

    problems, _ = new_problems(without_column(sheet, at))

    assert [(each.code, each.severity) for each in problems] == [expected(column)]
    assert problems[0].where.sheet == record.sheet
    assert problems[0].where.row == row + 1
    assert column.header in problems[0].message


@pytest.mark.parametrize(("record", "column"), COLUMNS, ids=IDS)
def test_a_renamed_column_is_told_once_with_what_stands_in_its_place(
    record: type[Record], column: Column
) -> None:
    sheet, row, at = place(record, column)

    problems, _ = new_problems(with_header(sheet, row, at, OTHER))

    code, severity = expected(column)
    assert [(each.code, each.severity) for each in problems] == [
        ("misspelt-column" if severity is Severity.WARNING else code, severity)
    ]
    assert column.header in problems[0].message
    assert OTHER in problems[0].message + problems[0].fix


@pytest.mark.parametrize(("record", "column"), COLUMNS, ids=IDS)
@pytest.mark.parametrize("note", ["\n(as agreed)", " *", " [drop-down]", " (see Start here) *"])
def test_a_header_with_a_note_is_the_same_header(record: type[Record], column: Column, note: str) -> None:
    sheet, row, at = place(record, column)
    words = column.header.replace(" ", "\n", 1)

    header, problems = find_header(with_header(sheet, row, at, words + note), record)

    assert problems == []
    assert header
    assert header.columns[column.name] == at


def test_a_column_of_the_councils_own_beside_one_of_ours_stays_its_own(tmp_path: Path) -> None:
    sheets = small_tracker()
    for row in sheets["Actions"]:
        row |= {"Owner (email)": "a@b.org", "Priority": "High", "Progress": row["Progress"]}

    tracker, problems = load(read_workbook(save_tracker(tmp_path / "own.xlsx", sheets), SHEETS))

    assert [each.owner for each in tracker.actions] == ["Ben Baker", "Ben Baker"]
    for own in ("Owner (email)", "Priority"):
        assert [each.severity for each in problems if f"“{own}”" in each.message] == [Severity.INFORMATION]


def renamed(tmp_path: Path, edit: dict[str, str]) -> Path:
    workbook = load_workbook(OCTOBER)
    for name, other in edit.items():
        workbook[name].title = other
    path = tmp_path / "renamed.xlsx"
    workbook.save(path)
    return path


def sheets_told(path: Path) -> Iterator[tuple[str, str, str | None]]:
    for each in load(read_workbook(path, SHEETS))[1]:
        if each.code in ("missing-sheet", "sheet-not-read"):
            yield each.code, each.message + each.fix, each.where.sheet


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_renamed_sheet_is_told_once_with_its_new_name(tmp_path: Path, sheet: str) -> None:
    [(code, words, _)] = sheets_told(renamed(tmp_path, {sheet: "Zx qv"}))

    assert code == "missing-sheet"
    assert "Is it the sheet “Zx qv”" in words
    assert f"rename that back to “{sheet}”" in words


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", ["{} (2)", "{} 2024", "Copy of {}"])
def test_a_copied_sheet_is_told_once_with_the_one_it_may_be_meant_for(sheet: str, name: str) -> None:
    own = october().sheets[sheet]
    copy = replace(own, name=name.format(sheet))
    _, problems = load(replace(october(), others={copy.name: copy}))

    [(said, like)] = [(each.where.sheet, each.fix) for each in problems if each.code == "sheet-not-read"]
    assert said == copy.name
    assert f"“{sheet}”" in like


def test_of_two_sheets_that_match_a_name_the_exact_one_is_read(tmp_path: Path) -> None:
    path = save_tracker(tmp_path / "two.xlsx", small_tracker())
    workbook = load_workbook(path)
    copy = workbook.copy_worksheet(workbook["Actions"])
    copy.title = "ACTIONS "
    copy["C2"] = "Something else"
    workbook.move_sheet(copy, -20)
    workbook.save(path)

    tracker, _ = load(read_workbook(path, SHEETS))

    assert tracker.actions[0].text == "Run the recruitment campaign"
    assert [(code, sheet) for code, _, sheet in sheets_told(path)] == [("sheet-not-read", "ACTIONS ")]


def test_the_programs_own_other_sheets_look_like_none_of_them() -> None:
    assert not [each for each in load(october())[1] if each.code == "sheet-not-read"]


@pytest.mark.parametrize(
    "sheets", [{"Notes": [{"A": 1}]}, {"Sheet1": [{"Name": "x"}]}, {"Risks": [{"Ref": "R1"}]}]
)
def test_a_workbook_with_none_of_the_sheets_is_no_tracker(
    tmp_path: Path, sheets: dict[str, list[dict[str, object]]]
) -> None:
    path = save_tracker(tmp_path / "other.xlsx", sheets)

    with pytest.raises(NotATrackerError, match=r"not a tracker.*audit-report import"):
        load(read_workbook(path, SHEETS))
