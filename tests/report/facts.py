"""Registers of one recommendation for the tests of what is said of it: the facts, and what is otherwise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from audit_report import catalogue
from audit_report.answers.explanation import explanation
from audit_report.cell_refs import CellRef
from audit_report.model.assessed import Assessed
from audit_report.model.checked import Checked
from audit_report.model.last_report import Earlier
from audit_report.model.records import Officer, ReportedRating, StatusCriteria
from audit_report.model.scales import Meaning, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, ReportedPlace
from audit_report.problems import Problem
from audit_report.report.outline import compose
from audit_report.rules.assess import assess
from audit_report.schema.dates.approximate_dates import ApproximateDate, read_approximate_date
from audit_report.schema.record import Record
from tests.builders import (
    APRIL,
    action,
    assessment,
    build,
    date_change,
    recommendation,
    scheduled,
    tracker,
    update,
)
from tests.report.plain_text import as_text
from tests.report.registers import PROVENANCE, rich
from tests.shipped_scale import Priority

JANUARY, MARCH, MAY = date(2010, 1, 31), date(2010, 3, 1), date(2010, 5, 3)


@dataclass(frozen=True)
class Facts:
    """A register, and what else a report is made from."""

    tracker: Tracker
    before: Tracker | None = None
    published: bool = False
    errors: Sequence[Problem] | None = None
    as_at: date | None = APRIL

    @property
    def assessed(self) -> Assessed:
        """What the rules make of it."""
        earlier = self.before and Earlier(
            "january.xlsx", "", JANUARY, self.before, assess(self.before, JANUARY), 0
        )
        return assess(self.tracker, self.as_at, earlier or None)

    def printed(self) -> str:
        """The words of its report, on one line."""
        report = compose(self.tracker, self.assessed, PROVENANCE, self.errors, published=self.published)
        return " ".join(re.sub(r"\s<#[^>]+>|[*_<>\[\]]", "", as_text(report)).split())

    def explained(self) -> str:
        """What `explain` says of R1.1, or of R1 where it has no actions, a line each."""
        ref = "R1.1" if self.tracker.actions else "R1"
        checked = Checked("tracker.xlsx", "", (), self.tracker, self.assessed, ())
        return "\n".join(explanation(checked, ref))


def facts(
    row: dict[str, Any] | None = None,
    *,
    settings: dict[str, Any] | None = None,
    before: Tracker | None = None,
    published: bool = False,
    errors: Sequence[Problem] | None = None,
    as_at: date | None = APRIL,
    **sheets: Sequence[Record],
) -> Facts:
    """R1, critical and on track, with an action and an approved update; `row` and the sheets say what is otherwise."""
    usual: dict[str, Any] = {"director": "Ann Archer", "leads": "Ben Baker", "raised": date(2009, 12, 9)}
    base: dict[str, Any] = {
        "recommendations": [recommendation(**(usual | (row or {})))],
        "actions": [action()],
        "updates": [said()],
        "officers": [build(Officer, {"name": "Ann Archer"}), build(Officer, {"name": "Ben Baker"})],
        "forward_plan": [scheduled(review=when("June 2010"))],
    }
    return Facts(tracker(settings, **(base | sheets)), before, published, errors, as_at)


def since(
    row: dict[str, Any] | None = None,
    kept: Sequence[Record] = (),
    settings: dict[str, Any] | None = None,
    **more: Any,  # noqa: ANN401  as above
) -> Facts:
    """The same, and a last report of January; `kept` are its rows in Reported ratings."""
    return facts(row, settings={"previous_as_at": JANUARY} | (settings or {}), reported_ratings=kept, **more)


def said(**more: object) -> Any:  # noqa: ANN401  a record
    """An update on R1 of April that its director has approved."""
    usual: dict[str, object] = {"progress": rich("Ten posts are filled."), "approved_by": "Ann Archer"}
    return update(**(usual | more))


def reported(**more: object) -> list[ReportedRating]:
    """What the tracker has kept of January's report: R1, critical and green."""
    usual: dict[str, object] = {
        "as_at": JANUARY, "recommendation": "R1", "priority": "Critical", "status": "Green", "section": ReportedPlace.B
    }  # fmt: skip
    return [build(ReportedRating, usual | more)]


def when(words: str) -> ApproximateDate | None:
    return read_approximate_date(words)


def late(**more: object) -> list[Any]:
    return [action(original_due=MARCH, **more)]


def done(day: date, **more: object) -> list[Any]:
    return [action(progress=ActionProgress.COMPLETE, completed=day, evidence="Minutes", **more)]


def cancelled(day: date) -> list[Any]:
    return [action(progress=ActionProgress.CANCELLED, completed=day, evidence="Merged with R7")]


def moved(*days: date | None, by: int = 31) -> list[Any]:
    """The due date moved on, approved on each of the days; None is not approved."""
    return [date_change(date(2010, 7 + number, by), day) for number, day in enumerate(days)]


def three_statuses(shown: Sequence[str] = ("Red",)) -> list[Any]:
    """Annex 2 with a status at risk; section C prints those shown."""
    rows = (("Red", Meaning.OFF_TRACK), ("Amber", Meaning.AT_RISK), ("Green", Meaning.ON_TRACK))
    return [
        build(
            StatusCriteria,
            {
                "status": name,
                "meaning": meaning,
                "label": name,
                "criteria": name,
                "in_section_c": name in shown,
            },
        )
        for name, meaning in rows
    ]


AMBER = Status("Amber", Meaning.AT_RISK)
ERRORS = [catalogue.RequiredBlank().at(CellRef("Actions", 14, "E", "Original due date"), "R1.1")]
OTHER = {"service_impact": Priority.MODERATE}
NO_PLAN = {"plan_in_place": False}
WAS_GREEN, WAS_RED = reported(), reported(status="Red")
WAS_CLOSED, WAS_ELSEWHERE = reported(section=ReportedPlace.CLOSED), reported(section=ReportedPlace.ELSEWHERE)
FORUM = [assessment(reported_through="the Schools Forum")]


def page(row: dict[str, Any] | None = None, **more: Any) -> Facts:  # noqa: ANN401  as above
    """The same with a first page."""
    return facts(row, settings={"show_summary": True}, **more)


def page_since(row: dict[str, Any] | None = None, **more: Any) -> Facts:  # noqa: ANN401  as above
    return since(row, settings={"show_summary": True}, **more)


def inspections(number: int) -> list[Any]:
    return [scheduled(ref=f"F{each}", review=when("June 2010")) for each in range(number)]


def late_ones(number: int) -> list[Any]:
    return [action(ref=f"R1.{each}", original_due=MARCH) for each in range(number)]
