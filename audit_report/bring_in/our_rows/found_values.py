"""What has been found for our tracker, each value with the cells of theirs that it comes from."""

from collections.abc import Iterable
from typing import NamedTuple

from audit_report.bring_in.their_file.grids import Place
from audit_report.schema.raw_values import Raw


class Found(NamedTuple):
    """A value for a cell of ours; `cells` are those of theirs that it holds, none where it was made or assumed."""

    value: Raw
    cells: tuple[Place, ...] = ()

    @property
    def text(self) -> str:
        """The value as words."""
        return self.value if isinstance(self.value, str) else ""


OurRow = dict[str, Found]
"""A row of one of our sheets, by the field's name."""


class Left(NamedTuple):
    """What is not brought in: a cell of theirs, or a part of one, and why."""

    place: Place
    text: str
    why: str


def joined(parts: Iterable[Found], separator: str = "\n") -> Found:
    """Several texts as one, each said once."""
    kept = [part for part in parts if part.value not in (None, "")]
    words = dict.fromkeys(str(part.value) for part in kept)
    return Found(separator.join(words), tuple(dict.fromkeys(place for part in kept for place in part.cells)))
