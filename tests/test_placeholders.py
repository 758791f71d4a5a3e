"""A placeholder switches no rule: in every cell of the tracker it is told, or rates all as a blank cell would."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report import catalogue
from audit_report.answers.json_output import as_json
from audit_report.checks import check
from audit_report.model.checked import Checked
from audit_report.model.records import Action, Assessment, DateChange, Officer, Recommendation, ReportText
from audit_report.model.tracker import Tracker
from audit_report.rules.assess import assess
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import DueDate, Money, Name, Ref
from audit_report.schema.placeholders import SAID, is_placeholder
from audit_report.schema.record import Column, Record
from audit_report.schema.rich_text import plain
from audit_report.workbook_in.read_cells import Doubtful, read_cell
from tests.builders import action, assessment, build, date_change, recommendation, scheduled, tracker, update
from tests.shipped_scale import Priority
from tests.spoiling import FIELDS

PLACEHOLDERS = (
    *(
        "N/A",
        "n.a.",
        "None",
        "NO",
        "TBC",
        "-",
        "–",
        "…",
        "?",
        "x",
        "This report",
        "as above",
        "See above.",
        "Ditto",
    ),
    *("N/A - this report", "TBC (pending)", "None; as before", "Not applicable.", "Amherthnasol", "0"),
    *SAID.split(" | "),
)
COLUMNS = [(record, column) for record in FIELDS for column in record.columns if not column.worked_out]


@cache
def usual() -> Tracker:
    """A tracker in which every cell that decides something has something to decide."""
    return tracker(
        assessments=[assessment("A2", part_of="A1"), assessment()],
        recommendations=[
            recommendation(recorded_priority=Priority.MODERATE, source_assessment="A2"),
            recommendation(ref="R2", closed=date(2010, 3, 31), plan_in_place=False),
        ],
        actions=[action(completed=date(2010, 4, 1))],
        date_changes=[date_change(date(2010, 9, 30), date(2010, 4, 2), approved_by="Ann Archer")],
        updates=[update()],
        forward_plan=[scheduled()],
        officers=[build(Officer, {"name": "Ann Archer"})],
        report_text=[build(ReportText, {"place": "Context", "text": (plain("It registers."),)})],
    )


def with_cell(record: type[Record], column: Column, value: object) -> Tracker:
    """The usual tracker with another value in a cell of the first row of a sheet."""
    field = FIELDS[record]
    first, *others = getattr(usual(), field)
    changes: dict[str, Any] = {field: (replace(first, **{column.name: value}), *others)}
    return replace(usual(), **changes)


def ratings(record: type[Record], column: Column, value: object) -> object:
    """Everything that the rules say, as `check --json` prints it."""
    spoilt = with_cell(record, column, value)
    return as_json(Checked("", "", (), spoilt, assess(spoilt, spoilt.details.data_as_at), ()))


def told(record: type[Record], column: Column, value: object) -> Iterator[str]:
    """The codes of the problems that name the cell."""
    spoilt = with_cell(record, column, value)
    for problem in check(spoilt, assess(spoilt, spoilt.details.data_as_at)):
        if (problem.where.sheet, problem.where.header) == (record.sheet, column.header):
            yield problem.code


def is_an_answer(column: Column, words: str) -> bool:
    """Whether the words are what the column asks for, and no placeholder in it: No, a ref of one letter, £0, TBC."""
    match column.kind:
        case YesNo():
            return words.casefold() in {"yes", "no", "y", "n"}
        case DueDate():
            return words.casefold().startswith(("tb", "to be", "unknown", "not known", "iw gadarnhau"))
        case Choice() | Ref() | Name():
            return len(words) == 1 and words.isalpha()
        case Money():
            return words == "0"
        case _:
            return False


def test_the_cells_that_decide_are_declared_so() -> None:
    assert {(record, column.name) for record, column in COLUMNS if column.decides} == {
        (Recommendation, "reason_differs"),
        (Recommendation, "response_reason"),
        (Recommendation, "closure_evidence"),
        (Action, "evidence"),
        (DateChange, "reason"),
        (Assessment, "reported_through"),
    }


@pytest.mark.parametrize("words", PLACEHOLDERS)
def test_a_placeholder_says_nothing(words: str) -> None:
    assert is_placeholder(words)
    assert is_placeholder(f" {words.upper()}. ")


@pytest.mark.parametrize(
    "words",
    [
        "Children's Board",
        "Nothing was lost: see the minutes of 3 May",
        "No longer needed, by decision of Cabinet",
        "As the panel agreed in May",
        "The Annual Governance Statement",
        "Na h-Eileanan an Iar",
        "To be closed with CR4",
        "42",
        "Dim ond y cofnodion",
    ],
)
def test_words_that_say_something_are_no_placeholder(words: str) -> None:
    assert not is_placeholder(words)


@given(st.text())
def test_any_text_is_a_placeholder_or_not_whatever_its_marks(words: str) -> None:
    assert is_placeholder(words) == is_placeholder(f"  {words} ")


@pytest.mark.parametrize(
    ("column", "severity"),
    [(column, "warning") for record, column in COLUMNS if column.decides],
    ids=[column.header for record, column in COLUMNS if column.decides],
)
def test_a_placeholder_in_a_cell_that_decides_counts_as_blank(column: Column, severity: str) -> None:
    read = read_cell(column, "N/A")

    assert isinstance(read, Doubtful)
    assert read.value == ""
    assert read.readable
    assert read.mistake
    assert (read.mistake.code, read.mistake.severity) == ("placeholder", severity)
    assert isinstance(read.mistake, catalogue.Placeholder)
    assert ("Clear the cell" in read.mistake.hint) is not column.required


@pytest.mark.parametrize(
    ("record", "column"), COLUMNS, ids=[f"{record.sheet}: {column.header}" for record, column in COLUMNS]
)
def test_a_placeholder_is_told_or_without_effect(record: type[Record], column: Column) -> None:
    blank = ratings(record, column, column.kind.blank if column.default is None else column.default)
    for placeholder in PLACEHOLDERS:
        read = read_cell(column, placeholder)
        if is_an_answer(column, placeholder) or (isinstance(read, Doubtful) and read.mistake):
            continue
        silent = ratings(record, column, read) != blank and not list(told(record, column, read))
        assert not silent, f"“{placeholder}” changes a rating in silence"
