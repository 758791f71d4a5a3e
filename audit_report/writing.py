"""Writing a file so that it is whole or not there at all."""

import os
import tempfile
from pathlib import Path


class CannotWriteError(Exception):
    """A file cannot be written; the message is a sentence for the analyst."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` beside `path` first and move it into place in one step; the old file stays until then.

    Raises CannotWriteError, and leaves nothing behind, where that is not possible.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    except OSError as reason:
        raise CannotWriteError(f"{path}: the file cannot be written ({reason.strerror}).") from reason
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as reason:
        raise CannotWriteError(
            f"{path}: the file cannot be written ({reason.strerror}). Is it open in Word?"
        ) from reason
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
