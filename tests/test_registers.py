"""The reports of the sample registers, as plain text and by their structure.

UPDATE_GOLDEN=1 python -m pytest tests/test_registers.py writes the golden files anew: read the difference with care.
"""

import os
from functools import cache
from pathlib import Path

import pytest

from audit_report.pipeline import check_workbook
from audit_report.report.blocks import Box, Grid, Heading, Provenance, Report
from audit_report.report.outline import compose
from tests.report.plain_text import as_text

SAMPLES = Path(__file__).parent.parent / "sample_data"
GOLDEN = Path(__file__).parent / "golden"


@cache
def report(name: str) -> Report:
    outcome = check_workbook(SAMPLES / f"{name}.xlsx")
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
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [each.text for each in headings if each.name] == [f"Recommendation CR{n}" for n in range(1, 7)]
    assert [each.text for each in headings if not each.name] == [
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
