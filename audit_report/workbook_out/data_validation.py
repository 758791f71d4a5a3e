"""What a cell offers and takes: drop-downs, checks on what is typed, and the message beside a selected cell.

Pasting goes round all of it, so the program checks everything again. Excel's limits: 32 characters for a title, 255
for a prompt, 224 for an error's text.
"""

from typing import Any, Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.records import Officer, Recommendation, ReportText
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import (
    Day,
    Kind,
    Money,
    People,
    Ref,
    Reference,
    Share,
    WholeNumber,
)
from audit_report.schema.record import Column, Record
from audit_report.workbook_out.column_guidance import prompt, standing
from audit_report.workbook_out.column_names import FIRST_ROW, span
from audit_report.workbook_out.defined_names import DIRECTORATES, PLACES, YES_NO, list_of, rows_name

_SUGGESTED = {
    (Recommendation.sheet, "directorate"): DIRECTORATES,
    (Officer.sheet, "directorate"): DIRECTORATES,
    (ReportText.sheet, "place"): PLACES,
}
"""Columns of plain text that a list helps with but does not bind."""

_FIRST_DAY, _LAST_DAY = "29221", "66110"
"""1 January 1980 and 31 December 2080, as Excel numbers days."""


def add_entry(sheet: Worksheet, record: type[Record]) -> None:
    """Give every column of the record's sheet its drop-down, its check and its message."""
    for column in record.columns:
        cells = span(record, column.name)
        suggestions = _SUGGESTED.get((record.sheet, column.name), "")
        add_check(sheet, column, cells, own_refs=cells, suggestions=suggestions)


def add_check(
    sheet: Worksheet, column: Column, cells: str, *, own_refs: str = "", suggestions: str = ""
) -> None:
    """Give some cells the drop-down, check and message of a column."""
    check = _suggest(suggestions) if suggestions else _check(column, own_refs)
    check.promptTitle, check.prompt, check.showInputMessage = standing(column), prompt(column), True
    check.add(cells.replace("$", ""))
    sheet.add_data_validation(check)


def _check(column: Column, own_refs: str) -> DataValidation:
    """What the column's kind takes: one of a list, a value within limits, or anything."""
    if column.worked_out:
        return _warn("FALSE", "This cell is worked out from the others. Type over its formula all the same?")
    return _listed(column.kind) or _limited(column.kind, own_refs) or DataValidation()


def _listed(kind: Kind[Any]) -> DataValidation | None:
    match kind:
        case People():
            return _suggest(rows_name(Officer.sheet))
        case Reference(sheet=sheet):
            message = f"Choose a ref from the list. A new one needs its row in “{sheet}” first."
            return _pick(rows_name(sheet), message)
        case Choice() as choice:
            return _pick(list_of(choice), "Choose one of the list.")
        case YesNo():
            return _pick(YES_NO, "Choose Yes or No.")
        case _:
            return None


def _limited(kind: Kind[Any], own_refs: str) -> DataValidation | None:
    match kind:
        case Ref():
            return _refuse("custom", _new_ref(own_refs), message=_REF_MESSAGE)
        case Day():
            return _refuse("date", _FIRST_DAY, _LAST_DAY, message="Type a date, such as 30/04/2010.")
        case Money():
            return _refuse("decimal", "0", message="Type the amount in pounds as a number, such as 1200000.")
        case Share():
            return _refuse("decimal", "0", "1", message="Type a percentage between 0% and 100%, such as 15%.")
        case WholeNumber(least):
            return _refuse("whole", str(least), message=f"Type a whole number from {least} upwards.")
        case _:
            return None


_REF_MESSAGE = (
    "Type a ref that no other row has, such as CR-1: letters, digits, spaces and - . _ / ( ) &, with a letter among "
    "them, and nothing that Excel takes for a number or a date."
)


def _new_ref(cells: str) -> str:
    """A test of a ref: unique, text, and no pattern."""
    own = f"{cells.split(':', maxsplit=1)[0].replace('$' + str(FIRST_ROW), str(FIRST_ROW))}"
    patterns = ",".join(f'ISERROR(FIND("{mark}",{own}))' for mark in "*?~<>=")
    return f"AND(COUNTIF({cells},{own})=1,ISTEXT({own}),ISERROR({own}+0),{patterns})"


def _pick(name: str, message: str) -> DataValidation:
    """One of a list, and nothing else."""
    return DataValidation(
        "list", name, allow_blank=True, showErrorMessage=True, errorTitle="Not in the list", error=message
    )


def _suggest(name: str) -> DataValidation:
    """A list to help; anything else may be typed."""
    return DataValidation("list", name, allow_blank=True, showErrorMessage=False)


def _warn(formula: str, message: str) -> DataValidation:
    return DataValidation(
        "custom",
        formula,
        errorStyle="warning",
        showErrorMessage=True,
        errorTitle="A worked-out cell",
        error=message,
    )


def _refuse(
    kind: Literal["custom", "date", "decimal", "whole"], first: str, last: str | None = None, *, message: str
) -> DataValidation:
    """A value between two limits, or from one upwards, or one that meets a test; and nothing else."""
    return DataValidation(
        kind,
        first,
        last,
        operator=None if kind == "custom" else "between" if last else "greaterThanOrEqual",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Please check",
        error=message,
    )
