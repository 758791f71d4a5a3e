"""The merge of a sheet whose rows are known by their refs."""

from collections.abc import Iterable, Iterator, Mapping

from audit_report.returns.claims import Claim, Entry, Merged, Outcome, SheetMerge, sent_rows
from audit_report.returns.copies import Copy, Row
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import match_key


class RefMerge(SheetMerge):
    """Recommendations, actions and whatever else has a ref or a name of its own."""

    def merge_into(self, merged: Merged) -> None:
        """Put what is taken, and an entry for every cell that is not as it was sent, into `merged`."""
        here = {self.ref(row): row for row in reversed(self.now) if self.ref(row)}
        claims: dict[str, dict[str, list[Claim]]] = {}
        for copy in self.returns:
            sent = {self.ref(row): row for row in sent_rows(self.record, copy, self.tracker)}
            found: set[str] = set()
            for row in copy.rows.get(self.record, ()):
                ref = self.ref(row)
                if not ref or ref in found:
                    why = "the row has no ref" if not ref else "the ref is used twice in it"
                    merged.entries.extend(self.whole_row(copy, row, Outcome.NOT_TAKEN, why))
                    continue
                found.add(ref)
                before = sent.get(ref, {})
                for name in self.names:
                    if row.says(name) != before.get(name, "") and not _same_ref(name, self.key, row, before):
                        claim = Claim(copy, row, name, before.get(name, ""))
                        claims.setdefault(ref, {}).setdefault(name, []).append(claim)
            merged.entries.extend(self._missing(copy, set(sent) - found - {""}))
        for ref in sorted(claims):
            taken: dict[str, Raw] = {}
            for of_cell in claims[ref].values():
                self.settle(of_cell, here.get(ref), merged, taken)
            if not taken:
                continue
            if present := here.get(ref):
                merged.changed.setdefault(self.record, {})[present.at] = taken
            else:
                merged.added.setdefault(self.record, []).append(taken)

    def _missing(self, copy: Copy, refs: Iterable[str]) -> Iterator[Entry]:
        here = {self.ref(row): row.says(self.key) for row in self.now}
        for ref in sorted(refs):
            if ref in here:
                yield Entry(
                    copy.name, copy.person, self.record.sheet, here[ref], self.headers[self.key], here[ref], "",
                    Outcome.NOT_TAKEN, "", "the row is missing in it; the tracker keeps it",
                )  # fmt: skip


def _same_ref(name: str, key: str, row: Row, before: Mapping[str, str]) -> bool:
    """Whether a cell is the row's ref, spelt otherwise."""
    return name == key and match_key(row.says(name)) == match_key(before.get(name, ""))
