"""The sample trackers are what their sources say, and nothing Excel or the program finds fault with."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_report.pipeline import check_workbook
from audit_report.problems import Severity
from tests.spreadsheet import converted, parts

SAMPLES = Path(__file__).parent.parent / "sample_data"
NAMES = sorted(source.stem for source in SAMPLES.glob("source/*.toml"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples as the script makes them."""
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, SAMPLES / "make_samples.py", folder], check=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_committed_sample_is_what_the_script_makes(name: str, made: Path) -> None:
    assert parts(SAMPLES / f"{name}.xlsx") == parts(made / f"{name}.xlsx")


@pytest.mark.parametrize("name", NAMES)
def test_excel_has_nothing_to_repair(name: str, ooxml_validator: Callable[[Path], list[str]]) -> None:
    assert ooxml_validator(SAMPLES / f"{name}.xlsx") == []


@pytest.mark.parametrize("name", ["april_2010", "october_2010"])
def test_the_registers_have_no_errors(name: str) -> None:
    problems = check_workbook(SAMPLES / f"{name}.xlsx").problems
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


def test_april_is_all_critical_and_green_in_libreoffice_too(soffice: Path, tmp_path: Path) -> None:
    recalculated = converted(soffice, SAMPLES / "april_2010.xlsx", "xlsx", tmp_path / "out")
    tracker = check_workbook(recalculated).tracker
    shown = [(each.ref, each.shown_priority, each.shown_status) for each in tracker.recommendations]
    assert shown == [(f"CR{number}", "Critical", "Green") for number in range(1, 7)]
    assert {action.shown_on_track for action in tracker.actions} == {"Yes"}
    assert [change.shown_counts for change in tracker.date_changes] == ["Yes"]
    assert [update.shown_counts for update in tracker.updates] == ["Yes"] * 6
