"""Tables are found wherever they start, and rows that hold nothing to bring in are passed over."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.their_file.open_file import open_file
from audit_report.bring_in.their_tables.find_tables import Table, find_tables
from audit_report.bring_in.their_tables.row_roles import Role
from tests.bring_in.layouts import SIMPLE, TRACKERS, Rows, workbook


def tables(folder: Path, rows: Rows, *merged: str) -> list[Table]:
    def touch(sheet: Worksheet) -> None:
        for each in merged:
            sheet.merge_cells(each)

    [grid] = open_file(workbook(folder, {"Register": rows}, touch)).grids
    return find_tables(grid)


def test_a_header_is_found_below_titles_and_facts(tmp_path: Path) -> None:
    rows = [("Internal Audit: Payroll",), ("Assurance opinion:", "Limited"), (), *SIMPLE]
    [table] = tables(tmp_path, rows)
    assert table.span == "Register!A4:F6"
    assert [title.text for title in table.titles] == ["Internal Audit: Payroll"]
    assert [(fact.label, fact.cell.shown) for fact in table.facts] == [("Assurance opinion", "Limited")]
    assert [row.cells["Ref"].shown for row in table.rows] == ["IA1", "IA2"]


def test_headers_of_two_rows_are_joined_over_merged_cells(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Recommendation", "Due date", None, "Status"),
        (None, None, "Original", "Revised", None),
        ("R1", "Do this", "1/1/2026", "1/2/2026", "Open"),
    ]
    [table] = tables(tmp_path, rows, "A1:A2", "B1:B2", "C1:D1", "E1:E2")
    assert list(table.columns) == [
        "Ref",
        "Recommendation",
        "Due date: Original",
        "Due date: Revised",
        "Status",
    ]
    assert len(table.rows) == 1


def test_headings_stand_over_the_rows_beneath_them(tmp_path: Path) -> None:
    header, first, second = SIMPLE
    [table] = tables(
        tmp_path, [header, ("Finance",), ("Payroll",), first, ("Procurement",), second, ("A note",)]
    )
    assert [[heading.text for heading in row.under] for row in table.rows] == [
        ["Finance", "Payroll"],
        ["Finance", "Procurement"],
    ]
    assert table.passed == {6: Role.NOTE}


def test_guidance_totals_repeated_headers_and_lone_formulas_are_passed_over(tmp_path: Path) -> None:
    header, first, second = SIMPLE
    guidance = ("Unique identifier", "Describe", "What will be done", "Person", "Date", "Pick one")
    total = ("Total", 2, None, None, None, None)
    lone = (None, None, None, None, '=IF(A9="","",A9)', None)
    [table] = tables(tmp_path, [header, guidance, first, header, second, total, lone])
    assert [row.cells["Ref"].shown for row in table.rows] == ["IA1", "IA2"]
    assert table.passed == {1: Role.GUIDANCE, 3: Role.AGAIN, 5: Role.TOTAL, 6: Role.FORMULAS}


def test_tables_side_by_side_and_below_one_another_are_told_apart(tmp_path: Path) -> None:
    left = [("Ref", "Recommendation"), ("R1", "Do this well"), ("R2", "Do that well")]
    right = [
        ("No", "Finding", "Owner"),
        ("1", "It is late again", "Ann Archer"),
        ("2", "It is lost again", "Ben Baker"),
    ]
    rows = [(*one, None, *other) for one, other in zip(left, right, strict=True)]
    found = tables(tmp_path, [*rows, (), *SIMPLE])
    assert [table.span for table in found] == ["Register!A1:B3", "Register!D1:F3", "Register!A5:F7"]


def test_an_empty_column_within_a_table_does_not_part_it(tmp_path: Path) -> None:
    [table] = tables(
        tmp_path, [("Ref", "Recommendation", None, "Colour code"), ("R1", "Do this well", None, "Blue")]
    )
    assert list(table.columns) == ["Ref", "Recommendation", "Colour code"]


@pytest.mark.parametrize("rows", [(), (("Just words",),), (("a", "b"), (1, 2), (3, 4))])
def test_a_sheet_without_headers_has_no_table(tmp_path: Path, rows: Rows) -> None:
    assert tables(tmp_path, rows) == []


@pytest.mark.parametrize(
    ("name", "spans", "rows"),
    [
        ("t1_two_row_header_colour_rag.xlsx", ["Table A live!A3:J10"], 4),
        ("t2_quarter_columns_brag.xlsx", ["CQC action plan!A1:K5"], 4),
        ("t4_sheet_per_audit_opinion.xlsx", ["Payroll!A5:I8", "Procurement!A5:I7"], 5),
        ("t6_guidance_rows_formula_rows.xlsx", ["Open items!A3:H5"], 1),
        ("half_match.xlsx", ["Actions!A1:H2"], 1),
    ],
)
def test_the_four_layouts_and_the_half_match(name: str, spans: list[str], rows: int) -> None:
    found = [table for grid in open_file(TRACKERS / name).grids for table in find_tables(grid)]
    assert [table.span for table in found] == spans
    assert sum(len(table.rows) for table in found) == rows
