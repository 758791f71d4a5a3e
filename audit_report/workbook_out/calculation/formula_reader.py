"""A formula's text turned into a function that works it out for a cell.

The columns of a table have one text for all rows, so that each text is read once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from audit_report.ooxml.addresses import column_index
from audit_report.workbook_out.calculation.cells_of_formulas import Area, Book, Cells
from audit_report.workbook_out.calculation.spreadsheet_functions import (
    ASKING,
    CHOOSING,
    OF_CELLS,
    OF_VALUES,
    Operand,
    many,
)
from audit_report.workbook_out.calculation.values_in_formulas import (
    OPERATORS,
    WRONG_KIND,
    CannotCalculateError,
    Fault,
    FaultError,
    Value,
    fail,
    number,
    truth,
)


@dataclass(frozen=True, slots=True)
class Here:
    """The cell whose formula is worked out."""

    cells: Cells
    row: int


Step = Callable[[Here], Operand]
"""A part of a formula: what it comes to in a cell."""

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>"(?:[^"]|"")*")
    | (?P<error>\#REF!)
    | (?P<number>\d+(?:\.\d+)?)
    | (?P<table>[A-Za-z_]\w*\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\])
    | (?P<cell>(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,3}\$?\d+(?![\w(]))
    | (?P<name>[A-Za-z_][\w.]*)
    | (?P<sign><=|>=|<>|[-+*/&=<>(),:])
    )""",
    re.VERBOSE,
)
"""The pieces of a formula: "words", #REF!, 12, Actions[State], 'Date changes'!$B$5, as_at or SUM, and <=."""

_CELL = re.compile(r"(?:(?P<sheet>'[^']+'|\w+)!)?\$?(?P<column>[A-Z]+)\$?(?P<row>\d+)")
_BRACKETED = re.compile(r"\[((?:[^\[\]']|'.)*)\]")
_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"))
"""What stands between two parts, the loosest first."""


class FormulaReader:
    """Reads the formulas of a workbook, each text once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[str, Step | None] = {}

    def work_out(self, cells: Cells, place: tuple[int, int], formula: str) -> Value:
        """What a cell's formula comes to.

        Raises CannotCalculateError where something in it is not known here, FaultError where it comes to an error.
        """
        if formula not in self._known:
            self._known[formula] = self._read(formula)
        step = self._known[formula]
        if step is None:
            raise CannotCalculateError
        values = many(step(Here(cells, place[0])))
        if len(values) != 1:
            raise CannotCalculateError
        return 0 if values[0] is None else values[0]

    def _read(self, formula: str) -> Step | None:
        try:
            return _Reading(formula, self._book, self).whole()
        except CannotCalculateError:
            return None

    def named(self, name: str) -> Step:
        """What a name stands for."""
        step = self._read(self._book.names.get(name, ""))
        if step is None:
            raise CannotCalculateError
        return step


class _Reading:
    """One formula being read, from left to right."""

    def __init__(self, formula: str, book: Book, reader: FormulaReader) -> None:
        self._tokens = _tokens(formula)
        self._at = 0
        self._book, self._reader = book, reader

    def whole(self) -> Step:
        """The formula as a function."""
        step = self._between(0)
        if self._at < len(self._tokens):
            raise CannotCalculateError
        return step

    def _next(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _took(self, *signs: str) -> str:
        """The sign that stands next, gone past; nothing where another does."""
        kind, piece = self._next()
        if kind != "sign" or piece not in signs:
            return ""
        self._at += 1
        return piece

    def _between(self, level: int) -> Step:
        if level == len(_LEVELS):
            return self._signed()
        step = self._between(level + 1)
        while sign := self._took(*_LEVELS[level]):
            step = _of_each(OPERATORS[sign], [step, self._between(level + 1)])
        return step

    def _signed(self) -> Step:
        if self._took("-"):
            return _of_each(lambda value: -number(value), [self._signed()])
        step = self._operand()
        return _span(step, self._operand()) if self._took(":") else step

    def _operand(self) -> Step:
        kind, piece = self._next()
        self._at += 1
        match kind:
            case "text" | "number" | "error":
                return _literal(kind, piece)
            case "table":
                return self._column(piece)
            case "cell":
                return self._cell(piece)
            case "name":
                return self._called(piece) if self._took("(") else self._named(piece)
            case "sign" if piece == "(":
                step = self._between(0)
                if self._took(")"):
                    return step
        raise CannotCalculateError

    def _named(self, name: str) -> Step:
        if name in {"TRUE", "FALSE"}:
            return _constant(name == "TRUE")
        return self._reader.named(name)

    def _called(self, name: str) -> Step:
        given: list[Step] = []
        while not self._took(")"):
            if given and not self._took(","):
                raise CannotCalculateError
            given.append(self._between(0))
        return _function(name, given)

    def _cell(self, piece: str) -> Step:
        found = _CELL.fullmatch(piece)
        if not found:
            raise CannotCalculateError
        row, column = int(found["row"]), column_index(found["column"]) + 1
        if found["sheet"] is None:
            return lambda here: here.cells.area(row, column, row, column)
        cells = self._book.sheets.get(found["sheet"].strip("'"))
        if cells is None:
            raise CannotCalculateError
        return _constant(cells.area(row, column, row, column))

    def _column(self, piece: str) -> Step:
        """A table's column: all its cells, its header's, or that of the formula's own row."""
        name, _, inner = piece[:-1].partition("[")
        *part, header = _BRACKETED.findall(inner) or [inner]
        table = self._book.tables.get(name)
        if table is None:
            raise CannotCalculateError
        cells, column = table.cells, table.columns.get(re.sub(r"'(.)", r"\1", header))
        if column is None:
            raise CannotCalculateError
        if part == ["#This Row"]:
            return lambda here: cells.value((here.row, column))
        if part == ["#Headers"]:
            return _constant(cells.area(table.header, column, table.header, column))
        return _constant(cells.area(table.header + 1, column, table.last, column))


