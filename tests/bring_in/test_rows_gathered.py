"""Which of their rows are one recommendation, and which of its actions rows of their own."""

from datetime import date
from pathlib import Path

from audit_report.bring_in.the_map.import_map import KEEP
from tests.bring_in.layouts import SIMPLE, workbook
from tests.bring_in.outcomes import brought, register, rows


def test_several_actions_in_a_cell_become_rows_unless_the_map_says_not(tmp_path: Path) -> None:
    header, first, _ = SIMPLE
    table = [header, (*first[:2], "1. Set it up\n2. Run it each month", *first[3:])]
    assert rows(register(tmp_path, table), "Actions", "Action ref", "Action") == [
        ("IA1.1", "Set it up"),
        ("IA1.2", "Run it each month"),
    ]
    whole = register(tmp_path, table, several_actions_in_a_cell=KEEP)
    assert rows(whole, "Actions", "Action") == [("1. Set it up\n2. Run it each month",)]


def test_rows_below_a_recommendation_are_its_own(tmp_path: Path) -> None:
    table = [
        SIMPLE[0],
        ("IA1", "Reconcile the rent account", "Set it up", "Ann Archer", "30/6/2026", "On track"),
        (None, None, "Run it", "Ben Baker", "30/9/2026", "Not started"),
        ("IA2", "Document the write-off policy", "Write it", "Ben Baker", "31/3/2026", "Overdue"),
    ]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Actions", "Recommendation ref", "Action ref", "Action", "Original due date") == [
        ("IA1", "IA1.1", "Set it up", date(2026, 6, 30)),
        ("IA1", "IA1.2", "Run it", date(2026, 9, 30)),
        ("IA2", "IA2.1", "Write it", date(2026, 3, 31)),
    ]
    assert rows(outcome, "Recommendations", "Delivery leads")[0] == ("Ann Archer\nBen Baker",)


def test_paragraphs_below_a_merged_ref_are_one_text(tmp_path: Path) -> None:
    table = [
        ("Ref", "Recommendation", "Responsible officer", "Due date", "Comments"),
        ("R1", "Reconcile the rent account", "Ann Archer", "30/6/2026", "Begun in March"),
        (None, "and the suspense account.", None, None, "Half done by May"),
        ("R2", "Document the write-off policy", "Ben Baker", "31/3/2026", None),
    ]
    outcome = register(tmp_path, table, lambda sheet: sheet.merge_cells("A2:A3"))
    assert rows(outcome, "Recommendations", "Recommendation ref", "Recommendation") == [
        ("R1", "Reconcile the rent account\nand the suspense account."),
        ("R2", "Document the write-off policy"),
    ]


def test_a_sheet_a_quarter_gives_one_recommendation_and_an_update_each(tmp_path: Path) -> None:
    header = ("Ref", "Recommendation", "Due date", "Update", "Status")
    sheets = {
        "Q1 2025-26": [
            header,
            ("R1", "Reconcile the rent account", "30/9/2025", "Supplier chosen", "On track"),
        ],
        "Q2 2025-26": [
            header,
            ("R1", "Reconcile the rent account", "31/12/2025", "Supplier left", "Delayed"),
        ],
    }
    outcome = brought(workbook(tmp_path, sheets))
    assert rows(outcome, "Recommendations", "Recommendation ref") == [("R1",)]
    assert rows(outcome, "Actions", "Original due date", "Progress") == [(date(2025, 9, 30), "Off track")]
    assert rows(outcome, "Date changes", "New due date") == [(date(2025, 12, 31),)]
    assert rows(outcome, "Progress updates", "Update date", "Latest progress", "Status declared") == [
        (date(2025, 6, 30), "Supplier chosen", "Green"),
        (date(2025, 9, 30), "Supplier left", "Red"),
    ]


def test_a_ref_that_begins_again_on_each_sheet_is_another_recommendation(tmp_path: Path) -> None:
    header = ("Ref", "Recommendation", "Due date")
    sheets = {
        "Payroll": [header, ("R1", "Check the ledger and the lease each week (note 12)", "30/9/2026")],
        "Fleet": [header, ("R1", "Check the ledger and the lease each week (note 17)", "31/12/2026")],
    }
    outcome = brought(workbook(tmp_path, sheets))
    assert rows(outcome, "Recommendations", "Recommendation ref", "Their Ref") == [
        ("Payroll R1", "R1"),
        ("Fleet R1", "R1"),
    ]
