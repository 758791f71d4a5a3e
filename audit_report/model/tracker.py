"""The tracker as a whole: every sheet's records, and the look-ups between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from audit_report.model.own_scales import own_scales
from audit_report.model.people import Directory, Person
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
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Level, Scales, Status
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key

R = TypeVar("R", bound=Record)

TABLES: tuple[type[Record], ...] = (
    Recommendation,
    Action,
    DateChange,
    ProgressUpdate,
    Assessment,
    ScheduledAssessment,
    Officer,
    ReportText,
    LoggedChange,
    ReportedRating,
    PastReport,
    PriorityCriteria,
    StatusCriteria,
)
"""The sheets that hold a row a record, leads' first."""

KEPT: tuple[type[Record], ...] = (LoggedChange, ReportedRating, PastReport)
"""The sheets that the program fills in as the quarters go by; a tracker may do without them."""


@dataclass(frozen=True)
class Tracker:
    """Every record of a workbook in sheet order; refs are looked up without regard to case or spacing."""

    details: ReportDetails
    recommendations: tuple[Recommendation, ...] = ()
    actions: tuple[Action, ...] = ()
    date_changes: tuple[DateChange, ...] = ()
    updates: tuple[ProgressUpdate, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    forward_plan: tuple[ScheduledAssessment, ...] = ()
    officers: tuple[Officer, ...] = ()
    report_text: tuple[ReportText, ...] = ()
    change_log: tuple[LoggedChange, ...] = ()
    reported_ratings: tuple[ReportedRating, ...] = ()
    reports: tuple[PastReport, ...] = ()
    annex1: tuple[PriorityCriteria, ...] = ()
    annex2: tuple[StatusCriteria, ...] = ()
    unread: frozenset[str] = frozenset()
    """The sheets that are missing or have no header: what points at their rows has nothing wrong with it."""

    @property
    def tables(self) -> Iterator[Sequence[Record]]:
        """The rows of each sheet that has any, leads' first; the items of Report details are one row."""
        leads = (self.recommendations, self.actions, self.date_changes, self.updates)
        analysts = (self.assessments, self.forward_plan, self.officers, self.report_text)
        kept = (self.change_log, self.reported_ratings, self.reports)
        return filter(None, (*leads, *analysts, *kept, (self.details,), self.annex1, self.annex2))

    def actions_of(self, recommendation: Recommendation) -> list[Action]:
        """The actions that answer a recommendation."""
        return self._actions.get(match_key(recommendation.ref), [])

    def changes_of(self, action: Action) -> list[DateChange]:
        """The date changes of an action, approved or not."""
        return self._changes.get(match_key(action.ref), [])

    def updates_of(self, recommendation: Recommendation) -> list[ProgressUpdate]:
        """The progress updates on a recommendation, of any date."""
        return self._updates.get(match_key(recommendation.ref), [])

    def recommendation(self, ref: str) -> Recommendation | None:
        """The recommendation of a ref."""
        return self._recommendations.get(match_key(ref))

    def action(self, ref: str) -> Action | None:
        """The action of a ref."""
        return self._actions_by_ref.get(match_key(ref))

    def assessment(self, ref: str) -> Assessment | None:
        """The assessment of a ref."""
        return self._assessments.get(match_key(ref))

    def whole_of(self, assessment: Assessment) -> Assessment | None:
        """The assessment this one is a part of."""
        return self.assessment(assessment.part_of) if assessment.part_of else None

    def people(self, cell: str) -> tuple[Person, ...]:
        """The people a cell names."""
        return self.directory.people(cell)

    @cached_property
    def scales(self) -> Scales:
        """The levels and statuses that the tracker rates by."""
        return own_scales(self.annex1, self.annex2)

    def criteria(self, level: Level) -> PriorityCriteria | None:
        """The Annex 1 row of a level."""
        key = match_key(level.name)
        return next((row for row in self.annex1 if match_key(row.level) == key), None)

    def priority_label(self, level: Level) -> str:
        """How the report prints a priority."""
        row = self.criteria(level)
        return row.label if row and row.label else level.name

    def status_label(self, status: Status) -> str:
        """How the report prints a status."""
        key = match_key(status.name)
        return next(
            (row.label for row in self.annex2 if match_key(row.status) == key and row.label), status.name
        )

    @cached_property
    def directory(self) -> Directory:
        """The officers, by name."""
        return Directory(self.officers)

    @cached_property
    def _recommendations(self) -> dict[str, Recommendation]:
        return _first(self.recommendations, "ref")

    @cached_property
    def _assessments(self) -> dict[str, Assessment]:
        return _first(self.assessments, "ref")

    @cached_property
    def _actions_by_ref(self) -> dict[str, Action]:
        return _first(self.actions, "ref")

    @cached_property
    def _actions(self) -> dict[str, list[Action]]:
        return _grouped(self.actions, "recommendation")

    @cached_property
    def _changes(self) -> dict[str, list[DateChange]]:
        return _grouped(self.date_changes, "action")

    @cached_property
    def _updates(self) -> dict[str, list[ProgressUpdate]]:
        return _grouped(self.updates, "recommendation")


def _first(records: Iterable[R], name: str) -> dict[str, R]:
    found: dict[str, R] = {}
    for each in records:
        found.setdefault(match_key(getattr(each, name)), each)
    found.pop("", None)
    return found


def _grouped(records: Iterable[R], name: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for each in records:
        found.setdefault(match_key(getattr(each, name)), []).append(each)
    found.pop("", None)
    return found
