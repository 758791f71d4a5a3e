"""The pages of docs/ that are made from the code: every problem, and every column of the tracker."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from audit_report import catalogue
from audit_report.model.own_scales import entries, shipped_scales
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.problems import Mistake
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import (
    Day,
    DayOrWords,
    DueDate,
    Kind,
    LongText,
    Money,
    Name,
    People,
    Ref,
    Reference,
    Share,
    Text,
    WholeNumber,
)
from audit_report.schema.reading import Reading
from audit_report.schema.record import Column
from audit_report.workbook_out.column_guidance import explanation, standing
from audit_report.workbook_out.sheets import PLAN, SheetPlan

CATALOGUE: tuple[type[Mistake], ...] = tuple(
    entry for entry in vars(catalogue).values() if entry in Mistake.__subclasses__()
)
"""Every entry, in the order of the file."""

_SHIPPED = Reading(scales=entries(shipped_scales()))
_HINT = re.compile(r"\s*\{hint\}\s*")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_IN_GENERAL = {
    "as_at": "the as-at day",
    "cell": "its cell",
    "cells": "these cells",
    "directors": "the directors",
    "header": "this column",
    "leads": "the leads",
    "likely": "a name",
    "other": "another cell",
    "previous": "the last report's file",
    "ref": "this ref",
    "removed": "a row",
    "sheet": "this sheet",
    "value": "…",
}
"""What stands in the table for what is filled in from a workbook; anything else goes by its own name."""

PROBLEMS = """# Problems

Everything that `audit-report check` can find wrong or doubtful in a tracker, in the order of the catalogue. It names
the problem's code in square brackets at the end. Words in italics are filled in from the workbook.

An error keeps the report from being written; a warning is for somebody to act on; information needs nobody.

This page is made from the program: `python -m tests.remake` writes it anew.

"""

COLUMNS = """# Sheets and columns

Every sheet of the tracker that holds a table, in its order, with its columns. The columns may stand in any order, and
others of your own among them. A column that is *worked out* holds a formula: leave it as it is.

This page is made from the program: `python -m tests.remake` writes it anew.
"""

KINDS: Mapping[type[Kind[Any]], str] = {
    Text: "text",
    Name: "a name",
    LongText: "long text",
    People: "people, as in Officers",
    Ref: "a ref",
    Reference: "a ref",
    Day: "a date",
    DayOrWords: "a date, or words such as “Summer 2010”",
    DueDate: "a date, or words such as “Summer 2010”, whose last day counts",
    Money: "pounds",
    Share: "a percentage",
    WholeNumber: "a whole number",
    YesNo: "Yes / No",
}
"""What each kind of cell is called; a list is called by what it offers."""


def problems_page() -> str:
    """Every problem: its code, how much it matters, what is wrong and what to do."""
    rows = [(f"`{each.code}`", each.severity, each.message, each.fix) for each in CATALOGUE]
    lines = [[code, severity, in_general(message), in_general(fix)] for code, severity, message, fix in rows]
    return PROBLEMS + table(["code", "severity", "what is wrong", "what to do"], lines)


def in_general(template: str) -> str:
    """A template of the catalogue with what is filled in named in italics."""
    text = _HINT.sub(" ", template).strip().replace("{{", "\0").replace("}}", "\1").replace("}{", "} {")
    text = _PLACEHOLDER.sub(lambda found: f"*{_named(found[1])}*", text)
    return text.replace("\0", "{").replace("\1", "}")


def _named(placeholder: str) -> str:
    return _IN_GENERAL.get(placeholder, placeholder.replace("_", " "))


def columns_page() -> str:
    """Every sheet with a table: whom it is for, and its columns; of Report details its items too."""
    return COLUMNS + "".join(part for plan in PLAN if plan.record for part in _sheet(plan))


def _sheet(plan: SheetPlan) -> Iterator[str]:
    yield f"\n## {plan.name}\n\n{plan.audience}. {plan.purpose}\n\n"
    if plan.record is DetailRow:
        header = ["item", "filled in", "kind", "blank means", "what it is"]
        rows = [
            [each.header, standing(each).lower(), _kind(each), _blank(each), each.help]
            for each in ReportDetails.columns
        ]
        yield table(header, rows)
    elif plan.record:
        header = ["column", "filled in", "kind", "what goes in it"]
        yield table(
            header,
            [
                [each.header, standing(each).lower(), _kind(each), explanation(each)]
                for each in plan.record.columns
            ],
        )


def _kind(column: Column) -> str:
    """What a person types in the column; nothing where a formula stands."""
    if column.worked_out:
        return ""
    match column.kind:
        case Choice() as choice:
            return " / ".join(str(entry) for entry in choice.entries(_SHIPPED).values())
        case Reference(sheet=sheet):
            return f"a ref of {sheet}"
        case kind:
            return KINDS[type(kind)]


def _blank(column: Column) -> str:
    """The value that a blank cell of an item stands for."""
    match column.default:
        case bool(default):
            return "Yes" if default else "No"
        case default:
            return "" if default is None else str(default)


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; a bar in a cell is no edge of it."""
    lines = [header, ["---"] * len(header), *([cell.replace("|", r"\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
