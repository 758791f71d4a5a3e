"""A folder for a run to work in, which is gone when the run is over, however it ends."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from audit_report.files.held_file import hold
from audit_report.stop_signals import undone_at_the_end

_PREFIX, _LOCK = "audit-report-work-", ".lock"


@contextmanager
def working_folder() -> Iterator[Path]:
    """A new folder among the computer's temporary files; those that killed runs have left are removed first.

    Beside it stands a file that the run holds: a folder whose file nobody holds is left over.
    """
    _sweep(Path(tempfile.gettempdir()))
    held, lock = _new_lock()
    folder = lock.with_suffix("")

    def remove() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        held.close()
        lock.unlink(missing_ok=True)

    with undone_at_the_end(remove):
        folder.mkdir(mode=0o700)
        yield folder


def _new_lock() -> tuple[IO[bytes], Path]:
    """A new file, held; another one where a run that sweeps has removed it before it was held."""
    while True:
        number, name = tempfile.mkstemp(_LOCK, _PREFIX)
        file = os.fdopen(number, "r+b")
        with suppress(OSError):
            hold(file)
            if os.path.samestat(os.fstat(number), Path(name).stat()):
                return file, Path(name)
        file.close()


def _sweep(place: Path) -> None:
    """Remove the folders whose file nobody holds."""
    for lock in place.glob(f"{_PREFIX}*{_LOCK}"):
        with suppress(OSError):
            with lock.open("r+b") as file:
                hold(file)
            lock.unlink()  # Windows removes no file that a run has open
            shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
