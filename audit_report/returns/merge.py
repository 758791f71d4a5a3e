"""The three-way merge: what was sent, what the tracker holds now, what each return holds.

Pure: rows in, rows and entries out; see docs/design.md, "Returns".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit_report.returns.claims import Entry, Merged, Outcome, Settled
from audit_report.returns.copies import HISTORY, KNOWN_BY_REF, Copy
from audit_report.returns.merge_by_ref import RefMerge
from audit_report.returns.merge_history import HistoryMerge
from audit_report.returns.never_taken import never_taken


def merge(tracker: Copy, returns: Sequence[Copy], settled: Settled | None = None) -> Merged:
    """What the returns change in the tracker, whatever their order."""
    ordered = sorted(returns, key=lambda each: (each.name, each.file.sha256))
    counting, superseded = _latest(ordered)
    merged = _merged(tracker, counting, settled or {})
    for earlier, later in superseded:
        merged.entries.extend(_left_out(_merged(tracker, [earlier], {}), merged, later))
    merged.entries.extend(never_taken(tracker, ordered))
    return merged


def _merged(tracker: Copy, returns: Sequence[Copy], settled: Settled) -> Merged:
    merged = Merged()
    for record in KNOWN_BY_REF:
        RefMerge(record, tracker, returns, settled).merge_into(merged)
    for record in HISTORY:
        HistoryMerge(record, tracker, returns, settled).merge_into(merged)
    return merged


def _latest(returns: Sequence[Copy]) -> tuple[list[Copy], list[tuple[Copy, Copy]]]:
    """The returns that count, and each earlier one of a person with the later one that counts in its place."""
    latest: dict[tuple[str, str], Copy] = {}
    for copy in returns:
        if copy.sent:
            place = (copy.sent.tracker, copy.person)
            rival = latest.get(place)
            if rival is None or (copy.modified, copy.file.sha256) > (rival.modified, rival.file.sha256):
                latest[place] = copy
    counting, superseded = [], []
    for copy in returns:
        later = latest[copy.sent.tracker, copy.person] if copy.sent else copy
        if later is copy:
            counting.append(copy)
        else:
            superseded.append((copy, later))
    return counting, superseded


def _left_out(alone: Merged, merged: Merged, later: Copy) -> Iterator[Entry]:
    """The cells of an earlier return that are not in the tracker by the later one."""
    in_it = {(each.sheet, each.ref, each.header, each.now) for each in merged.entries}
    why = f"{later.name} was saved later by the same person"
    for each in alone.entries:
        if (each.sheet, each.ref, each.header, each.now) not in in_it:
            yield replace(each, outcome=Outcome.NOT_TAKEN, why=why)
