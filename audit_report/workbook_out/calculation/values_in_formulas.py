"""What a cell or a part of a formula comes to, and how spreadsheets compare, join and reckon with it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NoReturn


@dataclass(frozen=True, slots=True)
class Fault:
    """An error as a cell shows it, such as #N/A."""

    code: str


Value = float | str | bool | Fault | None
"""A number (a day is one), a text, TRUE or FALSE, an error, or an empty cell's nothing."""

NOT_FOUND, WRONG_KIND, NO_CELL, BY_NOUGHT = Fault("#N/A"), Fault("#VALUE!"), Fault("#REF!"), Fault("#DIV/0!")


class FaultError(Exception):
    """A part of a formula comes to an error, which the whole formula does unless a function catches it."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class CannotCalculateError(Exception):
    """A formula has something in it that is not known here, so that its cell is left for the spreadsheet."""


def fail(fault: Fault) -> NoReturn:
    """End with an error as a cell shows it."""
    raise FaultError(fault)


def number(value: Value) -> float:
    """The value as a number: nothing is 0, TRUE 1, "12" 12; other words are an error."""
    if isinstance(value, (int, float)):
        return value + 0
    if value is None:
        return 0
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            fail(WRONG_KIND)
    fail(value)


def text(value: Value) -> str:
    """The value as text; a number has 15 figures at most: 0.1 + 0.2 is "0.3"."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Fault):
        fail(value)
    return format(value, ".15g").replace("e", "E")


def truth(value: Value) -> bool:
    """The value as TRUE or FALSE: any number but 0 is TRUE."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        if value.upper() in {"TRUE", "FALSE"}:
            return value.upper() == "TRUE"
        fail(WRONG_KIND)
    return number(value) != 0


def is_number(value: Value) -> bool:
    """Whether the value is a number, as days are and TRUE is not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def order(left: Value, right: Value) -> int:
    """-1, 0 or 1: numbers come before words and words before TRUE; capitals do not count; nothing is 0 or no words."""
    if isinstance(left, str) and isinstance(right, str):
        words, others = left.lower(), right.lower()
        return (words > others) - (words < others)
    for value in (left, right):
        if isinstance(value, Fault):
            fail(value)
    first, second = _ranked(left, right), _ranked(right, left)
    return (first > second) - (first < second)


def _ranked(value: Value, beside: Value) -> tuple[int, float, str]:
    if value is None:
        value = "" if isinstance(beside, str) else False if isinstance(beside, bool) else 0
    if isinstance(value, bool):
        return 2, value, ""
    if isinstance(value, str):
        return 1, 0, value.lower()
    return 0, number(value), ""


def _quotient(left: Value, right: Value) -> float:
    below = number(right)
    return number(left) / below if below else fail(BY_NOUGHT)


OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "=": lambda left, right: order(left, right) == 0,
    "<>": lambda left, right: order(left, right) != 0,
    "<": lambda left, right: order(left, right) < 0,
    ">": lambda left, right: order(left, right) > 0,
    "<=": lambda left, right: order(left, right) <= 0,
    ">=": lambda left, right: order(left, right) >= 0,
    "&": lambda left, right: text(left) + text(right),
    "+": lambda left, right: number(left) + number(right),
    "-": lambda left, right: number(left) - number(right),
    "*": lambda left, right: number(left) * number(right),
    "/": _quotient,
}
"""What stands between two values, and what it makes of them."""


def rounded(value: float, places: int) -> float:
    """A number to so many places, halves away from nought."""
    step = Decimal(1).scaleb(-places)
    return float(Decimal(repr(value)).quantize(step, ROUND_HALF_UP))
