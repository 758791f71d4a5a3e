"""The workbook's defined names: what its drop-downs and formulas call its lists and settings by."""

import re
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import FIRST_ROW, letter, span
from audit_report.workbook_out.shipped_lists import Priority

YES_NO = "list_yes_no"
PLACES = "list_places"
DIRECTORATES = "list_directorates"


def list_name(options: type[StrEnum]) -> str:
    """The name of a list of choices: that of PlanStatus is list_plan_status."""
    return "list_" + re.sub(r"(?<!^)(?=[A-Z])", "_", options.__name__).lower()


def rows_name(sheet: str) -> str:
    """The name of the refs (or officers' names) that a sheet's rows have: rows_of_Officers."""
    return "rows_of_" + sheet.replace(" ", "_")


def threshold_names(level: Priority) -> tuple[str, str]:
    """The names of a level's two financial thresholds, pounds and share: critical_loss, critical_share."""
    return f"{level.value.lower()}_loss", f"{level.value.lower()}_share"


def define(workbook: Workbook, name: str, refers_to: str) -> None:
    """Give a range of the workbook a name."""
    workbook.defined_names[name] = DefinedName(name, attr_text=refers_to)


def define_rows(workbook: Workbook, record: type[Record], name: str) -> None:
    """Name the cells of a column down to the last that is filled; in a blank tracker, the first alone."""
    cells = span(record, name, sheet=True)
    first = f"'{record.sheet}'!${letter(record, name)}${FIRST_ROW}"
    filled = f'SUMPRODUCT(MAX(({cells}<>"")*(ROW({cells})-ROW({first})+1)))'
    define(workbook, rows_name(record.sheet), f"{first}:INDEX({cells},MAX(1,{filled}))")
