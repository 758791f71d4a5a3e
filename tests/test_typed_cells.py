"""What people type into cells, from the file to the words of the report: one cell of a small tracker at a time."""

from datetime import date
from pathlib import Path

import pytest

from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from tests.report.plain_text import as_text
from tests.trackers import save_tracker, set_item, small_tracker


def checked(folder: Path, sheet: str, header: str, typed: object, row: int = 0) -> Checked:
    """The small tracker with one cell of a sheet's row typed otherwise."""
    sheets = small_tracker()
    sheets[sheet][row][header] = typed
    return check_workbook(save_tracker(folder / "tracker.xlsx", sheets))


def codes(outcome: Checked, header: str) -> list[str]:
    """The codes of the problems in cells under a header."""
    return [each.code for each in outcome.problems if each.where.header == header]


def printed(outcome: Checked) -> str:
    """The words of the report."""
    return as_text(compose(outcome.tracker, outcome.assessed, Provenance("", "", "", "", None)))


def progress_printed(outcome: Checked) -> str:
    """The words of the report from the first latest progress on, whose label runs in before plain words."""
    return printed(outcome).partition("Latest progress (")[2].partition("):")[2].lstrip()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("A long_x001E_term plan", "A long-term plan"),
        ("co_x001F_ordinated", "coordinated"),
        ("First._x000B_Second.", "First.\nSecond."),
        ("• well_x001E_run", "• well-run"),
    ],
)
def test_the_hyphens_and_line_breaks_of_word_are_read(tmp_path: Path, typed: str, shown: str) -> None:
    outcome = checked(tmp_path, "Progress updates", "Latest progress", typed)

    assert codes(outcome, "Latest progress") == []
    assert progress_printed(outcome).startswith(f"{shown}\n")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\uf0b7\tStarted\n\uf0a7 Second\no   Third\n➢ Fourth", "• Started\n• Second\n• Third\n• Fourth"),
        ("●Started\n▪ Second", "• Started\n• Second"),
        ("Ø\tStarted\n§ Second", "• Started\n• Second"),
        ("3. Recruit\n4. Publish\n12. Review", "3. Recruit\n4. Publish\n12. Review"),
        ("2. second point only", "2. second point only"),
        ("10) tenth\nA remark.\n11) eleventh", "10) tenth\nA remark.\n11) eleventh"),
        ("(a) one\n(iv) two\n2010. A year", "(a) one\n(iv) two\n2010. A year"),
    ],
)
def test_lists_print_as_typed(tmp_path: Path, typed: str, shown: str) -> None:
    outcome = checked(tmp_path, "Progress updates", "Latest progress", typed)

    assert codes(outcome, "Latest progress") == []
    assert progress_printed(outcome).startswith(f"{shown}\n")


def test_a_pasted_table_prints_as_a_table(tmp_path: Path) -> None:
    outcome = checked(tmp_path, "Progress updates", "Latest progress", "Year\tCases\n2009\t12")

    assert codes(outcome, "Latest progress") == []
    assert "Year: 2009\n    Cases: 12\n" in printed(outcome)


@pytest.mark.parametrize("typed", ["•", "- / *", "\uf0b7", "–\n–"])
def test_an_update_of_marks_alone_is_blank(tmp_path: Path, typed: str) -> None:
    outcome = checked(tmp_path, "Progress updates", "Latest progress", typed)

    assert codes(outcome, "Latest progress") == ["required-blank"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("27/10/23", "2023-10-27"),
        ("2010-06-30T00:00:00Z", "2010-06-30"),
        ("30.6.10", "2010-06-30"),
        ("30-Jun-10", "2010-06-30"),
        ("June 2010", "2010-06-30"),
        ("by Summer 2010", "2010-08-31"),
        ("Ongoing", None),
    ],
)
def test_due_dates_are_read(tmp_path: Path, typed: str, day: str | None) -> None:
    outcome = checked(tmp_path, "Actions", "Original due date", typed, row=1)
    [_, action] = outcome.assessed.actions

    assert [code for code in codes(outcome, "Original due date") if code != "due-date-without-end"] == []
    assert (action.current_due and action.current_due.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30/06/2010, 30/09/2010", "Keep the first here, and put the second in “Date changes”"),
        ("06/30/2010", "It looks month first: 30 June 2010 is 30/06/2010 here."),
        ("31/06/2010", "30 June is the last day of June."),
        ("Jun-10", "Give the year in four digits."),
        ("June 2110", "1 June 2110 is more than 20 years from the tracker's Data as at."),
    ],
)
def test_a_wrong_due_date_is_told_with_its_own_hint(tmp_path: Path, typed: str, said: str) -> None:
    outcome = checked(tmp_path, "Actions", "Original due date", typed)
    [problem] = [each for each in outcome.problems if each.where.header == "Original due date"]

    assert said in f"{problem.message} {problem.fix}"


