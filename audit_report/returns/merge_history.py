"""The merge of a sheet of history: rows are added and never changed, but for their approval."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from audit_report.model.records import DateChange, ProgressUpdate
from audit_report.returns.claims import Claim, Entry, Merged, Outcome, SheetMerge, sent_rows
from audit_report.returns.copies import Copy, Row
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import match_key

APPROVAL = ("approved_by", "approved")
"""The cells of a row of history that may be filled in later: that is how a director approves."""

_DAYS = {DateChange: "new_due", ProgressUpdate: "day"}
_WORDS = {DateChange: "reason", ProgressUpdate: "progress"}


class _New(NamedTuple):
    """A row that a return has added, and what the tracker has got since it was sent."""

    copy: Copy
    row: Row
    since: Sequence[Mapping[str, str]]


class HistoryMerge(SheetMerge):
    """Date changes and progress updates, which have no refs: one is known by what it was sent as."""

    def merge_into(self, merged: Merged) -> None:
        """Put what is taken, and an entry for every cell that is not as it was sent, into `merged`."""
        here = [row.said for row in self.now]
        approvals: dict[int, dict[str, list[Claim]]] = {}
        new: list[_New] = []
        for copy in self.returns:
            merged.entries.extend(self.what_is_gone(copy))
            sent = sent_rows(self.record, copy, self.tracker)
            rows = copy.rows.get(self.record, ())
            was = self._pairs([row.said for row in rows], sent)
            to_here = self._pairs(sent, here)
            old = set(to_here.values())
            since = [row for at, row in enumerate(here) if at not in old]
            for at, row in enumerate(rows):
                before = sent[was[at]] if at in was else {}
                if at in was and was[at] in to_here:
                    place = to_here[was[at]]
                    claims = self._claims(copy, row, before, self.now[place], merged)
                    for claim in claims:
                        approvals.setdefault(place, {}).setdefault(claim.name, []).append(claim)
                elif row.said != before:
                    new.append(_New(copy, row, since))
            gone = [row for at, row in enumerate(sent) if at not in was.values() and at in to_here]
            if rows:
                merged.entries.extend(self._missing(copy, gone))
        for place in sorted(approvals):
            taken: dict[str, Raw] = {}
            for of_cell in approvals[place].values():
                self.settle(of_cell, self.now[place], merged, taken)
            if taken:
                merged.changed.setdefault(self.record, {})[self.now[place].at] = taken
        self._add(new, here, merged)

    def _claims(
        self, copy: Copy, row: Row, before: Mapping[str, str], now: Row, merged: Merged
    ) -> Iterator[Claim]:
        """The approvals put into a row of history; whatever else is not as it was sent is told."""
        for name in self.names if row.said != before else ():
            claim = Claim(copy, row, name, before.get(name, ""))
            if claim.said == claim.sent or not self.is_there(copy, name):
                continue
            if self.is_old(copy, self.ref(row), name, claim.said):
                continue
            if name in APPROVAL and not claim.sent:
                yield claim
            elif claim.said != now.says(name):
                why = "rows sent are history: they are added to, not changed"
                merged.entries.append(self.entry(claim, claim.sent, Outcome.NOT_TAKEN, why, now))

    def _add(self, new: Sequence[_New], here: Sequence[Mapping[str, str]], merged: Merged) -> None:
        """The new rows, each once; one that the tracker has got in other words since it was sent is a conflict."""
        added: list[Mapping[str, str]] = []
        for copy, row, since in sorted(new, key=lambda each: sorted(each.row.said.items())):
            if row.said in here:
                continue
            if row.said in added:
                entries = self.whole_row(copy, row, Outcome.TAKEN, "another return has the same row")
                merged.entries.extend(entries)
            elif any(self._is_of_same_day(each, row.said) for each in since) and not self._is_chosen(row):
                why = "the tracker has got another row of that day since"
                merged.entries.extend(self.whole_row(copy, row, Outcome.CONFLICT, why))
            else:
                added.append(row.said)
                merged.added.setdefault(self.record, []).append(dict(row.values))
                merged.entries.extend(self.whole_row(copy, row, Outcome.TAKEN, ""))

    def _is_chosen(self, row: Row) -> bool:
        ref = match_key(row.says(self.key))
        return any(
            self.settled.get((self.record.sheet, ref, self.headers[name], row.says(name)))
            for name in self.names
        )

    def _is_of_same_day(self, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
        day = _DAYS[self.record]
        return self.ref(one) == self.ref(other) and one.get(day, "") == other.get(day, "")

    def _missing(self, copy: Copy, rows: Iterable[Mapping[str, str]]) -> Iterator[Entry]:
        for row in rows:
            day = row.get(_DAYS[self.record], "")
            if not self.is_added_since(copy, self.ref(row), day):
                yield self.gone(copy, row.get(self.key, ""), day)

    def _pairs(self, rows: Sequence[Mapping[str, str]], of: Sequence[Mapping[str, str]]) -> dict[int, int]:
        """The places of rows found again, each once: the very same first, then by ref and day, by ref and words."""
        found: dict[int, int] = {}
        if list(rows) == list(of):
            return {at: at for at in range(len(of))}
        left = dict.fromkeys(range(len(of)))
        day, words = _DAYS[self.record], _WORDS[self.record]
        for names in (self.names, (self.key, day), (self.key, words), (day, words)):
            places: dict[tuple[str, ...], list[int]] = {}
            for at in reversed(left):
                places.setdefault(_by(of[at], names), []).append(at)
            for at, row in enumerate(rows):
                if at not in found and (same := places.get(_by(row, names))) and self._is_known(row, names):
                    found[at] = same.pop()
                    left.pop(found[at])
        return found

    def _is_known(self, row: Mapping[str, str], names: Sequence[str]) -> bool:
        """Whether a row can be known by these cells: by its day and words alone only where it has both."""
        said = [bool(row.get(name)) for name in names]
        return any(said) if self.key in names else all(said)


def _by(row: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(match_key(row.get(name, "")) for name in names)
