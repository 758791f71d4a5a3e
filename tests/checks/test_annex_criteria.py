"""The words of Annex 1 say what its rule does, or it is told."""

from collections.abc import Mapping
from typing import Any

import pytest

from audit_report import catalogue
from audit_report.model.records import PriorityCriteria
from audit_report.model.vocabulary import FinancialTest
from tests.builders import build, shipped_annex1, tracker
from tests.checks import told

SHIPPED = shipped_annex1()
EITHER = {"financial_test": FinancialTest.EITHER}


def codes(settings: Mapping[str, object] | None = None, **facts: Any) -> list[str]:  # noqa: ANN401  a record's own
    """What is told of Critical with other words or thresholds, the other levels as shipped."""
    shipped = {
        name: getattr(SHIPPED[0], name) for name in ("level", "label", "loss_at_least", "more_than_share")
    }
    usual = {**shipped, "financial": SHIPPED[0].financial}
    rows = (build(PriorityCriteria, usual | facts), *SHIPPED[1:])
    found = told(tracker(settings or {}, annex1=rows), (catalogue.CriteriaContradictRule,))
    assert all(each.code == "criteria-contradict-rule" for each in found)
    return [
        each.mistake.level for each in found if isinstance(each.mistake, catalogue.CriteriaContradictRule)
    ]


@pytest.mark.parametrize(
    ("facts", "contradicts"),
    [
        ({}, False),
        ({"loss_at_least": 2_000_000.0}, True),
        ({"more_than_share": 0.2}, True),
        ({"loss_at_least": 2_000_000.0, "financial": "A loss of £2m or over 15 per cent."}, False),
        ({"loss_at_least": 2_000_000.0, "financial": "A loss of £2,000,000."}, False),
        ({"loss_at_least": 2_000_000.0, "financial": "A loss of £1 million."}, True),
        ({"loss_at_least": 2_000_000.0, "financial": "A heavy loss."}, False),
        ({"loss_at_least": None, "financial": "A loss of £5."}, False),
        ({"loss_at_least": 2_000_000.0, "unreadable": frozenset({"loss_at_least"})}, False),
    ],
)
def test_amounts_and_shares_in_words_are_those_of_the_level(
    facts: dict[str, object], *, contradicts: bool
) -> None:
    assert codes(None, **facts) == (["Critical"] if contradicts else [])


def test_words_for_both_tests_contradict_a_rule_of_either() -> None:
    assert codes(EITHER) == ["Critical", "Major", "Moderate"]
    assert codes(EITHER, financial="£1.0M or more, or more than 15% of the budget.") == ["Major", "Moderate"]
