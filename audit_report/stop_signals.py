"""Ctrl-C, a closed terminal and a polite kill: each ends a run at once, in one line, and undoes what is half done."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_SAID = b"Stopped: no file was left half-written.\n"
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
_FIRST_STATUS = 128
"""A run that a signal ends has this much and the signal's number as its exit status: 130 for Ctrl-C."""

_Undo = Callable[[], object]
_to_undo: list[_Undo] = []
"""What to do before the end; a list of the process's own, for a signal's handler is given nothing."""


def stop_when_told() -> None:
    """From now on these signals end the run. One that is ignored on purpose, as nohup does, stays ignored.

    The handler ends the process itself. An exception would have to find its way through whatever is going on, and is
    lost where that is a callback.
    """
    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


@contextmanager
def undone_at_the_end(undo: _Undo) -> Iterator[None]:
    """Calls `undo` when the block is left, and where a signal ends the run in the midst of it."""
    _to_undo.append(undo)
    try:
        yield
    finally:
        undo()
        _to_undo.remove(undo)


def _stop(number: int, _: FrameType | None) -> None:
    for each in _numbers():
        signal.signal(each, signal.SIG_DFL)  # a second one ends the tidying up too
    for undo in reversed(_to_undo):
        with suppress(Exception):  # the others are still to be undone
            undo()
    with suppress(OSError):
        os.write(2, b"\n" + _SAID if os.isatty(2) else _SAID)
    os._exit(_FIRST_STATUS + number)


def _numbers() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__]
