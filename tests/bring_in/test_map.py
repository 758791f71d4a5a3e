"""The map proposed, written to be read, and read back; what is wrong with one is said with its line."""

from pathlib import Path

import pytest

from audit_report.bring_in.the_map.propose_map import Proposal, propose_map
from audit_report.bring_in.the_map.read_map import WrongMapError, read_map
from audit_report.bring_in.the_map.write_map import map_text
from audit_report.bring_in.their_file.open_file import open_file
from audit_report.bring_in.their_tables.find_tables import find_tables
from tests.bring_in.layouts import SIMPLE, TRACKERS, Rows, workbook

_LAYOUTS = sorted(path.name for path in TRACKERS.glob("*.xlsx"))


def proposal(path: Path) -> Proposal:
    file = open_file(path)
    return propose_map(
        [table for grid in file.grids for table in find_tables(grid)], own_day=bool(file.changed)
    )


def proposed(folder: Path, rows: Rows) -> dict[str, str]:
    """The field proposed for each column of a register."""
    return dict(proposal(workbook(folder, {"Register": rows})).map.designs[0].columns)


def test_columns_are_proposed_by_their_headers(tmp_path: Path) -> None:
    assert proposed(tmp_path, SIMPLE) == {
        "Ref": "Recommendations: Recommendation ref",
        "Recommendation": "Recommendations: Recommendation",
        "Agreed action": "Actions: Action",
        "Responsible officer": "Recommendations: Delivery leads",
        "Due date": "Actions: Original due date",
        "Status": "Status",
    }


def test_values_count_for_more_than_headers(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Issue", "Progress", "State of play"),
        (
            "R1",
            "The rent account is wrong",
            "Complete",
            "12/3/25: reconciled and signed off by the head of audit",
        ),
        ("R2", "Starters are not checked", "In progress", "1/2/25: second person named"),
        ("R3", "Leavers stay on the payroll", "In progress", "4/2/25: weekly report designed"),
    ]
    found = proposed(tmp_path, rows)
    assert found["State of play"] == "Progress updates: Latest progress"
    assert found["Progress"] != "Progress updates: Latest progress"


def test_a_colour_means_something_only_where_its_set_decides(tmp_path: Path) -> None:
    def meanings(*colours: str) -> dict[str, str]:
        rows = [SIMPLE[0], *((*SIMPLE[1][:5], colour) for colour in colours)]
        return dict(proposal(workbook(tmp_path, {"Register": rows})).map.words["Status"])

    assert meanings("Red", "Amber", "Green") == {"Red": "", "Amber": "", "Green": ""}
    assert meanings("Red", "Amber", "Green", "Blue") == {
        "Red": "Off track", "Amber": "At risk", "Green": "On track", "Blue": "Complete",
    }  # fmt: skip
    assert meanings("Green", "Complete")["Green"] == "On track"


@pytest.mark.parametrize("name", _LAYOUTS)
def test_a_map_is_read_back_as_it_was_written(tmp_path: Path, name: str) -> None:
    made = proposal(TRACKERS / name)
    path = tmp_path / "theirs.map.toml"
    path.write_text(map_text(made), encoding="utf-8")
    assert read_map(path) == made.map


def test_headers_with_any_characters_survive(tmp_path: Path) -> None:
    odd = 'Why "now"?\\\t\x7f [due] = # é'
    made = proposal(
        workbook(tmp_path, {"Register": [("Ref", "Recommendation", odd), ("R1", "Do this well", "x")]})
    )
    path = tmp_path / "theirs.map.toml"
    path.write_text(map_text(made), encoding="utf-8")
    assert read_map(path) == made.map


@pytest.mark.parametrize(
    ("old", "new", "line_of", "says"),
    [
        (
            '= "Actions: Action"',
            '= "Actions: Actoin"',
            '"Agreed action"',
            "is no field. Did you mean “Actions: Action”?",
        ),
        ('= "Actions: Action"', '= "Status"', '"Status" ', "Status has a column already"),
        ('"Overdue" = "Overdue"', '"Overdue" = "Late"', '"Overdue"', "“Late” is no meaning of Status."),
        (
            '_cell = "split"',
            '_cell = "both"',
            "several_actions",
            "may be “split” or “keep whole”, not “both”.",
        ),
        ("undated_notes =", "undated_note =", "undated_note ", "is no option. Did you mean “undated_notes”?"),
        ('assessment = ""', 'assessment = "title"', "assessment =", "not “title”."),
        ("[options]", "[option]", "[option]", "“option” is no part of a map"),
        ("[design.columns]", "[design.colums]", "[design.colums]", "“colums” is nothing that a design has"),
        ('"Overdue" = "Overdue"', '"Overdue" = Overdue', '"Overdue"', "cannot be read as TOML"),
    ],
)
def test_a_wrong_map_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line_of: str, says: str
) -> None:
    text = map_text(proposal(workbook(tmp_path, {"Register": SIMPLE}))).replace("  ", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    assert old in text
    path = tmp_path / "theirs.map.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongMapError) as wrong:
        read_map(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(at for at, line in enumerate(lines, 1) if line.startswith(line_of))
    assert any(f"line {number}: " in said and says in said for said in str(wrong.value).splitlines())
