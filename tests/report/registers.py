"""Records, ratings and materials for the report's tests; what a test does not mention is blank or fine."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from audit_report.cell_refs import Layout, RowRef
from audit_report.model.assessed import (
    Assessed,
    Change,
    RatedAction,
    RatedPriority,
    RatedRecommendation,
    RatedSchedule,
    Reason,
)
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    Officer,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    ReportText,
    ScheduledAssessment,
    StatusCriteria,
)
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Level, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ImpactArea, Section, SinceLast, Standing
from audit_report.model.wording import wording
from audit_report.problems import Problem
from audit_report.report.blocks import Provenance
from audit_report.report.context import Material
from audit_report.schema.dates.approximate_dates import ApproximateDate, read_approximate_date
from audit_report.schema.record import Record
from audit_report.schema.rich_text import RichText, Run
from audit_report.schema.typed_text import read_rich_text
from tests.builders import with_due_dates
from tests.shipped_scale import LEVELS, PlanStatus, Priority

R = TypeVar("R", bound=Record)

JANUARY, APRIL = date(2010, 1, 29), date(2010, 4, 30)
PROVENANCE = Provenance("tracker.xlsx", "0" * 64, "2010-04-30", "audit-report 0.0")


def make(cls: type[R], **values: object) -> R:
    """A record; the cells not given are blank."""
    blanks = {each.name: each.kind.blank if each.default is None else each.default for each in cls.columns}
    record: Any = cls
    made: R = record(source=RowRef(Layout(cls.sheet, {}), 5), **(blanks | with_due_dates(cls, values)))
    return made


def details(**values: object) -> ReportDetails:
    """Northshire's report details as at the end of April 2010."""
    facts = {
        "authority": "Northshire County Council",
        "short_name": "NCC",
        "service": "Performance",
        "committee": "Audit Committee",
        "report_title": "Audit and Assessment",
        "committee_date": date(2010, 5, 17),
        "data_as_at": APRIL,
    }
    return make(ReportDetails, **(facts | values))


def rich(text: str) -> RichText:
    """Long text as a cell of it is read."""
    return read_rich_text([Run(text)])


def when(words: str) -> ApproximateDate:
    """A date typed in words."""
    read = read_approximate_date(words)
    assert read is not None
    return read


def on(day: date) -> ApproximateDate:
    """A true date in a cell that may hold words."""
    return ApproximateDate("", day, day)


OFFICERS = (
    make(Officer, name="Ann Archer", job_title="Director of Children"),
    make(Officer, name="Ben Baker", job_title="Head of Service"),
    make(Officer, name="Cas Cole", job_title="Head of Data"),
)
ANNEX_1 = tuple(
    make(
        PriorityCriteria,
        level=level.name,
        label=level.name,
        financial=f"{level} loss.",
        service=f"{level} for services.",
        reputation=f"{level} for reputation.",
        people=f"{level} for people.",
    )
    for level in LEVELS
)
ANNEX_2 = (
    make(StatusCriteria, status="Red", label="Red (not on track)", criteria="Not on track."),
    make(StatusCriteria, status="Green", label="Green (on track)", criteria="On track."),
)
ASSESSMENT = make(Assessment, ref="OA", name="Organisational Assessment")


def tracker(
    *,
    settings: Mapping[str, object] | None = None,
    text: Mapping[str, str] | None = None,
    **sheets: Sequence[Record],
) -> Tracker:
    """A tracker with criteria and three officers; `settings` are report details, `text` words by place."""
    base: dict[str, Any] = {
        "assessments": (ASSESSMENT,),
        "officers": OFFICERS,
        "annex1": ANNEX_1,
        "annex2": ANNEX_2,
        "report_text": [
            make(ReportText, place=place, text=rich(words)) for place, words in (text or {}).items()
        ],
    }
    rows: dict[str, Any] = {name: tuple(records) for name, records in (base | sheets).items()}
    return Tracker(details(**(settings or {})), **rows)


