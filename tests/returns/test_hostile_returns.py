"""Returns that people have spoilt: a sentence on each, and the rest is collected all the same."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from audit_report.cli import main
from audit_report.model.records import Action
from audit_report.pipeline import check_workbook
from audit_report.workbook_out.column_names import letter
from tests.workbook_in.corpus import password_protected

SAMPLES = Path(__file__).parents[2] / "sample_data"
EVIDENCE, WORKED_OUT = letter(Action, "evidence"), letter(Action, "shown_due")
LEAD, OTHER = "Bridget Larwood", "Terence Mulgrew"
WORDS = "Caseloads are down."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """October's tracker moved on to January, and what two people are sent of it."""
    folder = tmp_path_factory.mktemp("round")
    tracker = folder / "tracker.xlsx"
    assert run("next", SAMPLES / "october_2010.xlsx", tracker, "--as-at", "2011-01-31").exit_code == 0
    result = run("send", tracker, "-o", folder / "sent", "--only", LEAD, "--only", OTHER)
    assert result.exit_code == 0, result.output
    fill_in(folder / "sent" / f"{OTHER}.xlsx", folder / "good.xlsx", answer)
    return tracker


def answer(book: Workbook) -> None:
    """Fill in the blank row of the first update that is wanted."""
    sheet = book["Progress updates"]
    blank = next(row for row in range(5, 40) if sheet.cell(row, 1).value and not sheet.cell(row, 2).value)
    sheet.cell(blank, 2).value = date(2011, 1, 10)
    for column, text in enumerate((WORDS, "Green", "No"), 3):
        sheet.cell(blank, column).value = text


def fill_in(source: Path, target: Path, *edits: Callable[[Workbook], None]) -> Path:
    book = load_workbook(source)
    for edit in edits:
        edit(book)
    book.save(target)
    return target


def spoilt(given: Path, tmp_path: Path, *edits: Callable[[Workbook], None]) -> Path:
    """The lead's workbook, answered and then spoilt."""
    return fill_in(given.parent / "sent" / f"{LEAD}.xlsx", tmp_path / "spoilt.xlsx", answer, *edits)


def collected(given: Path, bad: Path, exit_code: int = 0) -> tuple[str, Path]:
    """What collecting a spoilt return says, and the tracker; the other person's words are in it in any case."""
    target = bad.with_name("next.xlsx")
    result = run("collect", given, bad, given.parent / "good.xlsx", "-o", target)
    assert result.exit_code == exit_code, result.stderr
    assert f"good.xlsx ({OTHER}): taken 5" in result.stderr
    return " ".join(result.stderr.split()), target


def updates(path: Path) -> list[str]:
    return [each.progress[0].text for each in check_workbook(path).tracker.updates]


def test_who_has_not_returned_is_told(given: Path, tmp_path: Path) -> None:
    result = run("collect", given, given.parent / "good.xlsx", "-o", tmp_path / "next.xlsx")
    [line] = [line for line in result.stderr.splitlines() if line.startswith("Not returned yet: ")]
    assert LEAD in line
    assert OTHER not in line
    again = run("collect", tmp_path / "next.xlsx", spoilt(given, tmp_path), "-o", tmp_path / "last.xlsx")
    [line] = [line for line in again.stderr.splitlines() if line.startswith("Not returned yet: ")]
    assert OTHER not in line
    assert LEAD not in line


def test_one_of_another_register(given: Path, tmp_path: Path) -> None:
    other = copyfile(SAMPLES / "northmoor_2026.xlsx", tmp_path / "other.xlsx")
    said, _ = collected(given, other, 1)
    assert f"Not collected: {other}: it has none of this tracker's recommendations" in said


