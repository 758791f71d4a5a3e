"""Every formula of a written tracker has its value beside it: the program's own answer, and LibreOffice's."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from audit_report.pipeline import check_workbook
from audit_report.workbook_out.calculation.formula_reader import functions_in
from audit_report.workbook_out.calculation.spreadsheet_functions import ASKING, CHOOSING, OF_CELLS, OF_VALUES
from audit_report.workbook_out.column_names import HEADER_ROW
from audit_report.workbook_out.template import new_workbook, save
from audit_report.workbook_out.xlsx_out import workbook_bytes
from tests.spreadsheet import converted
from tests.workbook_out.test_spoilt_formulas import tracker as spoilt_tracker
from tests.workbook_out.test_template_formulas import SETTINGS, answers, disagreements, tracker

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "workbook_templates" / "audit_tracker.xlsx"
SAMPLES = sorted(ROOT.joinpath("sample_data").glob("*.xlsx"))
RECOMMENDATIONS = 300
PLANTED = {"problems": {"Original due date": "WORKDAY", "Current due date": "", "Row check": ""}}
"""The columns of a formula planted in the sample of problems that cannot be worked out, and of what rests on it."""

_STORED = re.compile(rb'( t="\w+")?><f>([^<]*)</f>(<v>[^<]*</v>|<v/>|<v></v>)')


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """The formulas of a workbook by sheet and cell."""
    return {
        (sheet.title, cell.coordinate): str(cell.value)[1:]
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def stored(path: Path) -> dict[tuple[str, str], object]:
    """What the formulas' cells show to a program that works nothing out."""
    workbook = load_workbook(path, data_only=True)
    return {(sheet, cell): workbook[sheet][cell].value or None for sheet, cell in formulas(path)}


