"""The checks of a row and of the rows it points at: each with what sets it off, and what does not."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from audit_report import catalogue
from audit_report.checks import action_rows, date_order
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, Quality
from audit_report.rules.assess import assess
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.record import Record
from tests.builders import (
    APRIL,
    action,
    assessment,
    build,
    date_change,
    details,
    recommendation,
    scheduled,
    shipped_annex1,
    tracker,
    update,
)
from tests.checks import told
from tests.shipped_scale import Priority

KINDS = (
    catalogue.DuplicateRef, catalogue.UnknownRef, catalogue.PartOfItself,
    catalogue.NoPriority, catalogue.NoEvidenceForPriority, catalogue.NoBudget, catalogue.ClosedBeforeRaised,
    catalogue.ClosedWithoutEvidence, catalogue.ClosedWithOpenActions, catalogue.PlanWithoutActions,
    catalogue.NoUpdate,
    catalogue.CompleteWithoutDate, catalogue.CompletedButNotComplete, catalogue.CompleteWithoutEvidence,
    catalogue.QualityNotJudged, catalogue.CompletedBeforeItBegan, catalogue.DateChangeNotApproved,
    catalogue.DateChangeWithoutApprover, catalogue.DueDateWithoutEnd, catalogue.CommitteeBeforeData,
    catalogue.DatedAfterDataAsAt, catalogue.PreviousNotBefore, catalogue.WindowBackwards, catalogue.WindowOpen,
    catalogue.DuplicateLevel, catalogue.MissingLevel, catalogue.NumberOfLevels,
)  # fmt: skip
MARCH, MAY = date(2010, 3, 31), date(2010, 5, 31)
DONE = {
    "progress": ActionProgress.COMPLETE,
    "completed": MARCH,
    "quality": Quality.MET,
    "evidence": "Minutes",
}
ROWS = {row.level: row for row in shipped_annex1()}


def of(**sheets: Sequence[Record]) -> Tracker:
    """R1 with an action and an update, or the rows given; the settings are the usual."""
    usual: dict[str, Any] = {
        "recommendations": [recommendation()],
        "actions": [action()],
        "updates": [update()],
    }
    return tracker({}, **(usual | sheets))


def found(made: Tracker) -> list[tuple[str, str | None]]:
    return [(each.code, each.where.header) for each in told(made, KINDS)]


def one_action(**facts: object) -> dict[str, list[Record]]:
    return {"actions": [action(**facts)]}


def one_recommendation(**facts: object) -> dict[str, list[Record]]:
    return {"recommendations": [recommendation(**facts)]}


def one_change(approved: date | None = MARCH, by: str = "Ann Archer") -> dict[str, list[Record]]:
    return {"date_changes": [date_change(MAY, approved, approved_by=by)]}


CASES: list[tuple[str, dict[str, Any], list[tuple[str, str | None]]]] = [
    ("a sound register", {}, []),
    # references
    ("two actions with one ref", {"actions": [action(), action(ref="r1 .1")]}, [("duplicate-ref", "Action ref")]),
    ("an action of nothing", one_action(recommendation="R9"), [("unknown-ref", "Recommendation ref")]),
    ("a source that is nowhere", one_recommendation(source_assessment="A9"), [("unknown-ref", "Source assessment")]),
    ("a change of nothing", {"date_changes": [date_change(MAY, MARCH, action="R9.9", approved_by="A")]},
     [("unknown-ref", "Action ref")]),
    ("an assessment of itself", {"assessments": [assessment(part_of="A1")]}, [("part-of-itself", "Part of")]),
    ("a circle of two is one problem", {"assessments": [assessment(part_of="A2"), assessment("A2", part_of="A1")]},
     [("part-of-itself", "Part of")]),
    ("a row that lost its ref explains what pointed at it",
     {"recommendations": [recommendation(ref="", unreadable=frozenset({"ref"}))]}, []),
    ("a row with another's ref does too",
     {"recommendations": [recommendation(), recommendation()],
      "actions": [action(), action(ref="R2.1", recommendation="R2")]},
     [("duplicate-ref", "Recommendation ref")]),
    # recommendations
    ("nothing to rate by", one_recommendation(service_impact=None), [("no-priority", "Recorded priority")]),
    ("only the recorded priority", one_recommendation(service_impact=None, recorded_priority=Priority.MAJOR),
     [("no-evidence-for-priority", "Recorded priority")]),
    ("an impact that cannot be read",
     one_recommendation(service_impact=None, unreadable=frozenset({"service_impact"})), []),
    ("a loss without a budget", one_recommendation(loss=1000.0), [("no-budget", "Departmental budget (£)")]),
    ("a loss with one", one_recommendation(loss=1000.0, budget=9000.0), []),
    ("closed before it was raised", one_recommendation(raised=MARCH, closed=date(2010, 3, 1), closure_evidence="Note")
     | one_action(**DONE | {"completed": date(2010, 3, 1)}),
     [("closed-before-raised", "Closed on"), ("completed-before-it-began", "Completed on")]),
    ("closed without evidence", one_recommendation(closed=APRIL) | one_action(**DONE),
     [("closed-without-evidence", "Closure evidence")]),
    ("closed with an open action", one_recommendation(closed=APRIL, closure_evidence="Note"),
     [("closed-with-open-actions", "Closed on")]),
    ("closed with an action completed later", one_recommendation(closed=MARCH, closure_evidence="Note")
     | one_action(**DONE | {"completed": date(2010, 4, 1)}), [("closed-with-open-actions", "Closed on")]),
    ("a plan without actions", {"actions": []}, [("plan-without-actions", "Improvement plan in place")]),
    ("no plan and no actions", one_recommendation(plan_in_place=False) | {"actions": []}, []),
    ("no update to print", {"updates": []}, [("no-update", "Recommendation ref")]),
    ("nor one to print nowhere", one_recommendation(service_impact=Priority.MODERATE) | {"updates": []},
     [("no-update", "Recommendation ref")]),
    ("an update without a day has that problem",
     {"updates": [update(day=None, unreadable=frozenset({"day"}))]}, []),
    # actions
    ("complete since nobody knows when", one_action(**DONE | {"completed": None}),
     [("complete-without-date", "Completed on")]),
    ("completed and still in progress", one_action(**DONE | {"progress": ActionProgress.IN_PROGRESS}),
     [("completed-but-not-complete", "Progress")]),
    ("complete without evidence", one_action(**DONE | {"evidence": ""}), [("complete-without-evidence", "Evidence")]),
    ("complete and not judged", one_action(**DONE | {"quality": None}), [("quality-not-judged", "Quality")]),
    ("completed before it began", one_recommendation(raised=APRIL) | one_action(**DONE),
     [("completed-before-it-began", "Completed on")]),
    ("an approved change", one_change(), []),
    ("a change that nobody approved", one_change(approved=None), [("date-change-not-approved", "Approved on")]),
    ("an approval without a name", one_change(by=""), [("date-change-without-approver", "Approved by")]),
    ("due when nobody knows", one_action(original_due=ApproximateDate("Ongoing", None, None)),
     [("due-date-without-end", "Original due date")]),
    ("moved to no day at all", {"date_changes": [date_change(ApproximateDate("TBC", None, None), MARCH,
     approved_by="Ann Archer")]}, [("due-date-without-end", "New due date")]),
    ("done, due when nobody knew", one_action(**DONE | {"original_due": ApproximateDate("TBC", None, None)}), []),
    ("due in words with a last day", one_action(original_due=ApproximateDate("June 2010", None, MAY)), []),
    ("a due date that cannot be read",
     one_action(original_due=ApproximateDate("soon", None, None), unreadable=frozenset({"original_due"})), []),
    ("a change to the same day", {"date_changes": [date_change(date(2010, 6, 30), MARCH, approved_by="Ann Archer")]},
     []),
    # dates
    ("completed after the day of the data", one_action(**DONE | {"completed": MAY}),
     [("dated-after-data-as-at", "Completed on")]),
    ("two late days of a row are one problem", one_recommendation(raised=MAY, closed=MAY, closure_evidence="Note")
     | one_action(**DONE), [("completed-before-it-began", "Completed on"), ("dated-after-data-as-at", "Date raised")]),
    ("a window backwards", {"forward_plan": [scheduled(window_from=MAY, window_to=MARCH)]},
     [("window-backwards", "Window to")]),
    ("a window of one day", {"forward_plan": [scheduled(window_from=MAY, window_to=MAY)]}, []),
    ("a window without a last day", {"forward_plan": [scheduled(window_from=MAY)]}, [("window-open", "Window to")]),
    ("a window without a first day", {"forward_plan": [scheduled(window_to=MAY)]}, [("window-open", "Window from")]),
    ("a window whose last day cannot be read",
     {"forward_plan": [scheduled(window_from=MAY, unreadable=frozenset({"window_to"}))]}, []),
    # criteria
    ("a level is gone", {"annex1": [*ROWS.values()][:3]}, []),
    ("one level is no scale", {"annex1": [*ROWS.values()][:1]}, [("number-of-levels", None)]),
    ("a level stands twice", {"annex1": [*ROWS.values(), ROWS["Major"]]}, [("duplicate-level", "Priority")]),
    ("a level became another", {"annex1": [*[*ROWS.values()][:3], ROWS["Major"]]},
     [("duplicate-level", "Priority")]),
    ("a rating is gone", {"annex2": [build(type(shipped), {"status": "Red", "label": "Red"})
                                     for shipped in tracker().annex2[:1]]}, [("missing-level", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("sheets", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_what_a_row_sets_off(sheets: dict[str, Any], expected: list[tuple[str, str | None]]) -> None:
    assert found(of(**sheets)) == expected


@pytest.mark.parametrize(("previous", "told"), [(MARCH, 0), (APRIL, 1), (MAY, 1), (None, 0)])
def test_the_last_report_was_before_this_one(previous: date | None, told: int) -> None:
    made = tracker(
        {"previous_as_at": previous},
        recommendations=[recommendation()],
        actions=[action()],
        updates=[update()],
    )
    assert found(made) == [("previous-not-before", "Previous data as at")] * told


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        (date(2010, 4, 29), ""),
        (date(2010, 3, 5), " Is 3 May 2010 meant?"),
        (date(2010, 1, 2), ""),
        (date(2009, 5, 4), ""),
    ],
)
def test_the_committee_meets_after_the_day_of_the_data(day: date, hint: str) -> None:
    made = tracker({"committee_date": day})
    [problem] = date_order.committee_meets_after_the_data(made, assess(made, APRIL))
    assert problem.code == "committee-before-data"
    assert problem.message.partition(".")[2] == hint


@pytest.mark.parametrize("day", [APRIL, MAY, None])
def test_a_committee_that_meets_on_the_day_or_later_is_no_problem(day: date | None) -> None:
    made = tracker({"committee_date": day})
    assert list(date_order.committee_meets_after_the_data(made, assess(made, APRIL))) == []


def test_without_a_day_of_the_data_nothing_is_late() -> None:
    made = Tracker(details(data_as_at=None), actions=(action(**DONE | {"completed": MAY}),))
    assert list(date_order.facts_are_not_in_the_future(made, assess(made, None))) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"completed": MARCH, "evidence": "The board agreed"}, []),
        ({"completed": MARCH}, ["cancelled-without-reason"]),
        ({"evidence": "The board agreed"}, ["complete-without-date"]),
    ],
)
def test_a_cancelled_action_wants_its_day_and_its_reason_alone(
    facts: dict[str, object], expected: list[str]
) -> None:
    of = tracker(
        recommendations=[recommendation()], actions=[action(progress=ActionProgress.CANCELLED, **facts)]
    )
    found = [problem.code for check in action_rows.CHECKS for problem in check(of, assess(of, APRIL))]
    assert found == expected
