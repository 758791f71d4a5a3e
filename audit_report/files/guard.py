"""Runs a program of somebody else's and ends it as soon as whoever started this script is gone.

    python guard.py FOLDER PROGRAM ARGUMENTS…

Its standard input is a pipe that the starter holds open. Where that closes before the program has ended, because the
starter was killed or wants no more of it, the program is killed with all it has started, and FOLDER is removed.
"""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Event, Thread

NOT_STARTED = 126
"""The exit status where the program cannot be started; standard output says why."""


def main(folder: str, *command: str) -> None:
    """Run the command; the exit status is the program's."""
    try:
        # A group of its own: the program that is started only starts another, which has to end with it.
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603  the starter's
    except OSError as reason:
        sys.stdout.write(f"{reason.strerror}")
        sys.exit(NOT_STARTED)
    gone = Event()
    Thread(target=_watch, args=(process, gone), daemon=True).start()
    status = process.wait()
    _end(process)
    if gone.is_set():
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(status)


def _watch(process: subprocess.Popen[bytes], gone: Event) -> None:
    os.read(sys.stdin.fileno(), 1)  # nothing is ever written: it comes back when the pipe is closed
    gone.set()
    _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with whatever it has started, some of which may run on after it."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(OSError):  # all have ended
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
