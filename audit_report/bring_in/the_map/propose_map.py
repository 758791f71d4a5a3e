"""The map proposed for tables nobody has mapped yet: a field for each column, a meaning for each word."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from audit_report.bring_in.the_map.assessment_names import names_an_assessment
from audit_report.bring_in.the_map.import_map import (
    DIRECTORATE,
    OWN_DAY,
    SHEET,
    SOURCE,
    TITLE,
    Design,
    ImportMap,
    Options,
    header_key,
)
from audit_report.bring_in.the_map.meanings_of_words import PRIORITY, propose_meanings
from audit_report.bring_in.the_map.parted_cells import part_of
from audit_report.bring_in.the_map.priority_levels import propose_levels
from audit_report.bring_in.the_map.propose_columns import ColumnProposal, propose_columns
from audit_report.bring_in.the_map.tracker_fields import (
    NOWHERE,
    Shape,
    field_name,
    fields,
    fields_in,
    likenesses,
)
from audit_report.bring_in.the_map.value_shapes import ColumnValues, column_values
from audit_report.bring_in.their_cells.plain_text import plain_text
from audit_report.bring_in.their_file.grids import GridCell
from audit_report.bring_in.their_tables.find_tables import Table
from audit_report.model.records import Assessment, Recommendation

WordCounts = Mapping[str, Mapping[str, int]]
"""How often each word of each list is there, by field."""

_SOURCE_COLUMN = field_name(Recommendation, "source_assessment")
_DIRECTORATE_COLUMN = field_name(Recommendation, "directorate")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A map proposed, and what it rests on: what is known of each column of each design, and the words' counts."""

    map: ImportMap
    columns: tuple[tuple[ColumnProposal, ...], ...]
    counts: WordCounts


def propose_map(tables: Sequence[Table], *, own_day: bool) -> Proposal:
    """A map for tables; where a file does not say its own day, that is left for a person to say."""
    designs, columns = [], []
    for alike in _designs(tables):
        proposals = propose_columns({name: _values(alike, name) for name in _headers(alike)})
        designs.append(_design(alike, proposals))
        columns.append(tuple(proposals))
    counts = word_counts(tables, ImportMap(tuple(designs), {}))
    levels, words = propose_words(counts)
    day = OWN_DAY if own_day else ""
    options = Options(day, day, day, completed_without_a_date=day)
    return Proposal(ImportMap(tuple(designs), words, options, levels), tuple(columns), counts)


def propose_words(counts: WordCounts) -> tuple[tuple[str, ...], dict[str, dict[str, str]]]:
    """The levels of priority that the words make, and a meaning for each word of each list."""
    levels, priorities = propose_levels(counts.get(PRIORITY, {})) if PRIORITY in counts else ((), {})
    words = {
        field: propose_meanings(field, of_field) for field, of_field in counts.items() if field != PRIORITY
    }
    return levels, (words | {PRIORITY: priorities} if PRIORITY in counts else words)


def word_counts(tables: Iterable[Table], found: ImportMap) -> dict[str, Counter[str]]:
    """The words of each column that is a list of them, under the field it goes to; a colour alone is its name."""
    counts: dict[str, Counter[str]] = {}
    for table in tables:
        design = found.design_of(table.columns)
        for header in table.columns if design else ():
            names = (found.field_of(design, header) if design else None) or NOWHERE
            for name in fields_in(names):
                if name in fields() and fields()[name].shape is Shape.WORDS:
                    cells = (row.cells.get(header) for row in table.rows)
                    words = (word_in(part_of(cell, name, names)) for cell in cells if cell)
                    counts.setdefault(name, Counter()).update(word for word in words if word)
    return counts


def word_in(cell: GridCell | None) -> str:
    """The word of a list that a cell holds, or else the name of the colour it shows alone."""
    if cell is None or not cell.is_calculated:
        return ""
    return " ".join(plain_text(cell.shown).split()) or ("" if cell.struck else cell.colour)


def _designs(tables: Iterable[Table]) -> list[list[Table]]:
    """The tables in groups: those whose headers are all among another's are of its design."""
    groups: list[list[Table]] = []
    for table in sorted(tables, key=lambda each: -len(each.columns)):
        keys = set(map(header_key, table.columns))
        home = next((group for group in groups if keys <= set(map(header_key, group[0].columns))), None)
        if home is None:
            groups.append([table])
        else:
            home.append(table)
    return groups


def _headers(tables: Sequence[Table]) -> list[str]:
    return list(tables[0].columns)


def _values(tables: Sequence[Table], name: str) -> ColumnValues:
    key = header_key(name)
    cells = [
        cell
        for table in tables
        for row in table.rows
        for header, cell in row.cells.items()
        if header_key(header) == key
    ]
    return column_values(cells, sum(len(table.rows) for table in tables))


def _design(tables: Sequence[Table], proposals: Sequence[ColumnProposal]) -> Design:
    columns = {each.header: each.field for each in proposals}
    taken = {name for names in columns.values() for name in fields_in(names)}
    headings = _heading_kinds(tables, taken)
    above: dict[str, str] = {}
    for fact in (fact for table in tables for fact in table.facts):
        above.setdefault(fact.label, _fact_field(fact.label))
    has_source = _SOURCE_COLUMN in taken or SOURCE in headings
    return Design(
        tuple(table.span for table in tables),
        columns,
        above,
        headings,
        NOWHERE if has_source else _where_named(tables),
    )


def _heading_kinds(tables: Sequence[Table], taken: set[str]) -> tuple[str, ...]:
    """What the headings in a table are: its assessments, unless a column of the table names those."""
    depth = max((len(row.under) for table in tables for row in table.rows), default=0)
    inner = DIRECTORATE if _SOURCE_COLUMN in taken else SOURCE
    outer = DIRECTORATE if inner is SOURCE and _DIRECTORATE_COLUMN not in taken else NOWHERE
    return ((outer, inner) if depth > 1 else (inner,))[: depth or 1] if depth else ()


def _where_named(tables: Sequence[Table]) -> str:
    """Where tables name the assessment they are of, if anywhere: in their titles, else in their sheets' names."""
    titled = sum(any(names_an_assessment(title.text) for title in table.titles) for table in tables)
    named = sum(names_an_assessment(table.grid.sheet) for table in tables)
    if 2 * titled > len(tables):
        return TITLE
    return SHEET if 2 * named > len(tables) else NOWHERE


def _fact_field(label: str) -> str:
    """The field of an assessment that a label above a table is likest."""
    found = {
        name: likeness
        for name, likeness in likenesses(label).items()
        if fields()[name].record is Assessment or name in (_SOURCE_COLUMN, _DIRECTORATE_COLUMN)
    }
    return max(found, key=lambda name: found[name], default=NOWHERE)
