"""What is true of a whole column, or of the whole register, is one problem."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from audit_report.pipeline import check_workbook
from audit_report.problems import Problem
from tests.trackers import Sheets, save_tracker, small_tracker

ROWS = 6


def register() -> Sheets:
    """Six recommendations like R2, each with an action that is complete and an update."""
    sheets = small_tracker()
    for sheet, ref in (("Recommendations", "R{}"), ("Actions", "R{}.1"), ("Progress updates", "")):
        first = sheets[sheet][1]
        column = next(iter(first))
        own = {"Recommendation ref": "R{}"} | ({column: ref} if ref else {})
        rows = [
            first | {header: text.format(number) for header, text in own.items()}
            for number in range(2, ROWS + 2)
        ]
        sheets[sheet] = [{**dict.fromkeys(small_tracker()[sheet][0]), **row} for row in rows]
    sheets["Date changes"] = [dict.fromkeys(sheets["Date changes"][0])]
    return sheets


def told(sheets: Sheets, folder: Path, code: str) -> Sequence[Problem]:
    return [
        each
        for each in check_workbook(save_tracker(folder / "tracker.xlsx", sheets)).problems
        if each.code == code
    ]


@pytest.mark.parametrize(
    ("sheet", "header", "code"),
    [
        ("Actions", "Evidence", "complete-without-evidence"),
        ("Actions", "Quality", "quality-not-judged"),
        ("Actions", "Action", "required-blank"),
        ("Recommendations", "Service impact", "no-priority"),
        ("Progress updates", "Approved on", "update-not-approved"),
    ],
)
def test_a_blank_column_is_one_problem(sheet: str, header: str, code: str, tmp_path: Path) -> None:
    sheets = register()
    assert not told(sheets, tmp_path, code)
    for row in sheets[sheet]:
        row[header] = None
    [problem] = told(sheets, tmp_path, code)

    assert problem.where.row == 2
    assert f"all of {ROWS} rows" in problem.message
    assert f":{problem.where.column}{ROWS + 1}" in problem.message


def test_a_register_that_nobody_has_reported_on_is_one_problem(tmp_path: Path) -> None:
    sheets = register()
    sheets["Progress updates"] = [dict.fromkeys(sheets["Progress updates"][0])]
    assert len(told(sheets, tmp_path, "no-update")) == 1


def test_all_but_one_are_a_problem_each(tmp_path: Path) -> None:
    sheets = register()
    for row in sheets["Actions"][1:]:
        row["Evidence"] = None
    assert len(told(sheets, tmp_path, "complete-without-evidence")) == ROWS - 1


def test_a_few_rows_are_a_problem_each(tmp_path: Path) -> None:
    sheets = small_tracker()
    for row in sheets["Actions"]:
        row["Action"] = None
    assert len(told(sheets, tmp_path, "required-blank")) == len(sheets["Actions"])
