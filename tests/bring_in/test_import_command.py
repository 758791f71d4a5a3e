"""The import command as an analyst uses it: the map written, taken, asked about; what is left told."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from audit_report.bring_in.the_map.read_map import read_map
from audit_report.cli import main
from audit_report.commands import map_for_import
from audit_report.model.records import Recommendation
from audit_report.workbook_out.column_names import FIRST_ROW, letter
from tests.bring_in.layouts import SIMPLE, TRACKERS, Rows, workbook

RAG: Rows = (
    (
        "Ref",
        "Recommendation",
        "Agreed action",
        "Responsible officer",
        "Due date",
        "RAG",
        "Officer team",
        "Barriers",
    ),
    (
        "IA1",
        "Reconcile the rent account monthly",
        "Set it up",
        "Ann Archer",
        "30/06/2026",
        "Green",
        "High",
        "Some",
    ),
    (
        "IA2",
        "Document the write-off policy",
        "Write the policy",
        "Ben Baker",
        "31/03/2026",
        "Red",
        "Low",
        None,
    ),
)


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    given = ["import", *(str(argument) for argument in arguments)]
    return CliRunner().invoke(main, given, input=typed, catch_exceptions=False)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal."""
    monkeypatch.setattr(map_for_import, "is_terminal", lambda: True)


def test_without_a_terminal_and_a_map_the_map_is_written_and_nothing_else(tmp_path: Path) -> None:
    theirs, tracker = workbook(tmp_path, {"Register": SIMPLE}), tmp_path / "ours.xlsx"
    result = run(theirs, "-o", tracker)
    assert result.exit_code == 1
    assert not tracker.exists()
    assert (
        read_map(tmp_path / "ours.map.toml").designs[0].columns["Ref"]
        == "Recommendations: Recommendation ref"
    )
    assert f"--map {tmp_path / 'ours.map.toml'}" in result.stderr


@pytest.mark.usefixtures("terminal")
def test_with_the_map_nothing_is_asked_and_the_tracker_is_written(tmp_path: Path) -> None:
    theirs, tracker = workbook(tmp_path, {"Register": RAG}), tmp_path / "ours.xlsx"
    assert run(theirs, "-o", tracker, "--yes").exit_code == 0
    tracker.unlink()
    result = run(theirs, "-o", tracker, "--map", tmp_path / "ours.map.toml")
    assert result.exit_code == 0
    assert result.stdout == f"{tracker}\n"
    cell = f"Recommendations!{letter(Recommendation, 'director')}{FIRST_ROW}"
    assert f"required-blank: Director accountable is blank. ({cell})" in result.stderr
    assert f"audit-report build {tracker} --draft" in result.stderr
    sheet = load_workbook(tracker)["Not brought in"]
    assert ["Register!H2", "Barriers", "Some"] in [
        [cell.value for cell in row[1:4]] for row in sheet.iter_rows(min_row=5)
    ]


def test_another_name_for_the_map(tmp_path: Path) -> None:
    theirs, named = workbook(tmp_path, {"Register": SIMPLE}), tmp_path / "quarterly.toml"
    assert run(theirs, "-o", tmp_path / "ours.xlsx", "--map", named).exit_code == 1
    assert named.exists()
    assert run(theirs, "-o", tmp_path / "ours.xlsx", "--map", named).exit_code == 0


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_only_what_is_doubtful_is_asked_and_once(tmp_path: Path) -> None:
    theirs, tracker = workbook(tmp_path, {"A": RAG, "B": RAG}), tmp_path / "ours.xlsx"
    result = run(theirs, "-o", tracker, typed="Actions: Evidence\nOn track\nnonsense\noff track\ny\n")
    assert result.exit_code == 0
    assert result.stderr.count("What is the column “Officer team”?") == 1
    assert result.stderr.count("What does “Green” mean as Status?") == 1
    assert "“nonsense” is no answer here." in result.stderr
    given = read_map(tmp_path / "ours.map.toml")
    assert given.designs[0].columns["Officer team"] == "Actions: Evidence"
    assert given.words["Status"] == {"Green": "On track", "Red": "Off track"}


