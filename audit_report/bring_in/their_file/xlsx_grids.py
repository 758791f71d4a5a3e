"""The sheets of an .xlsx or .xlsm as grids, in one pass over each, within bounds and with nothing run or fetched."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO

from lxml import etree
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from audit_report.bring_in.their_file.cell_looks import Look, is_struck, looks_of
from audit_report.bring_in.their_file.grids import (
    LONGEST_CELL,
    TOO_LONG,
    Area,
    Grid,
    GridCell,
    UnreadableFileError,
)
from audit_report.cell_refs import column_index
from audit_report.ooxml.bounded_zip import BoundedZip, Relation, relation_id
from audit_report.ooxml.limits import TooLargeError, hold_to
from audit_report.ooxml.safe_xml import refuse_document_type, tree
from audit_report.schema.raw_values import CellError, NotCalculated, Raw
from audit_report.schema.spacing import clean

MOST_CELLS = 1_000_000
_LARGEST_STYLES, _LARGEST_STRINGS = 10_000_000, 60_000_000
_MOST_MERGES, _MOST_ELEMENTS = 50_000, 3_000_000
"""A million blank rows, each of them spelt out, are still read."""
_FIRST_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Words = tuple[str, str]
"""The words of a text that stand, and those struck out."""


class WorkbookParts:
    """A workbook's parts: its sheets by name, its strings and looks, and the day it was last changed."""

    def __init__(self, archive: BoundedZip) -> None:
        self._archive = archive
        self._book = next(
            (target for kind, target in archive.relations("").values() if kind == "officeDocument"), ""
        )
        targets = archive.relations(self._book)
        shared = {kind: target for kind, target in targets.values() if target in archive}
        self._names = [
            (
                each.get("name", ""),
                targets.get(relation_id(each.items()), Relation("", "")),
                each.get("state", "visible"),
            )
            for each in archive.elements(self._book, "sheet")
        ]
        said = [each.get("date1904") for each in archive.elements(self._book, "workbookPr")]
        is_1904 = said in (["1"], ["true"])
        self._epoch = CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900
        self._looks = looks_of(
            self._bounded(shared.get("styles"), _LARGEST_STYLES),
            self._bounded(shared.get("theme"), _LARGEST_STYLES),
        )
        self._strings = list(_strings(self._bounded(shared.get("sharedStrings"), _LARGEST_STRINGS)))
        self._room = MOST_CELLS

    def grids(self, file: str) -> Iterator[Grid]:
        """Every worksheet, hidden ones too."""
        for name, (kind, part), state in self._names:
            if kind == "worksheet" and part in self._archive:
                yield self._grid(Grid(file, name, hidden=state != "visible"), part)

    def _bounded(self, part: str | None, largest: int) -> bytes | None:
        """A part's XML; None where the workbook has none."""
        if not part:
            return None
        content = self._archive.content(part)
        hold_to(len(content), largest, "bytes in a part")
        return content

    def _grid(self, grid: Grid, part: str) -> Grid:
        row = column = -1
        for number, element in enumerate(_elements(self._archive.content(part), "row", "c", "mergeCell")):
            hold_to(number, _MOST_ELEMENTS, "rows and cells")
            given = element.get("r", "")
            match etree.QName(element).localname:
                case "row":
                    row = int(given) - 1 if given.isdecimal() else row + 1
                    column = -1
                case "c":
                    letters = given.rstrip("0123456789")
                    column = column_index(letters) if letters else column + 1
                    self._add(grid, row, column, element)
                case _:
                    _merge(grid, element.get("ref", ""))
        for kind, target in self._archive.relations(part).values():
            if kind == "comments" and target in self._archive:
                _notes(grid, tree(self._archive.content(target)))
            grid.has_pictures = grid.has_pictures or kind == "drawing"
        return grid

    def _add(self, grid: Grid, row: int, column: int, element: etree._Element) -> None:
        """Add a cell to the grid; one that holds nothing and has no colour is passed over."""
        look = self._look(element)
        if not len(element) and not look.colour:
            return
        self._room -= 1
        if self._room < 0:
            raise TooLargeError(f"more than {MOST_CELLS:,} cells")
        made = self._cell(element, look)
        if made is not None:
            grid.cells.setdefault(row, {})[column] = made

    def _look(self, cell: etree._Element) -> Look:
        number = int(cell.get("s", "0"))
        return self._looks[number] if number < len(self._looks) else Look()

    def _cell(self, cell: etree._Element, look: Look) -> GridCell | None:
        """The cell as a person sees it; None where there is nothing to see."""
        formula = cell.find("{*}f")
        value, struck = self._value(cell, look)
        if value is None and formula is not None:
            value = NotCalculated(formula.text or "")
        words = clean(look.shows(value)) if value is not None else ""
        if len(words) > LONGEST_CELL:
            raise UnreadableFileError(TOO_LONG)
        if look.struck and words:
            value, words, struck = None, "", words
        if not words and not struck and not look.colour and formula is None:
            return None
        is_month = isinstance(value, datetime) and look.is_month
        return GridCell(value, words, clean(struck), look.colour, is_month, formula is not None)

    def _value(self, cell: etree._Element, look: Look) -> tuple[Raw, str]:
        """The value of a cell without its struck-out words, and those."""
        kind, stored = cell.get("t", "n"), cell.findtext("{*}v")
        if kind == "inlineStr":
            inline = cell.find("{*}is")
            return (None, "") if inline is None else _words(inline)
        if kind == "s" and stored:
            return self._strings[int(stored)] if int(stored) < len(self._strings) else ("", "")
        return (
            self._plain(kind, stored, look) if stored or (kind == "str" and stored is not None) else None
        ), ""

    def _plain(self, kind: str, stored: str, look: Look) -> Raw:
        """A value that is spelt out in the cell itself."""
        match kind:
            case "b":
                return stored.strip() == "1"
            case "e":
                return CellError(stored)
            case "d":
                return datetime.fromisoformat(stored)
            case "n":
                return self._number(float(stored), look)
            case _:
                return stored

    def _number(self, number: float, look: Look) -> Raw:
        if not look.is_date:
            return number
        try:
            moment: Raw = from_excel(number, self._epoch)
        except (ValueError, OverflowError):
            return number
        return moment