def recommendation(**values: object) -> Recommendation:
    """A recommendation of the organisational assessment."""
    facts = {
        "ref": "R1",
        "text": "Recruit enough social workers",
        "source_assessment": "OA",
        "director": "Ann Archer",
        "leads": "Ben Baker",
    }
    return make(Recommendation, **(facts | values))


def update(text: str = "Work goes on.", **values: object) -> ProgressUpdate:
    """An approved update of April 2010."""
    facts = {
        "recommendation": "R1",
        "day": date(2010, 4, 20),
        "progress": rich(text),
        "approved_by": "Ann Archer",
        "approved": date(2010, 4, 26),
    }
    return make(ProgressUpdate, **(facts | values))


def rated_action(
    original_due: date | None,
    *moves: DateChange,
    completed: bool = False,
    reasons: Sequence[Reason] = (),
    **values: object,
) -> RatedAction:
    """An action whose due date has made these moves, and has been missed if a reason says so."""
    action = make(
        Action, **({"ref": "R1.1", "text": "Run the campaign", "original_due": original_due} | values)
    )
    days = (reason.values["due_date"] for reason in reasons if reason.place == "Reason overdue")
    missed = next((day for day in days if isinstance(day, date)), None)
    return RatedAction(action, moves, moves, completed, tuple(reasons), missed)


def move(new_due: date, approved: date, reason: str = "More time needed") -> DateChange:
    """An approved change of date."""
    return make(DateChange, action="R1.1", new_due=new_due, approved=approved, reason=reason)


def rated(
    record: Recommendation | None = None,
    *,
    priority: Level | None = Priority.CRITICAL,
    areas: Sequence[ImpactArea] = (ImpactArea.SERVICE,),
    status: Status = PlanStatus.GREEN,
    reasons: Sequence[Reason] = (),
    latest: ProgressUpdate | None = None,
    actions: Sequence[RatedAction] = (),
    current: bool = True,
    since_last: SinceLast | None = SinceLast.FIRST,
    last_status: Status | None = None,
    changes: Sequence[Change] = (),
) -> RatedRecommendation:
    """A recommendation as rated; its section follows from its priority and status."""
    exception = Section.C if status == PlanStatus.RED else None
    return RatedRecommendation(
        recommendation=record or recommendation(),
        priority=RatedPriority(priority, priority, tuple(areas), ()),
        actions=tuple(actions),
        update=latest,
        status=status,
        status_reasons=tuple(reasons),
        standing=Standing.CURRENT if current else Standing.CLOSED,
        section=(Section.B if priority == Priority.CRITICAL else exception) if current else None,
        since_last=since_last,
        last_status=last_status,
        changes=tuple(changes),
    )


def scheduled(review: ApproximateDate | None, *, listed: bool = True, **values: object) -> RatedSchedule:
    """A row of the forward plan as rated."""
    facts = {"ref": "F1", "name": "Inspection", "body": "Care Quality Commission", "lead": "Ann Archer"}
    record = make(ScheduledAssessment, **(facts | values | {"review": review}))
    known = review is not None and review.known
    return RatedSchedule(record, None, None, known=known, listed=listed)


def material(
    of: Tracker | None = None,
    *,
    recommendations: Sequence[RatedRecommendation] = (),
    forward_plan: Sequence[RatedSchedule] = (),
    previous: date | None = None,
    problems: Sequence[Problem] = (),
) -> Material:
    """What a section is written from, as at the end of April 2010."""
    of = of or tracker()
    assessed = Assessed(
        as_at=APRIL,
        previous_as_at=previous,
        recommendations=tuple(recommendations),
        actions=tuple(action for each in recommendations for action in each.actions),
        forward_plan=tuple(forward_plan),
    )
    return Material(of, assessed, wording(of.details, of.report_text, APRIL, previous), problems)
