"""The words of their lists as the map says to read them, cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from audit_report.bring_in.our_rows.entries import Entry
from audit_report.bring_in.our_rows.found_values import Found
from audit_report.bring_in.our_rows.make_scales import status_names
from audit_report.bring_in.our_rows.mapped_tables import TheirCell
from audit_report.bring_in.the_map.import_map import ImportMap
from audit_report.bring_in.the_map.meanings_of_words import Meaning, meanings
from audit_report.bring_in.the_map.propose_map import word_in
from audit_report.bring_in.the_map.tracker_fields import PERCENT, STATUS, field_name
from audit_report.bring_in.their_file.grids import Place
from audit_report.bring_in.their_tables.find_tables import TableRow
from audit_report.model.records import Action
from audit_report.schema.spacing import match_key

PROGRESS_OF_ACTION = field_name(Action, "progress")
_COMPLETE, _STARTED, _NOT_STARTED = "Complete", "In progress", "Not started"
_ALL = 100


@dataclass
class TheirWords:
    """The map's words; `unknown` has the places of those that it gives no meaning, by field and word."""

    map: ImportMap
    unknown: dict[tuple[str, str], set[Place]] = field(default_factory=dict)

    def status_name(self, status: Meaning | None) -> str:
        """The status of Annex 2 that a meaning gives a plan; blank where it gives none."""
        return self._names.get(status.rating, "") if status else ""

    @cached_property
    def _names(self) -> dict[str, str]:
        return status_names(self.map)

    @cached_property
    def _known(self) -> dict[str, dict[str, str]]:
        return {
            name: {match_key(word): meaning for word, meaning in words.items()}
            for name, words in self.map.words.items()
        }

    def meaning(self, name: str, cell: TheirCell) -> Meaning | None:
        """What the word of a cell means; None where nobody has said."""
        word = word_in(cell.cell)
        if not word:
            return None
        said = self._known.get(name, {}).get(match_key(word), "")
        found = meanings(name, self.map.levels).get(said)
        if found is None:
            self.unknown.setdefault((name, word), set()).add(cell.place)
        return found

    def status(self, entry: Entry, rows: Iterable[TableRow] | None = None) -> Meaning | None:
        """The status of some rows of an entry, all of them unless given: what the last that has one says."""
        found = [
            meaning
            for row in (entry.rows if rows is None else rows)
            for each in entry.of.cells(row, STATUS)
            if (meaning := self.meaning(STATUS, each))
        ]
        return found[-1] if found else None

    def progress(self, entry: Entry, row: TableRow) -> tuple[str, Meaning | None]:
        """How far the actions of a row have got: by its status, else by its percentage; blank where neither says."""
        status = self.status(entry, [row]) or self.status(entry)
        fills = dict(status.fills) if status else {}
        if PROGRESS_OF_ACTION in fills:
            return fills[PROGRESS_OF_ACTION], status
        shares = [share for each in entry.cells(PERCENT) if (share := _per_cent(each)) is not None]
        if not shares:
            return "", status
        return (_COMPLETE if shares[-1] >= _ALL else _STARTED if shares[-1] > 0 else _NOT_STARTED), status


def _per_cent(cell: TheirCell) -> float | None:
    """A percentage as a number of a hundred: 85 of a cell shown as 85%, of "85%" and of 85."""
    words = cell.text.rstrip("% ")
    try:
        return float(words)
    except ValueError:
        return None


def filled(meaning: Meaning | None, name: str, cells: Found) -> Found:
    """What a meaning puts into a field, said by these cells; blank where it puts nothing."""
    value = dict(meaning.fills).get(name, "") if meaning else ""
    return Found(value, cells.cells if value else ())
