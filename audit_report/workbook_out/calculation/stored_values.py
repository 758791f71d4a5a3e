"""The values of a workbook's formulas, put beside them in its parts.

A preview in mail, a telephone and a program that reads the file show them without working anything out. A spreadsheet
works them out anew when it opens the file.
"""

from collections.abc import Mapping

from lxml import etree
from openpyxl import Workbook

from audit_report.ooxml.addresses import corners, position
from audit_report.workbook_out.calculation.cells_of_formulas import Book, Cells, Place, TableCells
from audit_report.workbook_out.calculation.formula_reader import FormulaReader
from audit_report.workbook_out.calculation.values_in_formulas import CannotCalculateError, Fault, Value

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL, _FORMULA, _VALUE, _TEXT = (f"{_MAIN}{name}" for name in ("c", "f", "v", "t"))


def with_values(workbook: Workbook, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The workbook's parts with the value of each formula beside it; one with something unknown in it has none."""
    book = Book(names={name: str(each.attr_text) for name, each in workbook.defined_names.items()})
    reader = FormulaReader(book)
    trees = {}
    for number, sheet in enumerate(workbook.worksheets, start=1):
        part = f"xl/worksheets/sheet{number}.xml"
        trees[part] = _Sheet(parts[part], reader)
        book.sheets[sheet.title] = cells = trees[part].cells
        for table in sheet.tables.values():
            (top, left), (bottom, _) = corners(table.ref)
            columns = {column.name: left + at for at, column in enumerate(table.tableColumns, start=1)}
            book.tables[table.displayName] = TableCells(cells, top + 1, bottom + 1, columns)
    return {**parts, **{part: tree.with_values() for part, tree in trees.items()}}


class _Sheet:
    """A sheet's part: its cells as formulas read them, and the elements that their values go into."""

    def __init__(self, part: bytes, reader: FormulaReader) -> None:
        self._tree = etree.fromstring(part)
        self._elements: dict[Place, etree._Element] = {}
        values: dict[Place, Value] = {}
        formulas: dict[Place, str] = {}
        for element in self._tree.iter(_CELL):
            row, column = position(element.get("r", ""))
            place = (row + 1, column + 1)
            if formula := element.findtext(_FORMULA):
                formulas[place] = formula
                self._elements[place] = element
            elif (value := _value(element)) is not None:
                values[place] = value
        self.cells = Cells(values, formulas, reader.work_out)

    def with_values(self) -> bytes:
        """The part with what its formulas come to."""
        for place, element in self._elements.items():
            try:
                _store(element, self.cells.value(place))
            except CannotCalculateError:
                continue
        return etree.tostring(self._tree)


def _value(element: etree._Element) -> Value:
    """What a cell without a formula holds."""
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return "".join(each.text or "" for each in element.iter(_TEXT))
    words = element.findtext(_VALUE)
    if not words:
        return None
    if kind == "n":
        return float(words)
    return words == "1" if kind == "b" else Fault(words) if kind == "e" else words


def _store(element: etree._Element, value: Value) -> None:
    """Put a formula's value beside it."""
    for old in element.findall(_VALUE):
        element.remove(old)
    stored = etree.SubElement(element, _VALUE)
    match value:
        case bool():
            kind, stored.text = "b", str(int(value))
        case Fault(code=code):
            kind, stored.text = "e", code
        case str():
            kind, stored.text = "str", value
        case _:
            kind, stored.text = "n", format(value, ".17g")
    element.set("t", kind)
