"""Collecting returns: the tracker with what they changed, and an account of every cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from audit_report.cannot_run import CannotRunError
from audit_report.model.records import LoggedChange, Recommendation
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.returns.claims import Entry, Merged, Outcome, Settled
from audit_report.returns.copies import Copy, read_copy
from audit_report.returns.merge import merge
from audit_report.schema.kinds import Day
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record, header_of
from audit_report.schema.spacing import match_key
from audit_report.workbook_out.carry_over import CarriedOver, NewRows, carry_over


@dataclass(frozen=True, slots=True)
class Collected:
    """The tracker with what the returns changed, and an entry for each cell.

    `unread` are the returns that could not be read, and `remarks` sentences on the others.
    """

    carried: CarriedOver
    entries: Sequence[Entry]
    copies: Sequence[Copy]
    unread: Sequence[str]
    remarks: Sequence[str]

    @property
    def conflicts(self) -> int:
        """How many cells await a decision."""
        contested = (each for each in self.entries if each.outcome is Outcome.CONFLICT)
        return len({(each.sheet, match_key(each.ref), each.header) for each in contested})


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
            copies.append(replace(copy, file=replace(copy.file, sheets={}, others={})))
    merged = merge(own, copies, settled)
    entries = sorted(merged.entries, key=_place)
    carried = carry_over(own.file, _new_rows(own, merged, entries))
    remarks = [remark for copy in copies for remark in _remarks(own, copy)]
    return Collected(carried, entries, copies, sorted(unread), sorted(remarks))


def _is_anothers(tracker: Copy, copy: Copy) -> str:
    """Why a return is not one of this tracker; nothing where it may be."""
    refs = [{row.says("ref") for row in each.rows.get(Recommendation, ())} - {""} for each in (tracker, copy)]
    if refs[0] and refs[1] and {match_key(ref) for ref in refs[0]}.isdisjoint(map(match_key, refs[1])):
        return "it has none of this tracker's recommendations: is it another register's?"
    return ""


def _remarks(tracker: Copy, copy: Copy) -> Iterator[str]:
    """What is to be said of a return beside its cells: it is of another round, or has macros."""
    ours, theirs = _data_as_at(tracker), _data_as_at(copy)
    if ours and theirs and ours != theirs:
        yield (
            f"{copy.name}: it is of another round: its Data as at is {theirs}, and the tracker's {ours}. What it "
            "changed counts all the same."
        )
    if copy.macros:
        yield f"{copy.name}: it holds macros, which no tracker of ours has. They were neither run nor taken."


def _data_as_at(copy: Copy) -> str:
    """Data as at as a workbook has it; as ISO where it is a day."""
    item = match_key(header_of(ReportDetails, "data_as_at"))
    rows = copy.rows.get(DetailRow, ())
    raw = next((row.values.get("value") for row in rows if match_key(row.says("item")) == item), None)
    day = Day().read(raw) if raw else None
    return day.isoformat() if isinstance(day, date) else ""


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
