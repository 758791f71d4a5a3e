"""What a tracker should not be: a sentence on each, and whatever can be brought in is."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.bring_theirs import bring_theirs, nothing_found, propose, read_theirs
from tests.bring_in.layouts import SIMPLE, Rows, workbook

_DRAWING = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
    'Target="../drawings/drawing1.xml"/></Relationships>'
)


def formulas(column: int, formula: str) -> Rows:
    return [SIMPLE[0], *((*row[:column], formula, *row[column + 1 :]) for row in SIMPLE[1:])]


@pytest.mark.parametrize(
    ("column", "formula"), [(4, "=DATE(2026,6,30)"), (5, '=IF(1=1,"Open","")'), (2, "=A1")]
)
def test_formulas_never_worked_out_are_told_and_taken_for_no_words(
    tmp_path: Path, column: int, formula: str
) -> None:
    theirs = read_theirs([workbook(tmp_path, {"Register": formulas(column, formula)})])
    proposal = propose(theirs)
    outcome = bring_theirs(theirs, proposal.map)
    assert not any("=" in word for words in proposal.map.words.values() for word in words)
    assert (
        "Register!A1:F3: 2 cells with an error or a formula that no program has worked out: open the file in Excel, "
        "save it, and bring it in again."
    ) in outcome.said
    rows = [
        row
        for of_sheet in (outcome.brought.rows, outcome.brought.own)
        for each in of_sheet.values()
        for row in each
    ]
    assert not [found for row in rows for found in row.values() if str(found.value).startswith("=")]
    named = {line.where: line.why for line in outcome.account.lines}
    assert named[f"Register!{'ABCDEF'[column]}2"].startswith("no program has worked the formula out")


def test_a_picture_of_a_table_under_a_title_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Scan": [("Audit recommendations at 31 March",)]})
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/_rels/sheet1.xml.rels", _DRAWING)
        archive.writestr("xl/drawings/drawing1.xml", "<wsDr/>")
    said, _ = nothing_found(read_theirs([path]))
    assert said.endswith(
        "nothing of it is brought in. It holds a picture; what a picture shows cannot be read."
    )


def test_a_protected_sheet_is_read_like_any_other(tmp_path: Path) -> None:
    def protect(sheet: Worksheet) -> None:
        sheet.protection.sheet = True

    theirs = read_theirs([workbook(tmp_path, {"Register": SIMPLE}, protect)])
    outcome = bring_theirs(theirs, propose(theirs).map)
    assert len(outcome.brought.rows["Recommendations"]) == 2
