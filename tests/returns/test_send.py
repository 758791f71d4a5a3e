"""`send`: who gets what, what their workbook has, and that it comes back."""

import re
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from audit_report.cli import main
from audit_report.pipeline import check_workbook
from audit_report.returns.copies import read_copy
from audit_report.returns.names_of_files import file_names
from tests.tracker_edits import an_update, edited, put
from tests.trackers import save_tracker, set_item, small_tracker

SAMPLES = Path(__file__).parents[2] / "sample_data"
JANUARY = date(2011, 1, 31)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """October's tracker moved on to January, and what is sent of it."""
    folder = tmp_path_factory.mktemp("round")
    tracker = folder / "tracker.xlsx"
    days = ("--as-at", "2011-01-31", "--committee-date", "2011-02-14")
    assert run("next", SAMPLES / "october_2010.xlsx", tracker, *days).exit_code == 0
    result = run("send", tracker, "--return-by", "2011-01-20")
    assert result.exit_code == 0, result.output
    return tracker


def of(given: Path, person: str, ending: str = "xlsx") -> Path:
    return given.with_name("tracker-returns") / f"{person}.{ending}"


def message(path: Path) -> EmailMessage:
    read = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def words(path: Path, kind: str) -> str:
    body = message(path).get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_a_workbook_has_the_persons_rows_alone_and_opens_at_what_to_do(given: Path) -> None:
    book = load_workbook(of(given, "Bridget Larwood"))
    assert book.active is not None
    assert book.active.title == "For you"
    theirs = check_workbook(of(given, "Bridget Larwood")).tracker
    assert [each.ref for each in theirs.recommendations] == ["CR4", "CR6"]
    assert {each.recommendation for each in theirs.actions} == {"CR4", "CR6"}
    assert not [*theirs.forward_plan, *theirs.reports, *theirs.reported_ratings]
    assert "Bridget Larwood" in {each.name for each in theirs.officers}
    assert len(theirs.officers) < len(check_workbook(given).tracker.officers)
    assert {each.email for each in theirs.officers} == {""}


def test_each_line_leads_to_the_cell_where_it_is_done(given: Path) -> None:
    book = load_workbook(of(given, "Bridget Larwood"))
    sheet = book["For you"]
    lines = {
        str(row[1].value): row[0].hyperlink.location
        for row in sheet.iter_rows(max_col=2)
        if row[0].hyperlink is not None and row[0].hyperlink.location
    }
    for line, location in lines.items():
        name, _, cell = location.partition("!")
        rows = book[name.strip("'")]
        ref = line.removeprefix("Give an update on ").partition(" ")[0].rstrip(":")
        assert rows.cell(rows[cell].row, 1).value == ref, line
    assert any(line.startswith("Give an update on CR4") for line in lines)
    blank = next(location for line, location in lines.items() if line.startswith("Give an update on CR4"))
    assert book["Progress updates"][blank.partition("!")[2]].value is None


def test_what_comes_back_unchanged_says_nothing_new(given: Path, tmp_path: Path) -> None:
    folder = given.with_name("tracker-returns")
    result = run("collect", given, *sorted(folder.glob("*.xlsx")), "-o", tmp_path / "next.xlsx")
    assert result.exit_code == 0
    assert result.stderr.count("nothing new") == len(list(folder.glob("*.xlsx")))
    one, other = (check_workbook(path) for path in (given, tmp_path / "next.xlsx"))
    assert [problem.as_json() for problem in one.problems] == [
        problem.as_json() for problem in other.problems
    ]


def test_what_a_lead_fills_in_comes_back_and_a_director_approves_it(given: Path, tmp_path: Path) -> None:
    back = tmp_path / "back.xlsx"
    back.write_bytes(of(given, "Bridget Larwood").read_bytes())
    book = load_workbook(back)
    sheet = book["Progress updates"]
    blank = next(row for row in range(5, 40) if sheet.cell(row, 1).value and not sheet.cell(row, 2).value)
    sheet.cell(blank, 2).value = date(2011, 1, 10)
    for column, text in enumerate(("Caseloads are down.", "Green", "No"), 3):
        sheet.cell(blank, column).value = text
    book.save(back)
    first = tmp_path / "first.xlsx"
    result = run("collect", given, back, "-o", first)
    assert result.exit_code == 0, result.stderr
    assert "back.xlsx (Bridget Larwood): taken 5" in result.stderr

    assert run("send", first, "-o", tmp_path / "second", "--only", "Judith Fairweather").exit_code == 0
    assert run("send", first, "-o", tmp_path / "directors").exit_code == 0
    director = next(
        path
        for path in sorted((tmp_path / "directors").glob("*.xlsx"))
        if "Approve the update on CR4" in said(path)
    )
    book = load_workbook(director)
    sheet = book["Progress updates"]
    row = next(row for row in range(5, 40) if sheet.cell(row, 3).value == "Caseloads are down.")
    sheet.cell(row, 7).value, sheet.cell(row, 8).value = director.stem, date(2011, 1, 18)
    book.save(director)
    assert run("collect", first, director, "-o", tmp_path / "last.xlsx").exit_code == 0
    update = next(
        each
        for each in check_workbook(tmp_path / "last.xlsx").tracker.updates
        if each.day == date(2011, 1, 10)
    )
    assert (update.approved_by, update.approved) == (director.stem, date(2011, 1, 18))


def said(path: Path) -> str:
    return " ".join(str(cell.value) for row in load_workbook(path)["For you"].iter_rows() for cell in row)


