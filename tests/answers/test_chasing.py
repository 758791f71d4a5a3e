"""`check --xlsx`: the problems as a workbook for chasing."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.answers.chasing_list import said_to
from audit_report.cli import main
from audit_report.model.wording import shipped_places
from audit_report.workbook_out.problem_list import Link, ListColumn, ListSheet, problem_list, sheet_name
from tests.trackers import Sheets, save_tracker, small_tracker


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def spoilt() -> Sheets:
    """R1.1 is nine weeks overdue; its progress and the status of an update are no entries of their lists.

    So its recommendation, whose own update says Green, is Red.
    """
    sheets = small_tracker()
    sheets["Date changes"] = []
    sheets["Actions"][0] |= {
        "Original due date": date(2010, 2, 26),
        "Progress": "Complet",
        "Owner": "Ann Archer",
    }
    sheets["Progress updates"][1]["Status declared"] = "Amber"
    sheets["Forward plan"][0]["Date of next review"] = "some time"
    return sheets


def listed(tmp_path: Path, sheets: Sheets | None = None) -> dict[str, Worksheet]:
    tracker = save_tracker(tmp_path / "my tracker.xlsx", sheets or spoilt())
    target = tmp_path / "lists" / "problems.xlsx"
    target.parent.mkdir()
    result = run("check", tracker, "--xlsx", target)
    assert result.stdout.splitlines()[-1] == str(target)
    return {sheet.title: sheet for sheet in load_workbook(target).worksheets}


def rows(sheet: Worksheet) -> list[list[object]]:
    """The rows under a list's header."""
    return [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        ("Ask Ann Archer for a new one and add a row for it.", "Give a new one and add a row for it."),
        ("Ask Ann Archer or Cas Cole to approve it, then fill it in.", "Approve it, then fill it in."),
        ("Ask Ann Archer what has happened since.", "Say what has happened since."),
        ("Ask Cas Cole to approve it.", "Ask Cas Cole to approve it."),
        ("Ask who approved this move.", "Ask who approved this move."),
        ("Add a row for Ann Archer.", "Add a row for Ann Archer."),
    ],
)
def test_nobody_is_told_to_ask_himself(fix: str, said: str) -> None:
    assert said_to("Ann Archer", fix) == said


def test_a_sheet_has_the_persons_address(tmp_path: Path) -> None:
    sheets = spoilt()
    sheets["Officers"] = [each | {"Email": "ann@example.org"} for each in sheets["Officers"]]
    assert listed(tmp_path, sheets)["Ann Archer"]["A2"].value == "What Ann Archer has to do. ann@example.org"


def test_everybody_has_a_sheet_of_their_own(tmp_path: Path) -> None:
    sheets = listed(tmp_path)

    assert list(sheets) == [
        "All problems",
        "Overdue",
        "Overdue and due soon",
        "Ann Archer",
        "Ben Baker",
        "The performance service",
    ]
    late, wrong = rows(sheets["Ann Archer"])
    assert late[2] == wrong[2] == "Actions!F2"
    assert (late[0], late[5]) == ("overdue", "It was due on 26 February 2010, 63 days ago.")
    assert "Code" not in [cell.value for cell in sheets["Ann Archer"][3]]
    assert [row[2] for row in rows(sheets["Ben Baker"])] == ["Progress updates!D3"]
    assert "Forward plan!G2" in [row[2] for row in rows(sheets["The performance service"])]
    whose = {row[2]: row[8] for row in rows(sheets["All problems"])}
    assert whose["Actions!F2"] == "Ann Archer"


def test_a_cell_leads_to_the_workbook_from_the_lists_folder(tmp_path: Path) -> None:
    cell = next(
        row[2]
        for row in listed(tmp_path)["Ben Baker"].iter_rows(min_row=4)
        if row[2].value == "Progress updates!D3"
    )

    assert cell.hyperlink is not None
    assert cell.hyperlink.target == "../my%20tracker.xlsx"
    assert cell.hyperlink.location == "'Progress updates'!D3"


