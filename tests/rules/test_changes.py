import pytest

from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, Quality, SinceLast
from audit_report.rules.assess import assess
from tests.builders import action, assessment, date_change, recommendation, tracker, update
from tests.rules.cases import Case, cases, day, entry, given, yes
from tests.shipped_scale import PlanStatus, status_named


def tracker_of(case: Case) -> Tracker:
    """By default raised in December 2009, with a plan and an action due on 30 June 2010, and no update."""
    rows = [
        (case["Update date"], case["Status declared"]),
        (case["Lower row: update date"], case["Lower row: status declared"]),
    ]
    return tracker(
        {
            "data_as_at": day(given(case, "Data as at", "30/04/2010")),
            "previous_as_at": day(given(case, "Previous data as at", "31/01/2010")),
        },
        assessments=[assessment(reported_through=case["Reported through"])],
        recommendations=[
            recommendation(
                raised=day(given(case, "Date raised", "09/12/2009")),
                closed=day(case["Closed on"]),
                plan_in_place=yes(given(case, "Improvement plan in place", "Yes")),
            )
        ],
        actions=[
            action(
                original_due=day(given(case, "Original due date", "30/06/2010")),
                progress=ActionProgress(given(case, "Progress", "In progress")),
                completed=day(case["Completed on"]),
                quality=entry(Quality, case["Quality"]),
            )
        ],
        date_changes=[date_change(day(case["New due date"]), day(case["Approved on"]))],
        updates=[update(day=day(on), declared=status_named(declared)) for on, declared in rows if on],
    )


def assessed_by(case: Case) -> Assessed:
    return assess(tracker_of(case), day(given(case, "As at", "30/04/2010")))


@pytest.mark.parametrize("case", cases("changes_cases.csv"))
def test_since_the_last_report(case: Case) -> None:
    [rated] = assessed_by(case).recommendations
    change = given(case, "Since last report", "none")
    assert rated.since_last == (SinceLast(change) if change else None)
    assert rated.status == status_named(case["Status"])
    assert rated.last_status == entry(status_named, case["Status last time"])


@pytest.mark.parametrize(
    ("previous", "compared_with"),
    [("31/01/2010", "31/01/2010"), ("30/04/2010", ""), ("01/05/2010", ""), ("", "")],
)
def test_the_last_report_is_of_a_day_before(previous: str, compared_with: str) -> None:
    of = tracker({"previous_as_at": day(previous)})
    assert assess(of, day("30/04/2010")).previous_as_at == day(compared_with)


def test_an_earlier_day_gives_what_was_reported_then() -> None:
    """One workbook gives April's ratings as at April, whatever has happened to it since."""
    of = tracker(
        {"data_as_at": day("31/10/2010"), "previous_as_at": day("30/04/2010")},
        recommendations=[
            recommendation(closed=day("01/10/2010")),
            recommendation(ref="R2", raised=day("01/06/2010")),
        ],
        actions=[action(completed=day("01/09/2010"), progress=ActionProgress.COMPLETE)],
        date_changes=[date_change(day("31/08/2010"), day("01/07/2010"))],
        updates=[update(), update(day=day("20/10/2010"), declared=PlanStatus.RED)],
    )
    april, october = (assess(of, day(text)) for text in ("30/04/2010", "31/10/2010"))
    assert [rated.since_last for rated in april.recommendations] == [SinceLast.FIRST, None]
    assert [rated.since_last for rated in october.recommendations] == [SinceLast.CLOSED, SinceLast.NEW]
    assert [rated.status for rated in april.recommendations] == [PlanStatus.GREEN] * 2
    assert [rated.current_due for rated in april.actions] == [day("30/06/2010")]
    assert [rated.current_due for rated in october.actions] == [day("31/08/2010")]
