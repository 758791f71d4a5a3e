import pytest

from audit_report.model.assessed import RatedRecommendation
from audit_report.model.records import Assessment
from audit_report.rules.assess import assess
from audit_report.rules.who_is_reported import reported_elsewhere
from tests.builders import APRIL, assessment, recommendation, tracker, update
from tests.rules.cases import Case, cases, day, entry, given
from tests.shipped_scale import level_named, status_named


def assessments_of(case: Case) -> list[Assessment]:
    """The source assessment A1, its whole and its part; by default all are reported here."""
    return [
        assessment("WHOLE", reported_through=case["Its whole reported through"]),
        assessment(part_of="WHOLE", reported_through=case["Reported through"]),
        assessment("PART", part_of="A1", reported_through=case["Its part reported through"]),
    ]


@pytest.mark.parametrize("case", cases("reported_cases.csv"))
def test_who_is_reported(case: Case) -> None:
    """By default as at 30 April 2010, raised in December 2009 and open."""
    of = tracker(
        assessments=assessments_of(case),
        recommendations=[
            recommendation(
                raised=day(given(case, "Date raised", "09/12/2009")),
                closed=day(case["Closed on"]),
                service_impact=entry(level_named, case["Service impact"]),
            )
        ],
        updates=[update(day=day("01/04/2010"), declared=status_named(case["Status declared"]))],
    )
    [rated] = assess(of, day(given(case, "As at", "30/04/2010"))).recommendations
    assert ("Yes" if rated.current else "No") == case["Current"]
    assert (rated.section or "") == case["Section"]


def only(of: list[Assessment], source: str = "A1") -> RatedRecommendation:
    records = [recommendation(source_assessment=source)]
    [rated] = assess(tracker(assessments=of, recommendations=records), APRIL).recommendations
    return rated


@pytest.mark.parametrize("source", ["NOWHERE", ""])
def test_a_source_that_is_nowhere_is_reported_here(source: str) -> None:
    assert only([assessment(reported_through="Elsewhere")], source).section == "B"


def test_refs_of_assessments_are_matched_without_case_or_spacing() -> None:
    assert not only([assessment("A-1", reported_through="Elsewhere")], "a - 1").current


def refs_elsewhere(*of: Assessment) -> list[str]:
    return sorted(each.ref for each in reported_elsewhere(tracker(assessments=of)))


def test_the_whole_of_a_whole_takes_its_parts_along() -> None:
    bottom, middle = assessment("C", part_of="B"), assessment("B", part_of="A")
    top, beside = assessment("A", reported_through="Elsewhere"), assessment("D")
    assert refs_elsewhere(bottom, middle, top, beside) == ["A", "B", "C"]
    assert refs_elsewhere(beside, top, middle, bottom) == ["A", "B", "C"]


def test_parts_in_a_circle_end() -> None:
    circle = [assessment("A", part_of="B"), assessment("B", part_of="C"), assessment("C", part_of="A")]
    assert refs_elsewhere(*circle, assessment("D", part_of="A")) == []
    routed = assessment("C", part_of="A", reported_through="Elsewhere")
    assert refs_elsewhere(*circle[:2], routed, assessment("D", part_of="A")) == ["A", "B", "C", "D"]


def test_an_assessment_part_of_itself_ends() -> None:
    assert refs_elsewhere(assessment("A", part_of="A")) == []


def test_a_long_chain_of_parts_is_followed() -> None:
    chain = [assessment(f"A{number}", part_of=f"A{number + 1}") for number in range(3_000)]
    top = assessment("A3000", reported_through="Elsewhere")
    assert len(refs_elsewhere(*chain, top)) == 3_001
