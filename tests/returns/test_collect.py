"""`collect` through files: two whole copies, conflicts and their settling, and returns that are none."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from audit_report.cli import main
from audit_report.model.records import Action
from audit_report.pipeline import check_workbook
from audit_report.returns.collected_list import CONFLICTS
from audit_report.workbook_out.column_names import letter
from tests.tracker_edits import Edit, an_update, edited, put
from tests.trackers import save_tracker, set_item, small_tracker

SAMPLES = Path(__file__).parents[2] / "sample_data"
MAY = date(2010, 5, 20)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes((SAMPLES / "april_2010.xlsx").read_bytes())
    return path


def copy_of(tracker: Path, name: str, *edits: Edit) -> Path:
    path = tracker.with_name(f"{name}.xlsx")
    path.write_bytes(tracker.read_bytes())
    return edited(path, *edits)


def test_both_leads_words_are_in_the_result_in_either_order(tracker: Path, tmp_path: Path) -> None:
    ann = copy_of(tracker, "ann", an_update("CR1", MAY, "Green", "Ann has filled ten posts."))
    ben = copy_of(tracker, "ben", an_update("CR2", MAY, "Red", "Ben has published the policy."))
    before = [sha256(path.read_bytes()).hexdigest() for path in (tracker, ann, ben)]
    results = [
        run("collect", tracker, *returns, "-o", tmp_path / f"next-{number}.xlsx")
        for number, returns in enumerate(((ann, ben), (ben, ann)))
    ]

    assert [result.exit_code for result in results] == [0, 0]
    assert (tmp_path / "next-0.xlsx").read_bytes() == (tmp_path / "next-1.xlsx").read_bytes()
    words = [update.progress[0].text for update in check_workbook(tmp_path / "next-0.xlsx").tracker.updates]
    assert {"Ann has filled ten posts.", "Ben has published the policy."} <= set(words)
    assert [sha256(path.read_bytes()).hexdigest() for path in (tracker, ann, ben)] == before


def test_what_was_done_is_logged_once(tracker: Path, tmp_path: Path) -> None:
    ann = copy_of(tracker, "ann", put("Actions", "CR1.3", Evidence="Minutes of May"))
    assert run("collect", tracker, ann, "-o", tmp_path / "one.xlsx").exit_code == 0
    assert run("collect", tmp_path / "one.xlsx", ann, "-o", tmp_path / "two.xlsx").exit_code == 0
    [logged] = check_workbook(tmp_path / "one.xlsx").tracker.change_log
    assert (logged.copy, logged.in_sheet, logged.ref, logged.header) == (
        "ann.xlsx",
        "Actions",
        "CR1.3",
        "Evidence",
    )
    assert (logged.now, logged.outcome) == ("Minutes of May", "Taken")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_collecting_whole_copies_again_changes_nothing_more(tracker: Path, tmp_path: Path) -> None:
    ann = copy_of(tracker, "ann", an_update("CR1", MAY, "Green"))
    ben = copy_of(tracker, "ben", an_update("CR2", MAY, "Red"))
    assert run("collect", tracker, ann, ben, "-o", tmp_path / "one.xlsx").exit_code == 0
    result = run("collect", tmp_path / "one.xlsx", ann, ben, "-o", tmp_path / "two.xlsx")
    assert result.exit_code == 0
    assert result.stderr.count("(a whole copy): nothing new") == 2
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_an_older_whole_copy_undoes_nothing_that_was_collected_since(tracker: Path, tmp_path: Path) -> None:
    ann = copy_of(
        tracker, "ann", put("Actions", "CR1.3", Evidence="Minutes of May"), an_update("CR1", MAY, "Red")
    )
    ben = copy_of(tracker, "ben", put("Actions", "CR2.1", Evidence="The register"))
    assert run("collect", tracker, ann, "-o", tmp_path / "one.xlsx").exit_code == 0
    result = run("collect", tmp_path / "one.xlsx", ben, "-o", tmp_path / "one-by-one.xlsx")
    assert result.exit_code == 0, result.stderr
    assert "ben.xlsx (a whole copy): taken 1" in result.stderr
    assert evidence(tmp_path / "one-by-one.xlsx") == "Minutes of May"
    assert run("collect", tracker, ben, ann, "-o", tmp_path / "together.xlsx").exit_code == 0
    one, other = (check_workbook(tmp_path / f"{name}.xlsx").tracker for name in ("one-by-one", "together"))
    assert [action.evidence for action in one.actions] == [action.evidence for action in other.actions]


def test_a_row_that_a_whole_copy_lacks_for_no_known_reason_is_told(tracker: Path, tmp_path: Path) -> None:
    copy = copy_of(tracker, "copy", lambda book: book["Actions"].delete_rows(6))
    result = run("collect", tracker, copy, "-o", tmp_path / "next.xlsx")
    assert result.stderr.count("the row is not in this copy, or was added since it was made") == 1
    assert len(check_workbook(tmp_path / "next.xlsx").tracker.actions) == len(
        check_workbook(tracker).tracker.actions
    )


def test_copies_of_the_first_version_clear_nothing_in_a_tracker_of_today(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "version_1" / "october_2010.xlsx"
    tracker, copy = tmp_path / "tracker.xlsx", tmp_path / "copy.xlsx"
    assert run("new", tracker, "--from", old).exit_code == 0
    copy.write_bytes(old.read_bytes())
    result = run("collect", tracker, copy, "-o", tmp_path / "next.xlsx")
    assert "copy.xlsx (a whole copy): nothing new" in result.stderr
    assert (tmp_path / "next.xlsx").read_bytes() == tracker.read_bytes()


def test_unchanged_returns_give_the_same_tracker(tracker: Path, tmp_path: Path) -> None:
    copy = copy_of(tracker, "copy")
    result = run("collect", tracker, copy, "-o", tmp_path / "next.xlsx")
    assert result.exit_code == 0
    assert "copy.xlsx (a whole copy): nothing new" in result.stderr
    one, other = (check_workbook(path) for path in (tracker, tmp_path / "next.xlsx"))
    assert [problem.as_json() for problem in one.problems] == [
        problem.as_json() for problem in other.problems
    ]


def test_a_conflict_is_listed_settled_and_asked_no_more(tracker: Path, tmp_path: Path) -> None:
    ann = copy_of(tracker, "ann", put("Actions", "CR1.3", Evidence="Minutes of May"))
    ben = copy_of(tracker, "ben", put("Actions", "CR1.3", Evidence="The register"))
    found, settled = tmp_path / "list.xlsx", tmp_path / "settled.xlsx"
    result = run("collect", tracker, ann, ben, "-o", tmp_path / "next.xlsx", "--xlsx", found)
    assert result.exit_code == 1
    assert "Conflict: Actions, CR1.3, Evidence" in result.stderr
    assert evidence(tmp_path / "next.xlsx") == ""

    book = load_workbook(found)
    rows = book[CONFLICTS]
    titles = [cell.value for cell in rows[3]]
    assert [rows.cell(row, 1 + titles.index("The return has")).value for row in (4, 5)] == [
        "Minutes of May", "The register",
    ]  # fmt: skip
    for title, file in (("Cell in the return", "ann.xlsx"), ("Cell in the tracker", "tracker.xlsx")):
        link = rows.cell(4, 1 + titles.index(title)).hyperlink
        assert link is not None
        assert (link.target, link.location) == (file, f"'Actions'!{letter(Action, 'evidence')}7")
    assert "Conflicts: 1. Fill in Take" in result.stderr
    rows.cell(4, 1 + titles.index("Take")).value = "No"
    rows.cell(5, 1 + titles.index("Take")).value = "Yes"
    book.save(settled)
    result = run("collect", tracker, ann, ben, "-o", tmp_path / "again.xlsx", "--settled", settled)
    assert result.exit_code == 0, result.stderr
    assert evidence(tmp_path / "again.xlsx") == "The register"


def evidence(path: Path) -> str:
    return next(each.evidence for each in check_workbook(path).tracker.actions if each.ref == "CR1.3")


def test_a_decision_that_is_none_is_refused(tracker: Path, tmp_path: Path) -> None:
    ann = copy_of(tracker, "ann")
    result = run("collect", tracker, ann, "-o", tmp_path / "next.xlsx", "--settled", ann)
    assert result.exit_code == 2
    assert "not a list that collect has written" in result.stderr
    assert not (tmp_path / "next.xlsx").exists()


def test_returns_that_are_none_are_told_and_the_rest_collected(tracker: Path, tmp_path: Path) -> None:
    ann = copy_of(tracker, "ann", an_update("CR1", MAY, "Green"))
    sheets = small_tracker()
    set_item(sheets, "Authority", "Another council")
    other = save_tracker(tmp_path / "other.xlsx", sheets)
    words = tmp_path / "words.xlsx"
    words.write_text("Sorry, I have nothing to report")
    result = run("collect", tracker, other, words, ann, "-o", tmp_path / "next.xlsx")
    assert result.exit_code == 1
    assert f"Not collected: {other}: it has none of this tracker's recommendations" in result.stderr
    assert f"Not collected: {words}: this is not an Excel workbook" in result.stderr
    assert len(check_workbook(tmp_path / "next.xlsx").tracker.updates) == 7


def test_history_reference_sheets_and_notes_are_told_and_not_taken(tracker: Path, tmp_path: Path) -> None:
    book = load_workbook(tracker)
    book["Progress updates"]["C5"] = "It was all otherwise."
    book["Annex 1"]["C5"] = 1
    book["Actions"]["M4"] = "My own"
    ann = tmp_path / "ann.xlsx"
    book.save(ann)
    result = run("collect", tracker, ann, "-o", tmp_path / "next.xlsx")
    assert result.exit_code == 0
    assert "“It was all otherwise.” (Progress updates!C5): rows sent are history" in result.stderr
    assert "(Annex 1!C5): the sheet is the analyst's" in result.stderr
    assert len({entry.outcome for entry in check_workbook(tmp_path / "next.xlsx").tracker.change_log}) == 1


def test_the_tracker_itself_is_no_return_and_a_file_that_is_there_is_kept(
    tracker: Path, tmp_path: Path
) -> None:
    assert run("collect", tracker, tracker, "-o", tmp_path / "next.xlsx").exit_code == 2
    ann = copy_of(tracker, "ann")
    assert run("collect", tracker, ann, "-o", tracker, "--force").exit_code == 2
    assert run("collect", tracker, ann, "-o", ann).exit_code == 2