def test_a_due_date_in_words_prints_as_typed(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Actions"][0]["Original due date"] = "by March 2010"
    sheets["Date changes"] = []
    outcome = check_workbook(save_tracker(tmp_path / "tracker.xlsx", sheets))

    words = " ".join(printed(outcome).split())
    assert "Action R1.1 was due by March 2010 and is 30 days late" in words


@pytest.mark.parametrize(
    ("sheet", "header", "typed"),
    [
        ("Assessments", "Report date", "Decembre 09"),
        ("Forward plan", "Date of next review", "soon after Easter"),
        ("Forward plan", "Date of next review", "31 June 2010"),
    ],
)
def test_a_draft_prints_a_date_that_cannot_be_read_as_typed(
    tmp_path: Path, sheet: str, header: str, typed: str
) -> None:
    outcome = checked(tmp_path, sheet, header, typed)

    assert codes(outcome, header) == ["not-a-date-or-words"]
    assert typed in printed(outcome)


def with_items(folder: Path, **values: object) -> Checked:
    """The small tracker with other values in Report details, an underscore for each space of an item."""
    sheets = small_tracker()
    for item, value in values.items():
        set_item(sheets, item.replace("_", " "), value)
    return check_workbook(save_tracker(folder / "tracker.xlsx", sheets))


def test_a_draft_prints_a_committee_date_that_cannot_be_read(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Committee date", "the 17th")
    sheets["Report text"] = [{"Place": "Context", "Text": "The meeting is on {committee_date}."}]
    outcome = check_workbook(save_tracker(tmp_path / "tracker.xlsx", sheets))

    assert codes(outcome, "Committee date") == ["not-a-date"]
    assert "The meeting is on the 17th." in printed(outcome)


def test_data_as_at_typed_as_text_counts_and_is_told(tmp_path: Path) -> None:
    outcome = with_items(tmp_path, Data_as_at="30/04/2010")

    assert codes(outcome, "Data as at") == ["data-as-at-is-text"]
    assert outcome.assessed.as_at == date(2010, 4, 30)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2110, 4, 30), "30 April 2110 is not between 1980 and 2080."),
        (date(2031, 4, 30), "30 April 2031 is more than 20 years from every other date in “Report details”."),
    ],
)
def test_data_as_at_may_be_implausible_and_accuses_no_other_date(tmp_path: Path, day: date, why: str) -> None:
    outcome = with_items(tmp_path, Data_as_at=day)

    assert [each.message for each in outcome.problems if each.code == "implausible-date"] == [why]
    assert codes(outcome, "Data as at") == ["implausible-date"]


def test_a_welsh_tracker_is_read_in_welsh(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Language", "Welsh")
    set_item(sheets, "Committee date", "17 Mai 2010")
    sheets["Actions"][0]["Original due date"] = "Mehefin 2010"
    outcome = check_workbook(save_tracker(tmp_path / "tracker.xlsx", sheets))

    assert codes(outcome, "Original due date") == codes(outcome, "Committee date") == []
    assert outcome.tracker.details.committee_date == date(2010, 5, 17)


@pytest.mark.parametrize(
    ("typed", "read_as"), [("Q2 2010", "July to September 2010"), ("2010-12", "the years 2010")]
)
def test_a_date_that_can_be_read_in_two_ways_is_told(tmp_path: Path, typed: str, read_as: str) -> None:
    outcome = checked(tmp_path, "Forward plan", "Date of next review", typed)
    [problem] = [each for each in outcome.problems if each.where.header == "Date of next review"]

    assert (problem.code, problem.severity) == ("date-read-one-way", "information")
    assert read_as in problem.message