@pytest.mark.usefixtures("terminal")
def test_somebody_who_says_no_gets_the_map_alone(tmp_path: Path) -> None:
    theirs, tracker = workbook(tmp_path, {"Register": SIMPLE}), tmp_path / "ours.xlsx"
    result = run(theirs, "-o", tracker, typed="n\n")
    assert result.exit_code == 1
    assert not tracker.exists()
    assert (tmp_path / "ours.map.toml").exists()


def test_a_map_that_somebody_edited_is_not_made_anew(tmp_path: Path) -> None:
    theirs, tracker = workbook(tmp_path, {"Register": SIMPLE}), tmp_path / "ours.xlsx"
    run(theirs, "-o", tracker)
    edited = tmp_path / "ours.map.toml"
    edited.write_text(edited.read_text("utf-8") + "# mine\n", encoding="utf-8")
    result = run(theirs, "-o", tracker, "--yes")
    assert result.exit_code == 2
    assert "is already there: bring the tracker in by it with --map" in result.stderr
    assert "# mine" in edited.read_text("utf-8")
    assert run(theirs, "-o", tracker, "--yes", "--force").exit_code == 0


def test_a_tracker_that_is_there_is_kept(tmp_path: Path) -> None:
    theirs, tracker = workbook(tmp_path, {"Register": SIMPLE}), tmp_path / "ours.xlsx"
    tracker.write_text("mine", encoding="utf-8")
    assert run(theirs, "-o", tracker, "--yes").exit_code == 2
    assert run(theirs, "-o", theirs, "--yes", "--force").exit_code == 2
    assert tracker.read_text(encoding="utf-8") == "mine"


def test_a_wrong_map_and_an_unreadable_file_are_wrong_usage(tmp_path: Path) -> None:
    theirs, wrong = workbook(tmp_path, {"Register": SIMPLE}), tmp_path / "wrong.toml"
    wrong.write_text("[options]\ndata_as_at = 3\n", encoding="utf-8")
    result = run(theirs, "-o", tmp_path / "ours.xlsx", "--map", wrong)
    assert result.exit_code == 2
    assert "wrong.toml, line 2: data_as_at may be" in result.stderr
    result = run(tmp_path / "none.xlsx", "-o", tmp_path / "ours.xlsx")
    assert result.exit_code == 2
    assert "cannot be opened" in result.stderr


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([("Just a few words",), ("and more",)], "Register: no row of it is a table's header"),
        ([], "No table was found, so nothing was brought in."),
    ],
)
def test_a_file_without_a_table_is_told_and_no_file_written(tmp_path: Path, rows: Rows, says: str) -> None:
    result = run(workbook(tmp_path, {"Register": rows}), "-o", tmp_path / "ours.xlsx", "--yes")
    assert result.exit_code == 1
    assert says in result.stderr
    assert list(tmp_path.glob("ours*")) == []


def test_a_table_that_holds_nothing_we_know_is_nothing_carried(tmp_path: Path) -> None:
    apple, pear = ("Apple", "red", "much", "autumn"), ("Pear", "green", "more", "autumn")
    rows = [("Fruit", "Colour of skin", "Sweetness", "Season"), apple, pear]
    result = run(workbook(tmp_path, {"Register": rows}), "-o", tmp_path / "ours.xlsx", "--yes")
    assert result.exit_code == 1
    assert "Nothing was brought in, so no tracker was written" in result.stderr
    assert not (tmp_path / "ours.xlsx").exists()


def test_tables_side_by_side_are_told(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Recommendation", None, "No", "Finding", "Owner"),
        ("R1", "Do this well", None, "1", "It is late again", "Ann Archer"),
    ]
    result = run(workbook(tmp_path, {"Register": rows}), "-o", tmp_path / "ours.xlsx", "--yes")
    assert "Register!A1:B2 and Register!D1:F2: tables side by side, each read for itself." in result.stderr


def test_each_of_the_layouts_builds_a_draft(tmp_path: Path) -> None:
    for theirs in sorted(TRACKERS.glob("*.xlsx")):
        tracker = tmp_path / theirs.name
        assert run(theirs, "-o", tracker, "--yes").exit_code == 0
        built = CliRunner().invoke(main, ["build", str(tracker), "--draft"])
        assert built.exit_code == 1
        assert tracker.with_name(f"{tracker.stem}-report-draft.docx").exists()