def test_what_is_late_is_counted_by_directorate_and_lead_and_listed(tmp_path: Path) -> None:
    sheets = listed(tmp_path)

    assert rows(sheets["Overdue"]) == [["Children", "Ann Archer", 0, 1, 0, 0, 1]]
    assert rows(sheets["Overdue and due soon"])[0][5:8] == [
        datetime(2010, 2, 26),
        63,
        "31–90 days",
    ]


def test_a_workbook_without_problems_has_a_list_that_says_so(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Report text"] = [
        {"Place": place.name, "Text": place.text[0]} for place in shipped_places().values()
    ]
    found = listed(tmp_path, sheets)

    assert "Overdue" not in found
    assert rows(found["Overdue and due soon"])[0][0] == "None"


def test_the_lists_are_tables_with_their_header_in_sight(tmp_path: Path) -> None:
    for sheet in listed(tmp_path).values():
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A3:")
        assert sheet.freeze_panes == "A4"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    list_ = ListSheet(
        "List", "What it is.", [ListColumn("Words", 20)], [["=1+1"], ["-3"], ["@home"], ["+44"]]
    )
    sheet = load_back(problem_list("Problems", [list_], "tracker.xlsx"))["List"]

    assert [sheet.cell(row, 1).value for row in range(4, 8)] == ["=1+1", "-3", "@home", "+44"]
    assert {sheet.cell(row, 1).data_type for row in range(4, 8)} == {"s"}


def load_back(content: bytes) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in load_workbook(BytesIO(content)).worksheets}


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Ann Archer", [], "Ann Archer"),
        ("Ann Archer", ["ann archer"], "Ann Archer (2)"),
        ("History", [], "History (2)"),
        ("A/B: [the] *best*?\\", [], "A B   the   best"),
        ("'quoted'", [], "quoted"),
        ("***", [], "Sheet"),
        ("A" * 40, [], "A" * 31),
        ("A" * 40, ["a" * 31], "A" * 27 + " (2)"),
    ],
)
def test_sheet_names_are_as_excel_takes_them(wanted: str, taken: list[str], name: str) -> None:
    assert sheet_name(wanted, taken) == name


def test_the_same_problems_give_the_same_bytes() -> None:
    list_ = ListSheet("List", "What it is.", [ListColumn("Cell", 20)], [[Link("Actions", "Actions!E14")]])
    assert problem_list("P", [list_], "t.xlsx") == problem_list("P", [list_], "t.xlsx")


def test_only_a_list_of_its_own_is_replaced(tmp_path: Path) -> None:
    tracker = save_tracker(tmp_path / "tracker.xlsx", spoilt())
    target = tmp_path / "problems.xlsx"

    assert run("check", tracker, "--xlsx", target).exit_code == 1
    assert run("check", tracker, "--xlsx", target).exit_code == 1
    load_workbook(target).save(target)
    refused = run("check", tracker, "--xlsx", target)
    assert refused.exit_code == 2
    assert "choose another name" in refused.stderr
    Workbook().save(target)
    assert run("check", tracker, "--xlsx", target).exit_code == 2
    target.write_text("notes")
    assert run("check", tracker, "--xlsx", target).exit_code == 2
    assert run("check", tracker, "--xlsx", tracker).exit_code == 2


def test_a_damaged_list_is_not_taken_for_its_own(tmp_path: Path) -> None:
    tracker, target = save_tracker(tmp_path / "tracker.xlsx", spoilt()), tmp_path / "problems.xlsx"
    run("check", tracker, "--xlsx", target)
    content = bytearray(target.read_bytes())
    at = content.find(b"docProps/core.xml") + len("docProps/core.xml")
    content[at : at + 20] = b"\xff" * 20
    target.write_bytes(content)

    refused = run("check", tracker, "--xlsx", target)

    assert refused.exit_code == 2
    assert "choose another name" in refused.stderr
    assert target.read_bytes() == content


def test_with_json_the_path_is_not_mixed_into_it(tmp_path: Path) -> None:
    tracker = save_tracker(tmp_path / "tracker.xlsx", spoilt())
    result = run("check", tracker, "--json", "--xlsx", tmp_path / "problems.xlsx")

    assert result.stdout.startswith("{")
    assert result.stdout.rstrip().endswith("}")
    assert "problems.xlsx" in result.stderr
