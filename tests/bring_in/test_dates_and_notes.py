"""Dates as people type them, and the notes of one cell told apart."""

from datetime import date

import pytest

from audit_report.bring_in.their_cells.dated_notes import Note, split_notes
from audit_report.bring_in.their_cells.their_dates import last_day, names_period, one_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31.03.25", date(2025, 3, 31)), ("12/3/24", date(2024, 3, 12)), ("31-Mar-25", date(2025, 3, 31)),
        ("3rd March 2025", date(2025, 3, 3)), ("2025-06-18", date(2025, 6, 18)),
        ("2010-06-30T00:00:00Z", date(2010, 6, 30)), ("31/03/2025 00:00", date(2025, 3, 31)),
        ("Sep-24", date(2024, 9, 30)), ("March '25", date(2025, 3, 31)), ("Q1 24/25", date(2024, 6, 30)),
        ("Qtr 4 2024-25", date(2025, 3, 31)), ("2024/25", date(2025, 3, 31)), ("Autumn 2025", date(2025, 11, 30)),
        ("31 February 2025", None), ("Q4", None), ("Ongoing", None), ("Payroll", None),
    ],
)  # fmt: skip
def test_the_last_day_of_a_date_in_words(words: str, day: date | None) -> None:
    assert last_day(words) == day


def test_a_month_names_a_period_and_a_day_does_not() -> None:
    assert names_period("Update June 2025")
    assert names_period("Q1 24/25")
    assert not names_period("Status at 30/6/2025")
    assert one_day("30/6/25") == date(2025, 6, 30)
    assert one_day("June 2025") is None


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (
            "12/3/24: Scoping started.\n4/9/24 - Extension agreed; supplier delay.\n10.6.25 System tested.",
            [
                (date(2024, 3, 12), "Scoping started."),
                (date(2024, 9, 4), "Extension agreed; supplier delay."),
                (date(2025, 6, 10), "System tested."),
            ],
        ),
        (
            "Jan 25: two tested.\nMay 25: no change.",
            [(date(2025, 1, 31), "two tested."), (date(2025, 5, 31), "no change.")],
        ),
        (
            "Complete 14/08/24. Policy on intranet.",
            [(date(2024, 8, 14), "Complete 14/08/24. Policy on intranet.")],
        ),
        ("Reviewed each quarter.", [(None, "Reviewed each quarter.")]),
        (
            "Set up.\n[Update 3 March 2025] Good\n• more",
            [(None, "Set up."), (date(2025, 3, 3), "Good\n• more")],
        ),
        (
            "12/3/24: Started. 4/9/24 - Done by 1/1/25.",
            [(date(2024, 3, 12), "Started."), (date(2024, 9, 4), "Done by 1/1/25.")],
        ),
        ("Meeting on 12/3/24 to discuss", [(None, "Meeting on 12/3/24 to discuss")]),
        ("31/12/27: go live planned", [(None, "31/12/27: go live planned")]),
        ("14/08/2024", [(date(2024, 8, 14), "14/08/2024")]),
    ],
)
def test_notes_are_told_apart_by_the_dates_they_begin_with(
    text: str, notes: list[tuple[date | None, str]]
) -> None:
    assert split_notes(text, latest=date(2026, 11, 25)) == [Note(day, words) for day, words in notes]