def test_an_email_is_a_draft_that_says_the_same_in_both_its_parts(given: Path) -> None:
    path = of(given, "Terence Mulgrew", "eml")
    read = message(path)
    assert read["X-Unsent"] == "1"
    assert read["To"] == "terence.mulgrew@example.org"
    assert "by 20 January 2011" in read["Subject"]
    [attached] = read.iter_attachments()
    assert attached.get_filename() == "Terence Mulgrew.xlsx"
    assert attached.get_content() == of(given, "Terence Mulgrew").read_bytes()
    plain, html = words(path, "plain"), words(path, "html")
    assert "Audit Committee on 14 February 2011" in plain
    assert (
        "- AS2.2 (Have visits logged electronically by the four largest…) was due on 8 October 2010" in plain
    )
    in_html = "".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
    assert in_html.endswith("".join("".join(line.removeprefix("- ").split()) for line in plain.splitlines()))


def test_those_who_have_returned_theirs_get_none_and_only_those_named_get_one(
    given: Path, tmp_path: Path
) -> None:
    back = of(given, "Bridget Larwood")
    assert run("send", given, "-o", tmp_path / "rest", "--returned", back).exit_code == 0
    names = {path.stem for path in (tmp_path / "rest").glob("*.xlsx")}
    assert "Bridget Larwood" not in names
    assert "Terence Mulgrew" in names
    assert run("send", given, "-o", tmp_path / "one", "--only", "terence mulgrew").exit_code == 0
    assert {path.stem for path in (tmp_path / "one").iterdir()} == {"Terence Mulgrew"}
    result = run("send", given, "-o", tmp_path / "none", "--only", "Terence Mulgrow")
    assert result.exit_code == 2
    assert "Did you mean" in result.stderr
    assert not (tmp_path / "none").exists()


def test_what_is_there_is_kept_unless_forced(given: Path) -> None:
    assert run("send", given, "--only", "Terence Mulgrew").exit_code == 2
    assert run("send", given, "--only", "Terence Mulgrew", "--force").exit_code == 0


@pytest.mark.parametrize(("columns", "lines"), [("120", 1), ("40", 3)])
def test_the_table_fits_the_terminal(
    columns: str, lines: int, given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = run("send", given, "-o", tmp_path, "--only", "Terence Mulgrew")
    table = result.stderr.splitlines()[:-1]
    assert len(table) == lines
    assert max(map(len, table)) <= int(columns)


def test_a_lead_is_not_told_to_approve_a_date(given: Path) -> None:
    for path in given.with_name("tracker-returns").glob("*.eml"):
        assert "Give the day it was approved and by whom" not in " ".join(words(path, "plain").split())


def test_the_folder_may_be_there_already(given: Path, tmp_path: Path) -> None:
    for _ in range(2):
        result = run("send", given, "-o", tmp_path, "--only", "Terence Mulgrew", "--force")
        assert result.exit_code == 0, result.stderr


def test_without_an_address_the_draft_has_none_and_that_is_said(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Previous data as at", date(2010, 4, 25))
    tracker = save_tracker(tmp_path / "tracker.xlsx", sheets)
    result = run("send", tracker)
    assert result.exit_code == 0, result.output
    assert "no address in Officers" in result.stderr
    drafts = list((tmp_path / "tracker-returns").glob("*.eml"))
    assert drafts
    assert all(message(path)["To"] is None for path in drafts)


def test_where_nobody_has_anything_to_do_nothing_is_written(tmp_path: Path) -> None:
    tracker = tmp_path / "done.xlsx"
    tracker.write_bytes((SAMPLES / "april_2010.xlsx").read_bytes())
    result = run("send", tracker, *(part for person in people_of(tracker) for part in ("--returned", person)))
    assert result.exit_code == 1
    assert "Nobody has anything to do" in result.stderr


def people_of(tracker: Path) -> list[Path]:
    """A return of everybody whom something is sent."""
    folder = tracker.with_name("all")
    assert run("send", tracker, "-o", folder).exit_code == 0
    return sorted(folder.glob("*.xlsx"))


@pytest.mark.parametrize(
    ("people", "names"),
    [
        (["Ann Archer"], ["Ann Archer"]),
        (["CON", "nul", "Com1"], ["CON_", "nul_", "Com1_"]),
        (["A/B: C?", "..", "Ann\nArcher"], ["A B C", "Nobody", "Ann Archer"]),
        (["Ann Archer", "ANN ARCHER"], ["Ann Archer", "ANN ARCHER (2)"]),
        (["x" * 200], ["x" * 80]),
    ],
)
def test_files_have_names_that_any_computer_takes(people: list[str], names: list[str]) -> None:
    assert list(file_names(people).values()) == names


def test_a_return_knows_what_it_was_sent_as(given: Path) -> None:
    copy = read_copy(of(given, "Terence Mulgrew"))
    assert copy.sent is not None
    assert copy.person == "Terence Mulgrew"
    assert copy.sent.tracker == read_copy(given).file.sha256


def test_a_tracker_changed_since_is_a_conflict_and_not_lost(given: Path, tmp_path: Path) -> None:
    since = tmp_path / "since.xlsx"
    since.write_bytes(given.read_bytes())
    edited(
        since, put("Actions", "AS2.2", Evidence="By the analyst"), an_update("AS2", date(2011, 1, 5), "Red")
    )
    back = tmp_path / "back.xlsx"
    back.write_bytes(of(given, "Terence Mulgrew").read_bytes())
    edited(back, put("Actions", "AS2.2", Evidence="By the lead"))
    result = run("collect", since, back, "-o", tmp_path / "next.xlsx")
    assert result.exit_code == 1
    assert (
        "Conflict: Actions, AS2.2, Evidence: the tracker has “By the analyst”, back.xlsx “By the lead”"
        in result.stderr
    )