def test_one_of_an_older_round_is_told_and_counts(given: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.xlsx"
    folder = tmp_path / "sent"
    assert run("next", SAMPLES / "october_2010.xlsx", older, "--as-at", "2010-12-31").exit_code == 0
    assert run("send", older, "-o", folder, "--only", LEAD).exit_code == 0
    late = fill_in(folder / f"{LEAD}.xlsx", tmp_path / "late.xlsx", answer)
    said, target = collected(given, late)
    assert (
        "late.xlsx: it is of another round: its Data as at is 2010-12-31, and the tracker's 2011-01-31."
        in said
    )
    assert updates(target).count(WORDS) == 2


def test_one_with_another_name_is_known_by_what_it_holds(given: Path, tmp_path: Path) -> None:
    renamed = spoilt(given, tmp_path).rename(tmp_path / "RE RE final v2 (3).xlsx")
    said, target = collected(given, renamed)
    assert f"RE RE final v2 (3).xlsx ({LEAD}): taken 5" in said
    assert updates(target).count(WORDS) == 2


def test_one_that_is_encrypted(given: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(password_protected())
    said, _ = collected(given, locked, 1)
    assert f"Not collected: {locked}: the workbook is protected by a password." in said


def test_one_with_macros(given: Path, tmp_path: Path) -> None:
    macros = tmp_path / "macros.xlsm"
    with ZipFile(spoilt(given, tmp_path)) as source, ZipFile(macros, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("xl/vbaProject.bin", b"macros")
    said, written = collected(given, macros)
    assert "macros.xlsm: it holds macros" in said
    assert updates(written).count(WORDS) == 2
    assert "xl/vbaProject.bin" not in ZipFile(written).namelist()


def test_a_ref_that_was_changed_is_told_and_the_row_counts_under_its_own(given: Path, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Actions"]
        sheet["A5"], sheet[f"{EVIDENCE}5"] = "Mine", "See the minutes"

    bad = spoilt(given, tmp_path, change)
    sent = load_workbook(given.parent / "sent" / f"{LEAD}.xlsx")["Actions"]["A5"].value
    said, target = collected(given, bad)
    assert f"Actions, Mine, Action ref: the tracker has “{sent}”, spoilt.xlsx “Mine” (Actions!A5)" in said
    actions = {each.ref: each.evidence for each in check_workbook(target).tracker.actions}
    assert actions[str(sent)] == "See the minutes"
    assert "Mine" not in actions


def test_a_ref_that_was_changed_in_the_history_adds_no_row(given: Path, tmp_path: Path) -> None:
    before = len(check_workbook(given).tracker.updates)

    def change(book: Workbook) -> None:
        book["Progress updates"]["A5"] = "CR99"

    said, target = collected(given, spoilt(given, tmp_path, change))
    assert "“CR99” (Progress updates!A5): rows sent are history" in said
    assert len(check_workbook(target).tracker.updates) == before + 2


def test_sheets_that_were_deleted(given: Path, tmp_path: Path) -> None:
    def delete(book: Workbook) -> None:
        del book["Actions"], book["Date changes"], book["Assessments"]

    said, target = collected(given, spoilt(given, tmp_path, delete))
    assert said.count("the sheet or its headers are missing in it; the tracker's stays") >= 2
    assert "the row is missing" not in said
    assert actions_of(target) == actions_of(given)
    assert updates(target).count(WORDS) == 2


def actions_of(path: Path) -> list[object]:
    return [
        (each.ref, each.text, each.progress, each.evidence) for each in check_workbook(path).tracker.actions
    ]


def test_a_column_that_was_deleted_clears_nothing(given: Path, tmp_path: Path) -> None:
    def delete(book: Workbook) -> None:
        book["Actions"].delete_cols(3)

    said, target = collected(given, spoilt(given, tmp_path, delete))
    assert "Actions, Action: the tracker has “”, spoilt.xlsx “”: the column is missing in it" in said
    assert actions_of(target) == actions_of(given)


def test_a_value_pasted_over_a_header(given: Path, tmp_path: Path) -> None:
    def paste(book: Workbook) -> None:
        sheet = book["Actions"]
        sheet[f"{EVIDENCE}4"], sheet[f"{EVIDENCE}5"] = "pasted", "What I typed"

    said, target = collected(given, spoilt(given, tmp_path, paste))
    assert "the column is missing in it" in said
    assert f"“What I typed” (Actions!{EVIDENCE}5): the column is not one that people fill in" in said
    assert actions_of(target) == actions_of(given)


def test_values_pasted_over_all_headers(given: Path, tmp_path: Path) -> None:
    def paste(book: Workbook) -> None:
        sheet = book["Actions"]
        for column in range(1, 20):
            sheet.cell(4, column).value = f"pasted {column}"
        sheet[f"{EVIDENCE}5"] = "What I typed"

    said, target = collected(given, spoilt(given, tmp_path, paste))
    assert "Actions: the tracker has “”, spoilt.xlsx “”: the sheet or its headers are missing in it" in said
    assert (
        f"“What I typed” (Actions!{EVIDENCE}5): it stands in no row of the table, or the sheet's headers are gone"
        in said
    )
    assert actions_of(target) == actions_of(given)
    assert updates(target).count(WORDS) == 2


def test_words_above_the_table_beside_it_and_over_a_formula_are_told(given: Path, tmp_path: Path) -> None:
    def write(book: Workbook) -> None:
        sheet = book["Actions"]
        sheet["C3"], sheet["AA5"], sheet[f"{WORKED_OUT}5"] = "See below", "Beside", "whenever"

    said, _ = collected(given, spoilt(given, tmp_path, write))
    for cell, words in (("C3", "See below"), ("AA5", "Beside"), (f"{WORKED_OUT}5", "whenever")):
        assert f"“{words}” (Actions!{cell})" in said
