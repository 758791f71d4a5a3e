"""Claims on the tracker's cells by the returns, what comes of each, and how those on one cell are decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from audit_report.model.records import LoggedChange
from audit_report.returns.copies import Copy, Row, key_of, typed_columns
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record, columns_of
from audit_report.schema.spacing import match_key


class Outcome(StrEnum):
    """What has come of a cell that a return has changed."""

    TAKEN = "Taken"
    CONFLICT = "Conflict"
    NOT_TAKEN = "Not taken"


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell that a return has changed: what the tracker had there, what the return says, and what came of it.

    `cell` is the return's, `here` the tracker's, where it has one.
    """

    copy: str
    person: str
    sheet: str
    ref: str
    header: str
    was: str
    now: str
    outcome: Outcome
    cell: str
    why: str = ""
    here: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A cell of a return that is not as it was sent."""

    copy: Copy
    row: Row
    name: str
    sent: str

    @property
    def said(self) -> str:
        """What it says now."""
        return self.row.says(self.name)

    @property
    def raw(self) -> Raw:
        """What it holds."""
        return self.row.values.get(self.name, "")


@dataclass(frozen=True, slots=True)
class Merged:
    """What the tracker takes over: cells by the row they stand in (0-based), and rows; and an entry for each cell."""

    changed: dict[type[Record], dict[int, dict[str, Raw]]] = field(default_factory=dict)
    added: dict[type[Record], list[dict[str, Raw]]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


Settled = Mapping[tuple[str, str, str, str], bool]
"""What a person has decided of conflicts: by sheet, ref, header and what the return says, whether it is to be taken."""


def sent_rows(record: type[Record], copy: Copy, tracker: Copy) -> list[Mapping[str, str]]:
    """The rows of a sheet that a return was sent with; a copy that does not know is compared with the tracker."""
    if copy.sent:
        return list(copy.sent.rows.get(record.sheet, ()))
    return [row.said for row in tracker.rows.get(record, ())]


class SheetMerge:
    """The merge of one sheet: what those whose rows have refs and those that hold history share."""

    def __init__(
        self, record: type[Record], tracker: Copy, returns: Sequence[Copy], settled: Settled
    ) -> None:
        self.record, self.tracker, self.returns, self.settled = record, tracker, returns, settled
        self.names = [column.name for column in typed_columns(record)]
        self.headers = {column.name: column.header for column in record.columns}
        self.key = key_of(record)
        self.now = tracker.rows.get(record, ())
        self._log = [row for row in tracker.rows.get(LoggedChange, ()) if _is_taken(row, record)]

    def ref(self, row: Row | Mapping[str, str]) -> str:
        """What a row is known by, as it is compared."""
        return match_key(row.says(self.key) if isinstance(row, Row) else row.get(self.key, ""))

    def is_there(self, copy: Copy, name: str) -> bool:
        """Whether a return still has a column."""
        return name in copy.letters.get(self.record, {})

    def is_old(self, copy: Copy, ref: str, name: str, text: str) -> bool:
        """Whether a whole copy says what the tracker said before `collect` took something else: it is only older."""
        header = self.headers[name]
        return not copy.sent and any(
            match_key(row.says("ref")) == ref and row.says("header") == header and row.says("was") == text
            for row in self._log
        )

    def is_added_since(self, copy: Copy, ref: str, words: str) -> bool:
        """Whether a row that a whole copy lacks is one that `collect` has added, by its ref and one of its cells."""
        return not copy.sent and any(
            match_key(row.says("ref")) == ref and row.says("now") == words and not row.says("was")
            for row in self._log
        )

    def gone(self, copy: Copy, ref: str, words: str) -> Entry:
        """An entry for a row that a return does not have."""
        why = _MISSING if copy.sent else _MISSING_IN_A_WHOLE_COPY
        return self.about(copy, ref, self.headers[self.key], words, why)

    def about(self, copy: Copy, ref: str, header: str, words: str, why: str) -> Entry:
        """An entry for what a return lacks, which has no cell."""
        return Entry(
            copy.name, copy.person, self.record.sheet, ref, header, words, "", Outcome.NOT_TAKEN, "", why
        )

    def what_is_gone(self, copy: Copy) -> Iterator[Entry]:
        """An entry for the sheet, or for each column, that a return does not have any more."""
        if self.record not in copy.letters:
            if self.now and sent_rows(self.record, copy, self.tracker):
                yield self.about(
                    copy, "", "", "", "the sheet or its headers are missing in it; the tracker's stays"
                )
            return
        of_its_version = {column.name for column in columns_of(self.record, copy.version)}
        why = "the column is missing in it; the tracker's stays"
        for name in self.tracker.letters.get(self.record, {}):
            if name in self.names and name in of_its_version and not self.is_there(copy, name):
                yield self.about(copy, "", self.headers[name], "", why)

    def entry(self, claim: Claim, was: str, outcome: Outcome, why: str = "", now: Row | None = None) -> Entry:
        """What has come of a claim; `now` is the tracker's row, where it has one."""
        return Entry(
            claim.copy.name,
            claim.copy.person,
            self.record.sheet,
            claim.row.says(self.key),
            self.headers[claim.name],
            was,
            claim.said,
            outcome,
            claim.copy.cell(self.record, claim.row, claim.name),
            why,
            self.tracker.cell(self.record, now, claim.name) if now else "",
        )

    def whole_row(self, copy: Copy, row: Row, outcome: Outcome, why: str) -> Iterator[Entry]:
        """An entry for each cell of a row."""
        for name in self.names:
            if row.says(name):
                yield self.entry(Claim(copy, row, name, ""), "", outcome, why)

    def settle(self, claims: Sequence[Claim], now: Row | None, merged: Merged, taken: dict[str, Raw]) -> None:
        """Decide of the claims on one cell of the tracker; what is taken goes into `taken`, by attribute."""
        name = claims[0].name
        held = now.says(name) if now else ""
        chosen = self._chosen(claims, held)
        for claim in claims:
            if claim.said == held:
                continue
            if chosen is not None and claim.said == chosen.said:
                taken[name] = chosen.raw
                merged.entries.append(self.entry(claim, held, Outcome.TAKEN, now=now))
            elif self._decision(claim) is None and chosen is None:
                merged.entries.append(
                    self.entry(claim, held, Outcome.CONFLICT, _why(claims, claim, held), now)
                )
            else:
                merged.entries.append(
                    self.entry(claim, held, Outcome.NOT_TAKEN, "it was settled otherwise", now)
                )

    def _chosen(self, claims: Sequence[Claim], held: str) -> Claim | None:
        """The claim that stands: the one nobody contests, or the one that a person has chosen."""
        for claim in claims:
            if self._decision(claim):
                return claim
        contested = {claim.said for claim in claims}
        if len(contested) == 1 and all(claim.sent == held for claim in claims):
            return claims[0]
        return None

    def _decision(self, claim: Claim) -> bool | None:
        place = (self.record.sheet, match_key(claim.row.says(self.key)), self.headers[claim.name], claim.said)
        return self.settled.get(place)


_MISSING = "the row is missing in it; the tracker keeps it"
_MISSING_IN_A_WHOLE_COPY = "the row is not in this copy, or was added since it was made; the tracker keeps it"


def _is_taken(row: Row, record: type[Record]) -> bool:
    return row.says("in_sheet") == record.sheet and row.says("outcome") == Outcome.TAKEN


def _why(claims: Sequence[Claim], claim: Claim, held: str) -> str:
    others = sorted({each.copy.name for each in claims if each.said != claim.said})
    if others:
        return f"{', '.join(others)} has another value"
    return "the tracker has changed since it was sent" if claim.sent != held else "it is in use already"
