"""Further designs, made before they were tried: lists exported, a sheet a quarter, a Word table pasted, a plan."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

import audit_report
from audit_report.bring_in.bring_theirs import propose, read_theirs
from tests.bring_in.layouts import TRACKERS
from tests.bring_in.outcomes import SHEETS, brought, rows

DESIGNS = Path(__file__).parent / "designs"
_EXPECTED: Mapping[str, Mapping[str, int]] = json.loads((DESIGNS / "expected.json").read_text("utf-8"))
_MISREAD = {
    "note-in-table",
    "unknown-ref",
    "duplicate-ref",
    "not-in-list",
    "no-words",
    "wrong-ref",
    "not-a-date",
}
"""The problems of a tracker whose rows are not read as they were made."""


@pytest.mark.parametrize("name", _EXPECTED)
def test_each_gives_as_many_rows_as_there_are_by_the_map_proposed(name: str) -> None:
    outcome = brought(DESIGNS / name)
    assert {key: len(outcome.brought.rows.get(SHEETS[key], [])) for key in SHEETS} == _EXPECTED[name]
    assert outcome.account.rows_in == outcome.account.rows_out


@pytest.mark.parametrize(
    "path", sorted([*map(DESIGNS.joinpath, _EXPECTED), *TRACKERS.glob("*.xlsx")]), ids=lambda path: path.stem
)
def test_every_row_made_is_read_back_as_it_was_made(path: Path, tmp_path: Path) -> None:
    outcome = brought(path)
    made = tmp_path / "ours.xlsx"
    made.write_bytes(outcome.content())
    checked = audit_report.check(made)
    assert not {problem.code for problem in checked.problems} & _MISREAD
    assert len(checked.assessed.recommendations) == len(outcome.brought.rows["Recommendations"])


def test_words_with_numbers_and_letters_for_colours_get_their_meaning() -> None:
    listed = propose(read_theirs([DESIGNS / "sharepoint_list.xlsx"])).map
    lettered = propose(read_theirs([DESIGNS / "sheet_a_quarter.xlsx"])).map
    assert listed.levels == ("High", "Medium", "Low")
    assert not [*listed.unanswered(), *lettered.unanswered()]
    assert lettered.words["Status"] == {"G": "On track", "A": "At risk", "C": "Complete", "R": "Off track"}


def test_a_day_of_the_month_that_another_sheet_shows_is_no_other_date() -> None:
    outcome = brought(DESIGNS / "sheet_a_quarter.xlsx")
    due = {
        row["Actions: Action ref"].text: row["Actions: Original due date"].value
        for row in outcome.brought.rows["Actions"]
    }
    moved = [row["Date changes: New due date"].value for row in outcome.brought.rows["Date changes"]]
    assert due["PS/24/01.1"] == date(2025, 11, 26)
    assert date(2025, 11, 26) not in moved


def test_a_closed_recommendation_has_actions_that_ended_by_then() -> None:
    outcome = brought(DESIGNS / "sharepoint_list.xlsx")
    closed = {
        row["Recommendations: Recommendation ref"].text: row["Recommendations: Closed on"].value
        for row in outcome.brought.rows["Recommendations"]
        if row["Recommendations: Closed on"].value
    }
    ended = {
        row["Actions: Recommendation ref"].text: row["Actions: Completed on"].value
        for row in outcome.brought.rows["Actions"]
    }
    assert len(closed) == 12
    assert all(ended[ref] == day for ref, day in closed.items())


def test_the_opinion_behind_an_assessments_name_is_its_score() -> None:
    outcome = brought(DESIGNS / "word_table_pasted.xlsx")
    assert rows(outcome, "Assessments", "Assessment", "Score or summary") == [
        ("Payments to Suppliers (2024/25)", "Limited Assurance"),
        ("Housing Voids 2024-25", "Reasonable Assurance"),
        ("ICT: Access Controls 2025/26", "No Assurance"),
        ("School Deficits (follow up)", "Limited Assurance"),
    ]


def test_an_officer_and_a_date_of_one_column_are_told_apart() -> None:
    outcome = brought(DESIGNS / "word_table_pasted.xlsx")
    leads = {lead for (lead,) in rows(outcome, "Recommendations", "Delivery leads")}
    assert all(lead and not any(map(str.isdigit, lead)) for lead in leads)
    assert all(due for (due,) in rows(outcome, "Actions", "Original due date"))


def test_columns_under_a_common_header_go_by_their_own() -> None:
    [design] = propose(read_theirs([DESIGNS / "inspection_plan.xlsx"])).map.designs
    assert [design.columns[f"What we will do: {name}"] for name in ("Action", "Lead", "By when")] == [
        "Actions: Action",
        "Recommendations: Delivery leads",
        "Actions: Original due date",
    ]


def test_codes_are_no_words_and_percentages_no_progress_in_words() -> None:
    [design] = propose(read_theirs([DESIGNS / "audit_system_export.csv"])).map.designs
    assert design.columns["Action Code"] == "Actions: Action ref"
    assert design.columns["Progress Bar"] == "Percent complete"
    assert design.columns["Latest Note Date"] == "Progress updates: Update date"
