"""The sheets of an .xlsx or .xlsm as grids, in one pass over each, within bounds and with nothing run or fetched."""

from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError

from audit_report.bring_in.their_file.fills_and_strikes import Look, read_looks
from audit_report.bring_in.their_file.grids import (
    LONGEST_CELL,
    TOO_LONG,
    Area,
    Grid,
    GridCell,
    UnreadableFileError,
)
from audit_report.ooxml.addresses import column_index, corners
from audit_report.ooxml.bounded_zip import BoundedZip, Relation, relation_id
from audit_report.ooxml.limits import MOST_COMMENTS, MOST_STRINGS, hold_to
from audit_report.ooxml.safe_xml import child, children, is_on, local_name, tree, whole_number
from audit_report.ooxml.xml_characters import unescaped
from audit_report.schema.raw_values import CellError, NotCalculated, Raw
from audit_report.schema.spacing import clean
from audit_report.workbook_in.date_formats import Shows, as_shown

_MOST_CELLS, _MOST_MERGES = 500_000, 50_000
"""Cells that hold something, of all sheets together, and merged ranges of each."""

Words = tuple[str, str]
"""The words of a text that stand, and those struck out."""


class WorkbookParts:
    """A workbook's parts: its sheets by name, its strings and looks, and the year it counts days from."""

    def __init__(self, archive: BoundedZip) -> None:
        self._archive = archive
        related = archive.relations("").values()
        book = next((each.target for each in related if each.kind == "officeDocument"), "")
        targets = archive.relations(book)
        shared = {each.kind: each.target for each in targets.values() if each.target in archive}
        self._names = [
            (
                each.get("name", ""),
                targets.get(relation_id(each.items()), Relation("", "")),
                each.get("state", "visible"),
            )
            for each in archive.elements(book, "sheet")
        ]
        said = [each.get("date1904", "0") for each in archive.elements(book, "workbookPr")]
        self._from_1904 = bool(said) and said[0] in ("1", "true")
        self._looks = read_looks(archive, shared.get("styles", ""), shared.get("theme", ""))
        self._strings = list(_strings(archive, shared.get("sharedStrings", "")))
        self._filled = 0

    def grids(self, file: str) -> Iterator[Grid]:
        """Every worksheet, hidden ones too."""
        for name, (kind, part, _), state in self._names:
            if kind == "worksheet" and part in self._archive:
                yield self._grid(Grid(file, name, hidden=state != "visible"), part)

    def _grid(self, grid: Grid, part: str) -> Grid:
        row, merges = -1, 0
        for element in self._archive.elements(part, "row", "mergeCell"):
            if local_name(element) == "row":
                row = whole_number(element.get("r")) - 1 if "r" in element.attrib else row + 1
                self._read_row(grid, row, element)
            else:
                merges += 1
                hold_to(merges, _MOST_MERGES, "merged ranges")
                (top, left), (bottom, right) = corners(element.get("ref", ""))
                grid.merged[top, left] = Area(top, left, bottom, right)
        for kind, target, _ in self._archive.relations(part).values():
            if kind == "comments" and target in self._archive:
                _add_notes(grid, self._archive, target)
            grid.has_pictures = grid.has_pictures or kind == "drawing"
        return grid

    def _read_row(self, grid: Grid, row: int, element: Element) -> None:
        """Add a row's cells to the grid; those that hold nothing and have no colour are passed over."""
        column = -1
        for cell in children(element, "c"):
            letters = cell.get("r", "").rstrip("0123456789")
            column = column_index(letters) if letters else column + 1
            look = self._look(cell)
            if not len(cell) and not look.colour:
                continue
            self._filled += 1
            hold_to(self._filled, _MOST_CELLS, "cells")
            made = self._cell(cell, look)
            if made is not None:
                grid.cells.setdefault(row, {})[column] = made

    def _look(self, cell: Element) -> Look:
        number = whole_number(cell.get("s"))
        return self._looks[number] if number < len(self._looks) else Look()

    def _cell(self, cell: Element, look: Look) -> GridCell | None:
        """The cell as a person sees it; None where there is nothing to see."""
        formula = child(cell, "f")
        value, struck = self._value(cell, look)
        if value is None and formula is not None:
            value = NotCalculated(formula.text or "")
        words = clean(look.words(value)) if value is not None else ""
        if len(words) > LONGEST_CELL:
            raise UnreadableFileError(TOO_LONG)
        if look.struck and words:
            value, words, struck = None, "", words
        if not words and not struck and not look.colour and formula is None:
            return None
        is_month = isinstance(value, date) and look.is_month
        return GridCell(value, words, clean(struck), look.colour, is_month, formula is not None)

    def _value(self, cell: Element, look: Look) -> tuple[Raw, str]:
        """The value of a cell without its struck-out words, and those."""
        kind, stored = cell.get("t", "n"), child(cell, "v")
        text = None if stored is None else stored.text or ""
        if kind == "inlineStr":
            inline = child(cell, "is")
            return (None, "") if inline is None else _words(inline)
        if kind == "s" and text:
            return self._strings[int(text)] if int(text) < len(self._strings) else ("", "")
        return (self._plain(kind, text, look) if text or (kind == "str" and text is not None) else None), ""

    def _plain(self, kind: str, text: str, look: Look) -> Raw:
        """A value that is spelt out in the cell itself."""
        match kind:
            case "b":
                return text.strip() == "1"
            case "e":
                return CellError(text)
            case "d":
                return datetime.fromisoformat(text)
            case "n":
                number, shows = float(text), look.shows
                return number if shows is Shows.NUMBER else as_shown(number, shows, from_1904=self._from_1904)
            case _:
                return unescaped(text)


def _strings(archive: BoundedZip, part: str) -> Iterator[Words]:
    for number, element in enumerate(archive.elements(part, "si") if part else ()):
        hold_to(number, MOST_STRINGS, "shared strings")
        yield _words(element)


def _words(element: Element) -> Words:
    """The words of a text or of its runs; how they are to be pronounced is left out."""
    kept: list[str] = []
    struck: list[str] = []
    for each in element:
        name = local_name(each)
        if name == "t":
            kept.append(unescaped(each.text or ""))
        elif name == "r":
            text = unescaped("".join(one.text or "" for one in children(each, "t")))
            (struck if _is_struck(each) else kept).append(text)
    return "".join(kept), " ".join(text for text in map(str.strip, struck) if text)


def _is_struck(run: Element) -> bool:
    look = child(run, "rPr")
    strike = None if look is None else child(look, "strike")
    return strike is not None and is_on(strike)


def _add_notes(grid: Grid, archive: BoundedZip, part: str) -> None:
    for element in archive.elements(part, "comment"):
        hold_to(len(grid.notes), MOST_COMMENTS, "notes")
        texts = (each.text or "" for each in element.iter() if local_name(each) == "t")
        if text := clean(unescaped("".join(texts))):
            grid.notes[corners(element.get("ref", "A1"))[0]] = text


def changed_day(archive: BoundedZip, part: str, tag: str) -> date | None:
    """The day in a part of the file's own properties that holds it under a tag; None where it does not."""
    if part not in archive:
        return None
    try:
        element = tree(archive.content(part)).find(f".//{{*}}{tag}")
        return datetime.fromisoformat(element.text or "").date() if element is not None else None
    except (ExpatError, SyntaxError, ValueError):  # lxml's own error of XML is a SyntaxError
        return None
