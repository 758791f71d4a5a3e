"""What becomes of somebody else's tracker: the rows of ours, value by value."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.bring_theirs import Outcome, bring_theirs, propose, read_theirs
from audit_report.bring_in.the_map.import_map import BLANK, KEEP, LAST_IS_ORIGINAL, ImportMap
from tests.bring_in.layouts import SIMPLE, TRACKERS, Rows, workbook

Values = list[dict[str, Any]]


def brought(*paths: Path, **options: object) -> Outcome:
    """Trackers brought in by the map proposed for them, with other options."""
    theirs = read_theirs(paths)
    return bring_theirs(theirs, with_options(propose(theirs).map, options))


def with_options(given: ImportMap, options: dict[str, Any]) -> ImportMap:
    return replace(given, options=replace(given.options, **options))


def rows(outcome: Outcome, sheet: str, *headers: str) -> list[tuple[Any, ...]]:
    """The values of some columns of a sheet, and of the tracker's own columns beside it."""
    own = outcome.brought.own.get(sheet, [])
    found = []
    for number, row in enumerate(outcome.brought.rows.get(sheet, [])):
        values = {name.removeprefix(f"{sheet}: "): each.value for name, each in row.items()}
        values |= {name: each.value for name, each in own[number].items()} if own else {}
        found.append(tuple(values.get(header) or None for header in headers))
    return found


def register(
    folder: Path, table: Rows, touch: Callable[[Worksheet], object] | None = None, **options: object
) -> Outcome:
    return brought(workbook(folder, {"Register": table}, touch), **options)


_EXPECTED: Mapping[str, Mapping[str, Any]] = json.loads((TRACKERS / "expected.json").read_text("utf-8"))
_SHEETS = {
    "assessments": "Assessments",
    "recommendations": "Recommendations",
    "actions": "Actions",
    "date_changes": "Date changes",
    "updates": "Progress updates",
}


@pytest.mark.parametrize("name", _EXPECTED)
def test_the_four_layouts_give_as_many_rows_as_there_are(name: str) -> None:
    outcome = brought(TRACKERS / name)
    counts = {key: len(outcome.brought.rows.get(sheet, [])) for key, sheet in _SHEETS.items()}
    assert counts == {key: _EXPECTED[name][key] for key in _SHEETS}
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


def test_what_is_complete_and_says_no_day_is_so_on_the_files_day(tmp_path: Path) -> None:
    table = [SIMPLE[0], (*SIMPLE[1][:5], "Completed"), (*SIMPLE[2][:5], "Implemented")]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Actions", "Completed on") == [(date(2026, 3, 31),)] * 2
    assert rows(outcome, "Recommendations", "Closed on") == [(None,), (date(2026, 3, 31),)]
    assert any("Completed on for 2 actions" in said for said in outcome.said)
    left_blank = register(tmp_path, table, completed_without_a_date=BLANK)
    assert rows(left_blank, "Actions", "Completed on") == [(None,)] * 2


