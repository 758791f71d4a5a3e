"""A second look at the file itself, for what pandas does not tell.

Error values, formulas that no program has worked out, bold and linked text, merged cells, and where the tables stand.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, NamedTuple
from zipfile import ZipFile

from lxml import etree

from audit_report.schema.raw import CellError, Merged, NotCalculated, Raw, RichCell
from audit_report.schema.rich_text import Run
from audit_report.source import column_index

Position = tuple[int, int]
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(slots=True)
class SheetFacts:
    """What one sheet's XML says, 0-based: special cells and links by column then row, formulas as (row, column)."""

    special: dict[int, dict[int, Raw]] = field(default_factory=dict)
    links: dict[int, dict[int, str]] = field(default_factory=dict)
    formulas: set[Position] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    tables: list["TableFacts"] = field(default_factory=list)

    def put(self, at: Position, cell: Raw) -> None:
        """Keep what a cell really holds."""
        self.special.setdefault(at[1], {})[at[0]] = cell


@dataclass(frozen=True, slots=True)
class TableFacts:
    """An Excel table: its header's row and columns, and the row of its totals if it has them (0-based)."""

    name: str
    header_row: int
    totals_row: int | None


def inspect(archive: ZipFile, wanted: Mapping[str, str]) -> dict[str, SheetFacts]:
    """The facts of the `wanted` sheets, by name; their parts as `sheet_parts` gives them."""
    rich = _rich_strings(archive)
    return {name: _sheet_facts(archive, part, rich) for name, part in wanted.items()}


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """The worksheets of the workbook in its order: name to the part that holds it."""
    book = _book_part(archive)
    targets = _relationships(archive, book)
    found = {}
    for sheet in _parse(archive, book).iter("{*}sheet"):
        relation = _relation(sheet)
        kind, target = targets.get(relation, ("", ""))
        if kind == "worksheet" and target in archive.namelist():
            found[str(sheet.get("name"))] = target
    return found


def _book_part(archive: ZipFile) -> str:
    return next(
        (target for kind, target in _relationships(archive, "").values() if kind == "officeDocument"), ""
    )


def _sheet_facts(archive: ZipFile, part: str, rich: Mapping[str, RichCell]) -> SheetFacts:
    facts = SheetFacts()
    links: list[tuple[str, str]] = []
    with archive.open(part) as stream:
        for element in _elements(stream, ("row", "mergeCell", "hyperlink")):
            kind = etree.QName(element).localname
            if kind == "row":
                _row_facts(element, rich, facts)
            elif kind == "mergeCell":
                _merge(str(element.get("ref")), facts)
            else:
                relation = _relation(element)
                links.append((str(element.get("ref")), relation))
            element.clear()
    _relation_facts(archive, part, links, facts)
    return facts


class _Cell(NamedTuple):
    """A cell's element taken apart: its type, its stored value, its formula and its inline string."""

    kind: str | None
    value: str | None
    formula: etree._Element | None
    inline: etree._Element | None


def _row_facts(row: etree._Element, rich: Mapping[str, RichCell], facts: SheetFacts) -> None:
    row_number = int(row.get("r") or 0)
    for index, element in enumerate(row):
        if len(element) == 0:
            continue
        cell = _cell(element)
        if cell.formula is None and cell.kind not in ("e", "inlineStr") and cell.value not in rich:
            continue
        address = element.get("r")
        _cell_facts(position(address) if address else (row_number - 1, index), cell, rich, facts)


def _cell(element: etree._Element) -> _Cell:
    parts = {child.tag.rpartition("}")[2]: child for child in element}
    value = parts.get("v")
    return _Cell(element.get("t"), None if value is None else value.text, parts.get("f"), parts.get("is"))


def _cell_facts(at: Position, cell: _Cell, rich: Mapping[str, RichCell], facts: SheetFacts) -> None:
    if cell.formula is not None:
        facts.formulas.add(at)
    held = _held(cell, rich)
    if held is not None:
        facts.put(at, held)


