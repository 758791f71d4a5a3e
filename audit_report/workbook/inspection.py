"""A second look at the file itself, for what pandas does not tell: error values, formulas that no program has
worked out, bold and linked text, merged cells and where the tables stand.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO
from zipfile import ZipFile

from lxml import etree

from audit_report.schema.raw import CellError, Merged, NotCalculated, Raw, RichCell
from audit_report.schema.rich_text import Run
from audit_report.source import column_index

Position = tuple[int, int]
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
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        kind, target = targets.get(str(relation), ("", ""))
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
                relation = next(
                    (str(value) for key, value in element.attrib.items() if key.endswith("}id")), ""
                )
                links.append((str(element.get("ref")), relation))
            element.clear()
    _relation_facts(archive, part, links, facts)
    return facts


def _row_facts(row: etree._Element, rich: Mapping[str, RichCell], facts: SheetFacts) -> None:
    row_number = int(row.get("r") or 0)
    for cell in row:
        kind = cell.get("t")
        if len(cell) == 0 and kind is None:
            continue
        formula = value = inline = None
        for child in cell:
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if name == "f":
                formula = child
            elif name == "v":
                value = child.text
            elif name == "is":
                inline = child
        if formula is None and kind not in ("e", "s", "inlineStr"):
            continue
        if kind == "s" and formula is None and value not in rich:
            continue
        at = position(str(cell.get("r"))) if cell.get("r") else (row_number - 1, row.index(cell))
        _cell_facts(at, kind, formula, value, inline, rich, facts)


def _cell_facts(
    at: Position,
    kind: str | None,
    formula: etree._Element | None,
    value: str | None,
    inline: etree._Element | None,
    rich: Mapping[str, RichCell],
    facts: SheetFacts,
) -> None:
    if formula is not None:
        facts.formulas.add(at)
    if kind == "e":
        facts.put(at, CellError(value or "error"))
    elif formula is not None and not value and kind != "str":
        facts.put(at, NotCalculated(formula.text or ""))
    elif kind == "s" and value is not None and value in rich:
        facts.put(at, rich[value])
    elif inline is not None and (cell := _rich_cell(inline)):
        facts.put(at, cell)


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


def _parse(archive: ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(part), parser)


def _elements(stream: IO[bytes], names: tuple[str, ...]) -> Iterator[etree._Element]:
    tags = [f"{{*}}{name}" for name in names]
    for _, element in etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True):
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
