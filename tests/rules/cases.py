"""Tables of cases: a row of a CSV file is a test, and its column "Why" says what the case shows.

Anyone may add a row in a spreadsheet program. Days are typed 30/04/2010. A blank cell stands for the usual
value, which the test that reads the table gives; "none" stands for a cell that is blank in the tracker.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

E = TypeVar("E")

Case = Mapping[str, str]


def cases(name: str) -> list[Any]:
    """The rows of a table beside this file, each a pytest parameter named by its "Why"."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(case, id=case["Why"]) for case in _rows(file)]


def given(case: Case, title: str, usual: str) -> str:
    """What a case gives under a title: the usual where it is blank, a blank where it says "none"."""
    text = case[title] or usual
    return "" if text == "none" else text


def day(text: str) -> date | None:
    """The day typed as 30/04/2010; None for a blank."""
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def pounds(text: str) -> float | None:
    """The amount typed as 1,200,000; None for a blank."""
    return float(text.replace(",", "")) if text else None


def yes(text: str) -> bool | None:
    """Whether a cell says Yes; None for a blank."""
    return {"Yes": True, "No": False, "": None}[text]


def entry(options: Callable[[str], E], text: str) -> E | None:
    """The entry of a list that a cell names; None for a blank."""
    return options(text) if text else None


def listed(text: str) -> list[str]:
    """The entries of a cell that holds several, parted by "+"."""
    return [part.strip() for part in text.split("+") if part.strip()]


def _rows(lines: Iterator[str]) -> Iterator[dict[str, str]]:
    for row in csv.DictReader(lines, strict=True):
        yield {title.strip(): text.strip() for title, text in row.items()}
