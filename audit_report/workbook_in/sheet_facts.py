"""A second look at the file itself, for what the reader of values does not tell.

Error values, formulas that no program has worked out, bold and linked text, merged cells, and where the tables stand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from audit_report.ooxml.bounded_zip import Archive, Relation, relation_id
from audit_report.schema.raw_values import Merged, Raw, RichCell
from audit_report.workbook_in.cell_scan import Position, corners, special_cells

__all__ = ["SheetFacts", "TableFacts", "corners", "sheet_facts", "sheet_parts"]

_MERGED = re.compile(rb'<mergeCell [^>]*?ref="([^"]*)"')
_LINK = re.compile(rb"<hyperlink [^>]*>")
_LARGEST_MERGE, _MOST_MERGED = 100_000, 200_000


@dataclass(slots=True)
class SheetFacts:
    """What one sheet's XML says, 0-based: special cells and links by column then row, formulas as (row, column).

    `merged` and `comments` are addresses: A4:B5, and the cell of each comment or note.
    """

    special: dict[int, dict[int, Raw]] = field(default_factory=dict)
    links: dict[int, dict[int, str]] = field(default_factory=dict)
    formulas: set[Position] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    tables: list["TableFacts"] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def put(self, at: Position, cell: Raw) -> None:
        """Keep what a cell really holds."""
        self.special.setdefault(at[1], {})[at[0]] = cell


@dataclass(frozen=True, slots=True)
class TableFacts:
    """An Excel table: its header's row and columns, and the row of its totals if it has them (0-based)."""

    name: str
    header_row: int
    totals_row: int | None


def book_part(archive: Archive) -> str:
    """The part that lists the sheets; blank where the file has none."""
    return next((target for kind, target in archive.relations("").values() if kind == "officeDocument"), "")


def sheet_parts(archive: Archive, book: str) -> dict[str, str]:
    """The worksheets of the workbook in its order: name to the part that holds it."""
    targets = archive.relations(book)
    found = {}
    for sheet in archive.parsed(book).iter("{*}sheet"):
        kind, target = targets.get(relation_id(sheet), Relation("", ""))
        if kind == "worksheet" and target in archive:
            found[str(sheet.get("name"))] = target
    return found


def sheet_facts(
    archive: Archive, part: str, xml: bytes, rich: Mapping[bytes, RichCell], *, ordinary: bool = False
) -> SheetFacts:
    """The facts of a sheet, its part given by name and in plain XML, and whether its cells are all `ordinary`."""
    facts = SheetFacts()
    for found in special_cells(xml, rich, ordinary=ordinary):
        if found.has_formula:
            facts.formulas.add(found.at)
        if found.held is not None:
            facts.put(found.at, found.held)
    tail = xml[xml.rfind(b"</sheetData>") :]
    for merge in _MERGED.finditer(tail):
        _merge(merge[1].decode(), facts)
    relations = archive.relations(part)
    for element in _LINK.findall(tail):
        _link(element, relations, facts)
    _relation_facts(archive, relations, facts)
    return facts


def _merge(ref: str, facts: SheetFacts) -> None:
    (top, left), (bottom, right) = corners(ref)
    facts.merged.append(ref)
    hidden = sum(map(len, facts.special.values())) if len(facts.merged) % 100 == 0 else 0
    if (bottom - top + 1) * (right - left + 1) > _LARGEST_MERGE or hidden > _MOST_MERGED:
        return
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                facts.put((row, column), Merged())


def _link(element: bytes, relations: Mapping[str, Relation], facts: SheetFacts) -> None:
    """Keep a whole cell's link to an address outside the workbook."""
    names = dict(re.findall(rb'\s([\w:]+)="([^"]*)"', element))
    address = relations.get(names.get(b"r:id", b"").decode(), Relation("", "")).target
    if address:
        row, column = corners(names.get(b"ref", b"").decode())[0]
        facts.links.setdefault(column, {})[row] = address


def _relation_facts(archive: Archive, relations: Mapping[str, Relation], facts: SheetFacts) -> None:
    for kind, target in relations.values():
        if target not in archive:
            continue
        if kind == "table":
            table = archive.parsed(target)
            (top, _), (bottom, _) = corners(str(table.get("ref")))
            totals = bottom if table.get("totalsRowCount", "0") != "0" else None
            facts.tables.append(TableFacts(str(table.get("displayName")), top, totals))
        elif kind == "comments":
            facts.comments += [str(each.get("ref")) for each in archive.parsed(target).iter("{*}comment")]
