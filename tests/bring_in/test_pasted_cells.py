"""Cells that pasting has parted are joined; rows of their own, for each action of a recommendation, are not."""

from dataclasses import replace
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.bring_theirs import bring_theirs, propose, read_theirs
from audit_report.bring_in.their_file.open_file import open_file
from audit_report.bring_in.their_tables.pasted_cells import with_whole_cells
from tests.bring_in.layouts import workbook

DESIGNS = Path(__file__).parent / "designs"


def test_a_row_of_the_word_table_is_a_row_again() -> None:
    [grid] = open_file(DESIGNS / "word_table_pasted.xlsx").grids
    whole = with_whole_cells(grid)
    assert (
        grid.shown(9, 1)
        == "Changes to supplier bank details are not verified with the supplier before payment."
    )
    assert whole.shown(9, 1).splitlines()[1:] == [
        "Recommendation: management should put right the weakness in supplier bank details.",
        "(Medium)",
    ]
    assert whole.shown(10, 1) == ""
    words = sorted(
        word for row in grid.cells.values() for cell in row.values() for word in cell.shown.split()
    )
    joined = sorted(
        word for row in whole.cells.values() for cell in row.values() for word in cell.shown.split()
    )
    assert joined == words


def test_what_is_not_brought_in_names_all_the_rows_of_a_cell() -> None:
    theirs = read_theirs([DESIGNS / "word_table_pasted.xlsx"])
    given = propose(theirs).map
    [design] = given.designs
    columns = {
        **design.columns,
        "Recommendation and Rating": "",
        "Management Response": "Recommendations: Recommendation",
    }
    outcome = bring_theirs(theirs, replace(given, designs=(replace(design, columns=columns),)))
    assert "Sheet1!B10:B12" in {line.where for line in outcome.account.lines}


def test_rows_of_actions_under_a_merged_recommendation_stay_rows(tmp_path: Path) -> None:
    table = [("Ref", "Recommendation", "Action", "Owner", "Update")]
    for number in range(4):
        for action in range(2):
            first = (f"R{number}", f"Recommendation number {number}") if action == 0 else (None, None)
            table.append((*first, f"Do {number} {action}", "Ann Archer", f"Done in part {number}.{action}"))

    def merge(sheet: Worksheet) -> None:
        for top in (2, 4, 6, 8):
            for column in "AB":
                sheet.merge_cells(f"{column}{top}:{column}{top + 1}")
        sheet.merge_cells("D2:D3")
        sheet.merge_cells("D6:D7")

    [grid] = open_file(workbook(tmp_path, {"Register": table}, merge)).grids
    assert with_whole_cells(grid) is grid
