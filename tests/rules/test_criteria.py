from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.vocabulary import FinancialTest, LatenessBasis
from audit_report.rules.criteria_in_words import criteria_in_words
from tests.builders import build, shipped_annex1, tracker

BOTH = "    Financial: a loss of at least £1,000,000 and more than 15% of the departmental budget"
EITHER = "    Financial: a loss of at least £1,000,000 or more than 15% of the departmental budget"


def test_shipped_rules() -> None:
    lines = criteria_in_words(tracker())
    assert lines[0] == "Annex 1: priority"
    assert BOTH in lines
    assert "    Financial: a loss that meets the tests of no level above" in lines
    assert "Red, printed as “Red (not on track)”: any of these" in lines
    assert "  An action is not completed and its current due date is before the as-at day." in lines
    assert any("plus 6 months" in line for line in lines)


def test_every_level_says_its_criteria() -> None:
    lines = criteria_in_words(tracker())
    for row in shipped_annex1():
        for area, text in (("Service", row.service), ("Reputation", row.reputation), ("People", row.people)):
            assert f"    {area}: {text}" in lines


def test_settings_and_labels_of_the_tracker() -> None:
    of = tracker(
        {
            "financial_test": FinancialTest.EITHER,
            "lateness": LatenessBasis.ORIGINAL,
            "months_ahead": 9,
        },
        annex2=[
            build(StatusCriteria, {"status": "Red", "label": "Off course"}),
            build(StatusCriteria, {"status": "Green", "label": "Green"}),
        ],
    )
    lines = criteria_in_words(of)
    assert EITHER in lines
    assert "Red, printed as “Off course”: any of these" in lines
    assert "Green: none of them" in lines
    assert "  An action is not completed and its original due date is before the as-at day." in lines
    assert "  Section C: every current recommendation of lower priority whose status is Off course." in lines
    assert any("plus 9 months" in line for line in lines)


def test_a_level_without_thresholds_says_so() -> None:
    annex1 = [build(PriorityCriteria, {"level": name}) for name in ("High", "Low")]
    annex1.insert(0, build(PriorityCriteria, {"level": "Severe", "loss_at_least": 5.0}))
    lines = criteria_in_words(tracker(annex1=annex1))
    assert lines[lines.index("  High") + 1] == "    Financial: no test is given"
