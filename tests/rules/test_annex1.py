import pytest

from audit_report.model.records import PriorityCriteria, Recommendation
from audit_report.model.scales import Level
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import FinancialTest, ImpactArea
from audit_report.rules.annex1_priority import rate_priority
from tests.builders import build, recommendation, shipped_annex1, tracker
from tests.rules.cases import Case, cases, entry, listed, pounds
from tests.shipped_scale import LEVELS, Priority, level_named

EITHER = {"financial_test": FinancialTest.EITHER}


def rated_by(case: Case) -> tuple[Recommendation, Tracker]:
    record = recommendation(
        loss=pounds(case["Financial loss (£)"]),
        budget=pounds(case["Departmental budget (£)"]),
        service_impact=entry(level_named, case["Service impact"]),
        reputation_impact=entry(level_named, case["Reputation impact"]),
        people_impact=entry(level_named, case["People impact"]),
        recorded_priority=entry(level_named, case["Recorded priority"]),
        reason_differs=case["Reason priority differs"],
    )
    test = entry(FinancialTest, case["Financial test"]) or FinancialTest.BOTH
    return record, tracker({"financial_test": test})


@pytest.mark.parametrize("case", cases("annex1_cases.csv"))
def test_priority(case: Case) -> None:
    rated = rate_priority(*rated_by(case))
    assert rated.stands == entry(level_named, case["Priority that stands"])
    assert rated.evidence == entry(level_named, case["Priority by the evidence"])
    assert rated.areas == tuple(ImpactArea(area) for area in listed(case["Set by"]))
    assert rated.reasons


def reasons(of: Tracker, **facts: object) -> tuple[str, ...]:
    record = recommendation(**({"service_impact": None} | facts))
    return rate_priority(record, of).reasons


def test_reasons_name_the_area_and_its_criterion() -> None:
    annex1 = [build(PriorityCriteria, {"level": "Major", "people": "Injuries.\nMany days lost."})]
    assert reasons(tracker(annex1=annex1), people_impact=Priority.MAJOR) == (
        "People impact: Major – Injuries. Many days lost.",
    )


def test_reasons_name_the_areas_that_set_it_and_then_the_others() -> None:
    given = reasons(
        tracker(annex1=[]),
        service_impact=Priority.CRITICAL,
        reputation_impact=Priority.MODERATE,
        people_impact=Priority.CRITICAL,
    )
    assert given == (
        "Service impact: Critical",
        "People impact: Critical",
        "Less severe: reputation Moderate.",
    )


@pytest.mark.parametrize(
    ("loss", "budget", "settings", "sentence"),
    [
        (
            1_200_000.0,
            5_000_000.0,
            {},
            (
                "a loss of £1,200,000 is at least £1,000,000 and more than 15% of the departmental budget "
                "of £5,000,000 – Critical"
            ),
        ),
        (
            500_000.5,
            None,
            {},
            "a loss of £500,000.50 is at least £500,000 (no departmental budget is given) – Major",
        ),
        (
            250_000.0,
            500_000.0,
            EITHER,
            "a loss of £250,000 is more than 15% of the departmental budget of £500,000 – Critical",
        ),
        (
            1_000_000.0,
            100_000_000.0,
            EITHER,
            "a loss of £1,000,000 is at least £1,000,000 – Critical",
        ),
        (20.0, 500_000.0, {}, "a loss of £20 meets the test of no higher level – Best Practice"),
    ],
)
def test_reasons_name_the_financial_tests_met(
    loss: float, budget: float | None, settings: dict[str, object], sentence: str
) -> None:
    assert reasons(tracker(settings), loss=loss, budget=budget) == (f"Financial: {sentence}",)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"recorded_priority": Priority.MAJOR, "reason_differs": "Agreed\nin May"},
            "The evidence gives Moderate, but it is recorded as Major, which stands: Agreed in May",
        ),
        (
            {"recorded_priority": Priority.BEST_PRACTICE},
            (
                "The evidence gives Moderate, but it is recorded as Best Practice and no reason is given: "
                "the more severe, Moderate, stands."
            ),
        ),
        ({"recorded_priority": Priority.MODERATE}, "It is recorded as Moderate too."),
        (
            {"service_impact": None, "recorded_priority": Priority.MAJOR},
            "It is recorded as Major; there is no financial loss or impact level to rate it by.",
        ),
        (
            {"service_impact": None},
            "There is no financial loss, impact level or recorded priority to rate it by.",
        ),
    ],
)
def test_the_last_reason_says_how_evidence_and_record_combine(
    facts: dict[str, object], sentence: str
) -> None:
    assert reasons(tracker(), **({"service_impact": Priority.MODERATE} | facts))[-1] == sentence


