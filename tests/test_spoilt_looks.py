"""Every cell of October in another look: struck out, as a month, as a percentage, as a formula. Nothing in silence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from audit_report.model.own_scales import entries
from audit_report.model.tracker import TABLES
from audit_report.problems import Problem
from audit_report.schema.raw_values import Raw
from audit_report.schema.reading import Reading
from audit_report.schema.record import Column, Record
from audit_report.workbook_in.headers import Header, find_header
from audit_report.workbook_in.load_records import load, load_sheet
from audit_report.workbook_in.read_cells import is_blank
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile, read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from audit_report.workbook_in.styles_of_cells import CellStyles, Font

OCTOBER = Path(__file__).parent.parent / "sample_data" / "october_2010.xlsx"
LOOKS: Mapping[str, tuple[Font, str]] = {
    "struck out": (Font(struck_out=True), "General"),
    "a month": (Font(), "mmm-yy"),
    "a year": (Font(), "yyyy"),
    "a percentage": (Font(), "0%"),
    "a form of its own": (Font(), '"No. "000'),
    "a fraction": (Font(), "# ?/?"),
    "another font": (Font("Arial"), "General"),
    "symbols": (Font("Wingdings 2"), "General"),
}
ALWAYS_TOLD = ("struck out", "symbols")


@cache
def october() -> tuple[WorkbookFile, Reading]:
    workbook = read_workbook(OCTOBER, SHEETS)
    tracker, _ = load(workbook)
    return workbook, Reading(tracker.details.data_as_at, scales=entries(tracker.scales))


def looking(sheet: Sheet, row: int, at: int, look: str) -> Sheet:
    """The sheet with one cell (0-based) in another look."""
    font, code = LOOKS[look]
    looks = sheet.looks
    styles = [list(each) for each in sheet.styles]
    styles[row][at] = len(looks.fonts)
    return replace(
        sheet, styles=styles, looks=CellStyles((*looks.number_formats, code), (*looks.fonts, font))
    )


def one_row(sheet: Sheet, header: Header, row: int) -> Sheet:
    cells = sheet.cells.copy()
    cells.iloc[header.row + 1 : row] = ""
    cells.iloc[row + 1 :] = ""
    return replace(sheet, cells=cells)


def filled(record: type[Record]) -> Iterator[tuple[Sheet, int, int, Column, Raw]]:
    """Every cell that people have filled in, with a sheet that has its row alone."""
    sheet = october()[0].sheets[record.sheet]
    header, _ = find_header(sheet, record)
    assert header
    for row in range(header.row + 1, len(sheet.cells)):
        alone = one_row(sheet, header, row)
        for column in record.columns:
            at = header.columns[column.name]
            if not column.worked_out and not is_blank(raw := sheet.raw(row, at)):
                yield alone, row, at, column, raw


def read(record: type[Record], sheet: Sheet) -> tuple[Record | None, list[Problem]]:
    records, problems = load_sheet(sheet, record, october()[1])
    return next(iter(records or ()), None), problems


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.sheet)
@pytest.mark.parametrize("look", LOOKS)
def test_no_look_changes_what_a_cell_says_in_silence(record: type[Record], look: str) -> None:
    """What is struck out or in symbols is always told; any other look leaves the value, or is told."""
    silent = []
    for sheet, row, at, column, raw in filled(record):
        before, known = read(record, sheet)
        now, problems = read(record, looking(sheet, row, at, look))
        is_same = before and now and getattr(before, column.name) == getattr(now, column.name)
        must_be_told = look in ALWAYS_TOLD or (not is_same and not isinstance(raw, float))
        if must_be_told and len(problems) <= len(known):
            silent.append((column.header, row + 1, raw))

    assert silent == []


def test_a_colour_says_nothing(tmp_path: Path) -> None:
    """A colour is for the eye: nobody's words, dates or ratings are others for it."""
    coloured = tmp_path / OCTOBER.name
    with ZipFile(OCTOBER) as made, ZipFile(coloured, "w") as archive:
        for name in made.namelist():
            part = made.read(name)
            if name == "xl/styles.xml":
                part, count = re.subn(rb'fillId="\d+"', b'fillId="4"', part)
                assert count
            archive.writestr(name, part)
    of_october, of_coloured = (
        [[as_read(row) for row in rows] for rows in load(read_workbook(path, SHEETS))[0].tables]
        for path in (OCTOBER, coloured)
    )
    assert of_october == of_coloured


def as_read(row: Record) -> list[object]:
    return [getattr(row, column.name) for column in row.columns]


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.sheet)
def test_no_formula_that_changes_by_itself_passes_for_an_entry(record: type[Record]) -> None:
    silent = []
    for sheet, row, at, column, raw in filled(record):
        _, problems = read(
            record, replace(sheet, formulas={**sheet.formulas, (row, at): 'IF(TRUE,NOW(),"")'})
        )
        if "changes-by-itself" not in {each.code for each in problems}:
            silent.append((column.header, row + 1, raw))

    assert silent == []


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.sheet)
def test_a_note_at_a_cell_is_told(record: type[Record]) -> None:
    sheet = october()[0].sheets[record.sheet]

    _, problems = read(record, replace(sheet, comments=["C7"]))

    assert [each.code for each in problems].count("notes-not-read") == 1
