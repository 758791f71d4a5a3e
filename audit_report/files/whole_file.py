"""Writing a file so that it is whole or not there at all."""

import errno
import os
import secrets
import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path

from audit_report.cannot_run import CannotRunError
from audit_report.files.held_file import hold
from audit_report.stop_signals import undone_at_the_end

_MARK = "-audit-report-"
_LONGEST_STEM = 40
"""The characters of a file's name that its temporary file takes over: a name of 255 bytes leaves room for the rest."""
_ATTEMPTS = 3
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class CannotWriteError(CannotRunError):
    """A file cannot be written; the message is a sentence for the analyst."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` beside `path` first and move it into place in one step; the old file stays until then.

    A link stays a link: the file it leads to is written. Raises CannotWriteError, and leaves nothing behind,
    where that is not possible.
    """
    target = Path(os.path.realpath(path))
    try:
        obstacle = _obstacle(target)
        if not obstacle:
            _clear_away(target.parent)
            _write_surely(target, content)
    except OSError as reason:
        raise CannotWriteError(f"{path}: {_sentence(reason)}") from reason
    if obstacle:
        raise CannotWriteError(f"{path}: {obstacle}")


def lock_beside(path: Path) -> Path | None:
    """The file that Word, Excel or LibreOffice keeps beside a file while somebody has it open there."""
    dropped = min(max(len(path.stem) - 6, 0), 2)  # Word's takes the place of a long name's first two letters
    names = (f"~${path.name[dropped:]}", f"~${path.name}", f".~lock.{path.name}#")
    return next((lock for name in names if (lock := path.with_name(name)).exists()), None)


def _obstacle(target: Path) -> str:
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}."
    if target.exists() and not target.is_file():
        return "this is a folder or a device, not a file. Give the name of a file."
    if target.exists() and not target.stat().st_mode & 0o222:
        return "the file there is marked read-only. Choose another name, or let it be written."
    return ""


def _write_surely(target: Path, content: bytes) -> None:
    """Write the file, again where another run has taken its temporary file for one that a killed run left."""
    for _ in range(_ATTEMPTS - 1):
        with suppress(FileNotFoundError):
            _write(target, content)
            return
    _write(target, content)


def _write(target: Path, content: bytes) -> None:
    temporary = target.with_name(f".{target.stem[:_LONGEST_STEM]}{_MARK}{secrets.token_hex(4)}.tmp")
    with undone_at_the_end(partial(temporary.unlink, missing_ok=True)):
        with temporary.open("xb") as file:
            with suppress(OSError):  # some network folders know no locks
                hold(file)
            if target.exists():
                shutil.copymode(target, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)


def _clear_away(folder: Path) -> None:
    """Remove the temporary files of runs that were killed; those of live runs are held."""
    with suppress(OSError):
        for left in folder.glob(f".*{_MARK}*.tmp"):
            with suppress(OSError):
                with left.open("r+b") as file:
                    hold(file)
                left.unlink(missing_ok=True)


def _sentence(reason: OSError) -> str:
    if reason.errno in _FULL:
        why = "there is no room left on the disk. Make room and try again."
    elif reason.errno in _FORBIDDEN:
        why = "writing there is not allowed. Is the file open in another program, or its folder read-only?"
    else:
        why = f"the file cannot be written ({reason.strerror})."
    return f"{why} What was there before is still there."
