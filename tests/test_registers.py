"""The reports of the sample registers, as plain text and by their structure.

UPDATE_GOLDEN=1 python -m pytest tests/test_registers.py writes the golden files anew: read the difference with care.
"""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from audit_report.model.vocabulary import PlanStatus, Priority
from audit_report.pipeline import Checked, check_workbook
from audit_report.report.blocks import Box, Grid, Heading, Provenance, Report
from audit_report.report.outline import compose
from audit_report.report.text import as_text

SAMPLES = Path(__file__).parent.parent / "sample_data"
GOLDEN = Path(__file__).parent / "golden"
APRIL = date(2010, 4, 30)


@cache
def checked(name: str, as_at: date | None = None) -> Checked:
    return check_workbook(SAMPLES / f"{name}.xlsx", as_at)


@cache
def report(name: str) -> Report:
    outcome = checked(name)
    provenance = Provenance(outcome.workbook, "", str(outcome.assessed.as_at), "")
    return compose(outcome.tracker, outcome.assessed, provenance)


@pytest.mark.parametrize("name", ["april_2010", "october_2010"])
def test_the_report_reads_as_agreed(name: str) -> None:
    path, text = GOLDEN / f"{name}.txt", as_text(report(name))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_april_has_the_source_reports_headings_in_order() -> None:
    blocks = [block for part in report("april_2010").parts for block in part.blocks]
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "Improvement Activity: External Audit and Assessment",
        "Context",
        "Purpose of this report",
        "Request for feedback",
        "A: Overview of recent external assessment / audit activity and high level findings",
        "B: Overview of latest progress against critical recommendations",
        (
            "C: Exception report detailing non-critical recommendations for which improvement plans are experiencing "
            "performance issues"
        ),
        "D: Overview of key assessments and inspections scheduled for the next 6 months",
        "Annex 1",
        "Annex 2",
    ]


def test_april_has_the_source_reports_tables() -> None:
    blocks = [block for part in report("april_2010").parts for block in part.blocks]
    assert [len(block.rows) for block in blocks if isinstance(block, Grid)] == [3, 7, 4, 2]
    assert len([block for block in blocks if isinstance(block, Box)]) == 6
    assert [part.landscape for part in report("april_2010").parts] == [False, True, False, True, False]


def test_october_as_at_april_gives_aprils_ratings_again() -> None:
    def ratings(outcome: Checked) -> dict[str, tuple[Priority | None, PlanStatus | None, str | None]]:
        return {
            rated.recommendation.ref: (rated.priority.stands, rated.status, rated.section)
            for rated in outcome.assessed.recommendations
            if rated.current
        }

    assert ratings(checked("october_2010", APRIL)) == ratings(checked("april_2010"))


def test_october_changed_since_april_in_just_what_was_planted() -> None:
    outcome = checked("october_2010")
    since = {
        rated.recommendation.ref: rated.since_last.value
        for rated in outcome.assessed.recommendations
        if rated.since_last
    }
    assert since == {
        "CR1": "same",
        "CR2": "closed",
        "CR3": "unknown",
        "CR4": "worsened",
        "CR5": "same",
        "CR6": "same",
        "AS1": "new",
        "AS2": "new",
        "AS3": "new",
    }
    moved = {
        rated.action.ref: (len(rated.moves), rated.days_slipped)
        for rated in outcome.assessed.actions
        if any(move.approved and move.approved > APRIL for move in rated.moves)
    }
    assert moved == {"CR5.3": (1, 49), "CR6.2": (2, 106)}
