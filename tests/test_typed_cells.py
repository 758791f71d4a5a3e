"""What people type into cells, from the file to the words of the report: one cell of a small tracker at a time."""

from pathlib import Path

import pytest

from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from tests.report.plain_text import as_text
from tests.trackers import save_tracker, small_tracker


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
    assert f"\n{shown}\n" in printed(outcome)


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
        ("Year\tCases\n2009\t12", "Year | Cases\n2009 | 12"),
    ],
)
def test_lists_and_tables_print_as_typed(tmp_path: Path, typed: str, shown: str) -> None:
    outcome = checked(tmp_path, "Progress updates", "Latest progress", typed)

    assert codes(outcome, "Latest progress") == []
    assert f"\n{shown}\n" in printed(outcome)


@pytest.mark.parametrize("typed", ["•", "- / *", "\uf0b7", "–\n–"])
def test_an_update_of_marks_alone_is_blank(tmp_path: Path, typed: str) -> None:
    outcome = checked(tmp_path, "Progress updates", "Latest progress", typed)

    assert codes(outcome, "Latest progress") == ["required-blank"]
