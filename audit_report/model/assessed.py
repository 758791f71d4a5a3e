"""What the rules conclude as at a day, with every reason kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from audit_report.cell_refs import CellRef
from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation, ScheduledAssessment
from audit_report.model.scales import Level, Status
from audit_report.model.vocabulary import (
    ChangeCode,
    ImpactArea,
    LatenessBasis,
    Outcome,
    Response,
    Section,
    SinceLast,
    Standing,
)
from audit_report.schema.dates.approximate_dates import ApproximateDate


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rating is what it is: a place of `Report text` and what fills its placeholders.

    Dates are kept as dates, so that they print in the report's language. `undated` marks a reason that rests
    on a fact without a date (Progress, Quality, Improvement plan in place).
    """

    place: str
    values: Mapping[str, str | int | date] = field(default_factory=dict)
    undated: bool = False


@dataclass(frozen=True, slots=True)
class RatedPriority:
    """A priority by Annex 1: the level that stands, what the evidence alone gives, and the areas that set it.

    `areas` is empty where the recorded priority decides. `reasons` are for the analyst, in English.
    """

    stands: Level | None
    evidence: Level | None
    areas: tuple[ImpactArea, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatedAction:
    """An action as at the day: its due date, and why it is not on track (no reasons: it is).

    `changes` are the date changes approved by the day, in order of approval: the last is in force. `moves` are those of
    them that moved the date. `missed` is the due date that has gone by with the action not completed, None where it is
    not overdue. `rated` is False only where there is no day to rate it as at. A
    `cancelled` one is out of every rating.
    """

    action: Action
    changes: tuple[DateChange, ...]
    moves: tuple[DateChange, ...]
    completed: bool
    reasons: tuple[Reason, ...]
    missed: date | None = None
    rated: bool = True
    cancelled: bool = False

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be done by the day: it is completed or cancelled."""
        return self.completed or self.cancelled

    @property
    def change(self) -> DateChange | None:
        """The date change in force."""
        return self.changes[-1] if self.changes else None

    @property
    def due(self) -> ApproximateDate | None:
        """When it is due, as typed; None where that is not known."""
        if not self.rated:
            return None
        return self.changes[-1].new_due if self.changes else self.action.original_due

    @property
    def current_due(self) -> date | None:
        """The day it is due: the last of the words; None where they have none ("Ongoing") and where it is not known."""
        return self.due.latest if self.due else None

    @property
    def on_track(self) -> bool | None:
        """Annex 2's answer; None where there is no day to rate it as at, or it is cancelled by that day."""
        return None if self.cancelled or not self.rated else not self.reasons

    def judged_by(self, lateness: LatenessBasis) -> ApproximateDate | None:
        """The due date that the action can miss, as typed."""
        return self.due if lateness is LatenessBasis.CURRENT else self.action.original_due

    @property
    def days_slipped(self) -> int | None:
        """Days from the original due date to the current one, less than 0 where it was brought forward.

        None where one of the two cannot be read, or has no day.
        """
        original = self.action.original_due
        if self.current_due is None or original is None or original.latest is None:
            return None
        return (self.current_due - original.latest).days


Changed = Level | Status | Response | Outcome | ApproximateDate | date | str | None
"""What something was or is; None where there is nothing to say of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change since the last report, of a recommendation or of one of its actions: what was, and what is."""

    code: ChangeCode
    before: Changed = None
    after: Changed = None
    action: RatedAction | None = None


@dataclass(frozen=True, slots=True)
class NoLongerFollows:
    """What the last report said of a recommendation that the rules as at its day no longer give.

    `cells` are the dates of the facts without any one of which they would: one of them was put in afterwards. What
    `was_worse` may have rested on a fact without a date instead.
    """

    reported: str
    by_the_rules: str
    cells: tuple[CellRef, ...]
    was_worse: bool = False


@dataclass(frozen=True, slots=True)
class RatedRecommendation:
    """A recommendation as at the day.

    `status` is None where it was not agreed, and where there is no day to rate it as at. `since_last` is None where
    it is not reported; `last_status` is the status at the last report where that is compared and known. `standing` is
    None without a day.
    """

    recommendation: Recommendation
    priority: RatedPriority
    actions: tuple[RatedAction, ...]
    update: ProgressUpdate | None
    status: Status | None
    status_reasons: tuple[Reason, ...]
    standing: Standing | None
    section: Section | None
    since_last: SinceLast | None = None
    last_status: Status | None = None
    changes: tuple[Change, ...] = ()
    no_longer_follows: NoLongerFollows | None = None

    @property
    def current(self) -> bool:
        """Whether it is raised, open and reported here."""
        return self.standing is Standing.CURRENT

    @property
    def wants_progress(self) -> bool:
        """Whether a plan, actions and updates are expected of it: it is current, and was not turned down."""
        return self.current and self.recommendation.response is not Response.NOT_AGREED


@dataclass(frozen=True, slots=True)
class RatedSchedule:
    """A row of the forward plan: the days it spans (None: open or unknown) and whether section D lists it."""

    scheduled: ScheduledAssessment
    earliest: date | None
    latest: date | None
    known: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class Assessed:
    """The whole tracker as at a day; `previous_as_at` is None for a first report.

    Every tuple is in sheet order and holds every row of its sheet, actions that answer nothing included.
    """

    as_at: date | None
    previous_as_at: date | None
    recommendations: tuple[RatedRecommendation, ...]
    actions: tuple[RatedAction, ...]
    forward_plan: tuple[RatedSchedule, ...]
