"""What the words of their lists are proposed to mean, however they are sorted, shortened or added to."""

import pytest

from audit_report.bring_in.the_map.meanings_of_words import propose_meanings, rank_of_priority, without_number
from audit_report.bring_in.the_map.tracker_fields import STATUS, likenesses
from audit_report.bring_in.their_cells.plain_text import plain_text


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("2. In Progress", "In progress"), ("[4] Overdue", "Overdue"), ("3 - Complete", "Complete"),
        ("Complete - Awaiting Verification", "Complete"), ("Open – Overdue", "Overdue"),
        ("Closed - Superseded", "Superseded"), ("Closed - not implemented", "Not implemented"),
        ("In progress (not on track)", "Off track"), ("Complete (see minutes)", "Complete"),
        ("Awaiting the board", ""), ("See note - Ann", ""), ("25", ""),
    ],
)  # fmt: skip
def test_a_status_with_a_number_or_more_words(word: str, meaning: str) -> None:
    assert propose_meanings(STATUS, {word: 1}) == {word: meaning}


@pytest.mark.parametrize(
    "word", ["(1) High", "1 - High", "1. high", "High (1)", "Priority 1 - High", "P1: High"]
)
def test_a_priority_with_the_number_that_sorts_it(word: str) -> None:
    assert rank_of_priority(word) == rank_of_priority("High")
    assert without_number(word).casefold() == "high"


def test_figures_alone_are_kept() -> None:
    assert [without_number(word) for word in ("1", "(2)", "3.", "P1")] == ["1", "(2)", "3.", "P1"]


def test_letters_are_colours_only_in_a_list_of_nothing_else() -> None:
    rag = {"R": 1, "A": 2, "G": 3}
    assert set(propose_meanings(STATUS, rag).values()) == {""}
    assert propose_meanings(STATUS, {**rag, "C": 1})["G"] == "On track"
    assert propose_meanings(STATUS, {**rag, "B": 1})["B"] == "Complete"
    assert propose_meanings(STATUS, {**rag, "B": 1, "See note": 1})["R"] == ""


@pytest.mark.parametrize("header", ["RAGC", "BRAG", "RAGB rating", "B-RAG", "Status (RAGC)"])
def test_a_rating_is_called_by_its_colours(header: str) -> None:
    assert likenesses(header)[STATUS] >= 85


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("3;#Creditors 2023/24", "Creditors 2023/24"), ("Ann Archer;#12;#Ben Baker;#14", "Ann Archer\nBen Baker"),
        ("4;#Payroll;#9;#Fleet", "Payroll\nFleet"), ("Issue #3; see C#", "Issue #3; see C#"),
    ],
)  # fmt: skip
def test_ids_of_a_list_are_left_out(typed: str, words: str) -> None:
    assert plain_text(typed) == words
