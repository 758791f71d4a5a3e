"""Due dates that were moved: in a column, in one cell, struck out; and why."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.the_map.import_map import LAST_IS_ORIGINAL
from tests.bring_in.layouts import SIMPLE
from tests.bring_in.outcomes import register, rows


def test_a_struck_out_date_was_the_original(tmp_path: Path) -> None:
    def touch(sheet: Worksheet) -> None:
        sheet["E2"] = CellRichText(TextBlock(InlineFont(strike=True), "31/3/26"), " 30/6/26")

    outcome = register(tmp_path, SIMPLE[:2], touch)
    assert rows(outcome, "Actions", "Original due date") == [(date(2026, 3, 31),)]
    assert rows(outcome, "Date changes", "New due date") == [(date(2026, 6, 30),)]


@pytest.mark.parametrize(
    ("cell", "options", "original", "moved"),
    [
        ("31/3/26 30/6/26", {}, date(2026, 3, 31), [date(2026, 6, 30)]),
        ("31/3/26\n30/6/26\n30/9/26", {}, date(2026, 3, 31), [date(2026, 6, 30), date(2026, 9, 30)]),
        ("30/6/26 (was 31/3/26)", {}, date(2026, 3, 31), [date(2026, 6, 30)]),
        (
            "30/6/26 31/3/26",
            {"two_dates_in_a_cell": LAST_IS_ORIGINAL},
            date(2026, 3, 31),
            [date(2026, 6, 30)],
        ),
        ("1/4/26 - 30/6/26", {}, "1/4/26 - 30/6/26", []),
        ("TBC", {}, "TBC", []),
        (datetime(2026, 3, 31), {}, date(2026, 3, 31), []),
    ],
)
def test_two_dates_in_a_cell(
    tmp_path: Path, cell: object, options: dict[str, Any], original: object, moved: list[date]
) -> None:
    header, first, _ = SIMPLE
    outcome = register(tmp_path, [header, (*first[:4], cell, first[5])], **options)
    assert rows(outcome, "Actions", "Original due date") == [(original,)]
    assert [day for (day,) in rows(outcome, "Date changes", "New due date")] == moved


def test_the_words_around_two_dates_are_the_reason(tmp_path: Path) -> None:
    header, first, _ = SIMPLE
    words = "31/3/26, now 30/6/26 as the supplier was late"
    outcome = register(tmp_path, [header, (*first[:4], words, first[5])])
    assert rows(outcome, "Date changes", "Reason") == [(words,)]


def test_actions_of_a_cell_share_a_revised_date_and_number_their_ref(tmp_path: Path) -> None:
    table = [
        ("Ref", "Recommendation", "Action ref", "Action", "Due date", "Revised date"),
        ("R1", "Review the policy each year", "A7", "Review it; tell the board", "31/3/2026", "30/6/2026"),
    ]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Actions", "Action ref", "Original due date") == [
        ("A7.1", date(2026, 3, 31)),
        ("A7.2", date(2026, 3, 31)),
    ]
    assert rows(outcome, "Date changes", "Action ref", "New due date") == [
        ("A7.1", date(2026, 6, 30)),
        ("A7.2", date(2026, 6, 30)),
    ]
