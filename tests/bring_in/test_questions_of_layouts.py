"""The questions that real layouts raise: none twice, and none at all with the map that the answers made."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit_report.cli import main
from audit_report.commands import map_for_import
from tests.bring_in.layouts import TRACKERS

LAYOUTS = sorted([*TRACKERS.glob("*.xlsx"), *(Path(__file__).parent / "designs").glob("*.xlsx")])
_QUESTION = re.compile(r"^(?:What (?:is the column|does) “.*”.*\?|.*Which day is that\?)", re.MULTILINE)
_MOST_QUESTIONS = 7


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal."""
    monkeypatch.setattr(map_for_import, "is_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("theirs", LAYOUTS, ids=lambda path: path.stem)
def test_no_question_is_asked_twice_and_none_with_the_map(theirs: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.xlsx"
    given = ["import", str(theirs), "-o", str(ours)]
    asked = CliRunner().invoke(main, given, input="\n" * 100, catch_exceptions=False)
    assert asked.exit_code == 0
    questions = _QUESTION.findall(asked.stderr)
    assert len(questions) == len(set(questions)) <= _MOST_QUESTIONS
    made = ours.read_bytes()
    again = [*given, "--map", str(tmp_path / "ours.map.toml"), "--force"]
    silent = CliRunner().invoke(main, again, catch_exceptions=False)
    assert silent.exit_code == 0
    assert "?" not in silent.stderr
    assert ours.read_bytes() == made
