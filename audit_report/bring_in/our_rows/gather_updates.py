"""The progress updates of a recommendation: dated notes told apart, a quarter's column an update, nothing twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_report.bring_in.our_rows.entries import Entry
from audit_report.bring_in.our_rows.found_values import Found, Left
from audit_report.bring_in.our_rows.mapped_tables import TheirCell
from audit_report.bring_in.the_map.import_map import Options
from audit_report.bring_in.the_map.meanings_of_words import says_nothing
from audit_report.bring_in.the_map.tracker_fields import PROGRESS, field_name
from audit_report.bring_in.their_cells.dated_notes import split_notes
from audit_report.bring_in.their_cells.their_dates import last_day, names_period, period_in
from audit_report.bring_in.their_tables.find_tables import TableRow
from audit_report.model.records import ProgressUpdate
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import match_key

UPDATE_DAY = field_name(ProgressUpdate, "day")


@dataclass(frozen=True, slots=True)
class OurUpdate:
    """An update: its day, blank where nothing says one, its words, and the entry and row that it stands in."""

    day: Found
    text: Found
    entry: Entry
    row: TableRow


@dataclass(slots=True)
class UpdatesFound:
    """Updates, oldest first; the cells that say nothing; and how many have a day that was assumed."""

    updates: list[OurUpdate]
    left: list[Left]
    undated: int


def updates_of(group: Sequence[Entry], options: Options) -> UpdatesFound:
    """The updates in the rows of a recommendation."""
    found: dict[tuple[Raw, str], OurUpdate] = {}
    left: list[Left] = []
    undated = 0
    for entry, row, cell in _cells(group):
        if not cell.text or says_nothing("updates", cell.text):
            if cell.text:
                left.append(Left(cell.place, cell.text, "it says that there is no update"))
            continue
        default = _default_day(entry, row, cell)
        for note in split_notes(cell.text, entry.of.changed):
            day = Found(note.day) if note.day else default
            if day.value is None:
                day = Found(entry.of.day(options.undated_notes))
                undated += day.value is not None
            key = (day.value, match_key(note.text))
            known = found.get(key)
            cells = (*(known.text.cells if known else ()), cell.place)
            found[key] = OurUpdate(day, Found(note.text, cells), entry, row)
    in_order = sorted(found.values(), key=_in_time)
    return UpdatesFound(in_order, left, undated)


def _in_time(update: OurUpdate) -> date:
    day = update.day.value
    return day if isinstance(day, date) else date.max


def _cells(group: Sequence[Entry]) -> Iterator[tuple[Entry, TableRow, TheirCell]]:
    for entry in group:
        for row in entry.rows:
            for cell in entry.of.cells(row, PROGRESS):
                yield entry, row, cell


def _default_day(entry: Entry, row: TableRow, cell: TheirCell) -> Found:
    """The day of a note without one: its column's period, the row's own date of update, or its sheet's period."""
    if names_period(cell.header):
        return Found(_so_far(period_in(cell.header), entry.of.changed))
    for each in entry.of.cells(row, UPDATE_DAY):
        if day := last_day(each.cell.shown):
            return Found(day, (each.place,))
    return Found(_so_far(entry.of.period, entry.of.changed))


def _so_far(end: date | None, changed: date | None) -> date | None:
    """The end of a period; in its last month, the day the file was changed: what is told later is not in it."""
    if end and changed and (end.year, end.month) == (changed.year, changed.month):
        return min(end, changed)
    return end
