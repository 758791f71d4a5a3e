"""A short run of what CONTRIBUTING.md gives a command for at length, and any value in any cell."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_report import web, word
from audit_report.checks import check
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.rules.assess import assess
from audit_report.schema.raw_values import CellError, Merged, NotCalculated, Raw, RichCell
from audit_report.schema.rich_text import Run
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import WorkbookFile, read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.fuzz import NUMBERS, VALUES, fuzz
from tests.trackers import save_tracker, small_tracker

_RAW: st.SearchStrategy[Raw] = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.sampled_from([value.decode() for value in (*VALUES, *NUMBERS)]),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.just(""),
    st.text(max_size=9).map(CellError),
    st.text(max_size=9).map(NotCalculated),
    st.just(Merged()),
    st.text(max_size=30).map(
        lambda text: RichCell((Run(text, bold=True), Run("tail", link="https://x.org/")))
    ),
)


def test_mutated_files_give_a_report_problems_or_a_sentence(tmp_path: Path) -> None:
    found = fuzz(100, 7, tmp_path / "crashes")

    assert set(found) <= {"report", "problems", "refused", "opened"}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> WorkbookFile:
    return read_workbook(save_tracker(tmp_path_factory.mktemp("book") / "t.xlsx", small_tracker()), SHEETS)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 2**32), _RAW), min_size=1, max_size=12))
def test_any_value_in_any_cell_gives_a_report(book: WorkbookFile, typed: list[tuple[int, Raw]]) -> None:
    sheets = {name: replace(sheet, cells=sheet.cells.copy()) for name, sheet in book.sheets.items()}
    for seed, raw in typed:
        chance = random.Random(seed)  # noqa: S311  a place, not a secret
        cells = sheets[chance.choice(sorted(sheets))].cells
        row, column = (chance.randrange(size) for size in cells.shape)
        cells.iloc[row, column] = raw  # type: ignore[assignment, index]  # any object

    tracker, problems = load(replace(book, sheets=sheets))
    assessed = assess(tracker, tracker.details.data_as_at)
    problems += check(tracker, assessed, problems)

    assert all(str(problem) for problem in problems)
    provenance = Provenance("t.xlsx", "0" * 64, "", "0")
    report = compose(tracker, assessed, provenance, [])
    assert word.render(report)
    assert web.render(report)
