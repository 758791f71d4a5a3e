"""Every help text as a person reads it: narrow, wide and piped into a file."""

import re
from itertools import chain
from typing import Protocol

import click
import pytest

from audit_report.cli import main

WIDTHS = (60, 80, 100, 140)
COMMANDS: dict[str, click.Command] = {"": main, **main.commands}


class Shown(Protocol):
    """What a terminal of that many columns shows of a command's help."""

    def __call__(self, command: str, width: int) -> str: ...


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shown:
    def show(command: str, width: int) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        main([*command.split(), "--help"], prog_name="audit-report", standalone_mode=False)
        return capsys.readouterr().out

    return show


def words(text: str) -> str:
    """A text on one line, whatever its gaps and its breaks."""
    return " ".join(text.split())


def examples(text: str) -> list[str]:
    """The lines of a help text that are commands to type, with what each does below it."""
    lines = [line.strip() for line in text.replace("\b", "").splitlines()]
    first = [number for number, line in enumerate(lines) if line.startswith("audit-report ")]
    return list(chain.from_iterable((lines[number], lines[number + 1]) for number in first))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_help_text_fits_its_terminal_and_shows_no_marks_of_its_making(
    name: str, width: int, shown: Shown
) -> None:
    text = shown(name, width)

    assert "\\" not in text
    assert "\b" not in text
    assert [line for line in text.splitlines() if len(line) > width] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_example_stands_on_lines_of_its_own(width: int, shown: Shown) -> None:
    asked = examples(main.help or "")
    lines = [line.strip() for line in shown("", width).splitlines()]

    assert len(asked) == 16
    assert [line for line in asked if line not in lines] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_command_has_a_whole_summary(width: int, shown: Shown) -> None:
    _, _, listed = shown("", width).partition("Commands:\n")
    told = words(listed)

    for name, command in main.commands.items():
        summary = command.short_help or ""
        assert summary.endswith("."), f"{name} has no summary"
        assert f"{name} {words(summary)}" in told
    assert not re.search(r"…|\.\.\.", listed)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_paragraph_and_no_option_is_without_its_words(name: str, width: int, shown: Shown) -> None:
    command, told = COMMANDS[name], words(shown(name, width))

    assert words((command.help or "no help").replace("\b", "")) in told
    for option in command.get_params(click.Context(command)):
        if isinstance(option, click.Option):
            assert option.help, f"{option.opts} says nothing of itself"
            assert words(option.help) in told


@pytest.mark.parametrize("name", main.commands)
def test_every_argument_is_told_of(name: str) -> None:
    command = main.commands[name]
    for argument in command.params:
        if isinstance(argument, click.Argument) and argument.metavar != "":
            assert argument.make_metavar(click.Context(command)).strip("[].") in (command.help or "")
