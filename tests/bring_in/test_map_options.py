"""What the map's options decide, and what is told of what was assumed and of what is new."""

from datetime import date
from pathlib import Path

from audit_report.bring_in.bring_theirs import bring_theirs, propose, read_theirs
from audit_report.bring_in.the_map.import_map import BLANK
from tests.bring_in.layouts import SIMPLE, workbook
from tests.bring_in.outcomes import brought, register, rows


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