def _tokens(formula: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while at < len(formula):
        token = _TOKEN.match(formula, at)
        if not token or not token.lastgroup:
            raise CannotCalculateError
        found.append((token.lastgroup, token[token.lastgroup]))
        at = token.end()
    return found


def functions_in(formula: str) -> set[str]:
    """The names of the functions that a formula calls."""
    tokens = _tokens(formula)
    pairs = zip(tokens, [*tokens[1:], ("end", "")], strict=True)
    return {piece for (kind, piece), after in pairs if kind == "name" and after == ("sign", "(")}


def _constant(value: Operand) -> Step:
    return lambda _: value


def _literal(kind: str, piece: str) -> Step:
    """A text, a number, or the error that stands for what has been deleted."""
    if kind == "error":
        return lambda _: fail(Fault(piece))
    if kind == "text":
        return _constant(piece[1:-1].replace('""', '"'))
    return _constant(float(piece) if "." in piece else int(piece))


def _span(first: Step, last: Step) -> Step:
    """The cells from one to another."""

    def step(here: Here) -> Operand:
        start, end = first(here), last(here)
        if not isinstance(start, Area) or not isinstance(end, Area):
            raise CannotCalculateError
        return start.cells.area(start.top, start.left, end.bottom, end.right)

    return step


def _of_each(function: Callable[..., Value], given: list[Step]) -> Step:
    """A function of values, which of several cells takes each by itself."""

    def step(here: Here) -> Operand:
        operands = [each(here) for each in given]
        for operand in operands:
            if operand.__class__ is Area or operand.__class__ is list:
                return _spread(function, operands)
        return function(*operands)

    return step


def _spread(function: Callable[..., Value], operands: list[Operand]) -> Operand:
    values = [many(operand) for operand in operands]
    length = max(map(len, values))
    if length == 1:
        return function(*(each[0] for each in values))
    if any(len(each) not in {1, length} for each in values):
        raise CannotCalculateError
    return [_caught(function, [each[at if len(each) > 1 else 0] for each in values]) for at in range(length)]


def _caught(function: Callable[..., Value], values: list[Value]) -> Value:
    try:
        return function(*values)
    except FaultError as error:
        return error.fault


def _function(name: str, given: list[Step]) -> Step:
    if name in OF_VALUES:
        return _of_each(OF_VALUES[name], given)
    if name in ASKING:
        return _asked(ASKING[name], given)
    if name in CHOOSING:
        return _chosen(name, given)
    if name == "ROW" and not given:
        return lambda here: here.row
    if name not in OF_CELLS:
        raise CannotCalculateError
    function = OF_CELLS[name]
    return lambda here: function(*[each(here) for each in given])


def _asked(question: Callable[[Value], bool], given: list[Step]) -> Step:
    (asked,) = given

    def step(here: Here) -> Operand:
        try:
            operand = asked(here)
        except FaultError as error:
            operand = error.fault
        if isinstance(operand, (Area, list)):
            return _spread(question, [operand])
        return question(operand)

    return step


def _chosen(name: str, given: list[Step]) -> Step:
    if name == "IFERROR":
        return _unless_fault(*given)
    if name == "CHOOSE":
        which, *choices = given
        return lambda here: choices[int(number(_one(which(here)))) - 1](here)
    condition, then, *otherwise = given
    other = otherwise[0] if otherwise else _constant(value=False)
    return lambda here: then(here) if truth(_one(condition(here))) else other(here)


def _unless_fault(tried: Step, otherwise: Step) -> Step:
    def step(here: Here) -> Operand:
        try:
            operand = tried(here)
            found = _one(operand)
        except FaultError:
            return otherwise(here)
        return otherwise(here) if isinstance(found, Fault) else found

    return step


def _one(operand: Operand) -> Value:
    if isinstance(operand, (Area, list)):
        values = many(operand)
        return values[0] if len(values) == 1 else fail(WRONG_KIND)
    return operand
