"""The scales that their words make, and when what is complete was."""

from datetime import date
from pathlib import Path

import pytest

from audit_report.bring_in.bring_theirs import propose, read_theirs
from audit_report.bring_in.the_map.import_map import BLANK
from tests.bring_in.layouts import SIMPLE, workbook
from tests.bring_in.outcomes import brought, register, rows


def test_what_is_complete_and_says_no_day_is_so_on_the_files_day(tmp_path: Path) -> None:
    table = [SIMPLE[0], (*SIMPLE[1][:5], "Completed"), (*SIMPLE[2][:5], "Implemented")]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Actions", "Completed on") == [(date(2026, 3, 31),)] * 2
    assert rows(outcome, "Recommendations", "Closed on") == [(None,), (date(2026, 3, 31),)]
    assert any("Completed on for 2 actions" in said for said in outcome.said)
    left_blank = register(tmp_path, table, completed_without_a_date=BLANK)
    assert rows(left_blank, "Actions", "Completed on") == [(None,)] * 2


@pytest.mark.parametrize(
    ("words", "levels", "meant"),
    [
        (("H", "M", "L"), ("High", "Medium", "Low"), ("High", "Medium", "Low")),
        (
            ("1", "2", "3"),
            ("Priority 1", "Priority 2", "Priority 3"),
            ("Priority 1", "Priority 2", "Priority 3"),
        ),
        (("High", "H", "Low"), ("High", "Low"), ("High", "High", "Low")),
        (("Fundamental", "Significant", "Merits attention"),) * 2
        + (("Fundamental", "Significant", "Merits attention"),),
        (
            ("Major", "Critical", "Major"),
            ("Critical", "Major", "Moderate", "Best Practice"),
            ("Major", "Critical", "Major"),
        ),
        (("Low", "Low", "Low"), ("Medium", "Low"), ("Low", "Low", "Low")),
    ],
)
def test_priorities_keep_their_own_names_and_order(
    tmp_path: Path, words: tuple[str, ...], levels: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    table = [
        ("Ref", "Recommendation", "Priority"),
        *((f"R{n}", f"Do this thing number {n}", w) for n, w in enumerate(words)),
    ]
    path = workbook(tmp_path, {"Register": table})
    assert propose(read_theirs([path])).map.levels == levels
    assert rows(brought(path), "Recommendations", "Recorded priority") == [(each,) for each in meant]


def test_statuses_get_the_names_of_the_colours_that_mean_them(tmp_path: Path) -> None:
    table = [SIMPLE[0], *((*SIMPLE[1][:5], word) for word in ("Red", "Amber", "Green", "Blue"))]
    scales = register(tmp_path, table).brought.scales
    assert [row["Annex 2: Status"] for row in scales["Annex 2"]] == ["Red", "Amber", "Green", "Blue"]
    plain = register(tmp_path, SIMPLE).brought.scales
    assert [row["Annex 2: Status"] for row in plain["Annex 2"]] == ["Red", "Green"]
