"""The Dashboard counts by the scale that the tracker has: a column for each of its statuses."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from audit_report.workbook_out.carry_over import carry_over
from audit_report.workbook_out.template import fill, new_workbook, save

SAMPLES = Path(__file__).parent.parent.parent / "sample_data"
_HEADERS, _TOTAL = 9, 15


def saved(workbook: Workbook, folder: Path) -> Workbook:
    """A tracker as written, its cells read as the values that stand in them."""
    path = folder / "tracker.xlsx"
    save(workbook, path)
    return load_workbook(path, data_only=True)


def row(workbook: Workbook, number: int) -> list[object]:
    return [cell.value for cell in workbook["Dashboard"][number] if cell.value is not None]


def statuses(workbook: Workbook) -> Counter[object]:
    """How many current recommendations show each status."""
    headers, *rows = workbook["Recommendations"].iter_rows(min_row=4, values_only=True)
    current, status = headers.index("Current"), headers.index("Status (Annex 2)")
    return Counter(each[status] for each in rows if each[current] == "Yes")


@pytest.mark.parametrize(
    ("sample", "names"),
    [
        ("october_2010", ["Red", "Green"]),
        ("northmoor_2026", ["Off track", "At risk", "On track", "Complete"]),
    ],
)
def test_each_status_of_the_scale_has_a_column(sample: str, names: Sequence[str], tmp_path: Path) -> None:
    old = read_workbook(SAMPLES / f"{sample}.xlsx", SHEETS)
    workbook = saved(carry_over(old).workbook, tmp_path)
    assert row(workbook, _HEADERS) == ["Priority", *names, "Other or not rated", "All"]
    found = statuses(workbook)
    counts = [found[name] for name in names]
    assert all(counts)
    assert row(workbook, _TOTAL) == ["Total", *counts, found.total() - sum(counts), found.total()]


def test_a_scale_changed_by_hand_is_counted_by_name(tmp_path: Path) -> None:
    workbook = new_workbook()
    fill(
        workbook,
        "Annex 2",
        [{"Status": "Behind", "Meaning": "Off track"}, {"Status": "Fine", "Meaning": "On track"}],
    )
    workbook["Annex 2"]["A5"].value = "Late"
    assert row(saved(workbook, tmp_path), _HEADERS)[1:3] == ["Late", "Fine"]
