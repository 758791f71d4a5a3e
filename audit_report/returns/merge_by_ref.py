"""The merge of a sheet whose rows are known by their refs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from audit_report.returns.claims import Claim, Entry, Merged, Outcome, SheetMerge, sent_rows
from audit_report.returns.copies import Copy, Row
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import match_key

_Claims = dict[str, dict[str, list[Claim]]]
"""The claims by the row's ref and the cell's attribute."""


class RefMerge(SheetMerge):
    """Recommendations, actions and whatever else has a ref or a name of its own."""

    def merge_into(self, merged: Merged) -> None:
        """Put what is taken, and an entry for every cell that is not as it was sent, into `merged`."""
        here = {self.ref(row): row for row in reversed(self.now) if self.ref(row)}
        claims: _Claims = {}
        for copy in self.returns:
            merged.entries.extend(self.what_is_gone(copy))
            merged.entries.extend(self._of_return(copy, claims))
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

    def _of_return(self, copy: Copy, claims: _Claims) -> Iterator[Entry]:
        """Put a return's claims into `claims`; an entry for whatever of it can be none."""
        sent = {self.ref(row): row for row in sent_rows(self.record, copy, self.tracker)}
        rows = copy.rows.get(self.record, ())
        renamed = self._renamed(rows, sent)
        found: set[str] = set()
        for row in rows:
            ref = renamed.get(self.ref(row), self.ref(row))
            if not ref or ref in found:
                why = "the row has no ref" if not ref else "the ref is used twice in it"
                yield from self.whole_row(copy, row, Outcome.NOT_TAKEN, why)
                continue
            found.add(ref)
            before = sent.get(ref, {})
            for claim in self._claims(copy, row, ref, before):
                if claim.name == self.key and before:
                    yield self.entry(claim, claim.sent, Outcome.NOT_TAKEN, _REF_CHANGED)
                else:
                    claims.setdefault(ref, {}).setdefault(claim.name, []).append(claim)
        if rows:
            yield from self._missing(copy, set(sent) - found - {""})

    def _claims(self, copy: Copy, row: Row, ref: str, before: Mapping[str, str]) -> Iterator[Claim]:
        """The cells of a row that are not as they were sent; a ref spelt otherwise is the same."""
        if row.said == before:
            return
        for name in self.names:
            claim = Claim(copy, row, name, before.get(name, ""))
            if claim.said == claim.sent or not self.is_there(copy, name):
                continue
            is_same_ref = before and name == self.key and match_key(claim.said) == ref
            if not is_same_ref and not self.is_old(copy, ref, name, claim.said):
                yield claim

    def _renamed(self, rows: Sequence[Row], sent: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """The refs that somebody has changed in a return, with those that their rows were sent under.

        Such a row has the words, or where it has none all else, of exactly one that is missing.
        """
        refs = {self.ref(row) for row in rows}
        gone = {ref: self._words(row) for ref, row in sent.items() if ref not in refs}
        found: dict[str, str] = {}
        for row in rows if gone else ():
            same = [ref for ref, said in gone.items() if said and said == self._words(row.said)]
            if self.ref(row) and self.ref(row) not in sent and len(same) == 1:
                found[self.ref(row)] = same[0]
        return found

    def _words(self, row: Mapping[str, str]) -> object:
        return row.get("text") or {name: said for name, said in row.items() if name != self.key}

    def _missing(self, copy: Copy, refs: Iterable[str]) -> Iterator[Entry]:
        here = {self.ref(row): row.says(self.key) for row in self.now}
        for ref in sorted(refs):
            if ref in here and not self.is_added_since(copy, ref, here[ref]):
                yield self.gone(copy, here[ref], here[ref])


_REF_CHANGED = "a ref that was sent is never changed; the rest of the row counts under the old one"
