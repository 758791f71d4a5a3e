"""Scales that ratings can be worked out by, and those that cannot work."""

from datetime import date
from typing import Any

import pytest

from audit_report.checks import annex_levels
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.scales import Meaning
from audit_report.problems import Mistake
from audit_report.rules.assess import assess
from audit_report.schema.kinds import Name
from audit_report.schema.raw_values import Raw
from tests.builders import APRIL, build, tracker


def levels(*rows: tuple[str, float | None]) -> list[PriorityCriteria]:
    """Rows of Annex 1: the name of each level and the loss that meets it."""
    return [
        build(PriorityCriteria, {"level": name, "label": name, "loss_at_least": loss}) for name, loss in rows
    ]


def statuses(*names: str) -> list[StatusCriteria]:
    """Rows of Annex 2."""
    return [build(StatusCriteria, {"status": name, "label": name}) for name in names]


def told(**sheets: Any) -> list[tuple[str, str | None]]:  # noqa: ANN401  rows of either sheet
    of = tracker(**sheets)
    assessed = assess(of, APRIL)
    problems = [problem for check in annex_levels.CHECKS for problem in check(of, assessed)]
    return [(problem.code, problem.where.header) for problem in problems]


ON, OFF = Meaning.ON_TRACK, Meaning.OFF_TRACK
THREE = levels(("High", 500.0), ("Medium", 100.0), ("Low", None))


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({}, []),
        ({"annex1": THREE}, []),
        ({"annex1": levels(*((f"Level {number}", None) for number in range(7)))}, []),
        ({"annex1": levels(("Only", None))}, [("number-of-levels", None)]),
        (
            {"annex1": levels(*((f"Level {number}", None) for number in range(8)))},
            [("number-of-levels", None)],
        ),
        (
            {"annex1": levels(("High", None), ("high ", None), ("Low", None))},
            [("duplicate-level", "Priority")],
        ),
        (
            {"annex1": levels(("High", 100.0), ("Low", 100.0))},
            [("thresholds-out-of-order", "Financial loss at least (£)")],
        ),
        ({"annex2": statuses("Red", "Amber", "Green", "Blue")}, []),
        (
            {"annex2": [*statuses("Red", "Green"), build(StatusCriteria, {"status": "Fine", "meaning": ON})]},
            [("meaning-twice", "Meaning")],
        ),
        (
            {"annex2": [build(StatusCriteria, {"status": "Late", "meaning": OFF}), *statuses("Green")]},
            [],
        ),
        ({"annex2": statuses("red", "GREEN")}, []),
        ({"annex2": statuses("Red", "Steady", "Green")}, [("status-without-meaning", "Status")]),
        ({"annex2": statuses("Red", "Amber")}, [("missing-level", None)]),
        ({"annex2": statuses("Green", "Blue")}, [("missing-level", None)]),
    ],
)
def test_a_scale_that_cannot_work_is_told(
    sheets: dict[str, Any], expected: list[tuple[str, str | None]]
) -> None:
    assert told(**sheets) == expected


def test_a_third_colour_is_a_third_status_from_worst_to_best() -> None:
    of = tracker(annex2=statuses("Green", "Amber", "Red"))
    assert [each.name for each in of.scales.worst_first] == ["Red", "Amber", "Green"]
    assert [each.meaning for each in of.scales.worst_first] == [
        Meaning.OFF_TRACK,
        Meaning.AT_RISK,
        Meaning.ON_TRACK,
    ]


def test_the_first_level_alone_is_section_bs() -> None:
    assert [each.in_section_b for each in tracker(annex1=THREE).scales.levels] == [True, False, False]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Critical", None),
        ("Level 1", None),
        (7, "not-a-name"),
        (date(2010, 4, 1), "not-a-name"),
        ("12", "not-a-name"),
    ],
)
def test_the_name_of_a_level_is_words(typed: Raw, told: str | None) -> None:
    outcome = Name().read(typed)
    assert (outcome.code if isinstance(outcome, Mistake) else None) == told
