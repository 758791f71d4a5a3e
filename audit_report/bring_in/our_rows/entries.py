"""The rows of a table gathered into entries: a recommendation each, with the rows under it that are its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, utils

from audit_report.bring_in.our_rows.found_values import Found, joined
from audit_report.bring_in.our_rows.mapped_tables import MappedTable, TheirCell
from audit_report.bring_in.the_map.tracker_fields import PROGRESS, Shape, field_name, fields
from audit_report.bring_in.their_tables.find_tables import TableRow
from audit_report.model.records import Action, Recommendation
from audit_report.schema.spacing import match_key

REF, TEXT = field_name(Recommendation, "ref"), field_name(Recommendation, "text")
ACTION = field_name(Action, "text")
_TEXTS = {Shape.TEXT, Shape.NOTES}
_ALIKE, _THE_SAME = 85, 98
"""How like the words are of one recommendation in sheets of different quarters, and in any other two rows."""


@dataclass(slots=True)
class Entry:
    """A recommendation as one table has it: its rows, and the assessment it is of where the table says."""

    of: MappedTable
    rows: list[TableRow]
    assessment: Found = field(default_factory=lambda: Found(""))
    opinion: Found = field(default_factory=lambda: Found(""))
    """The opinion that stands behind the assessment's name, as in "Payroll – Limited Assurance"."""

    def cells(self, name: str) -> Iterator[TheirCell]:
        """Every cell of its rows that goes to a field."""
        for row in self.rows:
            yield from self.of.cells(row, name)

    def value(self, name: str) -> Found:
        """What it says for a field: one value as it is, several as lines."""
        found = [each.found for each in self.cells(name) if each.cell.shown and each.found.cells]
        if len({each.value for each in found}) == 1:
            return Found(found[0].value, tuple(place for each in found for place in each.cells))
        return joined(found)

    def text(self, name: str) -> str:
        """What it says for a field, as words."""
        return "\n".join(dict.fromkeys(each.text for each in self.cells(name) if each.text))


def entries_of(mapped: MappedTable) -> list[Entry]:
    """The entries of a table: a row begins one where it has a ref or words of its own, the rest go with it."""
    entries: list[Entry] = []
    for row in mapped.table.rows:
        if entries and _goes_with(mapped, entries[-1].rows[-1], row):
            entries[-1].rows.append(row)
        else:
            entries.append(Entry(mapped, [row]))
    return entries


def same_recommendations(entries: list[Entry]) -> list[list[Entry]]:
    """The entries in groups of one recommendation: the same ref and like words, of one assessment or none said.

    Rows that repeat a recommendation for each of its actions, and sheets that repeat it each quarter, come together.
    """
    groups: list[list[Entry]] = []
    by_key: dict[str, list[list[Entry]]] = {}
    for entry in entries:
        key = match_key(entry.text(REF) or entry.text(TEXT)) or f"#{id(entry)}"
        known = by_key.setdefault(key, [])
        home = next((group for group in known if _are_same(group, entry)), None)
        if home is None:
            home = []
            known.append(home)
            groups.append(home)
        home.append(entry)
    return groups


def _goes_with(mapped: MappedTable, above: TableRow, row: TableRow) -> bool:
    """Whether a row belongs to the recommendation above it: it has no ref or words, or goes on with those above."""
    if row.under != above.under:
        return False
    anchors = [each for name in (REF, TEXT) for each in mapped.cells(row, name) if each.cell.shown]
    if not anchors:
        return bool(mapped.headers.keys() & {REF, TEXT})
    has_ref = any(each.header in mapped.headers.get(REF, ()) for each in anchors)
    return (
        not has_ref
        and REF in mapped.headers
        and (_is_under_merged_ref(mapped, row) or _is_text_alone(mapped, row))
    )


def _is_under_merged_ref(mapped: MappedTable, row: TableRow) -> bool:
    table = mapped.table
    return any(
        table.grid.is_under_merged(row.number, table.columns[header]) for header in mapped.headers[REF]
    )


def _is_text_alone(mapped: MappedTable, row: TableRow) -> bool:
    """Whether a row holds texts and nothing else, as a cell of several paragraphs leaves when it is pasted."""
    named = {header: name for name, headers in mapped.headers.items() for header in headers}
    shapes = [
        fields()[named[header]].shape
        for header, cell in row.cells.items()
        if cell.shown and named.get(header) in fields()
    ]
    return bool(shapes) and set(shapes) <= _TEXTS and len(row.cells) < len(mapped.table.columns) / 2


def _are_same(group: list[Entry], entry: Entry) -> bool:
    first = group[0]
    names = {match_key(each.assessment.text) for each in (first, entry) if each.assessment.text}
    if len(names) > 1:
        return False
    text, other = first.text(TEXT), entry.text(TEXT)
    if not text or not other:
        return bool(entry.text(REF))
    is_later = first.of.period != entry.of.period and None not in (first.of.period, entry.of.period)
    return fuzz.ratio(text, other, processor=utils.default_process) >= (_ALIKE if is_later else _THE_SAME)


def can_be_brought_in(mapped: MappedTable) -> bool:
    """Whether a table has a column for recommendations, actions or updates on either."""
    return bool(mapped.headers.keys() & {TEXT, ACTION}) or {REF, PROGRESS} <= mapped.headers.keys()
