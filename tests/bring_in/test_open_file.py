"""Any format becomes grids of what a person sees."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.their_file.fills_and_strikes import colour_name
from audit_report.bring_in.their_file.grids import UnreadableFileError
from audit_report.bring_in.their_file.open_file import open_file
from audit_report.schema.raw_values import NotCalculated
from tests.bring_in.layouts import CHANGED, SIMPLE, workbook
from tests.spreadsheet import converted


def test_a_cell_is_read_as_it_looks(tmp_path: Path) -> None:
    def touch(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A1"].number_format = datetime(2024, 9, 1), "mmm-yy"
        sheet["A2"], sheet["A2"].number_format = 0.85, "0%"
        sheet["A3"].fill = PatternFill("solid", fgColor="FFC000")
        sheet["A4"], sheet["A4"].font = "gone", Font(strike=True)
        sheet["A5"] = CellRichText(TextBlock(InlineFont(strike=True), "31/3/24"), " 30/6/24")
        sheet["A6"] = "=B1+30"
        sheet["A7"] = datetime(2024, 9, 1)
        sheet["A7"].comment = Comment("Ask Ann", "Ben")

    file = open_file(workbook(tmp_path, {"Sheet": ()}, touch))
    [grid] = file.grids
    cells = {row + 1: grid.cells[row][0] for row in grid.cells}
    assert file.changed == CHANGED.date()
    assert (cells[1].shown, cells[1].is_month) == ("September 2024", True)
    assert cells[2].shown == "85%"
    assert (cells[3].shown, cells[3].colour) == ("", "Amber")
    assert (cells[4].shown, cells[4].struck) == ("", "gone")
    assert (cells[5].shown, cells[5].struck) == ("30/6/24", "31/3/24")
    assert cells[6].value == NotCalculated("B1+30")
    assert not cells[6].is_calculated
    assert (cells[7].shown, cells[7].is_month) == ("1 September 2024", False)
    assert grid.notes == {(6, 0): "Ask Ann"}


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ("FF0000", "Red"), ("C00000", "Red"), ("FFC7CE", "Red"), ("FFC000", "Amber"), ("FFFF00", "Amber"),
        ("ED7D31", "Amber"), ("00B050", "Green"), ("92D050", "Green"), ("0070C0", "Blue"), ("5B9BD5", "Blue"),
        ("7030A0", "Purple"), ("A6A6A6", "Grey"), ("FFFFFF", ""), ("000000", ""),
    ],
)  # fmt: skip
def test_the_usual_fills_have_the_names_that_people_give_them(rgb: str, name: str) -> None:
    assert colour_name(rgb) == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separated_values_are_read_whatever_their_encoding_and_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    rows = [
        ["Ref", "Recommendation"],
        ["R1", "Review the council’s “loss” of £5, again"],
        ["R2", "Don't, please; don't"],
    ]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    path = tmp_path / "theirs.csv"
    path.write_bytes(text.encode(encoding))
    [grid] = open_file(path).grids
    assert [[cell.shown for cell in grid.cells[row].values()] for row in sorted(grid.cells)] == rows


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_formats_give_the_same_values(tmp_path: Path, kind: str, soffice: Path) -> None:
    path = workbook(tmp_path, {"Register": SIMPLE})
    other = open_file(converted(soffice, path, kind, tmp_path / "out"))
    [grid], [known] = other.grids, open_file(path).grids
    assert {at: cell.shown for at, cell in grid.cells[2].items()} == {
        at: cell.shown for at, cell in known.cells[2].items()
    }
    assert "save it as .xlsx" in other.remarks[0]


def test_a_day_is_the_files_own_never_the_disks(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text("Ref,Recommendation\nR1,Do\n", encoding="utf-8")
    assert open_file(path).changed is None
    assert open_file(workbook(tmp_path, {"S": SIMPLE})).changed == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "damaged and cannot be read"),
        (b"PK\x03\x04rest", "damaged and cannot be read"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"\x00\x01\x02\x00", "not a text file"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "theirs.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=says):
        open_file(path)