def _elements(content: bytes, *names: str) -> Iterator[etree._Element]:
    """The elements of these names in their order, each thrown away once the next is asked for; a row as it begins."""
    refuse_document_type(content)
    tags = [f"{{*}}{name}" for name in names]
    for event, element in etree.iterparse(
        BytesIO(content), ("start", "end"), tag=tags, resolve_entities=False, no_network=True, huge_tree=True
    ):
        begins = etree.QName(element).localname == "row"
        if begins == (event == "start"):
            yield element
        if event == "end":
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _strings(content: bytes | None) -> Iterator[Words]:
    for element in _elements(content, "si") if content else ():
        yield _words(element)


def _words(element: etree._Element) -> Words:
    """The words of a text or of its runs; how they are to be pronounced is left out."""
    kept: list[str] = [element.findtext("{*}t") or ""]
    struck: list[str] = []
    for run in element.iterchildren("{*}r"):
        text = run.findtext("{*}t") or ""
        (struck if is_struck(run.find("{*}rPr")) else kept).append(text)
    return "".join(kept), " ".join(text for text in map(str.strip, struck) if text)


def _merge(grid: Grid, ref: str) -> None:
    first, _, last = ref.partition(":")
    hold_to(len(grid.merged), _MOST_MERGES, "merged ranges")
    if last:
        (top, left), (bottom, right) = _corner(first), _corner(last)
        grid.merged[top, left] = Area(top, left, bottom, right)


def _corner(cell: str) -> tuple[int, int]:
    digits = cell.lstrip(_FIRST_LETTERS)
    return int(digits) - 1, column_index(cell.removesuffix(digits))


def _notes(grid: Grid, comments: etree._Element) -> None:
    for each in comments.iter("{*}comment"):
        text = clean("".join(piece.text or "" for piece in each.iter("{*}t")))
        if text:
            grid.notes[_corner(each.get("ref", "A1"))] = text


def changed_day(archive: BoundedZip, part: str, tag: str) -> date | None:
    """The day in a part of the file's own properties that holds it under a tag; None where it does not."""
    if part not in archive:
        return None
    element = tree(archive.content(part)).find(f".//{{*}}{tag}")
    try:
        return datetime.fromisoformat(element.text or "").date() if element is not None else None
    except ValueError:
        return None
