"""The layouts of others: as many rows as there are, value by value."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.bring_in.layouts import TRACKERS
from tests.bring_in.outcomes import SHEETS, brought, rows

_EXPECTED: Mapping[str, Mapping[str, Any]] = json.loads((TRACKERS / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", _EXPECTED)
def test_the_four_layouts_give_as_many_rows_as_there_are(name: str) -> None:
    outcome = brought(TRACKERS / name)
    counts = {key: len(outcome.brought.rows.get(sheet, [])) for key, sheet in SHEETS.items()}
    assert counts == {key: _EXPECTED[name][key] for key in SHEETS}
    assert outcome.account.rows_in == outcome.account.rows_out


def test_colours_headings_and_revised_dates_of_the_first_layout() -> None:
    outcome = brought(TRACKERS / "t1_two_row_header_colour_rag.xlsx")
    refs = rows(outcome, "Assessments", "Assessment ref", "Assessment")
    assert refs == [("HB", "HOUSING BENEFIT (Audit 2023/24)"), ("BC", "BUSINESS CONTINUITY (Audit 2024/25)")]
    assert rows(outcome, "Recommendations", "Source assessment", "Delivery leads", "Their % complete") == [
        ("HB", "Head of Revenues", "85%"),
        ("HB", "Head of Revenues", "100%"),
        ("BC", "P. Penrose\nR. Roach", "40%"),
        ("BC", "R. Roach", "50%"),
    ]
    assert rows(outcome, "Actions", "Action", "Original due date", "Progress", "Completed on") == [
        ("Reconcile the rent account monthly.", date(2024, 6, 30), "In progress", None),
        ("Document the write-off policy.", date(2024, 9, 30), "Complete", date(2024, 8, 14)),
        ("Test every plan each year.", date(2025, 3, 31), "Off track", None),
        ("Review the call-out list.", "Ongoing", "In progress", None),
    ]
    moved = rows(outcome, "Date changes", "New due date", "Approved on")
    changed = date(2026, 11, 25)
    assert moved == [
        (date(2024, 12, 31), changed),
        (date(2025, 9, 30), changed),
        (date(2025, 12, 31), changed),
    ]
    assert [day for (day,) in rows(outcome, "Progress updates", "Update date")] == [
        date(2024, 3, 12), date(2024, 9, 4), date(2025, 6, 10), date(2024, 8, 14),
        date(2025, 1, 31), date(2025, 5, 31), changed,
    ]  # fmt: skip


def test_quarters_and_made_refs_of_the_second_layout() -> None:
    outcome = brought(TRACKERS / "t2_quarter_columns_brag.xlsx")
    assert rows(outcome, "Recommendations", "Recommendation ref", "Their No.", "Their BRAG") == [
        ("CQC-1", "1", "Complete & embedded"),
        ("CQC-2", "2", "Complete"),
        ("CQC-3", "3", "On track"),
        ("CQC-4", "4", "Off track"),
    ]
    assert rows(outcome, "Actions", "Action ref", "Action", "Original due date", "Progress", "Quality") == [
        ("CQC-1.1", "Introduce risk stratification", date(2024, 9, 30), "Complete", "Met"),
        ("CQC-2.1", "Publish the offer", date(2024, 12, 31), "Complete", None),
        ("CQC-3.1", "Clean the data", "Q4", "In progress", None),
        ("CQC-3.2", "agree a monthly return", "Q4", "In progress", None),
        ("CQC-4.1", "Retention plan", "March 2025", "Off track", None),
    ]
    updates = rows(outcome, "Progress updates", "Recommendation ref", "Update date", "Latest progress")
    assert updates[:4] == [
        ("CQC-1", date(2024, 6, 30), "Tool chosen"),
        ("CQC-1", date(2024, 9, 30), "Pilot in two teams"),
        ("CQC-1", date(2024, 12, 31), "Live in all teams"),
        ("CQC-1", date(2025, 3, 31), "Embedded: peer check 3 March"),
    ]
    assert updates[-1] == ("CQC-4", date(2025, 3, 31), "Delayed by restructure")
    assert [line.text for line in outcome.account.lines if line.header == "Q2 24/25"] == ["Not due"]


def test_a_sheet_an_audit_and_its_opinion_of_the_fourth_layout() -> None:
    outcome = brought(TRACKERS / "t4_sheet_per_audit_opinion.xlsx")
    assert rows(outcome, "Assessments", "Assessment", "Score or summary") == [
        ("Internal Audit: Payroll", "Limited"),
        ("Internal Audit: Procurement", "Reasonable"),
    ]
    assert [ref for (ref,) in rows(outcome, "Recommendations", "Recommendation ref")] == [
        "Payroll R1", "Payroll R2", "R3", "Procurement R1", "Procurement R2",
    ]  # fmt: skip
    assert rows(outcome, "Actions", "Recommendation ref", "Action", "Original due date", "Progress") == [
        ("Payroll R1", "Two-person check", date(2025, 3, 31), "In progress"),
        ("Payroll R2", "Weekly report", date(2025, 3, 31), "Complete"),
        ("Procurement R1", "Annual pipeline", date(2025, 9, 30), "Not started"),
        ("Procurement R2", "Course", date(2025, 6, 30), "In progress"),
    ]


def test_guidance_and_lone_formulas_of_the_sixth_layout() -> None:
    outcome = brought(TRACKERS / "t6_guidance_rows_formula_rows.xlsx")
    assert rows(outcome, "Recommendations", "Recommendation ref", "Recommendation", "Source assessment") == [
        ("V-1", "Port left open", None)
    ]
    assert rows(outcome, "Officers", "Name", "Directorate") == [("A. Penrose", "Networks")]
    assert rows(outcome, "Actions", "Original due date") == [(None,)]
    assert "Open items!F6:F1499" in [line.where for line in outcome.account.lines]
    assert any("1494 rows of formulas alone" in said for said in outcome.said)


def test_half_of_our_own_design_comes_in_like_anybodys() -> None:
    outcome = brought(TRACKERS / "half_match.xlsx")
    assert rows(outcome, "Recommendations", "Recommendation ref", "Recommendation", "Delivery leads") == [
        ("R1", "Do it", "Ann")
    ]
    assert rows(outcome, "Actions", "Action ref", "Action", "Original due date") == [
        ("A1", "Do it", date(2025, 3, 31))
    ]
    assert rows(outcome, "Date changes", "Action ref", "New due date") == [("A1", date(2025, 6, 30))]
    assert rows(outcome, "Progress updates", "Update date", "Latest progress") == [
        (date(2026, 11, 25), "Going well")
    ]
