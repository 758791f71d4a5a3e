"""Claims on the tracker's cells by the returns, what comes of each, and how those on one cell are decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from audit_report.returns.copies import Copy, Row, key_of, typed_columns
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key


class Outcome(StrEnum):
    """What has come of a cell that a return has changed."""

    TAKEN = "Taken"
    CONFLICT = "Conflict"
    NOT_TAKEN = "Not taken"


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell that a return has changed: what the tracker had there, what the return says, and what came of it."""

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

    def ref(self, row: Row | Mapping[str, str]) -> str:
        """What a row is known by, as it is compared."""
        return match_key(row.says(self.key) if isinstance(row, Row) else row.get(self.key, ""))

    def entry(self, claim: Claim, was: str, outcome: Outcome, why: str = "") -> Entry:
        """What has come of a claim."""
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
                merged.entries.append(self.entry(claim, held, Outcome.TAKEN))
            elif self._decision(claim) is None and chosen is None:
                merged.entries.append(self.entry(claim, held, Outcome.CONFLICT, _why(claims, claim, held)))
            else:
                merged.entries.append(self.entry(claim, held, Outcome.NOT_TAKEN, "it was settled otherwise"))

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


def _why(claims: Sequence[Claim], claim: Claim, held: str) -> str:
    others = sorted({each.copy.name for each in claims if each.said != claim.said})
    if others:
        return f"{', '.join(others)} has another value"
    return "the tracker has changed since it was sent" if claim.sent != held else "it is in use already"
