"""What a column says to the person filling it in: in the cell above it, and as its cells' input message."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import (
    Day,
    DayOrWords,
    DueDate,
    Kind,
    LongText,
    Money,
    People,
    Ref,
    Reference,
)
from audit_report.schema.record import OPTIONAL, REQUIRED, WORKED_OUT, Column

_LONGEST_PROMPT = 255


def standing(column: Column) -> str:
    """Whether the column must be filled in, may be, or is left alone; in a word, never by colour alone."""
    if column.worked_out:
        return WORKED_OUT
    return REQUIRED if column.required else OPTIONAL


def explanation(column: Column) -> str:
    """What goes in the column."""
    if column.worked_out:
        return column.help.removeprefix(WORKED_OUT).lstrip(" :").capitalize()
    return column.help


def prompt(column: Column) -> str:
    """The input message of the column's cells: what goes in, and in what form."""
    text = explanation(column)
    if column.worked_out:
        text += "\nLeave the formula as it is."
    elif form := _form(column):
        text += f"\n{form}"
    return text if len(text) <= _LONGEST_PROMPT else text[: _LONGEST_PROMPT - 1].rstrip() + "…"


_FORMS: Mapping[type[Kind[Any]], str] = {
    YesNo: "Yes / No",
    Day: "A date, such as 30/04/2010.",
    DayOrWords: "A date, a month, season, quarter or year, or TBC.",
    DueDate: "A date, or words such as “June 2010”: their last day counts.",
    Money: "An amount in pounds, as a number.",
    People: "The list offers one name; add more with Alt+Enter.",
    Ref: "Letters, digits, spaces and - . _ / ( ) &, with a letter among them.",
    LongText: "Alt+Enter starts a new line.",
}


def _form(column: Column) -> str:
    match column.kind:
        case Choice(options=options) if issubclass(options, StrEnum):
            return " / ".join(option.value for option in options)
        case Choice():
            return "One of the list."
        case Reference(sheet=sheet):
            return f"A ref from “{sheet}”."
        case _:
            return _FORMS.get(type(column.kind), "")
