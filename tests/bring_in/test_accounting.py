"""Nothing of theirs is lost: trackers of random designs, whose maker knows what is in every cell."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.bring_theirs import bring_theirs, propose, read_theirs
from audit_report.workbook_out.column_names import HEADER_ROW
from tests.bring_in.random_trackers import RandomTracker, random_tracker

_SHEETS = ("Recommendations", "Actions", "Date changes", "Progress updates", "Assessments", "Officers")
_SEEDS = range(25)


class Tracker:
    """A tracker that was made, as another program reads it: words by sheet and column, and what is not brought in."""

    def __init__(self, tracker: RandomTracker) -> None:
        theirs = read_theirs([tracker.path])
        self.outcome = bring_theirs(theirs, propose(theirs).map)
        book = load_workbook(BytesIO(self.outcome.content()))
        self.columns = {name: _columns(book[name]) for name in _SHEETS}
        self.words = "\n".join(
            value for columns in self.columns.values() for values in columns.values() for value in values
        )
        self.left = {
            (str(row[1].value), str(row[3].value))
            for row in book["Not brought in"].iter_rows(min_row=HEADER_ROW + 1)
        }

    def holds(self, sheet: str, column: str, words: str) -> bool:
        """Whether words are under a column of a sheet, or of the tracker's own columns that begin so."""
        values = [
            value
            for header, found in self.columns[sheet].items()
            if header == column or header.startswith("Their")
            for value in found
        ]
        return any(words == value or words in value.split("\n") for value in values)


def _columns(sheet: Worksheet) -> dict[str, list[str]]:
    headers = {cell.column: str(cell.value) for cell in sheet[HEADER_ROW] if cell.value}
    found: dict[str, list[str]] = {name: [] for name in headers.values()}
    for row in sheet.iter_rows(min_row=HEADER_ROW + 1):
        for cell in row:
            if cell.column in headers and cell.value is not None:
                found[headers[cell.column]].append(_shown(cell.value))
    return found


def _shown(value: object) -> str:
    day = value.date() if isinstance(value, datetime) else value
    return day.isoformat() if isinstance(day, date) else str(value)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_every_cell_is_in_the_tracker_or_named(tmp_path: Path, seed: int) -> None:
    made = random_tracker(tmp_path, seed)
    tracker = Tracker(made)
    named = {address for address, _ in tracker.left}
    belongs: dict[str, tuple[str, ...]] = {}
    for address, _, _, found in made.belongs:
        belongs[address] = (*belongs.get(address, ()), *found)
    for address, typed in made.typed.items():
        words = belongs.get(address) or (typed,)
        assert address in named or all(each in tracker.words for each in words), (address, typed)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_rows_in_are_rows_out_and_rows_named(tmp_path: Path, seed: int) -> None:
    made = random_tracker(tmp_path, seed)
    theirs = read_theirs([made.path])
    outcome = bring_theirs(theirs, propose(theirs).map)
    assert outcome.account.rows_in == made.rows
    named = {
        line.where.partition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for line in outcome.account.lines
    }
    assert outcome.account.rows_out + len(named) >= made.rows


def test_nearly_every_cell_lands_where_it_belongs(tmp_path: Path) -> None:
    landed = missed = 0
    for seed in _SEEDS:
        made = random_tracker(tmp_path, seed)
        tracker = Tracker(made)
        for _, sheet, column, words in made.belongs:
            is_there = all(tracker.holds(sheet, column, each) for each in words)
            landed, missed = landed + is_there, missed + (not is_there)
    assert landed / (landed + missed) >= 0.95
