"""The Dashboard counts by the scale that the tracker has: a column for each of its statuses."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from audit_report.workbook_out.carry_over import carry_over
from audit_report.workbook_out.template import fill, new_workbook, save

SAMPLES = Path(__file__).parent.parent.parent / "sample_data"
_HEADERS, _FIRST_LEVEL = 9, 10


def saved(workbook: Workbook, folder: Path) -> Workbook:
    """A tracker as written, its cells read as the values that stand in them."""
    path = folder / "tracker.xlsx"
    save(workbook, path)
    return load_workbook(path, data_only=True)


def row(workbook: Workbook, number: int) -> list[object]:
    return [cell.value for cell in workbook["Dashboard"][number] if cell.value is not None]


def total_row(workbook: Workbook) -> int:
    """The row of the totals below the levels."""
    labels = [cell.value for cell in workbook["Dashboard"]["A"]]
    return labels.index("Total") + 1


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
    assert row(workbook, total_row(workbook)) == [
        "Total",
        *counts,
        found.total() - sum(counts),
        found.total(),
    ]


def test_a_scale_changed_by_hand_is_counted_by_name(tmp_path: Path) -> None:
    workbook = new_workbook()
    fill(
        workbook,
        "Annex 2",
        [{"Status": "Behind", "Meaning": "Off track"}, {"Status": "Fine", "Meaning": "On track"}],
    )
    workbook["Annex 2"]["A5"].value = "Late"
    assert row(saved(workbook, tmp_path), _HEADERS)[1:3] == ["Late", "Fine"]


SEVEN = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"]


def of_seven_levels(folder: Path) -> Workbook:
    """A tracker with seven levels and a recommendation of each; section B has the second and third, not the first."""
    workbook = new_workbook()
    in_b = {"Alpha": "No", "Bravo": "Yes", "Charlie": "Yes"}
    fill(
        workbook,
        "Annex 1",
        [{"Priority": name, "In section B": in_b.get(name)} for name in SEVEN],
    )
    fill(workbook, "Report details", [{"Item": "Data as at", "Value": date(2026, 9, 30)}])
    fill(
        workbook,
        "Recommendations",
        [
            {"Recommendation ref": f"R{number}", "Directorate": "Roads", "Recorded priority": name}
            for number, name in enumerate(SEVEN, 1)
        ],
    )
    return saved(workbook, folder)


def test_each_level_of_the_scale_has_a_row(tmp_path: Path) -> None:
    workbook = of_seven_levels(tmp_path)
    rows = [row(workbook, _FIRST_LEVEL + number) for number in range(len(SEVEN) + 2)]
    assert [each[0] for each in rows] == [*SEVEN, "Other, or none yet", "Total"]
    assert [each[-1] for each in rows] == [1] * len(SEVEN) + [0, len(SEVEN)]


def test_the_levels_of_section_b_are_counted_by_name(tmp_path: Path) -> None:
    """In their tile and for each directorate: those that Annex 1 has there, be they the first or not."""
    sheet = of_seven_levels(tmp_path)["Dashboard"]
    assert (sheet["B5"].value, sheet["B6"].value) == ("Bravo, Charlie", 2)
    roads = next(cell.row for cell in sheet["A"] if cell.value == "Roads")
    at = next(cell.column for cell in sheet[roads - 1] if cell.value == "Bravo, Charlie")
    assert sheet.cell(roads, at).value == 2


def test_the_first_level_alone_is_in_section_b_where_nothing_is_said(tmp_path: Path) -> None:
    sheet = saved(new_workbook(), tmp_path)["Dashboard"]
    assert sheet["B5"].value == "Critical"
