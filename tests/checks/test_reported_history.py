"""What the tracker has kept of its last report, against the rows of today."""

from datetime import date

import pytest

from audit_report.checks import check, reported_history
from audit_report.model.records import PastReport, ReportedRating
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, Quality, ReportedPlace
from audit_report.problems import Problem
from audit_report.rules.assess import assess
from audit_report.schema.record import Record
from tests.builders import APRIL, action, build, date_change, recommendation, tracker, update
from tests.shipped_scale import PlanStatus

JANUARY, BEFORE, SINCE = date(2010, 1, 31), date(2010, 1, 15), date(2010, 2, 15)
LATE = date(2010, 1, 1)


def kept(**row: object) -> ReportedRating:
    usual: dict[str, object] = {
        "as_at": JANUARY,
        "recommendation": "R1",
        "priority": "Critical",
        "status": "Red",
        "section": ReportedPlace.B,
    }
    return build(ReportedRating, usual | row)


def told(of: Tracker) -> list[Problem]:
    assessed = assess(of, APRIL)
    return [problem for check in reported_history.CHECKS for problem in check(of, assessed)]


def now(*rows: Record, said: ReportedRating | None = None, **of: object) -> Tracker:
    """R1 of today with these rows, and what January's report said of it."""
    sheets: dict[str, list[Record]] = {"actions": [], "date_changes": [], "updates": []}
    names = {"Actions": "actions", "Date changes": "date_changes", "Progress updates": "updates"}
    for row in rows:
        sheets[names[row.sheet]].append(row)
    return tracker(
        {"previous_as_at": JANUARY},
        recommendations=[recommendation(**of)],
        reported_ratings=[said or kept()],
        **sheets,
    )


DONE = {"progress": ActionProgress.COMPLETE, "original_due": LATE}
GREEN = kept(status="Green")


@pytest.mark.parametrize(
    ("of", "rows"),
    [
        (now(action(completed=BEFORE, **DONE)), ["Completed on"]),
        (now(action(original_due=LATE), date_change(date(2010, 9, 30), BEFORE)), ["Approved on"]),
        (now(update(day=date(2010, 1, 5), declared=PlanStatus.RED), update(day=BEFORE)), ["Update date"]),
        (now(update(day=BEFORE, declared=PlanStatus.RED), said=GREEN), ["Update date"]),
        (now(closed=BEFORE), ["Closed on"]),
        (now(action(completed=SINCE, **DONE)), []),
        (now(action(original_due=LATE)), []),
        (now(update(day=SINCE, declared=PlanStatus.RED), said=GREEN), []),
        (now(closed=BEFORE, said=kept(section=ReportedPlace.CLOSED)), []),
        (now(said=kept(status="Puce")), []),
        (now(), []),
        (now(action(completed=BEFORE, quality=Quality.NOT_MET, **DONE)), []),
    ],
    ids=[
        "a completion", "an extension", "a better update", "a worse update", "a closure", "completed since",
        "late as it was", "worse since", "closed as it was", "a status that is no more", "a fact without a date",
        "red for its quality, then as now",
    ],
)  # fmt: skip
def test_the_fact_put_in_afterwards_is_named(of: Tracker, rows: list[str]) -> None:
    [rated] = assess(of, APRIL).recommendations
    found = rated.no_longer_follows
    assert [cell.header for cell in (found.cells if found else ())] == rows
    assert [problem.code for problem in told(of) if problem.code == "put-in-afterwards"] == [
        "put-in-afterwards"
    ][: len(rows)]


@pytest.mark.parametrize(
    ("of", "hedged"),
    [
        (now(action(completed=BEFORE, **DONE)), True),
        (now(update(day=BEFORE, declared=PlanStatus.RED), said=GREEN), False),
    ],
    ids=["what was red may have been so without a date", "what was green cannot"],
)
def test_what_may_rest_on_a_fact_without_a_date_is_not_called_certain(of: Tracker, *, hedged: bool) -> None:
    [problem] = told(of)
    assert (
        "unless Progress, Quality or Improvement plan in place was otherwise" in problem.message
    ) is hedged


def test_a_recommendation_that_was_deleted_is_told() -> None:
    of = now(said=kept(recommendation="R7"))
    assert [(problem.code, problem.ref) for problem in told(of)] == [("row-removed", "R7")]


def test_the_figures_of_the_reports_that_are_kept_are_no_dates() -> None:
    figures = build(PastReport, {"as_at": JANUARY, "current": 8, "closed": 2})
    of = tracker({"previous_as_at": JANUARY}, recommendations=[recommendation()], reports=[figures])
    assert "dated-after-data-as-at" not in [problem.code for problem in check(of, assess(of, APRIL))]


def test_a_day_of_which_nothing_is_kept_is_told() -> None:
    of = now(said=kept(as_at=date(2009, 10, 31)))
    assert [problem.code for problem in told(of)] == ["report-not-kept"]


def test_words_that_the_scale_no_longer_has_are_told_once() -> None:
    rows = [kept(recommendation=ref, priority="Grave", status="Puce") for ref in ("R1", "R2")]
    of = tracker(
        {"previous_as_at": JANUARY},
        recommendations=[recommendation(ref=ref) for ref in ("R1", "R2")],
        reported_ratings=rows,
    )
    [problem] = told(of)
    assert problem.code == "reported-level-gone"
    assert "“Grave”, “Puce”" in problem.message
