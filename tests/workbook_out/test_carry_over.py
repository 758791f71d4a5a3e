"""An older or damaged tracker carried into a fresh one: nothing is lost, and nothing is said without its cell."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from audit_report.cell_refs import column_letter
from audit_report.cli import main
from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.schema.rich_text import Run
from audit_report.workbook_in.sheet_names import read_with_renamed
from audit_report.workbook_out.carry_over import carry_over
from audit_report.workbook_out.column_names import HEADER_ROW
from audit_report.workbook_out.template import save
from tests.report.plain_text import as_text
from tests.trackers import save_tracker, set_item, small_tracker, write_rows

SAMPLES = Path(__file__).parent.parent.parent / "sample_data"


def carried(old: Path) -> Path:
    """The fresh tracker, beside the old one."""
    new = old.with_name("new.xlsx")
    result = run(new, old)
    assert result.exit_code == 0, result.stderr
    return new


def run(new: Path, old: Path, *options: str) -> Result:
    arguments = ["new", str(new), "--from", str(old), *options]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def notes(old: Path) -> list[str]:
    """What is said on stderr, without the count at the end."""
    return run(old.with_name("new.xlsx"), old, "--force").stderr.splitlines()[:-1]


def report_text(checked: Checked) -> str:
    return as_text(compose(checked.tracker, checked.assessed, Provenance("", "", "", "")))


def said(checked: Checked) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    """The problems in their order, without their rows and letters; what is said of the columns is left out."""
    return sorted(
        (each.code, each.where.sheet, each.where.header, each.ref, each.value)
        for each in checked.problems
        if each.code not in ("extra-column", "missing-worked-out")
    )


def damaged(sample: Path, path: Path, seed: int) -> Path:
    """A sample without its tables, guidance, formulas and drop-downs, its columns shuffled among some of one's own."""
    random, workbook = Random(seed), Workbook()  # noqa: S311  a shuffle is no secret
    workbook.remove(workbook.worksheets[0])
    for sheet in load_workbook(sample, rich_text=True).worksheets:
        if not sheet.tables:
            continue
        titles = [str(cell.value) for cell in sheet[HEADER_ROW]]
        columns = [*titles, "My notes", "Cost code"]
        random.shuffle(columns)
        rows = []
        for cells in sheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True):
            row: dict[str, Any] = dict.fromkeys(columns, "mine")
            row.update(zip(titles, cells, strict=True))
            rows.append(row)
        write_rows(workbook.create_sheet(sheet.title.upper()), [row for row in rows if row[titles[0]]])
    workbook.save(path)
    return path


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", ["april_2010", "october_2010"])
def test_the_report_of_a_damaged_tracker_is_the_report_of_the_fresh_one(
    name: str, seed: int, tmp_path: Path
) -> None:
    old = damaged(SAMPLES / f"{name}.xlsx", tmp_path / "old.xlsx", seed)
    before = sha256(old.read_bytes()).hexdigest()

    new = check_workbook(carried(old))

    assert report_text(new) == report_text(check_workbook(old))
    assert report_text(new) == report_text(check_workbook(SAMPLES / f"{name}.xlsx"))
    assert said(new) == said(check_workbook(old))
    assert sha256(old.read_bytes()).hexdigest() == before


def test_a_whole_tracker_is_carried_without_a_word(tmp_path: Path) -> None:
    new = tmp_path / "new.xlsx"
    result = run(new, SAMPLES / "october_2010.xlsx")
    assert result.stdout.strip() == str(new)
    [count] = result.stderr.splitlines()
    assert count.endswith("Notes: 0.")
    assert said(check_workbook(new)) == said(check_workbook(SAMPLES / "october_2010.xlsx"))


