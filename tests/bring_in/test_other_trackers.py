"""The sample trackers of other people's design are what their sources say, and come in by the maps beside them."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit_report.bring_in.bring_theirs import bring_theirs, read_theirs
from audit_report.bring_in.the_map.read_map import read_map
from audit_report.cli import main
from tests.spreadsheet import parts

SAMPLES = Path(__file__).parents[2] / "sample_data"
TRACKERS = SAMPLES / "other_trackers"
NAMES = sorted(source.stem for source in SAMPLES.glob("source/other_trackers/*.toml"))
COUNTS = {
    "ashby_quarterly_plan": (1, 5, 7, 0, 13),
    "kestrel_action_notes": (1, 3, 5, 1, 6),
    "marlow_audit_log": (3, 5, 6, 2, 5),
    "thornbury_sheet_per_audit": (2, 5, 4, 1, 0),
    "wexmere_colour_register": (2, 4, 4, 1, 5),
}
"""How many assessments, recommendations, actions, date changes and updates there are in each, counted by hand."""
_SHEETS = ("Assessments", "Recommendations", "Actions", "Date changes", "Progress updates")


def tracker(name: str) -> Path:
    return next(path for path in TRACKERS.glob(f"{name}.*") if path.suffix != ".toml")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the trackers and maps as the script makes them."""
    folder = tmp_path_factory.mktemp("other_trackers")
    subprocess.run([sys.executable, SAMPLES / "make_other_trackers.py", folder], check=True)
    return folder


def test_there_are_five() -> None:
    assert sorted(COUNTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_committed_tracker_and_map_are_what_the_script_makes(name: str, made: Path) -> None:
    committed = tracker(name)
    if committed.suffix == ".xlsx":
        assert parts(committed) == parts(made / committed.name)
    else:
        assert committed.read_bytes() == (made / committed.name).read_bytes()
    assert (TRACKERS / f"{name}.map.toml").read_bytes() == (made / f"{name}.map.toml").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_each_comes_in_whole_by_its_map(name: str) -> None:
    outcome = bring_theirs(read_theirs([tracker(name)]), read_map(TRACKERS / f"{name}.map.toml"))
    assert tuple(len(outcome.brought.rows.get(sheet, [])) for sheet in _SHEETS) == COUNTS[name]
    assert outcome.account.rows_in == outcome.account.rows_out
    assert outcome.data_as_at is not None


@pytest.mark.parametrize("name", NAMES)
def test_each_builds_a_draft(name: str, tmp_path: Path) -> None:
    ours = tmp_path / "ours.xlsx"
    arguments = ["import", str(tracker(name)), "-o", str(ours), "--map", str(TRACKERS / f"{name}.map.toml")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert CliRunner().invoke(main, ["build", str(ours), "--draft"]).exit_code == 1
    assert ours.with_name("ours-report-draft.docx").exists()
