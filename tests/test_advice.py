"""What a command advises can be pasted, and what it is asked to write is called what it is."""

import shlex
from pathlib import Path

import pytest

from audit_report.cli import main
from tests.test_cli import run
from tests.trackers import save_tracker, set_item, small_tracker

WRONG_ENDINGS = {
    "build": ["build", "{tracker}", "-o", "{out}.pdf"],
    "check": ["check", "{tracker}", "--xlsx", "{out}.csv"],
    "new": ["new", "{out}.csv"],
    "next": ["next", "{tracker}", "{out}.csv", "--as-at", "2010-07-31"],
    "import": ["import", "{tracker}", "-o", "{out}.csv"],
    "collect": ["collect", "{tracker}", "{tracker}", "-o", "{out}.csv"],
    "collect's list": ["collect", "{tracker}", "{tracker}", "-o", "{out}.xlsx", "--xlsx", "{out}.csv"],
    "style": ["style", "{out}.txt"],
    "email": ["email", "{report}", "--to", "clerk@example.org", "-o", "{out}.docx"],
}
WRITES_NO_FILE_OF_A_NAME = {"explain", "criteria", "verify", "send"}


def test_every_command_that_writes_a_file_is_among_them() -> None:
    assert {line[0] for line in WRONG_ENDINGS.values()} == {*main.commands} - WRITES_NO_FILE_OF_A_NAME


@pytest.mark.parametrize("name", WRONG_ENDINGS)
def test_a_file_is_not_called_what_it_is_not(name: str, tmp_path: Path) -> None:
    tracker, report = save_tracker(tmp_path / "tracker.xlsx", small_tracker()), tmp_path / "report.docx"
    if name == "email":
        run("build", tracker, "-o", report)
    before = set(tmp_path.iterdir())
    line = [part.format(tracker=tracker, report=report, out=tmp_path / "out") for part in WRONG_ENDINGS[name]]
    result = run(*line)

    assert result.exit_code == 2
    assert "has to end in ." in result.stderr
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "name", ["R&D tracker.xlsx", "Children's £5 (final).xlsx", "cost $5.xlsx", "plain.xlsx"]
)
@pytest.mark.parametrize("spoilt", [True, False])
def test_the_next_step_can_be_pasted_with_the_options_given(
    name: str, tmp_path: Path, *, spoilt: bool
) -> None:
    sheets = small_tracker()
    if spoilt:
        set_item(sheets, "Committee date", None)
    tracker = save_tracker(tmp_path / name, sheets)
    checked = run("check", tracker, "--as-at", "2010-05-01")
    pasted = shlex.split(checked.stdout.splitlines()[-1].removeprefix("Next: "))

    assert pasted[:3] == ["audit-report", "build", str(tracker)]
    assert pasted[3:5] == ["--as-at", "2010-05-01"]
    assert run(*pasted[1:]).exit_code == (1 if spoilt else 0)
    assert len(list(tmp_path.glob("*.docx"))) == 1


def test_a_refused_report_says_how_to_see_the_draft_with_the_options_given(tmp_path: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Committee date", None)
    tracker, report = save_tracker(tmp_path / "R&D.xlsx", sheets), tmp_path / "The report.docx"
    refused = run("build", tracker, "-o", report, "--as-at", "2010-05-01", "--html")
    why, command = refused.stderr.splitlines()[-2:]

    assert why == "No report was written: put the errors right. To see it as it stands:"
    run(*shlex.split(command)[1:])
    assert {report, report.with_suffix(".html")} < set(tmp_path.iterdir())


def test_strict_says_what_stands_in_the_way(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Date changes"][0]["Approved on"] = None
    refused = run("build", save_tracker(tmp_path / "tracker.xlsx", sheets), "--strict")

    assert refused.exit_code == 1
    assert "No report was written: --strict allows no warnings. To see it as it stands:" in refused.stderr


def test_rows_carried_over_are_counted_sheet_by_sheet(tmp_path: Path) -> None:
    tracker = save_tracker(tmp_path / "tracker.xlsx", small_tracker())
    said = run("new", tmp_path / "fresh.xlsx", "--from", tracker).stderr

    assert "Rows carried over from" in said
    assert "Recommendations: 2, Actions: 2, Date changes: 1, Progress updates: 2" in said


@pytest.mark.parametrize("lock", ["~$tracker.xlsx", ".~lock.tracker.xlsx#"])
@pytest.mark.parametrize("command", [["check"], ["build", "--draft"], ["explain", "R1"], ["criteria"]])
def test_a_tracker_that_is_open_elsewhere_is_told(lock: str, command: list[str], tmp_path: Path) -> None:
    tracker = save_tracker(tmp_path / "tracker.xlsx", small_tracker())
    name, *others = command
    words = "is open in another program: what is not saved there is not read."
    assert words not in run(name, tracker, *others).stderr
    (tmp_path / lock).touch()
    told = run(name, tracker, *others)

    assert words in told.stderr
    assert told.exit_code == 0
