"""The sample round is what its script makes, and collects as the README says."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit_report.cli import main
from audit_report.pipeline import check_workbook
from audit_report.problems import Severity
from tests.spreadsheet import parts

SAMPLES = Path(__file__).parents[2] / "sample_data"
RETURNS = SAMPLES / "returns"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, SAMPLES / "make_returns.py", folder], check=True)
    return folder / "returns"


def test_committed_files_are_what_the_script_makes(made: Path) -> None:
    names = [sorted(str(each.relative_to(of)) for each in of.glob("*/*")) for of in (RETURNS, made)]
    assert names[0] == names[1]
    for name in names[0]:
        if name.endswith(".xlsx"):
            assert parts(RETURNS / name) == parts(made / name)
        else:
            one, other = ((of / name).read_text("ascii") for of in (RETURNS, made))
            assert one.partition("base64")[0] == other.partition("base64")[0]


def test_three_came_back_and_one_cell_is_contested(tmp_path: Path) -> None:
    returned, target = sorted((RETURNS / "returned").glob("*.xlsx")), tmp_path / "collected.xlsx"
    arguments = ["collect", SAMPLES / "northmoor_2026.xlsx", *returned, "-o", target]
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exit_code == 1
    assert result.stderr.count("Conflict: Actions, CQC-1.1, Evidence") == 2
    assert "Not returned yet: Sunita Rao." in result.stderr
    checked = check_workbook(target)
    assert [each for each in checked.problems if each.severity is Severity.ERROR] == []
    assert [each for each in checked.problems if each.where.sheet == "Change log"] == []
    change = next(
        each for each in checked.tracker.date_changes if each.action == "CQC-1.1" and each.approved_by
    )
    assert change.approved_by == "Piers Holloway"
