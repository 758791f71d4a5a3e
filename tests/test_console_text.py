"""What is printed: shown and never obeyed, and through one place."""

import ast
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report.console_text import on_one_line, quoted

PACKAGE = Path(__file__).parent.parent / "audit_report"


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
        ("Ann's $5.xlsx", """'Ann'"'"'s $5.xlsx'"""),
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
