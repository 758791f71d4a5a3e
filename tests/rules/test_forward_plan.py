from datetime import date

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from audit_report.rules.assess import assess
from audit_report.schema.dates.approximate_dates import ApproximateDate, read_approximate_date
from audit_report.schema.dates.calendar_months import months_after
from tests.builders import APRIL, scheduled, tracker
from tests.rules.cases import Case, cases, day, given


def review_of(text: str) -> ApproximateDate | None:
    on = day(text) if text.count("/") == 2 else None
    return ApproximateDate("", on, on) if on else read_approximate_date(text)


@pytest.mark.parametrize("case", cases("forward_plan_cases.csv"))
def test_forward_plan(case: Case) -> None:
    """By default as at 30 April 2010 and six months ahead: from 1 April to 30 October."""
    row = scheduled(
        review=review_of(case["Date of next review"]),
        window_from=day(case["Window from"]),
        window_to=day(case["Window to"]),
    )
    of = tracker({"months_ahead": int(case["Months ahead"] or 6)}, forward_plan=[row])
    [rated] = assess(of, day(given(case, "As at", "30/04/2010"))).forward_plan
    assert rated.scheduled is row
    assert rated.earliest == day(case["First day"])
    assert rated.latest == day(case["Last day"])
    assert ("Yes" if rated.known else "No") == case["Known"]
    assert ("Yes" if rated.listed else "No") == case["Listed"]


def test_every_row_is_kept_in_the_order_of_the_sheet() -> None:
    rows = [
        scheduled(ref=ref, review=review_of(text)) for ref, text in (("F2", "May 2010"), ("F1", "May 2012"))
    ]
    rated = assess(tracker(forward_plan=rows), APRIL).forward_plan
    assert [(each.scheduled.ref, each.listed) for each in rated] == [("F2", True), ("F1", False)]


def test_without_a_day_nothing_is_listed() -> None:
    rows = [scheduled(review=review_of("May 2010")), scheduled(review=review_of("TBC"))]
    rated = assess(tracker(forward_plan=rows), None).forward_plan
    assert [each.listed for each in rated] == [False, False]
    assert rated[0].earliest == date(2010, 5, 1)


@for_all(
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    st.integers(0, 24),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
)
def test_a_longer_look_ahead_drops_no_row(as_at: date, months: int, review: date) -> None:
    row = scheduled(review=ApproximateDate("", review, review))
    shorter, longer = (
        assess(tracker({"months_ahead": ahead}, forward_plan=[row]), as_at).forward_plan[0].listed
        for ahead in (months, months + 1)
    )
    assert longer or not shorter


@for_all(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(0, 60), st.integers(0, 60))
def test_months_add_up(start: date, some: int, more: int) -> None:
    first = start.replace(day=1)
    assert months_after(months_after(first, some), more) == months_after(first, some + more)
    assert months_after(start, 12 * some).month == start.month
