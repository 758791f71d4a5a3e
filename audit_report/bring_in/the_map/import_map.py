"""The map from somebody else's tracker to ours: the one thing a person edits, and all that a file is brought in by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from audit_report.bring_in.the_map.tracker_fields import NOWHERE

OWN_DAY = "the file's own day"
"""The day a file was last changed, by its own account: its core property Modified."""

SPLIT, KEEP = "split", "keep whole"
FIRST_IS_ORIGINAL, LAST_IS_ORIGINAL = "first is the original", "last is the original"
BLANK, AS_LATEST = "leave blank", "as the latest"
TITLE, SHEET = "the title above the table", "the sheet's name"
SOURCE, DIRECTORATE = "Source assessment", "Directorate"

Day = date | str
"""A day, OWN_DAY, or blank where nobody has said yet."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the columns and words do not say."""

    data_as_at: Day = OWN_DAY
    undated_notes: Day = OWN_DAY
    revised_dates_approved: Day = OWN_DAY
    two_dates_in_a_cell: str = FIRST_IS_ORIGINAL
    several_actions_in_a_cell: str = SPLIT
    earlier_updates_status: str = AS_LATEST
    completed_without_a_date: Day = OWN_DAY


@dataclass(frozen=True, slots=True)
class Design:
    """How tables with the same headers are read: a field for each column and for each fact above the table."""

    found_on: tuple[str, ...]
    columns: Mapping[str, str]
    above: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[str, ...] = (SOURCE,)
    """What the rows of one text alone are, outermost first: SOURCE, DIRECTORATE or nothing."""
    assessment: str = NOWHERE
    """Where a table without such a column or heading names its assessment: TITLE, SHEET or nowhere."""


@dataclass(frozen=True, slots=True)
class ImportMap:
    """The whole map; `words` has a meaning for each different word of each list, blank where nobody has said."""

    designs: tuple[Design, ...]
    words: Mapping[str, Mapping[str, str]]
    options: Options = Options()
    levels: tuple[str, ...] = ()
    """The levels of priority that their words mean, most severe first."""

    def design_of(self, headers: Mapping[str, int]) -> Design | None:
        """The design that shares the most headers with a table; None where no design shares half of them."""
        theirs = set(map(header_key, headers))
        best = max(self.designs, key=lambda each: len(theirs & _keys(each)), default=None)
        return best if best and 2 * len(theirs & _keys(best)) >= len(theirs) else None

    def field_of(self, design: Design, header: str) -> str | None:
        """The field of a column: by its design, else by any other; None where the map does not know it."""
        key = header_key(header)
        for each in (design, *self.designs):
            for known, name in each.columns.items():
                if header_key(known) == key:
                    return name
        return None

    def unanswered(self) -> Iterator[tuple[str, str]]:
        """The list and word of each word without a meaning."""
        for name, meanings in self.words.items():
            yield from ((name, word) for word, meaning in meanings.items() if not meaning)


def header_key(header: str) -> str:
    """A header as it is compared from file to file: case and spacing do not count."""
    return " ".join(header.casefold().split())


def _keys(design: Design) -> set[str]:
    return set(map(header_key, design.columns))
