"""Since the last report, by that report's own file (build --previous)."""

from datetime import date

import pytest

from audit_report.model.last_report import Earlier
from audit_report.model.scales import Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Quality, Response, SinceLast
from audit_report.rules.assess import assess
from tests.builders import APRIL, action, assessment, recommendation, tracker, update
from tests.shipped_scale import PlanStatus

JULY = date(2010, 7, 31)
RED, GREEN = PlanStatus.RED, PlanStatus.GREEN


def april(of: Tracker) -> Earlier:
    return Earlier("april.xlsx", "", APRIL, of, assess(of, APRIL), 0)


def july(**row: object) -> Tracker:
    """July's workbook, whose one action is not of the quality asked for: Red, on a fact without a date."""
    late = [action(original_due=date(2010, 12, 31), quality=Quality.NOT_MET)]
    return tracker(
        {"data_as_at": JULY, "previous_as_at": APRIL}, recommendations=[recommendation(**row)], actions=late
    )


def since(now: Tracker, then: Tracker) -> tuple[SinceLast | None, Status | None]:
    (rated,) = assess(now, JULY, april(then)).recommendations
    return rated.since_last, rated.last_status


def of_april(declared: Status = GREEN, **row: object) -> Tracker:
    return tracker(recommendations=[recommendation(**row)], updates=[update(declared=declared)])


def test_without_the_file_it_is_not_known() -> None:
    (rated,) = assess(july(), JULY).recommendations
    assert (rated.since_last, rated.last_status) == (SinceLast.UNKNOWN, None)


@pytest.mark.parametrize(
    ("declared", "expected"), [(GREEN, (SinceLast.WORSENED, GREEN)), (RED, (SinceLast.SAME, RED))]
)
def test_the_file_knows_what_it_was(declared: Status, expected: tuple[SinceLast, Status]) -> None:
    assert since(july(), of_april(declared)) == expected


def test_better_than_the_file_says() -> None:
    now = tracker({"data_as_at": JULY}, recommendations=[recommendation()])
    assert since(now, of_april(RED)) == (SinceLast.IMPROVED, RED)


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (Response.NOT_AGREED, Response.NOT_AGREED, SinceLast.SAME),
        (Response.AGREED, Response.NOT_AGREED, SinceLast.UNKNOWN),
        (Response.NOT_AGREED, Response.AGREED, SinceLast.UNKNOWN),
    ],
)
def test_from_no_status_to_one_is_neither_better_nor_worse(
    then: Response, now: Response, expected: SinceLast
) -> None:
    assert since(july(response=now), of_april(response=then))[0] is expected


def test_new_is_what_the_file_did_not_report() -> None:
    nowhere = tracker()
    elsewhere = tracker(
        assessments=[assessment(reported_through="Finance")], recommendations=[recommendation()]
    )
    another = of_april(text="Publish an open data policy")

    assert since(july(), nowhere) == (SinceLast.NEW, None)
    assert since(july(), elsewhere) == (SinceLast.NEW, None)
    assert since(july(), another) == (SinceLast.NEW, None)


def test_what_the_file_had_closed_is_reopened_and_not_new() -> None:
    assert since(july(), of_april(closed=date(2010, 4, 1))) == (SinceLast.REOPENED, None)


def test_closed_is_what_the_file_reported_whatever_the_date() -> None:
    assert since(july(closed=date(2010, 7, 1)), of_april()) == (SinceLast.CLOSED, None)
    assert since(july(closed=date(2010, 4, 29)), of_april()) == (SinceLast.CLOSED, None)
    assert since(july(closed=date(2010, 4, 1)), of_april(closed=date(2010, 4, 1))) == (None, None)


def test_the_refs_are_compared_without_case_and_spacing() -> None:
    assert since(july(), of_april(ref="r 1"))[0] is SinceLast.WORSENED


def test_the_day_is_the_files() -> None:
    now = tracker({"data_as_at": JULY, "previous_as_at": date(2010, 1, 31)})
    assert assess(now, JULY, april(tracker())).previous_as_at == APRIL
