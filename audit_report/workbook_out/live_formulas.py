"""The live formulas of the worked-out columns, for the benefit of the lead who fills in the sheet.

Each follows the rules of Annex 1 or 2 as at the tracker's Data as at, and shows nothing where it cannot tell.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from audit_report.model.records import (
    Action,
    DateChange,
    ProgressUpdate,
    Recommendation,
    ScheduledAssessment,
)
from audit_report.schema.record import Record
from audit_report.workbook_out.formulas_of_actions import action_formulas
from audit_report.workbook_out.formulas_of_forward_plan import forward_plan_formulas
from audit_report.workbook_out.formulas_of_history import change_formulas, update_formulas
from audit_report.workbook_out.formulas_of_recommendations import recommendation_formulas
from audit_report.workbook_out.row_checks import CHECKED, row_check
from audit_report.workbook_out.workbook_styles import DATE, GENERAL


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A worked-out column: its formula (without "="), how its value is shown, and its width in characters."""

    formula: str
    number_format: str = GENERAL
    width: int = 14


def worked_out(record: type[Record]) -> Mapping[str, WorkedOut]:
    """The worked-out columns of a record's sheet, by attribute; put together once."""
    if record not in _KNOWN:
        _KNOWN[record] = _worked_out(record)
    return _KNOWN[record]


_KNOWN: dict[type[Record], Mapping[str, WorkedOut]] = {}


def _worked_out(record: type[Record]) -> Mapping[str, WorkedOut]:
    formulas = _FORMULAS[record]() if record in _FORMULAS else {}
    if record in CHECKED:
        formulas = {**formulas, "row_check": row_check(record)}
    return {
        name: WorkedOut(formula, DATE if name in _DAYS else GENERAL, _WIDTHS.get(name, 14))
        for name, formula in formulas.items()
    }


_FORMULAS: Mapping[type[Record], Callable[[], dict[str, str]]] = {
    Recommendation: recommendation_formulas,
    Action: action_formulas,
    DateChange: change_formulas,
    ProgressUpdate: update_formulas,
    ScheduledAssessment: forward_plan_formulas,
}
_DAYS = ("shown_due", "last_update")
_WIDTHS = {
    "shown_due": 20,
    "shown_on_track": 10,
    "shown_counts": 10,
    "shown_priority": 13,
    "shown_status": 13,
    "state": 11,
    "directorate": 20,
    "listed": 10,
    "current": 10,
    "last_update": 13,
    "row_check": 34,
    "financial_level": 13,
}