def _held(cell: _Cell, rich: Mapping[str, RichCell]) -> Raw:
    """What the cell holds that pandas does not tell; None where pandas reads it right."""
    if cell.kind == "e":
        return CellError(cell.value or "error")
    if cell.formula is not None:
        return None if cell.value or cell.kind == "str" else NotCalculated(cell.formula.text or "")
    if cell.kind == "s":
        return rich.get(cell.value or "")
    return _rich_cell(cell.inline) if cell.inline is not None else None


def _merge(ref: str, facts: SheetFacts) -> None:
    facts.merged.append(ref)
    (top, left), (bottom, right) = corners(ref)
    if (bottom - top) * (right - left) > _LARGEST_MERGE:
        return
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                facts.put((row, column), Merged())


_LARGEST_MERGE = 100_000


def _relation_facts(archive: ZipFile, part: str, links: list[tuple[str, str]], facts: SheetFacts) -> None:
    relations = _relationships(archive, part)
    for kind, target in relations.values():
        if kind == "table" and target in archive.namelist():
            table = _parse(archive, target)
            (top, _), (bottom, _) = corners(str(table.get("ref")))
            totals = bottom if table.get("totalsRowCount", "0") != "0" else None
            facts.tables.append(TableFacts(str(table.get("displayName")), top, totals))
    for ref, relation in links:
        address = relations.get(relation, ("", ""))[1]
        if address:
            row, column = corners(ref)[0]
            facts.links.setdefault(column, {})[row] = address


def _rich_strings(archive: ZipFile) -> dict[str, RichCell]:
    part = next(
        (
            target
            for kind, target in _relationships(archive, _book_part(archive)).values()
            if kind == "sharedStrings"
        ),
        "",
    )
    if part not in archive.namelist():
        return {}
    found = {}
    with archive.open(part) as stream:
        for number, item in enumerate(_elements(stream, ("si",))):
            if cell := _rich_cell(item):
                found[str(number)] = cell
            item.clear()
    return found


def _rich_cell(item: etree._Element) -> RichCell | None:
    """The runs of a string item; None where nothing in it is bold or italic."""
    runs = tuple(
        Run("".join(text.text or "" for text in run.iterfind("{*}t")), _is_on(run, "b"), _is_on(run, "i"))
        for run in item.iterfind("{*}r")
    )
    return RichCell(runs) if any(run.bold or run.italic for run in runs) else None


def _is_on(run: etree._Element, look: str) -> bool:
    found = run.find(f"{{*}}rPr/{{*}}{look}")
    return found is not None and found.get("val", "1") not in ("0", "false")


def _relationships(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """What a part points at: id to (kind, part or address)."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.namelist():
        return {}
    found = {}
    for each in _parse(archive, path).iter("{*}Relationship"):
        target = str(each.get("Target"))
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[str(each.get("Id"))] = (str(each.get("Type")).rpartition("/")[2], target)
    return found


def _relation(element: etree._Element) -> str:
    """The relationship that an element names, as either edition of the standard spells it."""
    return element.get(_RELATION_ID) or element.get(_STRICT_RELATION_ID) or ""


def _parse(archive: ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(part), parser)


def _elements(stream: IO[bytes], names: tuple[str, ...]) -> Iterator[etree._Element]:
    tags = [f"{{*}}{name}" for name in names]
    for _, element in etree.iterparse(
        stream, tag=tags, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    ):
        yield element


def position(address: str) -> Position:
    """The 0-based row and column of an address such as B7."""
    found = _ADDRESS.fullmatch(address.replace("$", ""))
    if not found:
        raise ValueError(address)
    return int(found[2]) - 1, column_index(found[1])


def corners(ref: str) -> tuple[Position, Position]:
    """The first and last cell of a range such as A4:S9."""
    first, _, last = ref.partition(":")
    return position(first), position(last or first)
