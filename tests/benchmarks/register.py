"""A tracker of any size: N recommendations, each with three actions, one of them moved, and two updates.

Every recommendation is critical, so that the report prints all of them; no two texts are the same.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

from tests.trackers import Rows, small_tracker

_AS_AT = date(2010, 4, 30)
_LEVELS = ("Critical", "Major", "Moderate", "Best Practice")
_PEOPLE = 40
_CHANCE = random.Random()  # noqa: S311  words, not secrets
_VOCABULARY = """
    the and of to for with board partners service team children adults safeguarding assessment improvement quality
    training budget review plan progress district council schools health police referral thresholds recruitment
    caseload supervision audit evidence outcome training contract provider commissioning strategy performance
    leadership inspection recommendation milestone survey governance scrutiny cabinet policy procedure framework
    has have been was were agreed completed started delivered published revised introduced appointed strengthened
    monthly quarterly first second third interim final joint local national new further remaining early late
"""
_WORDS = _VOCABULARY.split()


def write_register(path: Path, size: int) -> Path:
    """Write a tracker with `size` recommendations and half as many rows in the forward plan."""
    _CHANCE.seed(size)
    base = small_tracker()
    sheets: dict[str, Iterator[dict[str, object]] | Rows] = {
        **base,
        "Recommendations": _recommendations(size),
        "Actions": _actions(size),
        "Date changes": _date_changes(size),
        "Progress updates": _updates(size),
        "Forward plan": _forward_plan(size),
        "Officers": [
            {"Name": _person(number), "Job title": f"Head of Service {number}"} for number in range(_PEOPLE)
        ],
    }
    workbook = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for number, row in enumerate(rows):
            if number == 0:
                sheet.append(list(row))
            sheet.append(list(row.values()))
    workbook.save(path)
    return path


def _recommendations(size: int) -> Iterator[dict[str, object]]:
    for number in range(size):
        yield {
            "Recommendation ref": f"R{number}",
            "Recommendation": f"Recommendation {number}: {_sentence(14)}",
            "Source assessment": "A1",
            "Other relevant assessments": "Annual Performance Assessment",
            "Date raised": _AS_AT - timedelta(days=100 + number % 200),
            "Directorate": f"Directorate {number % 7}",
            "Service impact": "Critical",
            "Reputation impact": _LEVELS[number % 4],
            "Improvement plan in place": "Yes",
            "Director accountable": _person(number % 5),
            "Delivery leads": f"{_person(number % _PEOPLE)}\n{_person((number + 1) % _PEOPLE)}",
        }


def _actions(size: int) -> Iterator[dict[str, object]]:
    for number in range(size):
        for part in range(3):
            done = part == 0
            yield {
                "Action ref": f"R{number}.{part}",
                "Recommendation ref": f"R{number}",
                "Action": f"Action {part} of recommendation {number}: {_sentence(8)}",
                "Owner": _person((number + part) % _PEOPLE),
                "Original due date": _due(number, part),
                "Progress": "Complete" if done else "In progress",
                "Completed on": _AS_AT - timedelta(days=10) if done else None,
                "Quality": "Met" if done else None,
                "Evidence": f"Minutes of the {_sentence(4)}" if done else None,
            }


def _date_changes(size: int) -> Iterator[dict[str, object]]:
    for number in range(size):
        yield {
            "Action ref": f"R{number}.1",
            "New due date": _due(number, 1) + timedelta(days=30),
            "Reason": f"The partner {_sentence(6)}",
            "Approved by": _person(number % 5),
            "Approved on": _AS_AT - timedelta(days=5),
        }


def _updates(size: int) -> Iterator[dict[str, object]]:
    for number in range(size):
        for age in (90, 10):
            yield {
                "Recommendation ref": f"R{number}",
                "Update date": _AS_AT - timedelta(days=age),
                "Latest progress": _progress(),
                "Status declared": "Green",
                "Significant challenges": "No",
                "Approved by": _person(number % 5),
                "Approved on": _AS_AT - timedelta(days=age - 5),
            }


def _forward_plan(size: int) -> Iterator[dict[str, object]]:
    for number in range(max(1, size // 2)):
        yield {
            "Plan ref": f"F{number}",
            "Assessment": f"Inspection {number} of {_sentence(3)}",
            "Assessing body": "Care Quality Commission",
            "Focus of assessment": _sentence(10),
            "Current rating": "3/4 (good)",
            "Period to be reviewed": "2009-10",
            "Date of next review": ("May 2010", "Summer 2010", "Q2 2010/11", "TBC")[number % 4],
            "Authority lead": _person(number % _PEOPLE),
        }


def _progress() -> str:
    """Three paragraphs and three bullets."""
    paragraphs = [f"{_sentence(14)} {_sentence(12)}" for _ in range(3)]
    return "\n".join([*paragraphs, *(f"• {_sentence(11)} & <{_sentence(2)}>" for _ in range(3))])


def _sentence(length: int) -> str:
    return f"{' '.join(_CHANCE.choices(_WORDS, k=length)).capitalize()}."


def _due(number: int, part: int) -> date:
    return _AS_AT + timedelta(days=(number * 7 + part) % 120 - 20)


def _person(number: int) -> str:
    first = ("Ann", "Ben", "Cat", "Dev", "Eve", "Fay", "Gus", "Hal")[number % 8]
    return f"{first} {('Archer', 'Baker', 'Carter', 'Dyer', 'Elliott')[number // 8]}"
