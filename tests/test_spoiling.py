"""No cell can be spoilt in silence, and one mistake is one problem (the samples, every cell, every spoiling)."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from audit_report.model.report_details import ReportDetails
from audit_report.schema.record import Record
from tests.spoiling import FIELDS, Spoiler, Spoilt

SAMPLE = Path(__file__).parent.parent / "sample_data" / "october_2010.xlsx"
RECORDS: tuple[type[Record], ...] = (*FIELDS, ReportDetails)


def spoil(number: int) -> list[tuple[str, str, int, bool]]:
    """What became of every spoiling of a sheet's cells: in words, its name, how many problems more, and if noticed."""
    spoilt: Iterator[Spoilt] = Spoiler(SAMPLE).every_cell(RECORDS[number])
    return [(str(each), each.spoiling, each.more, each.noticed) for each in spoilt]


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[str, str, int, bool]]:
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return [outcome for sheet in pool.map(spoil, range(len(RECORDS))) for outcome in sheet]


def test_every_cell_that_matters_is_spoilt(outcomes: list[tuple[str, str, int, bool]]) -> None:
    assert len(outcomes) > 4000
    assert {name for _, name, _, _ in outcomes} == {
        "error value", "blanked", "wrong kind", "not in list", "moved"
    }  # fmt: skip


def test_nothing_is_lost_in_silence(outcomes: list[tuple[str, str, int, bool]]) -> None:
    assert [words for words, _, _, noticed in outcomes if not noticed] == []


def test_one_mistake_is_one_problem(outcomes: list[tuple[str, str, int, bool]]) -> None:
    """Of a ref that points at another row, two may be true: the row it has left, and the one it has come to."""
    most = {"moved": 2}
    assert [words for words, name, more, _ in outcomes if more > most.get(name, 1)] == []