def without_values(path: Path, to: Path) -> Path:
    """The workbook as if nothing had been worked out."""
    with ZipFile(path) as source, ZipFile(to, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content = _STORED.sub(rb"><f>\2</f>", content)
            target.writestr(name, content)
    return to


@pytest.mark.parametrize("path", [TEMPLATE, *SAMPLES], ids=lambda path: path.stem)
def test_every_formula_is_made_of_known_functions_and_has_a_value(path: Path) -> None:
    known = {*OF_CELLS, *OF_VALUES, *ASKING, *CHOOSING, *PLANTED.get(path.stem, {}).values()}
    used = {name for formula in formulas(path).values() for name in functions_in(formula)}
    assert used <= known
    with ZipFile(path) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    without = sum(sheet.count(b"<f>") - sheet.count(b"</f><v>") for sheet in sheets)
    assert without == len(PLANTED.get(path.stem, {}))


def test_every_known_function_is_used() -> None:
    used = {name for path in SAMPLES for formula in formulas(path).values() for name in functions_in(formula)}
    assert {*OF_CELLS, *OF_VALUES, *ASKING, *CHOOSING} - used == {"MAX"}  # which the defined names use


@pytest.mark.parametrize("name", [TEMPLATE.stem, *(path.stem for path in SAMPLES), "random", "spoilt"])
def test_stored_values_are_those_that_libreoffice_works_out(name: str, soffice: Path, tmp_path: Path) -> None:
    path = next((each for each in (TEMPLATE, *SAMPLES) if each.stem == name), tmp_path / f"{name}.xlsx")
    if name == "random":
        tracker(path, RECOMMENDATIONS, *SETTINGS[0][1:])
    if name == "spoilt":
        spoilt_tracker(path, 3, RECOMMENDATIONS, {})
    bare = without_values(path, tmp_path / "bare.xlsx")
    recalculated = load_workbook(converted(soffice, bare, "xlsx", tmp_path / "out"), data_only=True)
    own = stored(path)
    assert {value for value in stored(bare).values() if value is not None} == set()
    differences = {
        place: (value, recalculated[place[0]][place[1]].value)
        for place, value in own.items()
        if value != (recalculated[place[0]][place[1]].value or None)
    }
    assert all(own[place] is None for place in differences)
    assert len(differences) <= len(PLANTED.get(name, {}))


@pytest.mark.parametrize("setting", SETTINGS, ids=["current", "original"])
def test_openpyxl_and_pandas_read_the_programs_own_ratings(setting: tuple[int, ...], tmp_path: Path) -> None:
    path = tracker(tmp_path / "tracker.xlsx", RECOMMENDATIONS, *setting[1:])  # type: ignore[arg-type]  # a setting is any of the parameters
    checked = check_workbook(path)
    assert disagreements(checked) == []
    assert len(list(answers(checked))) > RECOMMENDATIONS * 4
    frame = pd.read_excel(path, sheet_name="Recommendations", header=HEADER_ROW - 1, engine="openpyxl")
    shown = frame["Status (Annex 2)"].dropna().tolist()
    assert shown == [rated.status.name for rated in checked.assessed.recommendations if rated.status]


def test_a_formula_with_something_unknown_in_it_is_left_to_the_spreadsheet(tmp_path: Path) -> None:
    workbook = new_workbook()
    del workbook["Annex 2"]
    workbook["Dashboard"]["K1"] = "=WORKDAY(1,2)"
    save(workbook, tmp_path / "tracker.xlsx")
    values = stored(tmp_path / "tracker.xlsx")
    assert values["Dashboard", "K1"] is None
    assert values["Dashboard", "A3"] == "Data as at is not filled in yet"
    with ZipFile(tmp_path / "tracker.xlsx") as archive:
        assert b"<f>WORKDAY(1,2)</f><v" not in archive.read("xl/worksheets/sheet2.xml").replace(b"<v/>", b"")


CASES = [
    ("ROW()", 1),
    ('0.1+0.2&""', "0.3"),
    ('1/3&""', "0.333333333333333"),
    ("B1+1", 40_179),
    ("YEAR(B1)&MONTH(B1)", "200912"),
    ("EDATE(DATE(2010,1,31),1)", 40_237),
    ("DATE(2009,14,1)", 40_210),
    ('B3=""', True),
    ("B3=0", True),
    ('"red"="Red"', True),
    ('"10"<9', False),
    ("IF(B3,1)", False),
    ("B3", 0),
    ("INT(-1.5)", -2),
    ("ROUND(2.675,2)", 2.68),
    ("ROUND(-0.5,0)", -1),
    ('COUNTIF(B4:B8,"")', 1),
    ('COUNTIF(B4:B6,"?*")', 2),
    ('COUNTIF(B4:B8,">4")', 1),
    ('COUNTIF(B4:B8,"<>red")', 3),
    ('COUNTIFS(B4:B8,"RED",B4:B8,"r*")', 2),
    ('MATCH("red",B4:B8,0)', 1),
    ("MATCH(5,B4:B8,0)", 4),
    ('IFERROR(MATCH("blue",B4:B8,0),"none")', "none"),
    ('MATCH("blue",B4:B8,0)', "#N/A"),
    ('"a"*1', "#VALUE!"),
    ("1/B3", "#DIV/0!"),
    ('SUMPRODUCT(--ISNUMBER(SEARCH("RED",B4:B8)))', 3),
    ('SUMPRODUCT(MAX((B4:B8<>"")*ROW(B4:B8)))', 8),
    ("SUM(INDEX(B4:B8,2):INDEX(B4:B8,ROWS(B4:B8)))", 5),
    ('TRIM("  a   b ")', "a b"),
    ("RIGHT(2011,2)", "11"),
    ("-2+3", 1),
    ('"say ""so"""', 'say "so"'),
]  # fmt: skip
"""Formulas, and what each comes to where column B is a day, TRUE, nothing, Red, red, nothing, 5 and Redder."""


def test_formulas_come_to_what_spreadsheets_say(soffice: Path, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row, value in enumerate((40_178, True, None, "Red", "red", None, 5, "Redder"), start=1):
        sheet.cell(row, 2, value)
    for column, (formula, _) in enumerate(CASES, start=3):
        sheet.cell(1, column, f"={formula}")
    path = tmp_path / "cases.xlsx"
    path.write_bytes(workbook_bytes(workbook, ()))
    own = [cell.value for cell in load_workbook(path, data_only=True).worksheets[0][1][2:]]
    assert dict(zip(CASES, own, strict=True)) == {case: case[1] for case in CASES}
    bare = converted(soffice, without_values(path, tmp_path / "bare.xlsx"), "xlsx", tmp_path / "out")
    theirs = [
        cell.value for cell in load_workbook(BytesIO(bare.read_bytes()), data_only=True).worksheets[0][1][2:]
    ]
    assert theirs == own
