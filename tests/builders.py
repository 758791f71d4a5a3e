"""Records and trackers built in a test: cells not given are blank, the criteria are the shipped ones."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import count
from typing import Any, TypeVar

from audit_report.cell_refs import Layout, RowRef
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    ScheduledAssessment,
    StatusCriteria,
)
from audit_report.model.report_details import ReportDetails
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress
from audit_report.model.wording import shipped_criteria
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import DayOrWords
from audit_report.schema.record import Record
from tests.shipped_scale import PlanStatus, Priority

R = TypeVar("R", bound=Record)

_ROWS = count(2)

APRIL = date(2010, 4, 30)
"""The day that a built tracker is true of."""


def build(cls: type[R], facts: dict[str, object]) -> R:
    """A record of a sheet, in a row of its own, from the cells given; the others are blank."""
    blanks = {each.name: each.kind.blank if each.default is None else each.default for each in cls.columns}
    make: Any = cls
    made: R = make(source=RowRef(Layout(cls.sheet, {}), next(_ROWS)), **(blanks | with_due_dates(cls, facts)))
    return made


def with_due_dates(cls: type[Record], facts: Mapping[str, object]) -> dict[str, object]:
    """The facts of a row, a true date given for a column that takes words too read as such a column reads it."""
    either = {each.name for each in cls.columns if isinstance(each.kind, DayOrWords)}
    return {
        name: ApproximateDate.on(value) if name in either and isinstance(value, date) else value
        for name, value in facts.items()
    }


def recommendation(**facts: object) -> Recommendation:
    """R1, critical for services, with a plan in place."""
    usual = {
        "ref": "R1",
        "text": "Recruit enough social workers",
        "source_assessment": "A1",
        "service_impact": Priority.CRITICAL,
        "plan_in_place": True,
    }
    return build(Recommendation, usual | facts)


def action(**facts: object) -> Action:
    """R1.1, an action of R1 that is in progress and not yet due in April 2010."""
    usual = {
        "ref": "R1.1",
        "recommendation": "R1",
        "text": "Run the campaign",
        "original_due": date(2010, 6, 30),
        "progress": ActionProgress.IN_PROGRESS,
    }
    return build(Action, usual | facts)


def date_change(new_due: date | ApproximateDate | None, approved: date | None, **facts: object) -> DateChange:
    """A new due date for R1.1."""
    usual = {"action": "R1.1", "new_due": new_due, "approved": approved, "reason": "Late start"}
    return build(DateChange, usual | facts)


def update(**facts: object) -> ProgressUpdate:
    """An update on R1 of April 2010 that declares Green and no challenges."""
    usual = {
        "recommendation": "R1",
        "day": date(2010, 4, 20),
        "declared": PlanStatus.GREEN,
        "challenges": False,
        "approved": date(2010, 4, 26),
    }
    return build(ProgressUpdate, usual | facts)


def assessment(ref: str = "A1", **facts: object) -> Assessment:
    """An assessment that this report covers."""
    return build(Assessment, {"ref": ref, "name": f"Assessment {ref}"} | facts)


def scheduled(**facts: object) -> ScheduledAssessment:
    """A row of the forward plan without a date."""
    return build(ScheduledAssessment, {"ref": "F1", "name": "Inspection", "body": "Inspectorate"} | facts)


def details(**facts: object) -> ReportDetails:
    """Report details as at the end of April 2010, a first report with the usual settings."""
    return build(ReportDetails, {"data_as_at": APRIL} | facts)


@cache
def shipped_annex1() -> tuple[PriorityCriteria, ...]:
    """The rows of Annex 1 that a new tracker starts with."""
    return tuple(build(PriorityCriteria, row) for row in shipped_criteria()["priority"])


@cache
def shipped_annex2() -> tuple[StatusCriteria, ...]:
    """The rows of Annex 2 that a new tracker starts with."""
    return tuple(build(StatusCriteria, row) for row in shipped_criteria()["status"])


def tracker(settings: Mapping[str, object] | None = None, **sheets: Sequence[Record]) -> Tracker:
    """A tracker of one assessment and the shipped criteria; `settings` are report details."""
    usual: dict[str, Any] = {
        "assessments": (assessment(),),
        "annex1": shipped_annex1(),
        "annex2": shipped_annex2(),
    }
    rows: dict[str, Any] = {name: tuple(records) for name, records in (usual | sheets).items()}
    return Tracker(details(**(settings or {})), **rows)
