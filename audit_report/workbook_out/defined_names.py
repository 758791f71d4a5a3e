"""The workbook's defined names: what its drop-downs and formulas call its lists and settings by."""

import re
from enum import StrEnum
from typing import cast

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from audit_report.model.scales import Level, Meaning, Status
from audit_report.schema.choices import Choice
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import HEADER_ROW, LAST_ROW, letter

YES_NO = "list_yes_no"
PLACES = "list_places"
DIRECTORATES = "list_directorates"
LEVELS, STATUSES = "list_priority", "list_plan_status"
"""The scales as the Annex sheets have them."""
FIRST_LEVEL, SECTION_B_LEVELS, MOST_LEVELS = "first_level", "section_b_levels", 7
"""The most severe level, the names of those that section B prints, and how many levels a scale may have."""
MY_NAME, MY_NAME_ALONE = "my_name", "my_name_alone"
"""The name chosen on My work, and how it stands among others."""
REPORTED_ELSEWHERE, REGISTER_DIRECTORATES, VIEW = (
    "reported_elsewhere",
    "directorates_in_use",
    "months_in_view",
)


def list_name(options: type[StrEnum]) -> str:
    """The name of a list of choices: that of PlanStatus is list_plan_status."""
    return "list_" + re.sub(r"(?<!^)(?=[A-Z])", "_", options.__name__).lower()


def status_name(meaning: Meaning) -> str:
    """The name of what the status of a meaning is called, blank where the scale has none: off_track_status."""
    return f"{meaning.name.lower()}_status"


def rows_name(sheet: str) -> str:
    """The name of the refs (or officers' names) that a sheet's rows have: rows_of_Officers."""
    return "rows_of_" + sheet.replace(" ", "_")


def threshold_names(number: int) -> tuple[str, str]:
    """The names of the two financial thresholds of the level in a row of Annex 1, pounds and share."""
    return f"loss_of_level_{number}", f"share_of_level_{number}"


def list_of(kind: Choice[object]) -> str:
    """The name of the list that a column's cells are chosen from."""
    return {Level: LEVELS, Status: STATUSES}.get(kind.options) or list_name(
        cast("type[StrEnum]", kind.options)
    )


def view_names() -> tuple[str, ...]:
    """The names of the rows of words that the months in view go by."""
    return tuple(f"{VIEW}_{form}" for form in ("long", "short", "season", "quarter"))


def define(workbook: Workbook, name: str, refers_to: str) -> None:
    """Give a range of the workbook a name."""
    workbook.defined_names[name] = DefinedName(name, attr_text=refers_to)


def define_rows(workbook: Workbook, record: type[Record], attribute: str, name: str = "") -> None:
    """Name the cells of a column down to the last that is filled; in a blank tracker, the first alone.

    The name hangs on the header, which stays where a first row is deleted, cut or sorted away.
    """
    column = f"'{record.sheet}'!${letter(record, attribute)}$"
    cells = f"{column}{HEADER_ROW}:{column.rpartition('!')[2]}{LAST_ROW}"
    filled = f'SUMPRODUCT(MAX(({cells}<>"")*(ROW({cells})-ROW({column}{HEADER_ROW})+1)))'
    define(workbook, name or rows_name(record.sheet), f"INDEX({cells},2):INDEX({cells},MAX(2,{filled}))")