@pytest.mark.parametrize(
    ("sheet", "header", "typed"),
    [
        ("Actions", "Original due date", "31/02/2010"),
        ("Actions", "Original due date", " 4 May 2010\u200b"),
        ("Actions", "Original due date", 40298),
        ("Actions", "Original due date", 0.5),
        ("Actions", "Original due date", True),
        ("Actions", "Original due date", time(12, 30)),
        ("Actions", "Original due date", timedelta(hours=30)),
        ("Actions", "Original due date", datetime(2010, 5, 4, 13, 45)),
        ("Actions", "Original due date", date(2110, 5, 4)),
        ("Actions", "Progress", "Complet"),
        ("Recommendations", "Financial loss (£)", "lots"),
        ("Recommendations", "Financial loss (£)", "£1.2m"),
        ("Recommendations", "Financial loss (£)", -3),
        ("Recommendations", "Financial loss (£)", datetime(2010, 5, 4)),
        ("Recommendations", "Improvement plan in place", "Mabye"),
        ("Recommendations", "Improvement plan in place", True),
        ("Recommendations", "Recommendation ref", "1 R"),
        ("Recommendations", "Recommendation", "_x0041_ and _x005F_"),
        ("Recommendations", "Recommendation", "  two\nlines & <b>  "),
        ("Assessments", "Score or summary", 3.25),
        ("Assessments", "Score or summary", datetime(2010, 4, 3)),
        ("Assessments", "Report date", datetime(2009, 12, 9)),
        ("Assessments", "Report date", "some time"),
        ("Annex 1", "More than share of departmental budget", "150%"),
        ("Annex 1", "More than share of departmental budget", 15),
    ],
)
def test_every_value_goes_over_as_it_was_typed(sheet: str, header: str, typed: Any, tmp_path: Path) -> None:  # noqa: ANN401  whatever a cell takes
    sheets = small_tracker()
    sheets[sheet][0][header] = typed
    old = check_workbook(save_tracker(tmp_path / "old.xlsx", sheets))
    new = check_workbook(carried(tmp_path / "old.xlsx"))
    assert said(new) == said(old)
    assert report_text(new) == report_text(old)


def edited(path: Path, edit: Callable[[Workbook], None]) -> Path:
    """The small tracker with something done to it."""
    save_tracker(path, small_tracker())
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def test_looks_links_and_text_that_looks_like_a_formula_go_over(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Progress updates"]["C2"] = CellRichText(
            "All ", TextBlock(InlineFont(b=True), "done "), TextBlock(InlineFont(i=True), "_x0041_\n• now")
        )
        workbook["Progress updates"]["C3"].hyperlink = "https://example.org/report"
        workbook["Officers"]["A3"] = "_x0007_Ben Baker"
        workbook["Recommendations"]["B2"] = "=1+1"
        workbook["Recommendations"]["B2"].data_type = "s"

    old = check_workbook(edited(tmp_path / "old.xlsx", edit))
    new = check_workbook(carried(tmp_path / "old.xlsx"))

    assert said(new) == said(old)
    assert "unprintable-characters" in {problem.code for problem in new.problems}
    assert [each.progress for each in new.tracker.updates] == [each.progress for each in old.tracker.updates]
    assert new.tracker.updates[0].progress[0].runs == (
        Run("All "),
        Run("done ", bold=True),
        Run("A", italic=True),
    )
    assert new.tracker.updates[1].progress[0].runs[0].link == "https://example.org/report"
    assert new.tracker.recommendations[0].text == "=1+1"


