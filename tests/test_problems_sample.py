"""sample_data/problems.xlsx has one of every problem that one workbook can hold; the others have tests of their own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit_report.cli import main
from audit_report.pipeline import check_workbook
from audit_report.problems import Problem
from tests.made_docs import CATALOGUE

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample_data" / "problems.xlsx"
ELSEWHERE = {
    "no-header": "tests/workbook_in/test_bad_files.py",  # the sheet's rows could have no problems then
    "no-officers": "tests/checks/test_names.py",  # nor could names
    "no-register-review": "tests/checks/test_governance.py",  # the item is blank or it is late
    "link-left-out": "tests/checks/test_slips.py",  # a link, which the samples' source cannot say
    "missing-level": "tests/checks/test_annex_levels.py",  # with such a scale nothing could be rated
    "not-a-name": "tests/checks/test_annex_levels.py",
    "number-of-levels": "tests/checks/test_annex_levels.py",
    "status-without-meaning": "tests/checks/test_annex_levels.py",
    "meaning-twice": "tests/checks/test_annex_levels.py",
    "no-recorded-priority": "tests/checks/test_responses.py",  # a setting that would silence others
    "thresholds-out-of-order": "tests/checks/test_annex_levels.py",
    "nobody-updated": "tests/checks/test_old_news.py",  # the whole register's
    "no-update-since": "tests/checks/test_old_news.py",
    "update-says-nothing": "tests/checks/test_old_news.py",
    "approved-before-update": "tests/checks/test_old_news.py",
    "loss-over-budget": "tests/checks/test_old_news.py",
    "last-status-unknown": "tests/checks/test_old_news.py",
    "cancelled-without-reason": "tests/checks/test_rows.py",  # a list's entry that version 1 did not have
    "put-in-afterwards": "tests/checks/test_reported_history.py",  # the sample is a first report's
    "report-not-kept": "tests/checks/test_reported_history.py",
    "reported-level-gone": "tests/checks/test_reported_history.py",
    "action-reopened": "tests/checks/test_old_news.py",  # two workbooks
    "end-backdated": "tests/checks/test_old_news.py",
    "reworded": "tests/checks/test_old_news.py",
    "evidence-lowered": "tests/checks/test_old_news.py",
    "no-formula": "tests/workbook_in/test_rows_without_formulas.py",  # a formula less
    "worked-out-error": "tests/checks/test_worked_out.py",  # a cell that Excel has worked out
    "worked-out-disagrees": "tests/checks/test_worked_out.py",
    "struck-out-words": "tests/workbook_in/test_seen_cells.py",  # a look, which the samples' source cannot say
    "struck-out-row": "tests/workbook_in/test_seen_cells.py",
    "shown-as-month": "tests/workbook_in/test_seen_cells.py",
    "shown-in-another-form": "tests/workbook_in/test_seen_cells.py",
    "month-for-a-day": "tests/workbook_in/test_seen_cells.py",
    "day-not-shown": "tests/workbook_in/test_seen_cells.py",
    "changes-by-itself": "tests/workbook_in/test_seen_cells.py",
    "from-another-workbook": "tests/workbook_in/test_seen_cells.py",
    "object-for-value": "tests/workbook_in/test_seen_cells.py",
    "picture-in-cell": "tests/workbook_in/test_seen_cells.py",
    "probably-cut": "tests/workbook_in/test_seen_cells.py",
    "note-in-table": "tests/workbook_in/test_stray_words.py",  # beside the table
    "words-outside": "tests/workbook_in/test_stray_words.py",
    "notes-not-read": "tests/workbook_in/test_stray_words.py",
    "missing-optional-column": "tests/workbook_in/test_missing_columns.py",  # a column or sheet less or more
    "missing-worked-out": "tests/workbook_in/test_missing_columns.py",
    "sheet-not-read": "tests/workbook_in/test_missing_columns.py",
    "welsh-is-draft": "tests/checks/test_report_in_welsh.py",  # the sample is in English
    "english-in-welsh": "tests/checks/test_report_in_welsh.py",
    "agreed-departure": "tests/checks/test_agreed_departures.py",  # they would not be listed then
    "not-agreeable": "tests/checks/test_agreed_departures.py",
    "previous-has-errors": "tests/checks/test_history.py",  # two workbooks
    "previous-differs": "tests/checks/test_history.py",
    "row-removed": "tests/checks/test_history.py",
    "ref-reused": "tests/checks/test_history.py",
    "original-due-date-changed": "tests/checks/test_history.py",
    "history-changed": "tests/checks/test_history.py",
    "history-removed": "tests/checks/test_history.py",
    "history-added": "tests/checks/test_history.py",
}
"""What one workbook cannot hold beside the rest: the file that has a test of it."""

CODES = {entry.code for entry in CATALOGUE}


@pytest.fixture(scope="module")
def problems() -> tuple[Problem, ...]:
    return check_workbook(SAMPLE).problems


def test_every_code_is_in_the_sample_or_tested_elsewhere(problems: tuple[Problem, ...]) -> None:
    assert {each.code for each in problems} == CODES - set(ELSEWHERE)


@pytest.mark.parametrize(("code", "path"), ELSEWHERE.items())
def test_what_is_tested_elsewhere_is_tested_there(code: str, path: str) -> None:
    assert f'"{code}"' in (ROOT / path).read_text(encoding="utf-8")


def test_codes_are_one_a_problem() -> None:
    assert len(CODES) == len(CATALOGUE)


def test_every_problem_says_where_what_and_what_to_do(problems: tuple[Problem, ...]) -> None:
    for each in problems:
        assert each.where.sheet
        assert each.message.endswith((".", "?"))
        assert each.fix.endswith((".", ".”"))
        assert "{" not in each.message.replace("{commitee}", "")


def test_they_are_in_the_order_of_the_workbook(problems: tuple[Problem, ...]) -> None:
    sheets = list(dict.fromkeys(each.where.sheet for each in problems))
    assert sheets == [
        "Recommendations", "Actions", "Date changes", "Progress updates", "Assessments", "Forward plan", "Officers",
        "Report details", "Report text", "Annex 1", "Annex 2",
    ]  # fmt: skip


def test_a_draft_can_still_be_built_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "draft.docx"
    result = CliRunner().invoke(main, ["build", str(SAMPLE), "-o", str(target), "--draft"])

    assert result.exit_code == 1
    assert target.exists()


def test_the_json_has_every_problem(problems: tuple[Problem, ...]) -> None:
    result = CliRunner().invoke(main, ["check", str(SAMPLE), "--json"])
    listed = json.loads(result.stdout)["problems"]

    assert [each["code"] for each in listed] == [each.code for each in problems]
    assert set(listed[0]) == {
        "code", "severity", "sheet", "row", "column", "cell", "header", "ref", "value", "message", "fix",
    }  # fmt: skip
