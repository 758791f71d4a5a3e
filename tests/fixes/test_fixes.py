"""Every fix of the catalogue, followed to the letter: the problem is gone, and nothing else has come of it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from audit_report.pipeline import check_workbook
from audit_report.problems import Problem
from tests.fixes.cases import CASES, NOT_FOLLOWED
from tests.fixes.edits import Edit
from tests.fixes.registers import april, copied, march, saved, workbook
from tests.made_docs import CATALOGUE

AS_MADE, BEFORE = workbook(april()), workbook(march())
FEWEST = 10


def problems(
    book: Workbook, folder: Path, before: Sequence[Edit] = (), *, compared: bool
) -> tuple[Problem, ...]:
    """What is told of a workbook, compared with the last report's own or not."""
    path = saved(book, folder / "tracker.xlsx")
    if not compared:
        return check_workbook(path).problems
    then, previous = copied(BEFORE), folder / "march.xlsx"
    edit(then, before)
    then.save(previous)
    return check_workbook(path, previous=previous).problems


def edit(book: Workbook, edits: Sequence[Edit]) -> None:
    for each in edits:
        each(book)


def codes(found: Sequence[Problem]) -> set[str]:
    return {each.code for each in found}


def test_every_problem_is_followed_or_it_is_said_why_not() -> None:
    known = {entry.code for entry in CATALOGUE}
    assert set(CASES) | set(NOT_FOLLOWED) == known
    assert not set(CASES) & set(NOT_FOLLOWED)
    assert len(NOT_FOLLOWED) < FEWEST


@pytest.mark.parametrize("code", CASES)
def test_what_the_fix_says_puts_it_right(code: str, tmp_path: Path) -> None:
    case = CASES[code]
    compared, given = case.compared, case.compared or case.gives_previous
    sound = problems(copied(AS_MADE), tmp_path, compared=given)
    book = copied(AS_MADE)
    edit(book, case.spoil)
    spoilt = problems(book, tmp_path, case.before, compared=compared)
    edit(book, case.mend)
    mended = problems(book, tmp_path, compared=given)

    assert code not in codes(sound)
    assert code in codes(spoilt)
    assert any(case.says in each.fix for each in spoilt if each.code == code)
    assert Counter(each.code for each in mended) - Counter(each.code for each in sound) <= Counter(
        [case.brings]
    )
