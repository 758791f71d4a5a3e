"""Notes, headings, totals and words beside the table: one problem a sheet, and never a row."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.trackers import save_tracker, small_tracker

SAMPLES = Path(__file__).parents[2] / "sample_data"


def read(tmp_path: Path, edit: Callable[[Worksheet], None]) -> tuple[Tracker, list[Problem]]:
    """The small tracker with something done to Actions, whose rows are 2 and 3, and its problems."""
    path = save_tracker(tmp_path / "tracker.xlsx", small_tracker())
    workbook = load_workbook(path)
    edit(workbook["Actions"])
    workbook.save(path)
    tracker, problems = load(read_workbook(path, SHEETS))
    return tracker, [each for each in problems if each.code != "missing-worked-out"]


def put(cells: dict[str, object]) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        for cell, value in cells.items():
            sheet[cell] = value  # type: ignore[assignment]  # any value openpyxl takes

    return edit


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        ({"A6": "Notes: amber means at risk", "A7": "Last updated by Ann 12/4"}, "A6"),
        ({"C6": "See the minutes of May 2010"}, "C6"),
        ({"A4": "Corporate Services"}, "A4"),
        ({"A5": "Total", "G5": 12}, "A5"),
        ({"A5": "Grand total 2010", "C5": 4, "D5": 5, "E5": 6}, "A5"),
        ({"A6": "Note", "C6": "R1.1 is on hold"}, "A6"),
    ],
)
def test_a_note_a_heading_or_a_total_is_one_problem_and_no_row(
    tmp_path: Path, cells: dict[str, object], first: str
) -> None:
    tracker, problems = read(tmp_path, put(cells))

    assert [(each.code, each.where.cell) for each in problems] == [("note-in-table", f"Actions!{first}")]
    assert len(tracker.actions) == 2


@pytest.mark.parametrize(
    "cells", [{"A5": "R2.2"}, {"A5": "21 BCFU 07"}, {"A5": "R2.2", "B5": "R2"}, {"B5": "R2", "C5": "x"}]
)
def test_a_row_that_is_only_begun_is_a_row(tmp_path: Path, cells: dict[str, object]) -> None:
    tracker, problems = read(tmp_path, put(cells))

    assert {each.code for each in problems} == {"required-blank"}
    assert len(tracker.actions) == 3


@pytest.mark.parametrize(
    ("cells", "is_row"), [(("CQC", "CQC inspection"), True), (("NB", "as agreed in May"), False)]
)
def test_a_ref_in_capitals_and_a_name_are_a_whole_assessment(
    tmp_path: Path, cells: tuple[str, str], *, is_row: bool
) -> None:
    path = save_tracker(tmp_path / "tracker.xlsx", small_tracker())
    workbook = load_workbook(path)
    workbook["Assessments"].append(cells)
    workbook.save(path)

    tracker, problems = load(read_workbook(path, SHEETS))

    assert (cells[0] in [each.ref for each in tracker.assessments]) is is_row
    assert ("note-in-table" in {each.code for each in problems}) is not is_row


def with_table(ref: str, *, totals: bool = False) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        sheet.add_table(Table(displayName="Actions", ref=ref, totalsRowCount=1 if totals else None))

    return edit


def test_rows_below_the_table_are_read_and_told_in_one_line(tmp_path: Path) -> None:
    tracker, problems = read(tmp_path, with_table("A1:I2"))

    assert [(each.code, each.where.cell, each.severity) for each in problems] == [
        ("below-the-table", "Actions!A3", "warning")
    ]
    assert len(tracker.actions) == 2


def test_a_row_typed_into_the_row_of_totals_is_read_and_told(tmp_path: Path) -> None:
    tracker, problems = read(tmp_path, with_table("A1:I3", totals=True))

    assert [(each.code, each.where.cell) for each in problems] == [("below-the-table", "Actions!A3")]
    assert [each.ref for each in tracker.actions] == ["R1.1", "R2.1"]


def test_a_row_of_totals_is_no_problem_and_words_in_it_are(tmp_path: Path) -> None:
    def totals(sheet: Worksheet) -> None:
        put({"A4": "Total", "G4": "=SUM(G2:G3)"})(sheet)
        with_table("A1:I4", totals=True)(sheet)

    def words(sheet: Worksheet) -> None:
        totals(sheet)
        sheet["C4"] = "R2.1 is on hold"

    assert read(tmp_path, totals)[1] == []
    assert [each.code for each in read(tmp_path, words)[1]] == ["note-in-table"]


def test_words_where_no_column_is_are_one_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path, put({"M2": "This was abandoned", "N3": "Ask Ann", "M3": "and this"}))

    assert [(each.code, each.where.cell) for each in problems] == [("words-outside", "Actions!M2")]
    assert "Actions!M2:M3, N3" in problems[0].message


@pytest.mark.parametrize("cell", ["C1", "D2", "C3"])
def test_words_above_the_header_are_told_but_no_title(tmp_path: Path, cell: str) -> None:
    path = save_tracker(tmp_path / "tracker.xlsx", small_tracker(), first_row=4)
    workbook = load_workbook(path)
    workbook["Actions"]["A1"] = "Actions of the council"
    workbook["Actions"]["A2"] = "Kept by Performance"
    workbook["Actions"][cell] = "R1.1 is on hold"
    workbook.save(path)

    problems = [each for each in load(read_workbook(path, SHEETS))[1] if each.where.sheet == "Actions"]

    assert [(each.code, each.where.cell) for each in problems if each.severity != "information"] == [
        ("words-outside", f"Actions!{cell}")
    ]


DRAWING = """<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">
<xdr:oneCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:pic/></xdr:oneCellAnchor>
<xdr:twoCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:sp/></xdr:twoCellAnchor>
</xdr:wsDr>"""


def with_drawing(path: Path, target: Path) -> Path:
    """The workbook with a picture at E5 and a text box at J2 of Actions."""
    relation = (
        '<Relationship Id="rId99" Target="/xl/drawings/drawing9.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"/></Relationships>'
    )
    with ZipFile(path) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/_rels/sheet2.xml.rels":
                content = content.replace(b"</Relationships>", relation.encode())
            new.writestr(name, content)
        new.writestr("xl/drawings/drawing9.xml", DRAWING)
    return target


def test_notes_text_boxes_and_pictures_are_told_once_a_sheet_with_their_cells(tmp_path: Path) -> None:
    path = save_tracker(tmp_path / "plain.xlsx", small_tracker())
    workbook = load_workbook(path)
    for cell in ("C2", "C3"):
        workbook["Actions"][cell].comment = Comment("Ask Ann", "Ben")
    workbook.save(path)

    problems = load(read_workbook(with_drawing(path, tmp_path / "tracker.xlsx"), SHEETS))[1]

    [told] = [each for each in problems if each.code == "notes-not-read"]
    assert told.where.sheet == "Actions"
    assert "notes or comments at C2, C3; pictures at E5; text boxes at J2" in told.message


def test_the_samples_have_none_of_these() -> None:
    codes = {"note-in-table", "below-the-table", "words-outside", "notes-not-read"}
    for sample in ("april_2010.xlsx", "october_2010.xlsx"):
        problems = load(read_workbook(SAMPLES / sample, SHEETS))[1]
        assert not codes & {each.code for each in problems}, sample
