"""What a person at a terminal sees: the problems in colour and width, and a bar that names the stage of a long run."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

import click

from audit_report.console_text import Line, on_one_line, quoted

if TYPE_CHECKING:
    from audit_report.answers.problem_listing import Asked
    from audit_report.model.checked import Checked

_COLOURS = {"error": "red", "warning": "yellow", "information": "blue"}
_LATE, _OFTEN = 2.0, 0.1
"""The seconds after which a run is long, and those between two looks at where it is."""


def say(text: object, *, err: bool = False, is_whole: bool = False) -> None:
    """Print a line, on stdout or else stderr; what stands in it is shown and never obeyed.

    On a terminal it is broken between words, unless it `is_whole`, as what is to be copied is.
    """
    words = str(text)
    indent = len(words) - len(words.lstrip(" "))
    _show([Line(words, hang=indent + 4, is_whole=is_whole)], err=err)


def say_lines(lines: Iterable[str], *, are_whole: bool = False) -> None:
    """Print lines on stdout."""
    for line in lines:
        say(line, is_whole=are_whole)


class Progress:
    """Shows which of its stages a run is in, from two seconds on, where `stream` is a terminal; a context manager."""

    def __init__(self, stages: Sequence[str], stream: TextIO | None = None, *, late: float = _LATE) -> None:
        self._stages = tuple(stages)
        self._stream = stream or sys.stderr
        self._late = late
        self._begun = 0
        self._over = Event()
        self._drawing = Thread(target=self._draw, daemon=True)

    def tell(self, stage: str) -> None:
        """The run enters a stage."""
        self._begun = self._stages.index(stage)

    def __enter__(self) -> Self:
        if self._stream.isatty():
            self._drawing.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._drawing.is_alive():
            self._drawing.join()

    def _draw(self) -> None:
        if self._over.wait(self._late):
            return
        with click.progressbar(
            length=len(self._stages), label=self._label(), file=self._stream,
            show_eta=False, show_percent=False, show_pos=True,
        ) as bar:  # fmt: skip
            while not self._over.wait(_OFTEN):
                bar.label = self._label()
                bar.update(self._begun - bar.pos)
                bar.render_progress()
            bar.update(len(self._stages) - bar.pos)

    def _label(self) -> str:
        """The stage's name, as wide as the longest, so that the bar stands still."""
        return self._stages[self._begun].ljust(max(map(len, self._stages)))


def list_problems(
    checked: "Checked", asked: "Asked | None" = None, *, next_build: str | None = None, err: bool = True
) -> None:
    """Say what is wrong; given the command that builds the report, where things stand and what to do next as well.

    A terminal gets colour, unless NO_COLOR is set, and lines no wider than itself; anything else a line each.
    """
    from audit_report.answers.problem_listing import ALL, outcome_lines  # noqa: PLC0415  it is heavy, and --help has no problems

    _show(outcome_lines(checked, asked or ALL, next_build), err=err)


def show_what_is_left(checked: "Checked", workbook: Path) -> None:
    """Say by kind what stands between a tracker that was brought in and its report, and how to see the draft."""
    from audit_report.answers.problem_listing import what_is_left  # noqa: PLC0415  the same

    _show(what_is_left(checked, f"audit-report build {quoted(workbook)}"), err=True)


def _show(lines: Iterable[Line], *, err: bool) -> None:
    """Print lines: fitted to a terminal, and in its colours."""
    stream = sys.stderr if err else sys.stdout
    width = shutil.get_terminal_size().columns if stream.isatty() else None
    colour = False if os.environ.get("NO_COLOR") else None
    for each in lines:
        line = replace(each, text=on_one_line(each.text))
        first, *others = line.wrapped(width) if width else [line.text]
        click.echo("\n".join([_styled(line, first), *others]), err=err, color=colour)


def _styled(line: Line, text: str) -> str:
    if line.heading:
        return click.style(text, bold=True)
    if line.severity is None:
        return text
    end = line.at + len(line.severity)
    return text[: line.at] + click.style(line.severity, fg=_COLOURS[line.severity], bold=True) + text[end:]
