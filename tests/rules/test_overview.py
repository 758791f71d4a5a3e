"""Section A: which assessments are shown where Show in overview is blank."""

from datetime import date

import pytest

from audit_report.model.records import Assessment
from audit_report.rules.assess import assess
from audit_report.rules.overview import in_overview
from audit_report.schema.dates.approximate_dates import ApproximateDate
from tests.builders import APRIL, assessment, recommendation, tracker

CLOSED = date(2010, 4, 1)
OLD, RECENT = ApproximateDate.on(date(2008, 5, 1)), ApproximateDate.on(date(2009, 4, 30))


def shown(*assessments: Assessment, version: int = 2, closed: date | None = None) -> list[str]:
    """The refs of those that are shown; the one recommendation is of A1."""
    of = tracker(
        {"template_version": version},
        assessments=assessments,
        recommendations=[recommendation(closed=closed)],
    )
    return [each.ref for each in in_overview(of, assess(of, APRIL))]


def test_one_is_shown_while_a_recommendation_of_it_is_current() -> None:
    assert shown(assessment(reported=OLD)) == ["A1"]
    assert shown(assessment(reported=OLD), closed=CLOSED) == []


def test_one_is_shown_while_it_is_recent_to_the_day() -> None:
    assert shown(assessment(reported=RECENT), closed=CLOSED) == ["A1"]
    assert shown(assessment(reported=ApproximateDate.on(date(2009, 4, 29))), closed=CLOSED) == []


def test_a_whole_is_shown_with_its_parts_and_a_part_is_as_recent_as_its_whole() -> None:
    assert shown(assessment("W"), assessment(part_of="W", reported=OLD)) == ["W", "A1"]
    assert shown(assessment("W", reported=RECENT), assessment(part_of="W"), closed=CLOSED) == ["W", "A1"]


@pytest.mark.parametrize("said", [True, False])
def test_what_the_row_says_decides(said: bool) -> None:  # noqa: FBT001  a value of the cell
    assert shown(assessment(reported=OLD, in_overview=said)) == (["A1"] if said else [])


def test_in_a_tracker_of_the_first_version_blank_means_yes() -> None:
    assert shown(assessment(reported=OLD), version=1, closed=CLOSED) == ["A1"]


def test_one_reported_elsewhere_is_shown_while_a_critical_one_of_it_is_open() -> None:
    elsewhere = assessment(reported=OLD, reported_through="the Schools Forum")
    assert shown(elsewhere) == ["A1"]
    assert shown(elsewhere, closed=CLOSED) == []
