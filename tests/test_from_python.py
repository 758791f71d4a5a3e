"""The package as another program uses it: the two public calls, and the ways to start the command."""

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import audit_report
from audit_report.problems import Severity
from tests.test_cli import run
from tests.trackers import save_tracker, small_tracker

ROOT = Path(__file__).parent.parent
HEAVY = {"docx", "lxml", "numpy", "openpyxl", "pandas", "python_calamine", "rapidfuzz"}


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    sheets = small_tracker()
    sheets["Actions"][0]["Progress"] = "Complet"
    return save_tracker(tmp_path / "faulty.xlsx", sheets)


def test_the_example_of_the_readme_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [example] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    shutil.copy(ROOT / "sample_data" / "april_2010.xlsx", tmp_path / "tracker.xlsx")
    monkeypatch.chdir(tmp_path)

    exec(example, {})  # noqa: S102  it is the project's own

    said = capsys.readouterr().out
    assert "CR1 Critical Green B" in said
    assert "warning Recommendations!" in said
    assert Path("report.docx").read_bytes() == audit_report.build("tracker.xlsx").report


def test_build_gives_the_bytes_that_the_command_writes(tracker: Path) -> None:
    assert run("build", tracker).exit_code == 0
    built = audit_report.build(str(tracker))

    assert built.report == tracker.with_name("tracker-report.docx").read_bytes()
    assert [each.as_json() for each in built.checked.problems] == [
        each.as_json() for each in audit_report.check(tracker).problems
    ]


def test_a_workbook_with_errors_gets_no_report_but_a_draft(faulty: Path) -> None:
    assert audit_report.build(faulty).report is None
    assert audit_report.build(faulty, draft=True).report
    assert audit_report.check(faulty).has(Severity.ERROR)


def test_strict_a_warning_is_an_error(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Actions"][1]["Evidence"] = None
    path = save_tracker(tmp_path / "tracker.xlsx", sheets)

    assert audit_report.build(path).report
    assert audit_report.build(path, strict=True).report is None


def test_the_options_are_those_of_the_commands(tracker: Path) -> None:
    style = tracker.with_name("style.docx")
    assert run("style", style).exit_code == 0

    assert audit_report.check(tracker, as_at=date(2010, 3, 31)).assessed.as_at == date(2010, 3, 31)
    assert audit_report.build(tracker, style=style).remarks == ()
    with pytest.raises(audit_report.CannotRunError, match="not before"):
        audit_report.check(tracker, previous=tracker)


def test_what_cannot_be_opened_is_a_sentence(tracker: Path) -> None:
    none = tracker.with_name("none")
    with pytest.raises(audit_report.CannotRunError, match="cannot be opened"):
        audit_report.build(none)
    with pytest.raises(audit_report.CannotRunError, match="cannot be opened"):
        audit_report.build(tracker, style=none)


@pytest.mark.parametrize("command", [["--version"], ["check", "--help"], ["check", "{tracker}", "--json"]])
def test_the_module_is_the_same_program(command: list[str], tracker: Path) -> None:
    arguments = [part.format(tracker=tracker) for part in command]
    by_module, by_function = (
        subprocess.run(
            [sys.executable, *start, *arguments], capture_output=True, encoding="utf-8", check=True
        )
        for start in (["-m", "audit_report"], ["-c", "import audit_report.cli; audit_report.cli.run()"])
    )

    assert by_module.stdout.replace("python -m audit_report", "-c") == by_function.stdout


@pytest.mark.parametrize("command", ["--help", "--version", "build --help"])
def test_help_loads_no_heavy_library(command: str) -> None:
    code = f"import sys; from audit_report.cli import main; main({command.split()}, standalone_mode=False)"
    loaded = f"{code}; print(*{{each.partition('.')[0] for each in sys.modules}}, file=sys.stderr)"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, encoding="utf-8", check=True)

    assert HEAVY.isdisjoint(told.stderr.split())
    assert "audit_report" in told.stderr.split()