def test_what_has_no_place_is_told_with_its_cell(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        actions = workbook["Actions"]
        actions["H1"], actions["H3"] = "Qualty", "Met"
        actions["J1"], actions["J2"], actions["J3"] = "My notes", "mine", "mine"
        actions["K1"] = "Empty column"
        actions["L3"] = "stray"
        actions["M1"], actions["M2"] = "Progress", "Complete"
        actions["N1"], actions["N2"] = "On track", "Yes"
        actions["E3"], actions["I3"] = "=DATE(2010,3,31)", "#REF!"
        actions["I3"].data_type = "e"
        actions["C3"].comment = Comment("Ask Ben", "Ann")
        workbook["Officers"].merge_cells("C2:C3")
        workbook["Date changes"].insert_rows(1, 3)
        workbook["Date changes"]["B2"] = "Ask Ann first"
        workbook["Date changes"]["A3"] = "Required\nThe action whose date moved."
        details = workbook["Report details"]
        details["A12"], details["B12"] = "Mood", "Good"
        details["A13"], details["B13"] = "authority", "Southshire"
        workbook.create_sheet("Meeting notes")["B2"] = "Mine"

    old = edited(tmp_path / "old.xlsx", edit)

    misspelt, *others = notes(old)
    assert misspelt == (
        "Actions!H1: the column “Qualty” (1 value: H3) was carried over as your own: is it meant as “Quality”? "
        "Correct its header and start again."
    )
    assert others == [
        "Actions!L1: a column without a header (1 value: L3) was not carried over.",
        "Actions!M1: the column “Progress” (1 value: M2) was not carried over: another one has the same header.",
        "Actions!N2: “Yes” was typed over the formula of On track; the new tracker works it out.",
        "Actions!E3: “=DATE(2010,3,31)” was carried over as text.",
        "Actions!I3: “#REF!” was carried over as text.",
        "Date changes!B2: “Ask Ann first” stands outside the table and was not carried over.",
        "Officers!C2:C3: the cells are merged; their one value was carried into the first.",
        "Report details!A12: “Mood” is not an item the program knows; it now stands below the others.",
        "Report details!A13: “authority” stands further up already; “Southshire” was not carried over.",
    ]
    fresh = check_workbook(tmp_path / "new.xlsx")
    assert [each.value for each in fresh.problems if each.code == "unknown-item"] == ["Mood"]
    assert fresh.tracker.details.authority == "Northshire County Council"


def test_a_sheet_that_is_missing_or_has_no_headers_is_told(tmp_path: Path) -> None:
    sheets = small_tracker()
    del sheets["Report text"]
    sheets["Officers"] = [{"Who": "Ann Archer", "What": "Director"}]
    old = save_tracker(tmp_path / "old.xlsx", sheets)

    assert notes(old) == [
        "Officers!A1:B2: no row holds the column headers, so nothing was carried over.",
        "Report text: the sheet is missing, so the new one is as in a blank tracker.",
    ]
    assert check_workbook(tmp_path / "new.xlsx").tracker.report_text


def test_settings_left_blank_have_their_defaults_and_blank_facts_stay_blank(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Months ahead", None)
    set_item(sheets, "Show summary", "Yes")
    set_item(sheets, "Committee date", "17th of May")
    new = check_workbook(carried(save_tracker(tmp_path / "old.xlsx", sheets)))
    details = new.tracker.details
    assert (details.months_ahead, details.show_summary, details.template_version) == (6, True, 2)
    assert details.previous_as_at is None
    assert said(new) == said(check_workbook(tmp_path / "old.xlsx"))


def test_an_old_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    old, new = tmp_path / "old.xlsx", tmp_path / "new.xlsx"
    old.write_text("not a workbook")
    result = run(new, old)
    assert result.exit_code == 2
    assert "not an Excel workbook" in result.stderr
    assert not new.exists()


def test_the_old_file_is_never_replaced(tmp_path: Path) -> None:
    old = save_tracker(tmp_path / "old.xlsx", small_tracker())
    before = old.read_bytes()
    assert run(old, old, "--force").exit_code == 2
    assert old.read_bytes() == before


def test_the_councils_own_columns_and_sheets_come_along(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        actions = workbook["Actions"]
        last = actions.max_column
        actions.cell(1, last + 1).value, actions.cell(1, last + 2).value = "Cost", "Response"
        actions.cell(3, last + 1).value = 0.25
        actions.cell(3, last + 1).number_format = "0%"
        actions.cell(3, last + 1).comment = Comment("An estimate", "Ann")
        actions.cell(3, last + 2).value = "=1+1"
        actions.column_dimensions[column_letter(last)].width = 31
        own = workbook.create_sheet("Meeting notes")
        own["B2"], own["C3"] = "Mine", 0.5
        own["C3"].number_format = "0%"
        own.merge_cells("B5:C5")
        own.column_dimensions["B"].width = 40

    old = edited(tmp_path / "old.xlsx", edit)
    assert not [note for note in notes(old) if "Cost" in note or "Meeting notes" in note]

    fresh = load_workbook(tmp_path / "new.xlsx")
    actions = fresh["Actions"]
    titles = {cell.value: cell.column or 0 for cell in actions[4]}
    cost = actions.cell(6, titles["Cost"])
    assert (cost.value, cost.number_format) == (0.25, "0%")
    assert cost.comment is not None
    assert cost.comment.text == "An estimate"
    assert actions.column_dimensions[column_letter(titles["Cost"] - 1)].width == 31
    assert fresh["Meeting notes"]["B2"].value == "Mine"
    assert (fresh["Meeting notes"]["C3"].value, fresh["Meeting notes"]["C3"].number_format) == (0.5, "0%")
    assert [str(each) for each in fresh["Meeting notes"].merged_cells.ranges] == ["B5:C5"]
    again = tmp_path / "again.xlsx"
    save(carry_over(read_with_renamed(tmp_path / "new.xlsx")).workbook, again)
    assert again.read_bytes() == (tmp_path / "new.xlsx").read_bytes()


def test_a_column_of_ones_own_that_a_later_version_has_too_is_kept_apart(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Recommendations"][0]["Response"] = "By letter"
    old = save_tracker(tmp_path / "old.xlsx", sheets)
    assert [note for note in notes(old) if "Response" in note] == [
        "Recommendations!S1: the column “Response” (1 value: S2) was carried over as your own, as “Response (own)”."
    ]
    new = load_workbook(tmp_path / "new.xlsx")["Recommendations"]
    titles = {cell.value: cell.column or 0 for cell in new[4]}
    assert new.cell(5, titles["Response (own)"]).value == "By letter"
    assert new.cell(5, titles["Response"]).value is None
