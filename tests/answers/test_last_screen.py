"""What a screen still shows after `check` of a large tracker: each kind of error, how many, and what to do."""

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit_report.answers.problem_listing import outcome_lines
from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook
from audit_report.problems import Severity
from tests.benchmarks.register import write_register

SCREEN = 39
"""The lines of a screen of forty above the prompt."""
SAMPLE = Path(__file__).parents[2] / "sample_data" / "problems.xlsx"
NEXT = "audit-report build tracker.xlsx --as-at 2010-04-30"
MISTAKES = {
    "Recommendations": {
        "Service impact": "Criticl",
        "Improvement plan in place": None,
        "Source assessment": "A9",
        "Date raised": "31 June 2010",
        "Delivery leads": None,
    },
    "Actions": {
        "Progress": "Complete",
        "Original due date": "=TODAY()",
        "Recommendation ref": "R999",
        "Action": None,
        "Completed on": "soon",
    },
    "Progress updates": {"Status declared": "Amber", "Latest progress": None, "Update date": "31/02/2010"},
}
"""A mistake for each of so many columns."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """A tracker of three hundred recommendations with eight of each mistake, each in a row of its own."""
    path = write_register(tmp_path_factory.mktemp("large") / "tracker.xlsx", 300)
    workbook = load_workbook(path)
    for sheet, mistakes in MISTAKES.items():
        headers = [cell.value for cell in workbook[sheet][1]]
        for number, (header, typed) in enumerate(mistakes.items()):
            for row in range(8):
                workbook[sheet].cell(3 + 8 * number + row, headers.index(header) + 1).value = typed
    workbook.save(path)
    return check_workbook(path)


@pytest.fixture(scope="module")
def various() -> Checked:
    """A tracker with one of every mistake: more kinds than a screen has lines."""
    return check_workbook(SAMPLE)


@pytest.mark.parametrize("which", ["large", "various"])
@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_last_screen_has_every_kind_of_error_and_the_next_step(
    which: str, width: int, request: pytest.FixtureRequest
) -> None:
    checked: Checked = request.getfixturevalue(which)
    errors = Counter(each.code for each in checked.problems if each.severity is Severity.ERROR)
    assert errors.total() >= (100 if which == "large" else 30)

    printed = [piece for line in outcome_lines(checked, next_build=NEXT) for piece in line.wrapped(width)]
    screen = "\n".join(printed[-SCREEN:])

    for code, number in errors.items():
        assert f"{number:5}  error    {code}: " in screen or f"{code} {number}" in " ".join(screen.split())
    assert f"{errors.total()} errors" in screen
    assert printed[-1].strip() == f"{NEXT} --draft"
    assert max(map(len, printed)) <= width


def test_a_command_to_paste_is_never_broken(large: Checked) -> None:
    lines = [piece for line in outcome_lines(large, next_build=NEXT) for piece in line.wrapped(40)]

    assert f"{NEXT} --draft" in lines[-1]
