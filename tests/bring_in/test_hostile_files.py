"""Files that are far too large for what they hold, or hold nothing to read, end in a sentence and in time."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from audit_report.bring_in.bring_theirs import bring_theirs, propose, read_theirs
from audit_report.bring_in.their_file.grids import UnreadableFileError
from audit_report.bring_in.their_file.open_file import open_file
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.bring_in.layouts import SIMPLE, workbook
from tests.limited import limited_run

_SHEET = "xl/worksheets/sheet1.xml"


def with_sheet(path: Path, change: Callable[[str], str]) -> Path:
    """The workbook with its first sheet's XML changed."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_SHEET] = change(parts[_SHEET].decode()).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_million_blank_rows_are_passed_over(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{row}" ht="15" customHeight="1"/>' for row in range(10, 1_000_010))
    path = workbook(tmp_path, {"Register": SIMPLE})
    with_sheet(path, lambda xml: xml.replace("</sheetData>", f"{blank}</sheetData>"))

    done = limited_run("import", path, "-o", tmp_path / "tracker.xlsx", "--yes")

    assert done.returncode == 0, done.stderr
    assert len(load(read_workbook(tmp_path / "tracker.xlsx", SHEETS))[0].recommendations) == 2


@pytest.mark.parametrize(
    "more",
    [
        '<row r="9">' + '<c r="A9"><v>1</v></c>' * 600_000 + "</row>",
        "<row><c><v>1</v></c></row>" * 600_000,
    ],
    ids=["one cell again and again", "cells without addresses"],
)
def test_more_cells_than_a_tracker_has_are_refused(tmp_path: Path, more: str) -> None:
    path = workbook(tmp_path, {"Register": SIMPLE})
    with_sheet(path, lambda xml: xml.replace("</sheetData>", f"{more}</sheetData>"))

    done = limited_run("import", path, "-o", tmp_path / "tracker.xlsx")

    assert done.returncode == 2
    assert "too large" in done.stderr


@pytest.mark.parametrize(
    "properties", ["<coreProperties", "<a/>", "", "<a xmlns:t='t'><t:modified>soon</t:modified></a>"]
)
def test_properties_that_say_no_day_are_no_day(tmp_path: Path, properties: str) -> None:
    path = workbook(tmp_path, {"Register": SIMPLE})
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, properties if name == "docProps/core.xml" else content)
    assert open_file(path).changed is None


def test_a_cell_longer_than_excel_allows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text(f"Ref,Recommendation\nR1,{'x' * 40_000}\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="32,767 characters"):
        open_file(path)


def test_a_sheet_with_a_picture_alone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "theirs.xlsx"
    made = Workbook()
    made.worksheets[0].title = "Scan"
    made.save(path)
    with ZipFile(path, "a") as archive:
        archive.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
            'Target="../drawings/drawing1.xml"/></Relationships>',
        )
        archive.writestr("xl/drawings/drawing1.xml", "<wsDr/>")
    assert open_file(path).remarks == (
        "Scan: the sheet holds a picture and no cells; what a picture shows cannot be read.",
    )


def test_a_thousand_recommendations_of_many_audits(tmp_path: Path) -> None:
    header, first, _ = SIMPLE
    rows = [("Audit", *header), *((f"Audit of {n % 130}", f"R{n}", *first[1:]) for n in range(1000))]
    path = workbook(tmp_path, {"Register": rows})
    theirs = read_theirs([path])
    outcome = bring_theirs(theirs, propose(theirs).map)
    assert outcome.content()
    assert [len(outcome.brought.rows[sheet]) for sheet in ("Assessments", "Recommendations")] == [130, 1000]
