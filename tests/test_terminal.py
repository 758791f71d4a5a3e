"""The bar of a long run: on a terminal, late, and nowhere else."""

import time
from io import StringIO

import pytest

from audit_report.terminal import Progress

_STAGES = ("Reading", "Checking the lot")


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def run(stream: StringIO, late: float, *, wait: float = 0.25) -> str:
    """What a run of two stages writes, each taking `wait` seconds."""
    with Progress(_STAGES, stream, late=late) as progress:
        for stage in _STAGES:
            progress.tell(stage)
            time.sleep(wait)
    return stream.getvalue()


def test_a_long_run_names_each_stage_on_a_terminal_and_fills_the_bar() -> None:
    shown = run(Terminal(), late=0)

    assert (
        shown.index("Reading") < shown.index("0/2") < shown.index("Checking the lot  [") < shown.index("1/2")
    )
    assert "2/2" in shown.splitlines()[-1]


@pytest.mark.parametrize(
    ("stream", "late"), [(StringIO(), 0), (Terminal(), 60)], ids=["a file", "a short run"]
)
def test_elsewhere_and_in_a_short_run_nothing_is_shown(stream: StringIO, late: float) -> None:
    assert run(stream, late, wait=0.01) == ""


def test_a_run_that_fails_ends_the_bar() -> None:
    terminal = Terminal()

    with pytest.raises(ValueError, match="no luck"), Progress(_STAGES, terminal, late=0):
        fail()

    written = len(terminal.getvalue())
    time.sleep(0.25)
    assert len(terminal.getvalue()) == written


def fail() -> None:
    time.sleep(0.1)
    raise ValueError("no luck")
