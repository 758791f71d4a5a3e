"""The tracker's sheets in order, and what each tells a person: whom it is for and what it is for."""

from dataclasses import dataclass
from enum import StrEnum

from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    LoggedChange,
    Officer,
    PastReport,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    ReportedRating,
    ReportText,
    ScheduledAssessment,
    StatusCriteria,
)
from audit_report.model.report_details import DetailRow
from audit_report.schema.record import Record


class Audience(StrEnum):
    """Who works on a sheet, in the words it says so with."""

    LEADS = "For delivery leads"
    ANALYSTS = "For analysts"


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet: its record where it holds a table, whether it is protected (without a password), a title of its own.

    One that is `kept` by the program is hidden until it has rows.
    """

    name: str
    audience: Audience
    purpose: str
    record: type[Record] | None = None
    protected: bool = False
    kept: bool = False
    title: str = ""


TRACKER = "Audit and Assessment Tracker"
START_HERE = "Start here"
DASHBOARD = "Dashboard"
MY_WORK = "My work"
LISTS = "Lists"

_LEADS, _ANALYSTS = Audience.LEADS, Audience.ANALYSTS
_UNLOCK = "Protected, so that nobody changes it by accident: Review › Unprotect Sheet, no password."

PLAN: tuple[SheetPlan, ...] = (
    SheetPlan(
        START_HERE,
        _LEADS,
        "What to do this quarter, what each sheet is for and how the ratings follow. Nothing to fill in.",
        protected=True,
        title=TRACKER,
    ),
    SheetPlan(
        DASHBOARD,
        _LEADS,
        "Where things stand, worked out from the other sheets. Nothing to fill in.",
    ),
    SheetPlan(
        MY_WORK,
        _LEADS,
        "Choose your name: your open actions, date changes to approve and updates due, soonest first.",
    ),
    SheetPlan(
        Recommendation.sheet,
        _LEADS,
        "One row for each recommendation: what it says, what its priority rests on and who answers for it.",
        Recommendation,
    ),
    SheetPlan(
        Action.sheet,
        _LEADS,
        "One row for each action that answers a recommendation: who does it, by when and how far it has got.",
        Action,
    ),
    SheetPlan(
        DateChange.sheet,
        _LEADS,
        "One row each time an action's date has to move. It counts from the day it is approved.",
        DateChange,
    ),
    SheetPlan(
        ProgressUpdate.sheet,
        _LEADS,
        "A new row each quarter for each of your recommendations. Leave the old ones: they are the history.",
        ProgressUpdate,
    ),
    SheetPlan(
        Assessment.sheet,
        _ANALYSTS,
        "One row for each external audit or assessment, and one for each of its parts.",
        Assessment,
    ),
    SheetPlan(
        ScheduledAssessment.sheet,
        _ANALYSTS,
        "One row for each assessment or inspection to come.",
        ScheduledAssessment,
    ),
    SheetPlan(
        Officer.sheet,
        _ANALYSTS,
        "Everybody the tracker names. The spelling here is the one the report prints.",
        Officer,
    ),
    SheetPlan(
        DetailRow.sheet,
        _ANALYSTS,
        "The facts of this report, then the settings. Fill in the Value column.",
        DetailRow,
    ),
    SheetPlan(
        ReportText.sheet,
        _ANALYSTS,
        "Everything the report says of its own, in order. Change the Text, add rows for more; keep the Place.",
        ReportText,
    ),
    SheetPlan(
        LoggedChange.sheet,
        _ANALYSTS,
        "What “audit-report collect” has found in the returns, a row a cell. It adds rows; leave them as they are.",
        LoggedChange,
        kept=True,
    ),
    SheetPlan(
        ReportedRating.sheet,
        _ANALYSTS,
        "What each report said of each recommendation. “audit-report next” adds a row; leave them as they are.",
        ReportedRating,
        kept=True,
    ),
    SheetPlan(
        PastReport.sheet,
        _ANALYSTS,
        "One row for each report, added by “audit-report next”. The last two columns are yours to fill in.",
        PastReport,
        kept=True,
    ),
    SheetPlan(
        PriorityCriteria.sheet,
        _ANALYSTS,
        f"The criteria for a recommendation's priority. {_UNLOCK}",
        PriorityCriteria,
        protected=True,
    ),
    SheetPlan(
        StatusCriteria.sheet,
        _ANALYSTS,
        f"The criteria for an improvement plan's status. {_UNLOCK}",
        StatusCriteria,
        protected=True,
    ),
    SheetPlan(
        LISTS,
        _ANALYSTS,
        f"What the drop-downs offer, and what the formulas work with. {_UNLOCK}",
        protected=True,
    ),
)
"""Every sheet, the leads' first."""
