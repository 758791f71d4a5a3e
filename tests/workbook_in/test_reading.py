"""What people and other programs do to a workbook, and what the reader makes of it."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook
from openpyxl.worksheet.table import Table

from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.rich_text import Run
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import UnreadableWorkbookError, read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.trackers import Sheets, save_tracker, small_tracker

Edit = Callable[[Workbook], None]


def read(path: Path) -> tuple[Tracker, list[Problem]]:
    """The tracker, and its problems but for the worked-out columns, which the small tracker does without."""
    tracker, problems = load(read_workbook(path, SHEETS))
    return tracker, [each for each in problems if each.code != "missing-worked-out"]


def problems_of(path: Path) -> list[tuple[str, str | None]]:
    """The problems as (code, cell), those of no concern to the reader's tests left out."""
    return [(problem.code, problem.where.cell) for problem in read(path)[1]]


def edited(path: Path, edit: Edit) -> Path:
    """The small tracker with something done to it in openpyxl."""
    save_tracker(path, small_tracker())
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def put(sheet: str, cell: str, value: Any) -> Edit:  # noqa: ANN401  any value openpyxl takes
    def edit(workbook: Workbook) -> None:
        workbook[sheet][cell] = value
        if isinstance(value, int):
            workbook[sheet][cell].number_format = "General"

    return edit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.xlsx"


def test_a_small_tracker_reads_without_a_problem(path: Path) -> None:
    tracker, problems = read(save_tracker(path, small_tracker()))

    assert problems == []
    assert [each.ref for each in tracker.recommendations] == ["R1", "R2"]
    assert tracker.recommendations[0].raised == date(2009, 12, 9)
    assert tracker.recommendations[0].cell("service_impact").cell == "Recommendations!I2"
    assert tracker.details.data_as_at == date(2010, 4, 30)
    assert tracker.details.months_ahead == 6


def test_values_that_are_equal_are_read_each_by_its_own_type(path: Path) -> None:
    sheets = small_tracker()
    values = [True, 1, 1.0, False, 0, "1"]
    first = sheets["Actions"][0]
    sheets["Actions"] = [
        first | {"Action ref": f"R1.{number}", "Action": value} for number, value in enumerate(values)
    ]

    tracker, problems = read(save_tracker(path, sheets))

    assert problems == []
    assert [each.text for each in tracker.actions] == ["TRUE", "1", "1", "FALSE", "0", "1"]


def test_columns_are_found_by_header_in_any_order_case_and_spacing(path: Path) -> None:
    sheets = small_tracker()
    sheets["Actions"] = [
        {f" {header.upper()} ": row[header] for header in reversed(row)} for row in sheets["Actions"]
    ]

    tracker, problems = read(save_tracker(path, sheets))

    assert problems == []
    assert [each.ref for each in tracker.actions] == ["R1.1", "R2.1"]
    assert tracker.actions[0].cell("ref").cell == "Actions!I2"


def test_the_table_is_found_by_its_ref_below_other_rows(path: Path) -> None:
    save_tracker(path, small_tracker(), first_row=4)
    workbook = load_workbook(path)
    sheet = workbook["Actions"]
    sheet["A1"] = "Actions"
    sheet.add_table(Table(displayName="Actions", ref="A4:I6"))
    workbook.save(path)

    tracker, problems = read(path)

    assert problems == []
    assert tracker.actions[1].cell("evidence").cell == "Actions!I6"


def test_rows_below_the_table_hidden_rows_and_blank_rows_are_read_right(path: Path) -> None:
    save_tracker(path, small_tracker())
    workbook = load_workbook(path)
    sheet = workbook["Officers"]
    sheet.add_table(Table(displayName="Officers", ref="A1:D3"))
    sheet["A9"] = "Cat Carter"
    sheet.row_dimensions[9].hidden = True
    workbook.save(path)

    tracker, problems = read(path)

    assert [each.code for each in problems] == ["below-the-table"]
    assert [officer.name for officer in tracker.officers] == ["Ann Archer", "Ben Baker", "Cat Carter"]


@pytest.mark.parametrize("words", ["N/A", "None", "TBC", "NULL", "nan", "-"])
def test_words_that_pandas_takes_for_missing_are_kept(path: Path, words: str) -> None:
    tracker, problems = read(edited(path, put("Assessments", "G2", words)))

    assert problems == []
    assert tracker.assessments[0].score == words


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (datetime(2010, 5, 4), date(2010, 5, 4)),
        ("2010-05-04", date(2010, 5, 4)),
        ("04/05/2010", date(2010, 5, 4)),
        ("4 May 2010", date(2010, 5, 4)),
        ("13/05/2010", date(2010, 5, 13)),
        ("\u00a04/5/2010\u200b", date(2010, 5, 4)),
    ],
)
def test_dates_are_read_day_first(path: Path, typed: object, day: date) -> None:
    tracker, problems = read(edited(path, put("Recommendations", "E2", typed)))

    assert problems == []
    assert tracker.recommendations[0].raised == day