def level(of: Level, **facts: object) -> PriorityCriteria:
    return build(PriorityCriteria, {"level": of.name} | facts)


def financial_level(annex1: list[PriorityCriteria], loss: float, budget: float | None) -> Level | None:
    """The level that a loss gives, by these rows and, without thresholds, those of the other shipped levels."""
    own = {row.level: row for row in annex1}
    rows = [own.get(each.name) or level(each) for each in LEVELS]
    record = recommendation(service_impact=None, loss=loss, budget=budget)
    return rate_priority(record, tracker(annex1=rows)).stands


def test_a_level_with_one_threshold_is_judged_by_it_alone() -> None:
    annex1 = [level(Priority.CRITICAL, loss_at_least=100.0), level(Priority.MAJOR, more_than_share=0.5)]
    assert financial_level(annex1, 100.0, 1_000.0) == Priority.CRITICAL
    assert financial_level(annex1, 99.0, 100.0) == Priority.MAJOR
    assert financial_level(annex1, 50.0, 100.0) == Priority.BEST_PRACTICE


def test_a_share_alone_cannot_be_judged_without_a_budget() -> None:
    annex1 = [level(Priority.CRITICAL, more_than_share=0.5), level(Priority.MAJOR, loss_at_least=100.0)]
    assert financial_level(annex1, 100.0, None) == Priority.MAJOR


def test_a_level_without_thresholds_is_passed_over() -> None:
    without_critical = [row for row in shipped_annex1() if row.level != "Critical"]
    assert financial_level(without_critical, 2_000_000.0, 5_000_000.0) == Priority.MAJOR


def test_without_any_threshold_a_loss_is_no_evidence() -> None:
    assert financial_level([], 2_000_000.0, 5_000_000.0) is None


def test_the_rows_give_the_order_of_the_levels() -> None:
    rows = [
        build(PriorityCriteria, {"level": name})
        for name in ("Fundamental", "Significant", "Merits attention")
    ]
    fundamental, _, merits = tracker(annex1=rows).scales.levels
    record = recommendation(service_impact=merits, people_impact=fundamental)
    assert rate_priority(record, tracker(annex1=rows)).stands == fundamental


def test_thresholds_on_the_floor_level_change_nothing() -> None:
    annex1 = [level(Priority.BEST_PRACTICE, loss_at_least=100.0, more_than_share=0.5)]
    for loss in (99.0, 1_000.0):
        record = recommendation(service_impact=None, loss=loss, budget=10.0)
        rows = [*shipped_annex1()[:3], *annex1]
        rated = rate_priority(record, tracker(annex1=rows))
        assert rated.stands == Priority.BEST_PRACTICE
        assert "meets the test of no higher level" in rated.reasons[0]


def test_a_worked_out_loss_or_share_is_compared_to_the_penny() -> None:
    annex1 = [level(Priority.CRITICAL, loss_at_least=0.3, more_than_share=0.1 + 0.05)]
    assert financial_level(annex1, 0.1 + 0.2, 1.0) == Priority.CRITICAL
    assert financial_level(annex1, 1.5, 10.0) == Priority.BEST_PRACTICE
