"""A look at a path before anything opens it: a pipe or a device may never come to an end."""

import os
import stat


def not_a_file(typed: str) -> str:
    """Why what was typed cannot name a file to read or write, in a sentence; nothing where it can, or is not there."""
    if not typed.strip():
        return "The name of a file is blank: give the file's name."
    try:
        mode = os.stat(typed).st_mode  # noqa: PTH116  what was typed, before it is a path
    except (OSError, ValueError):
        return ""
    if stat.S_ISREG(mode):
        return ""
    kind = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
    return f"{typed}: this is {kind}, not a file. Give the file's name."