@pytest.mark.parametrize(
    ("words", "levels", "meant"),
    [
        (("H", "M", "L"), ("High", "Medium", "Low"), ("High", "Medium", "Low")),
        (
            ("1", "2", "3"),
            ("Priority 1", "Priority 2", "Priority 3"),
            ("Priority 1", "Priority 2", "Priority 3"),
        ),
        (("High", "H", "Low"), ("High", "Low"), ("High", "High", "Low")),
        (("Fundamental", "Significant", "Merits attention"),) * 2
        + (("Fundamental", "Significant", "Merits attention"),),
        (
            ("Major", "Critical", "Major"),
            ("Critical", "Major", "Moderate", "Best Practice"),
            ("Major", "Critical", "Major"),
        ),
        (("Low", "Low", "Low"), ("Medium", "Low"), ("Low", "Low", "Low")),
    ],
)
def test_priorities_keep_their_own_names_and_order(
    tmp_path: Path, words: tuple[str, ...], levels: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    table = [
        ("Ref", "Recommendation", "Priority"),
        *((f"R{n}", f"Do this thing number {n}", w) for n, w in enumerate(words)),
    ]
    path = workbook(tmp_path, {"Register": table})
    assert propose(read_theirs([path])).map.levels == levels
    assert rows(brought(path), "Recommendations", "Recorded priority") == [(each,) for each in meant]


def test_statuses_get_the_names_of_the_colours_that_mean_them(tmp_path: Path) -> None:
    table = [SIMPLE[0], *((*SIMPLE[1][:5], word) for word in ("Red", "Amber", "Green", "Blue"))]
    scales = register(tmp_path, table).brought.scales
    assert [row["Annex 2: Status"] for row in scales["Annex 2"]] == ["Red", "Amber", "Green", "Blue"]
    plain = register(tmp_path, SIMPLE).brought.scales
    assert [row["Annex 2: Status"] for row in plain["Annex 2"]] == ["Red", "Green"]


def test_a_struck_out_date_was_the_original(tmp_path: Path) -> None:
    def touch(sheet: Worksheet) -> None:
        sheet["E2"] = CellRichText(TextBlock(InlineFont(strike=True), "31/3/26"), " 30/6/26")

    outcome = register(tmp_path, SIMPLE[:2], touch)
    assert rows(outcome, "Actions", "Original due date") == [(date(2026, 3, 31),)]
    assert rows(outcome, "Date changes", "New due date") == [(date(2026, 6, 30),)]


@pytest.mark.parametrize(
    ("cell", "options", "original", "moved"),
    [
        ("31/3/26 30/6/26", {}, date(2026, 3, 31), [date(2026, 6, 30)]),
        ("31/3/26\n30/6/26\n30/9/26", {}, date(2026, 3, 31), [date(2026, 6, 30), date(2026, 9, 30)]),
        ("30/6/26 (was 31/3/26)", {}, date(2026, 3, 31), [date(2026, 6, 30)]),
        (
            "30/6/26 31/3/26",
            {"two_dates_in_a_cell": LAST_IS_ORIGINAL},
            date(2026, 3, 31),
            [date(2026, 6, 30)],
        ),
        ("1/4/26 - 30/6/26", {}, "1/4/26 - 30/6/26", []),
        ("TBC", {}, "TBC", []),
        (datetime(2026, 3, 31), {}, date(2026, 3, 31), []),
    ],
)
def test_two_dates_in_a_cell(
    tmp_path: Path, cell: object, options: dict[str, Any], original: object, moved: list[date]
) -> None:
    header, first, _ = SIMPLE
    outcome = register(tmp_path, [header, (*first[:4], cell, first[5])], **options)
    assert rows(outcome, "Actions", "Original due date") == [(original,)]
    assert [day for (day,) in rows(outcome, "Date changes", "New due date")] == moved


def test_the_words_around_two_dates_are_the_reason(tmp_path: Path) -> None:
    header, first, _ = SIMPLE
    words = "31/3/26, now 30/6/26 as the supplier was late"
    outcome = register(tmp_path, [header, (*first[:4], words, first[5])])
    assert rows(outcome, "Date changes", "Reason") == [(words,)]


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


def test_actions_of_a_cell_share_a_revised_date_and_number_their_ref(tmp_path: Path) -> None:
    table = [
        ("Ref", "Recommendation", "Action ref", "Action", "Due date", "Revised date"),
        ("R1", "Review the policy each year", "A7", "Review it; tell the board", "31/3/2026", "30/6/2026"),
    ]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Actions", "Action ref", "Original due date") == [
        ("A7.1", date(2026, 3, 31)),
        ("A7.2", date(2026, 3, 31)),
    ]
    assert rows(outcome, "Date changes", "Action ref", "New due date") == [
        ("A7.1", date(2026, 6, 30)),
        ("A7.2", date(2026, 6, 30)),
    ]


