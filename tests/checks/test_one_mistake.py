"""One mistake, one problem: which problems of a later check are left out, and which are told all the same."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.checks.one_mistake import missing, without_consequences
from audit_report.model.records import Action, Recommendation
from audit_report.problems import Problem
from tests.builders import action, tracker

HERE, THERE, ELSEWHERE = (CellRef("Actions", row, "B", "Recommendation ref") for row in (5, 6, 7))
SHEET = CellRef("Actions")

ERROR, WARNING = catalogue.NoPriority(), catalogue.NoBudget()
INFORMATION = catalogue.QualityNotJudged()


def left(*checks: Sequence[Problem], read: Sequence[Problem] = (), unread: str = "") -> list[Problem]:
    """What is told of the problems of several checks, after those of the reading."""
    of = replace(tracker(), unread=frozenset({unread}))
    return list(without_consequences(of, read, checks))


@pytest.mark.parametrize(
    ("why", "first", "second", "told"),
    [
        ("about other cells", WARNING.at(HERE), WARNING.at(THERE), True),
        ("about the same cell", WARNING.at(HERE), WARNING.at(HERE), False),
        ("rests on it", WARNING.at(HERE), WARNING.at(THERE, rests_on=[ELSEWHERE, HERE]), False),
        ("rests on another", WARNING.at(HERE), WARNING.at(THERE, rests_on=[ELSEWHERE]), True),
        ("the first accuses others too", WARNING.at(HERE, accuses=[HERE, THERE]), WARNING.at(THERE), False),
        ("the first accuses another instead", WARNING.at(HERE, accuses=[THERE]), WARNING.at(HERE), True),
        ("the first accuses nothing", WARNING.at(HERE, accuses=()), WARNING.at(HERE), True),
        ("an error after an error", ERROR.at(HERE), ERROR.at(HERE), False),
        ("an error after a warning stops the report all the same", WARNING.at(HERE), ERROR.at(HERE), True),
        ("a warning after an error", ERROR.at(HERE), WARNING.at(HERE), False),
        ("information accuses nothing", INFORMATION.at(HERE), WARNING.at(HERE), True),
        ("information after a warning", WARNING.at(HERE), INFORMATION.at(HERE), False),
        ("a sheet's problem accuses none of its cells", WARNING.at(SHEET), WARNING.at(HERE), True),
        ("two problems of a sheet", WARNING.at(SHEET), WARNING.at(SHEET), True),
    ],
)
def test_what_follows_from_an_accused_cell(why: str, first: Problem, second: Problem, told: bool) -> None:  # noqa: FBT001  a table's column
    assert left([first], [second]) == ([first, second] if told else [first]), why
    assert left([second], read=[first]) == ([second] if told else []), why


def test_problems_of_one_check_do_not_silence_each_other() -> None:
    both = [WARNING.at(HERE), WARNING.at(HERE)]
    assert left(both) == both


def test_an_earlier_check_is_not_silenced_by_a_later_one() -> None:
    resting, accusing = WARNING.at(THERE, rests_on=[HERE]), WARNING.at(HERE)
    assert left([resting], [accusing]) == [resting, accusing]


def test_what_follows_from_a_consequence_follows_from_its_cause() -> None:
    cause, consequence = WARNING.at(HERE), WARNING.at(THERE, rests_on=[HERE])
    assert left([cause], [consequence], [WARNING.at(ELSEWHERE, rests_on=[THERE])]) == [cause]


def test_a_cell_that_could_not_be_read_is_accused_whoever_has_told_of_it() -> None:
    row = action(unreadable=frozenset({"completed"}))
    of = tracker(actions=[row])
    found = [
        ERROR.at(row.cell("completed")),
        WARNING.at(row.cell("evidence"), rests_on=[row.cell("completed")]),
    ]
    assert list(without_consequences(of, [], [found])) == []


def test_what_rests_on_a_sheet_that_could_not_be_read_is_left_out() -> None:
    resting = [ERROR.at(HERE, rests_on=[CellRef("Recommendations")]), ERROR.at(CellRef("Recommendations"))]
    assert left(resting) == resting
    assert left(resting, unread="Recommendations") == []


# What is missing, where a wrong cell may be meant to hold it


def without_actions(*refs: str) -> list[Problem]:
    """A problem for each of these recommendations, which no action points at."""
    return [
        WARNING.at(
            CellRef("Recommendations", row, "O", "Plan"), missing=missing(Action, "recommendation", ref)
        )
        for row, ref in enumerate(refs, start=5)
    ]


@pytest.mark.parametrize(
    ("why", "wrong", "refs", "told"),
    [
        ("no cell is wrong", [], ["R1"], True),
        ("one wrong cell for one ref", [HERE], ["R1"], False),
        ("one for two: nobody can say whose", [HERE], ["R1", "R2"], True),
        ("one for one that is missed twice", [HERE], ["R1", "R1"], False),
        ("two for two", [HERE, THERE], ["R1", "R2"], False),
        ("a wrong cell of another column", [CellRef("Actions", 5, "C", "Action")], ["R1"], True),
    ],
)
def test_a_wrong_cell_may_be_meant_to_hold_what_is_missing(
    why: str,
    wrong: list[CellRef],
    refs: list[str],
    told: bool,  # noqa: FBT001  a table's column
) -> None:
    accusing, missed = [ERROR.at(cell) for cell in wrong], without_actions(*refs)
    assert left(accusing, missed) == (accusing + missed if told else accusing), why


def test_one_mistake_in_two_cells_may_be_meant_to_hold_one_name() -> None:
    twice, missed = [ERROR.at(HERE, accuses=[HERE, THERE])], without_actions("R1", "R2")
    assert left(twice, missed) == twice + missed


def test_a_consequence_is_no_mistake_more() -> None:
    cause, missed = [ERROR.at(ELSEWHERE)], without_actions("R1", "R2")
    assert left(cause, [ERROR.at(HERE, rests_on=[ELSEWHERE])], missed) == cause + missed


def test_nothing_is_missing_from_a_sheet_that_could_not_be_read() -> None:
    assert left(without_actions("R1", "R2"), unread="Actions") == []
    lost = [ERROR.at(HERE, missing=missing(Recommendation, "ref", "R1"))]
    assert left(lost, unread="Actions") == lost
