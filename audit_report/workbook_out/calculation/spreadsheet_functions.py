"""The functions that the tracker's formulas use, and no others, each as spreadsheets have it.

A test holds that every formula the program writes is made of these.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import floor

from audit_report.schema.kinds import EXCEL_EPOCH
from audit_report.workbook_out.calculation.cells_of_formulas import Area, key
from audit_report.workbook_out.calculation.counting_criteria import count_where, matcher, pattern_of
from audit_report.workbook_out.calculation.values_in_formulas import (
    NOT_FOUND,
    WRONG_KIND,
    CannotCalculateError,
    Fault,
    Value,
    fail,
    is_number,
    number,
    rounded,
    text,
    truth,
)

Operand = Value | Area | list[Value]
"""What a function is given: a value, cells, or a value for each of several cells."""


def many(operand: Operand) -> Sequence[Value]:
    """An operand's values, one or several."""
    if isinstance(operand, Area):
        return operand.values
    return operand if isinstance(operand, list) else [operand]


def _numbers(operands: Sequence[Operand]) -> Iterator[float]:
    """The numbers among cells, and each value given by itself as a number."""
    for operand in operands:
        if isinstance(operand, (Area, list)):
            for value in many(operand):
                if isinstance(value, Fault):
                    fail(value)
                if is_number(value):
                    yield number(value)
        else:
            yield number(operand)


def _area(operand: Operand) -> Area:
    if not isinstance(operand, Area):
        raise CannotCalculateError
    return operand


def _value(operand: Operand) -> Value:
    values = many(operand)
    if len(values) != 1:
        raise CannotCalculateError
    return values[0]


def _index(cells: Operand, at: Operand) -> Area:
    return _area(cells).cell(floor(number(_value(at))))


def _match(wanted: Operand, cells: Operand, kind: Operand) -> int:
    """Where the wanted value first stands among cells, from 1."""
    value, area = _value(wanted), _area(cells)
    if _value(kind) != 0:
        raise CannotCalculateError
    if isinstance(value, Fault):
        fail(value)
    fits = matcher(value) if isinstance(value, str) else None
    if fits:
        found = [at for at, seen in enumerate(area.values) if isinstance(seen, str) and fits(seen)]
    else:
        found = area.index.get(key(value), []) if value is not None else []
    return found[0] + 1 if found else fail(NOT_FOUND)


def _countifs(*operands: Operand) -> int:
    return count_where(
        [(_area(cells), _value(met)) for cells, met in zip(operands[::2], operands[1::2], strict=True)]
    )


def _countif(cells: Operand, criterion: Operand) -> Operand:
    """How many cells meet the criterion; of several criteria, how many each."""
    area, asked = _area(cells), many(criterion)
    counts: list[Value] = [count_where([(area, each)]) for each in asked]
    return counts if len(counts) > 1 else counts[0]


def _small(cells: Operand, rank: Operand) -> float:
    """The number that comes so many places from the least."""
    place, inside = floor(number(_value(rank))), sorted(_numbers([cells]))
    return inside[place - 1] if 0 < place <= len(inside) else fail(Fault("#NUM!"))


def _row(cells: Operand) -> Operand:
    area = _area(cells)
    rows: list[Value] = list(range(area.top, area.bottom + 1))
    return rows if len(rows) > 1 else rows[0]


def _facts(operands: Sequence[Operand]) -> list[bool]:
    """Each value as TRUE or FALSE; all of them, since one that comes to an error counts wherever it stands."""
    return [truth(value) for operand in operands for value in many(operand)]


OF_CELLS: dict[str, Callable[..., Operand]] = {
    "AND": lambda *given: all(_facts(given)),
    "OR": lambda *given: any(_facts(given)),
    "COUNT": lambda *given: sum(is_number(value) for each in given for value in many(each)),
    "COUNTA": lambda *given: sum(value is not None for each in given for value in many(each)),
    "COUNTIF": _countif,
    "COUNTIFS": _countifs,
    "INDEX": _index,
    "MATCH": _match,
    "MAX": lambda *given: max(_numbers(given), default=0),
    "MIN": lambda *given: min(_numbers(given), default=0),
    "SMALL": _small,
    "ROW": _row,
    "ROWS": lambda cells: _area(cells).bottom - _area(cells).top + 1,
    "SUM": lambda *given: sum(_numbers(given)),
    "SUMPRODUCT": lambda given: sum(_numbers([given])),
}
"""Those that are given cells as they are."""


def _day(value: Value) -> date:
    amount = number(value)
    if not 0 < amount < _LAST_DAY:
        fail(Fault("#NUM!"))
    return EXCEL_EPOCH + timedelta(days=floor(amount))


_LAST_DAY = 2_958_466


def _date(year: Value, month: Value, day: Value) -> int:
    years, months = divmod(floor(number(month)) - 1, 12)
    first = date(floor(number(year)) + years, months + 1, 1)
    return (first - EXCEL_EPOCH).days + floor(number(day)) - 1


def _edate(start: Value, months: Value) -> int:
    """The same day so many months on, or the month's last."""
    day = _day(start)
    years, month = divmod(day.month - 1 + int(number(months)), 12)
    year = day.year + years
    last = monthrange(year, month + 1)[1]
    return (date(year, month + 1, min(day.day, last)) - EXCEL_EPOCH).days


def _search(wanted: Value, within: Value) -> int:
    found = re.search(pattern_of(text(wanted)), text(within), re.IGNORECASE | re.DOTALL)
    return found.start() + 1 if found else fail(WRONG_KIND)


def _right(words: Value, letters: Value = 1) -> str:
    count = floor(number(letters))
    return text(words)[-count:] if count else ""


_rounded = lru_cache(maxsize=4096)(rounded)

OF_VALUES: dict[str, Callable[..., Value]] = {
    "CHAR": lambda code: chr(floor(number(code))),
    "DATE": _date,
    "DAY": lambda day: _day(day).day,
    "EDATE": _edate,
    "HYPERLINK": lambda _, words: words,
    "INT": lambda amount: floor(number(amount)),
    "MID": lambda words, first, count: text(words)[floor(number(first)) - 1 :][: floor(number(count))],
    "MOD": lambda amount, by: number(amount) % number(by),
    "MONTH": lambda day: _day(day).month,
    "NOT": lambda fact: not truth(fact),
    "RIGHT": _right,
    "ROUND": lambda amount, places: _rounded(number(amount), int(number(places))),
    "SEARCH": _search,
    "SUBSTITUTE": lambda words, old, new: text(words).replace(text(old), text(new)),
    "TRIM": lambda words: " ".join(piece for piece in text(words).split(" ") if piece),
    "YEAR": lambda day: _day(day).year,
}
"""Those that are given values, and of several cells each by itself."""

ASKING: dict[str, Callable[[Value], bool]] = {
    "ISNUMBER": is_number,
    "ISTEXT": lambda value: isinstance(value, str),
}
"""Those that ask what a value is, an error too."""

CHOOSING = ("CHOOSE", "IF", "IFERROR")
"""Those that work out only what they choose."""
