"""Files that a run holds while it is alive, so that another run can tell what a killed one has left."""

import sys
from typing import IO

if sys.platform != "win32":
    import fcntl


def hold(file: IO[bytes]) -> None:
    """Hold an open file until it is closed; raises OSError where another run does. Windows does so by itself."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
