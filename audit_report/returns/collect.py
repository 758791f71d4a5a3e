"""Collecting returns: the tracker with what they changed, and an account of every cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit_report.cannot_run import CannotRunError
from audit_report.model.records import LoggedChange, Recommendation
from audit_report.returns.claims import Entry, Merged, Outcome, Settled
from audit_report.returns.copies import Copy, read_copy
from audit_report.returns.merge import merge
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key
from audit_report.workbook_out.carry_over import CarriedOver, NewRows, carry_over


@dataclass(frozen=True, slots=True)
class Collected:
    """The tracker with what the returns changed, an entry for each cell, and the returns that could not be read."""

    carried: CarriedOver
    entries: Sequence[Entry]
    copies: Sequence[Copy]
    unread: Sequence[str]

    @property
    def conflicts(self) -> int:
        """How many cells await a decision."""
        return sum(entry.outcome is Outcome.CONFLICT for entry in self.entries)


def collect(tracker: Path, returns: Sequence[Path], settled: Settled | None = None) -> Collected:
    """The tracker with what the returns changed, whatever their order.

    A return that cannot be read, or is another register's, is told and the rest collected. Raises
    UnreadableWorkbookError or NotATrackerError where the tracker itself cannot be read.
    """
    own = read_copy(tracker)
    copies, unread = [], []
    for path in returns:
        try:
            copy = read_copy(path)
        except CannotRunError as reason:
            unread.append(str(reason))
            continue
        if why := _is_anothers(own, copy):
            unread.append(f"{path}: {why}")
        else:
            copies.append(copy)
    merged = merge(own, copies, settled)
    entries = sorted(merged.entries, key=_place)
    carried = carry_over(own.file, _new_rows(own, merged, entries))
    return Collected(carried, entries, copies, sorted(unread))


def _is_anothers(tracker: Copy, copy: Copy) -> str:
    """Why a return is not one of this tracker; nothing where it may be."""
    refs = [{row.says("ref") for row in each.rows.get(Recommendation, ())} - {""} for each in (tracker, copy)]
    if refs[0] and refs[1] and {match_key(ref) for ref in refs[0]}.isdisjoint(map(match_key, refs[1])):
        return "it has none of this tracker's recommendations: is it another register's?"
    return ""


def _place(entry: Entry) -> tuple[str, ...]:
    return (entry.sheet, entry.ref, entry.header, entry.copy, entry.cell, entry.now)


def _new_rows(tracker: Copy, merged: Merged, entries: Sequence[Entry]) -> Mapping[type[Record], NewRows]:
    """What is otherwise in each sheet of the tracker, and the rows of the log that it does not have yet.

    A row that is missing in a return is no cell, and is only told.
    """
    records = {*merged.changed, *merged.added}
    new = {
        record: NewRows(merged.added.get(record, []), changed=merged.changed.get(record, {}))
        for record in records
    }
    logged = [row.said for row in tracker.rows.get(LoggedChange, ())]
    names = [column.name for column in LoggedChange.columns]
    rows: list[dict[str, Raw]] = []
    for entry in (each for each in entries if each.cell):
        row = {name: text for name, text in zip(names, _logged(entry), strict=True) if text}
        said = {name: " ".join(text.split()) for name, text in row.items()}
        if said not in logged:
            logged.append(said)
            rows.append(dict(row))
    return {**new, LoggedChange: NewRows(rows)}


def _logged(entry: Entry) -> tuple[str, ...]:
    of = (entry.copy, entry.person, entry.sheet, entry.ref, entry.header, entry.was, entry.now)
    return (*of, str(entry.outcome))