def test_people_are_parted_and_officers_filled(tmp_path: Path) -> None:
    header, first, second = SIMPLE
    table = [
        header,
        (*first[:3], "Ann Archer (Head of Revenues); Ben Baker", *first[4:]),
        (*second[:3], "Cat Cole <cat.cole@example.gov.uk>", *second[4:]),
    ]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Recommendations", "Delivery leads") == [("Ann Archer\nBen Baker",), ("Cat Cole",)]
    assert rows(outcome, "Officers", "Name", "Job title", "Email") == [
        ("Ann Archer", "Head of Revenues", None),
        ("Ben Baker", None, None),
        ("Cat Cole", None, "cat.cole@example.gov.uk"),
    ]


def test_a_list_exported_with_ids_and_html_is_read_as_it_shows(tmp_path: Path) -> None:
    table = [
        ("ID", "Recommendation", "Assigned To", "Comments"),
        (
            "17",
            "Reconcile the account",
            "Ann Archer;#12;#Ben Baker;#14",
            "<div><p>Started &amp; tested</p></div>",
        ),
    ]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Recommendations", "Recommendation ref", "Delivery leads") == [
        ("R-17", "Ann Archer\nBen Baker")
    ]
    assert rows(outcome, "Progress updates", "Latest progress") == [("Started & tested",)]


def test_a_day_that_nothing_says_is_asked_for_in_the_map(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text("Ref,Recommendation,Update\nR1,Reconcile the account,Going well\n", encoding="utf-8")
    assert propose(read_theirs([path])).map.options.undated_notes == ""
    outcome = brought(path)
    assert rows(outcome, "Progress updates", "Update date") == [(None,)]
    assert any("Update date is blank for 1 progress note" in said for said in outcome.said)
    said = brought(path, undated_notes=date(2026, 1, 31), data_as_at=date(2026, 2, 1))
    assert rows(said, "Progress updates", "Update date") == [(date(2026, 1, 31),)]
    assert said.data_as_at == date(2026, 2, 1)


def test_what_was_assumed_is_told_once_with_its_count(tmp_path: Path) -> None:
    outcome = register(tmp_path, SIMPLE)
    assert [said for said in outcome.said if "Improvement plan in place" in said] == [
        "Improvement plan in place is Yes for 2 recommendations with an action, since their tracker does not say."
    ]
    assert [said for said in outcome.said if "Director" in said] == [
        "Director accountable is blank for 2 recommendations: fill it in."
    ]


def test_earlier_updates_have_no_status_where_the_map_says_so(tmp_path: Path) -> None:
    table = [
        ("Ref", "Recommendation", "Update", "Status"),
        ("R1", "Reconcile the account", "1/2/26: begun\n1/3/26: half done", "On track"),
    ]
    outcome = register(tmp_path, table, earlier_updates_status=BLANK)
    assert rows(outcome, "Progress updates", "Status declared") == [(None,), ("Green",)]


def test_the_map_serves_the_next_file_and_says_what_is_new(tmp_path: Path) -> None:
    given = propose(read_theirs([workbook(tmp_path, {"March": SIMPLE})])).map
    header, first, second = SIMPLE
    next_rows = [(*header, "Barriers"), (*first[:5], "Wandering", "None to speak of"), (*second, None)]
    outcome = bring_theirs(read_theirs([workbook(tmp_path, {"June": next_rows})]), given)
    said = "\n".join(outcome.said)
    assert "the column “Barriers” is not in the map" in said
    assert "“Wandering” has no meaning in the map under Status: kept as typed, 1 time." in said
    assert rows(outcome, "Recommendations", "Their Status") == [("Wandering",), ("Overdue",)]
    assert ("Barriers", "None to speak of") in [(line.header, line.text) for line in outcome.account.lines]


def test_several_files_make_one_tracker(tmp_path: Path) -> None:
    header, first, second = SIMPLE
    outcome = brought(
        workbook(tmp_path, {"Register": [header, first]}, name="one.xlsx"),
        workbook(tmp_path, {"Register": [header, second]}, name="other.xlsx"),
    )
    assert [ref for (ref,) in rows(outcome, "Recommendations", "Recommendation ref")] == ["IA1", "IA2"]