def test_dates_of_a_1904_workbook_are_the_days_excel_shows(path: Path) -> None:
    def epoch(workbook: Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904

    tracker, problems = read(edited(path, epoch))

    assert problems == []
    assert tracker.details.data_as_at == date(2010, 4, 30)


def test_bold_italic_and_links_are_kept_in_long_text(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        bold = TextBlock(InlineFont(b=True), "done")
        workbook["Progress updates"]["C2"] = CellRichText("All ", bold, " now")
        workbook["Progress updates"]["C3"].hyperlink = "https://example.org/report"

    tracker, problems = read(edited(path, edit))

    assert problems == []
    assert tracker.updates[0].progress[0].runs == (Run("All "), Run("done", bold=True), Run(" now"))
    assert {run.link for line in tracker.updates[1].progress for run in line.runs} == {
        "https://example.org/report"
    }


@pytest.mark.parametrize(
    ("sheet", "cell", "typed", "code"),
    [
        ("Recommendations", "B2", None, "required-blank"),
        ("Recommendations", "B2", " \u00a0\u200b", "required-blank"),
        ("Recommendations", "E2", "31/02/2010", "not-a-date"),
        ("Recommendations", "E2", 40298, "not-a-date"),
        ("Recommendations", "E2", "9 December 2110", "implausible-date"),
        ("Recommendations", "G2", "lots", "not-money"),
        ("Recommendations", "I2", "Critcal", "not-in-list"),
        ("Recommendations", "N2", "Perhaps", "not-yes-or-no"),
        ("Recommendations", "A2", "R*", "bad-ref"),
        ("Recommendations", "B2", "=NOW()", "changes-by-itself"),
        ("Forward plan", "G2", "soon", "not-a-date-or-words"),
        ("Annex 1", "D2", "150%", "not-a-share"),
        ("Annex 1", "D2", 15, "not-a-share"),
        ("Report details", "B7", "soon", "not-a-date"),
    ],
)
def test_a_bad_cell_is_one_problem_at_that_cell(
    path: Path, sheet: str, cell: str, typed: object, code: str
) -> None:
    assert problems_of(edited(path, put(sheet, cell, typed))) == [(code, f"{sheet}!{cell}")]


def test_an_excel_error_is_not_taken_for_a_blank(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        cell = workbook["Actions"]["H2"]
        cell.value = "#REF!"
        cell.data_type = "e"

    assert problems_of(edited(path, edit)) == [("excel-error", "Actions!H2")]


def test_merged_cells_are_one_problem(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Actions"].merge_cells("A2:A3")

    assert problems_of(edited(path, edit)) == [("merged-cells", "Actions!A2")]


def test_a_duplicate_header_is_a_problem(path: Path) -> None:
    assert problems_of(edited(path, put("Actions", "J1", "progress"))) == [("duplicate-header", "Actions!J1")]


def test_a_column_of_ones_own_is_information_and_a_misspelt_one_a_warning(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Actions"]["H1"] = "Qualty"
        workbook["Actions"]["J1"] = "My notes"

    assert problems_of(edited(path, edit)) == [
        ("misspelt-column", "Actions!H1"),
        ("extra-column", "Actions!J1"),
    ]


def test_a_missing_sheet_and_a_missing_column_are_problems_of_their_own(path: Path) -> None:
    sheets: Sheets = small_tracker()
    del sheets["Officers"]
    for row in sheets["Actions"]:
        del row["Progress"]
    save_tracker(path, sheets)

    found = [(problem.code, problem.where.sheet, problem.where.header) for problem in read(path)[1]]

    assert found == [("missing-sheet", "Officers", None), ("missing-column", "Actions", "Progress")]


def test_a_deleted_optional_column_is_one_problem(path: Path) -> None:
    sheets = small_tracker()
    for row in sheets["Actions"]:
        del row["Quality"]

    tracker, problems = read(save_tracker(path, sheets))

    assert [(each.code, each.where.header) for each in problems] == [("missing-optional-column", "Quality")]
    assert tracker.actions[0].quality is None


def test_a_number_typed_as_text_and_text_typed_as_a_number_are_read(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Recommendations"]["G2"] = "£1.2m"
        workbook["Assessments"]["G2"] = 3
        workbook["Annex 1"]["D2"] = "15%"

    tracker, problems = read(edited(path, edit))

    assert problems == []
    assert tracker.recommendations[0].loss == 1_200_000
    assert tracker.assessments[0].score == "3"
    assert tracker.annex1[0].more_than_share == 0.15


def test_a_worked_out_cell_is_never_trusted_and_a_typed_over_one_is_a_warning(path: Path) -> None:
    sheets = small_tracker()
    sheets["Actions"][0]["On track"] = "No"
    sheets["Actions"][1]["On track"] = '=IF(1=1,"Yes","No")'

    assert problems_of(save_tracker(path, sheets)) == [("typed-over-formula", "Actions!J2")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Name,Job title\n", "not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "old Excel file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"", "not an Excel workbook"),
    ],
)
def test_a_file_that_is_no_workbook_is_told_in_a_sentence(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)

    with pytest.raises(UnreadableWorkbookError, match=says):
        read(path)


def test_a_file_that_is_not_there_is_told_in_a_sentence(path: Path) -> None:
    with pytest.raises(UnreadableWorkbookError, match="cannot be opened"):
        read(path)
