"""Every fix of the catalogue, followed to the letter: the problem is gone, and nothing else has come of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from audit_report.pipeline import check_workbook
from audit_report.problems import Problem
from tests.fixes.cases import CASES, NOT_FOLLOWED, Case
from tests.fixes.edits import Edit
from tests.fixes.registers import april, copied, march, saved, workbook
from tests.made_docs import CATALOGUE

AS_MADE, BEFORE = workbook(april()), workbook(march())
FEWEST = 10


def problems(book: Workbook, case: Case, folder: Path, before: Sequence[Edit] = ()) -> tuple[Problem, ...]:
    """What is told of a workbook, against the last report's own where the case asks for it."""
    path = saved(book, folder / "tracker.xlsx")
    if not case.compared:
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
    sound = problems(copied(AS_MADE), case, tmp_path)
    book = copied(AS_MADE)
    edit(book, case.spoil)
    spoilt = problems(book, case, tmp_path, case.before)
    edit(book, case.mend)
    mended = problems(book, case, tmp_path)

    assert code not in codes(sound)
    assert code in codes(spoilt)
    assert any(case.says in each.fix for each in spoilt if each.code == code)
    assert codes(mended) <= {*codes(sound), case.brings}
