from audit_report.model.records import StatusCriteria
from audit_report.model.vocabulary import FinancialTest, LatenessBasis, PlanStatus, Priority
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
        annex2=[build(StatusCriteria, {"status": PlanStatus.RED, "label": "Off course"})],
    )
    lines = criteria_in_words(of)
    assert EITHER in lines
    assert "Red, printed as “Off course”: any of these" in lines
    assert "Green: none of them" in lines
    assert "  An action is not completed and its original due date is before the as-at day." in lines
    assert "  Section C: every current recommendation of lower priority whose status is Off course." in lines
    assert any("plus 9 months" in line for line in lines)


def test_a_missing_row_says_so() -> None:
    annex1 = [row for row in shipped_annex1() if row.level is not Priority.MAJOR]
    lines = criteria_in_words(tracker(annex1=annex1))
    assert lines[lines.index("  Major") + 1] == "    Financial: no test is given"
