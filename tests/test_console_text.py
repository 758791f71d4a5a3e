"""What is printed: shown and never obeyed, on any code page, and through one place."""

import ast
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report.console_text import on_one_line, quoted
from tests.trackers import save_tracker, set_item, small_tracker

PACKAGE = Path(__file__).parent.parent / "audit_report"
CODE_PAGES = ("cp1252", "cp850", "cp437", "ascii", "utf-8")
WORDS = "ŷ “Siân” – 5 £ 中 \U0001f600"
COMMANDS = {
    "check": ["check", "tracker.xlsx"],
    "check --json": ["check", "tracker.xlsx", "--json"],
    "build": ["build", "tracker.xlsx", "--force"],
    "explain": ["explain", "tracker.xlsx", "R1"],
    "criteria": ["criteria", "tracker.xlsx"],
    "new --from": ["new", "fresh.xlsx", "--from", "tracker.xlsx", "--force"],
    "next": ["next", "tracker.xlsx", "next.xlsx", "--as-at", "2010-07-31", "--force"],
    "collect": ["collect", "tracker.xlsx", "copy.xlsx", "-o", "all.xlsx", "--force"],
    "send": ["send", "copy.xlsx", "--force"],
    "style": ["style", "style.docx", "--force"],
    "verify": ["verify", "report.docx", "tracker.xlsx"],
    "email": ["email", "report.docx", "--to", "a@example.org", "--force"],
    "unknown ref": ["explain", "tracker.xlsx", WORDS],
    "no such file": ["check", f"{WORDS}.xlsx"],
    "import": ["import", "tracker.xlsx", "-o", "brought.xlsx", "--yes", "--force"],
    "help": ["--help"],
    "email --help": ["email", "--help"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tracker full of characters that old code pages lack, and its report."""
    made = tmp_path_factory.mktemp("console")
    sheets = small_tracker()
    set_item(sheets, "Report title", f"Report {WORDS}")
    sheets["Recommendations"][0]["Recommendation"] = WORDS
    sheets["Recommendations"][0]["Delivery leads"] = f"Nobody {WORDS}"
    save_tracker(made / "tracker.xlsx", sheets)
    sheets["Actions"][0]["Evidence"] = WORDS
    save_tracker(made / "copy.xlsx", sheets)
    assert started(["build", "tracker.xlsx", "-o", "report.docx"], made, "utf-8").returncode == 0
    return made


def started(
    arguments: list[str], folder: Path, encoding: str, closing: str = ""
) -> "subprocess.CompletedProcess[bytes]":
    program = [sys.executable, "-m", "audit_report", *arguments]
    environment = {"PYTHONIOENCODING": encoding, "PYTHONPATH": str(PACKAGE.parent), "PATH": "/usr/bin:/bin"}
    if encoding == "C":
        environment = environment | {"LC_ALL": "C", "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0"}
    if closing:
        program = ["sh", "-c", f'"$@" {closing}', "sh", *program]
    return subprocess.run(program, cwd=folder, env=environment, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_fails_for_want_of_a_character(name: str, folder: Path) -> None:
    outcomes = {page: started(COMMANDS[name], folder, page) for page in (*CODE_PAGES, "C")}

    assert len({each.returncode for each in outcomes.values()}) == 1
    for page, outcome in outcomes.items():
        said = outcome.stdout + outcome.stderr
        assert b"Traceback" not in said, (page, said)
        assert b"has a fault of its own" not in said, (page, said)


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the output")
@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "| head -1", ">/dev/full"])
@pytest.mark.parametrize("name", ["check", "check --json", "build", "explain", "criteria", "verify"])
def test_no_command_fails_where_nobody_listens(name: str, closing: str, folder: Path) -> None:
    if closing == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    outcome = started(COMMANDS[name], folder, "utf-8", closing)

    assert outcome.returncode in (0, 1, 2)
    assert b"Traceback" not in outcome.stdout + outcome.stderr
    assert b"has a fault of its own" not in outcome.stdout + outcome.stderr


def test_json_is_ascii_whatever_is_in_the_cells(folder: Path) -> None:
    printed = started(COMMANDS["check --json"], folder, "cp437").stdout

    assert printed.isascii()
    assert rb"\u0177" in printed


def test_a_code_page_gets_the_nearest_it_has(folder: Path) -> None:
    printed = started(COMMANDS["explain"], folder, "cp437").stdout.decode("cp437")

    assert 'y "Siân" - 5 £ \\u4e2d' in printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("plain – “words” ŷ £5", "plain – “words” ŷ £5"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("a\u202eb", r"a\u202eb"),
        ("\u2066a", r"\u2066a"),
        ("one\ntwo\rthree", r"one\ntwo\rthree"),
        ("a\u2028b", r"a\u2028b"),
        ("\ud83d", r"\ud83d"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_what_a_console_would_obey_is_shown(typed: str, printed: str) -> None:
    assert on_one_line(typed) == printed


@given(st.text())
def test_nothing_printed_commands_a_console(text: str) -> None:
    categories = {unicodedata.category(each) for each in on_one_line(text)}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("argument", "pasted"),
    [
        ("tracker.xlsx", "tracker.xlsx"),
        (r"C:\Trackers\q3.xlsx", r"C:\Trackers\q3.xlsx"),
        ("My tracker.xlsx", '"My tracker.xlsx"'),
        ("R&D.xlsx", '"R&D.xlsx"'),
        ("cost $5.xlsx", "'cost $5.xlsx'"),
    ],
)
def test_an_argument_can_be_pasted(argument: str, pasted: str) -> None:
    assert quoted(argument) == pasted


_PRINTS = {"terminal.py", "guard.py"}
"""The place, and the guard of a program of somebody else's, which speaks to this one alone."""
_PRINTING = {"click.echo", "click.secho", "print", "sys.stdout.write", "sys.stderr.write"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_text_reaches_the_screen_through_one_place(path: Path) -> None:
    """Only `terminal` prints; what it is given is shown and never obeyed."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    calls = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    assert path.name in _PRINTS or not calls & _PRINTING
