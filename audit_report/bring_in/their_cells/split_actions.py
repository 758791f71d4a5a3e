"""Several actions in one cell, told apart where they are numbered, bulleted or parted by semicolons."""

import re

from audit_report.schema.spacing import clean

_MARK = re.compile(r"^\s*(?:[•·▪●◦*§➢o–-]|[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)\]:])\s+", re.IGNORECASE)
"""What begins an item of a list: "•", "1.", "a)", "(ii)"."""
_SHORTEST = 2


def split_actions(text: str) -> list[str]:
    """The actions of a cell, without their marks; one where nothing says that they are several."""
    lines = [line for line in text.splitlines() if line.strip()]
    marked = [bool(_MARK.match(line)) for line in lines]
    if sum(marked) > 1 and marked[0]:
        return _items(lines, marked)
    parts = [part for part in map(clean, text.split(";")) if part]
    if len(parts) > 1 and "\n" not in text and all(len(part.split()) >= _SHORTEST for part in parts):
        return parts
    return [clean(text)]


def _items(lines: list[str], marked: list[bool]) -> list[str]:
    """An action for each marked line, with the unmarked ones under it."""
    items: list[str] = []
    for line, begins in zip(lines, marked, strict=True):
        if begins:
            items.append(clean(_MARK.sub("", line)).rstrip(";"))
        else:
            items[-1] += f"\n{clean(line)}"
    return [item for item in items if item]
