"""The names of the files that people are sent, such that any computer takes them."""

import sys
from collections.abc import Collection

from audit_report.console_text import STAND_INS

_LONGEST = 80

_RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10)),
}
"""What Windows lets no file be called, with any ending."""


def file_names(people: Collection[str]) -> dict[str, str]:
    """A name for each person's files that Windows and this system take, no two alike whatever their case."""
    taken: set[str] = set()
    names = {}
    system = sys.getfilesystemencoding()
    for person in people:
        name = person.encode(system, STAND_INS).decode(system)
        plain = "".join(" " if each in '<>:"/\\|?*' or not each.isprintable() else each for each in name)
        plain = " ".join(plain.split()).strip(". ")[:_LONGEST].strip(". ") or "Nobody"
        if plain.partition(".")[0].strip().upper() in _RESERVED:
            plain = f"{plain}_"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.casefold())
        names[person] = name
    return names
