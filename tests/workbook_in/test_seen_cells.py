"""What the person sees is what is read: formats, strike-through, formulas and pictures, each at its cell."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.tracker import Tracker
from audit_report.schema.kinds import in_words
from audit_report.schema.rich_text import words
from audit_report.schema.typed_text import links
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.trackers import save_tracker, small_tracker

Edit = Callable[[Worksheet], None]
Said = list[tuple[str, str | None]]


def read(path: Path) -> tuple[Tracker, Said]:
    tracker, problems = load(read_workbook(path, SHEETS))
    return tracker, [(each.code, each.where.cell) for each in problems if each.code != "missing-worked-out"]


def seen(tmp_path: Path, sheet: str, edit: Edit) -> tuple[Tracker, Said]:
    """The small tracker and its problems, with something done to a sheet in openpyxl."""
    path = save_tracker(tmp_path / "tracker.xlsx", small_tracker())
    workbook = load_workbook(path)
    edit(workbook[sheet])
    workbook.save(path)
    return read(path)


def put(cell: str, value: object, code: str = "General", **font: Any) -> Edit:  # noqa: ANN401  a font's own
    def edit(sheet: Worksheet) -> None:
        sheet[cell] = value  # type: ignore[assignment]  # any value openpyxl takes
        sheet[cell].number_format = code
        sheet[cell].font = Font(**font)

    return edit


def calculated(tmp_path: Path, sheet: int, cell: str, formula: str, value: str) -> tuple[Tracker, Said]:
    """The small tracker with a formula and the value that Excel has worked out, in a cell that holds something."""
    path = save_tracker(tmp_path / "plain.xlsx", small_tracker())
    made = f'<c r="{cell}" t="str"><f>{formula}</f><v>{value}</v></c>'.encode()
    return with_xml(path, tmp_path / "tracker.xlsx", f"xl/worksheets/sheet{sheet}.xml", cell, made)


def with_xml(path: Path, target: Path, part: str, cell: str, made: bytes) -> tuple[Tracker, Said]:
    pattern = rb'<c r="' + cell.encode() + rb'"[^>]*?(?:/>|>.*?</c>)'
    with ZipFile(path) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            xml = old.read(name)
            if name == part:
                xml, count = re.subn(pattern, lambda _: made, xml, count=1, flags=re.DOTALL)
                assert count
            new.writestr(name, xml)
    return read(target)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.85, "0%", "85%"),
        (3.5, '"Grade "0.0', "Grade 3.5"),
        (1_200_000, '"£"#,##0', "£1,200,000"),
        (2, '0" out of 4"', "2 out of 4"),
        (7, "000", "007"),
    ],
)
def test_a_number_in_a_text_is_read_as_shown(tmp_path: Path, value: float, code: str, text: str) -> None:
    tracker, problems = seen(tmp_path, "Assessments", put("G2", value, code))

    assert problems == []
    assert tracker.assessments[0].score == text


def test_a_ref_that_is_a_number_in_a_format_is_the_ref_that_is_seen(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        put("A2", 1, '"R"0')(sheet)

    tracker, problems = seen(tmp_path, "Recommendations", edit)

    assert problems == []
    assert tracker.recommendations[0].ref == "R1"


@pytest.mark.parametrize("code", ["# ?/?", "0.00E+00", "[>3]0;1"])
def test_a_format_that_cannot_be_told_is_an_error(tmp_path: Path, code: str) -> None:
    _, problems = seen(tmp_path, "Assessments", put("G2", 0.5, code))

    assert problems == [("shown-in-another-form", "Assessments!G2")]


def test_an_amount_is_what_it_is_worth_but_no_percentage(tmp_path: Path) -> None:
    tracker, problems = seen(tmp_path, "Recommendations", put("G2", 1_200_000, '#,##0,"k"'))
    _, of_percentage = seen(tmp_path, "Recommendations", put("G2", 0.85, "0%"))

    assert problems == []
    assert tracker.recommendations[0].loss == 1_200_000
    assert of_percentage == [("not-money", "Recommendations!G2")]


@pytest.mark.parametrize(
    ("code", "shown"), [("mmm-yy", "June 2010"), ("mmmm yyyy", "June 2010"), ("[$-809]mm/yyyy", "June 2010")]
)
@pytest.mark.parametrize("day", [1, 23])
def test_a_due_date_shown_as_a_month_is_the_month(tmp_path: Path, code: str, shown: str, day: int) -> None:
    tracker, problems = seen(tmp_path, "Actions", put("E2", datetime(2010, 6, day), code))
    due = tracker.actions[0].original_due

    assert problems == [("shown-as-month", "Actions!E2")]
    assert due
    assert in_words(due) == shown
    assert due.latest == date(2010, 6, 30)


@pytest.mark.parametrize(("day", "code"), [(1, "month-for-a-day"), (23, "day-not-shown")])
def test_a_day_shown_as_a_month_is_told(tmp_path: Path, day: int, code: str) -> None:
    tracker, problems = seen(tmp_path, "Recommendations", put("E2", datetime(2010, 3, day), "mmm-yy"))

    assert problems == [(code, "Recommendations!E2")]
    assert tracker.recommendations[0].raised == date(2010, 3, day)


def test_words_struck_out_are_not_read_and_told(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        struck = TextBlock(InlineFont(strike=True), "Nothing is done. ")
        sheet["C2"] = CellRichText(struck, TextBlock(InlineFont(b=True), "All "), "is done.")

    tracker, problems = seen(tmp_path, "Progress updates", edit)

    assert problems == [("struck-out-words", "Progress updates!C2")]
    assert words(tracker.updates[0].progress) == "All is done."


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("Actions", "I3", "Policy on the intranet", "struck-out-words"),
        ("Actions", "D2", "Ben Baker", "struck-out-words"),
        ("Actions", "A2", "R1.1", "struck-out-row"),
        ("Actions", "C2", "Run the recruitment campaign", "struck-out-row"),
        ("Recommendations", "B2", "Recruit enough social workers", "struck-out-row"),
        ("Recommendations", "I2", "Critical", "struck-out-words"),
    ],
)
def test_a_cell_that_is_struck_out_is_told(
    tmp_path: Path, sheet: str, cell: str, value: str, code: str
) -> None:
    _, problems = seen(tmp_path, sheet, put(cell, value, strike=True))

    assert problems == [(code, f"{sheet}!{cell}")]


def test_a_row_that_is_struck_out_is_one_error(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        for cell in sheet[2]:
            cell.font = Font(strike=True)

    _, problems = seen(tmp_path, "Actions", edit)

    assert problems == [("struck-out-row", "Actions!A2")]


@pytest.mark.parametrize(
    "formula",
    ["TODAY()", "now()-1", 'IF(A2="",TODAY(),B2)', "INDIRECT(&quot;A1&quot;)", "OFFSET(A1,1,1)", "RAND()"],
)
def test_a_formula_that_changes_by_itself_is_an_error(tmp_path: Path, formula: str) -> None:
    escaped = formula.replace('"', "&quot;")
    _, problems = calculated(tmp_path, 4, "C2", escaped, "Work goes on.")

    assert problems == [("changes-by-itself", "Progress updates!C2")]


@pytest.mark.parametrize("formula", ["A2", "CONCATENATE(&quot;TODAY()&quot;,A2)", "SUM(A1:A2)"])
def test_another_formula_is_no_problem(tmp_path: Path, formula: str) -> None:
    assert calculated(tmp_path, 4, "C2", formula, "Work goes on.")[1] == []


@pytest.mark.parametrize(
    "formula", ["[1]Sheet1!A1", "'C:\\x\\[Risks.xlsx]Sheet 1'!A1", "VLOOKUP(A2,[2]Risks!A:B,2)"]
)
def test_a_value_out_of_another_workbook_is_told(tmp_path: Path, formula: str) -> None:
    _, problems = calculated(tmp_path, 4, "C2", formula, "Work goes on.")

    assert problems == [("from-another-workbook", "Progress updates!C2")]


def test_a_formula_that_makes_a_link_keeps_its_address(tmp_path: Path) -> None:
    formula = "HYPERLINK(&quot;https://council.example/a&quot;,&quot;The plan&quot;)"
    tracker, problems = calculated(tmp_path, 4, "C2", formula, "The plan")

    assert problems == []
    assert words(tracker.updates[0].progress) == "The plan"
    assert links(tracker.updates[0].progress) == ["https://council.example/a"]


@pytest.mark.parametrize(
    ("cell", "code"), [("I3", "picture-in-cell"), ("H3", "picture-in-cell"), ("C2", "object-for-value")]
)
def test_a_picture_in_a_cell_is_told_as_one(tmp_path: Path, cell: str, code: str) -> None:
    path = save_tracker(tmp_path / "plain.xlsx", small_tracker())
    made = f'<c r="{cell}" t="e" vm="1"><v>#VALUE!</v></c>'.encode()

    _, problems = with_xml(path, tmp_path / "tracker.xlsx", "xl/worksheets/sheet2.xml", cell, made)

    assert problems == [(code, f"Actions!{cell}")]


@pytest.mark.parametrize("length", [255, 32_767])
def test_a_text_of_exactly_the_length_that_programs_cut_at_is_told(tmp_path: Path, length: int) -> None:
    _, problems = seen(tmp_path, "Actions", put("C2", "x" * length))
    _, of_one_less = seen(tmp_path, "Actions", put("C2", "x" * (length - 1)))

    assert problems == [("probably-cut", "Actions!C2")]
    assert of_one_less == []
