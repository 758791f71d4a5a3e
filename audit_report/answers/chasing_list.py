"""The problem list for chasing: all problems, what is late, and a list for everybody who has something to put right."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from audit_report.answers.whom_to_ask import Subject, in_charge, subject_of, subjects
from audit_report.cell_refs import CellRef
from audit_report.model.checked import Checked
from audit_report.model.people import name_key
from audit_report.model.records import DateChange
from audit_report.problems import Problem, shortened
from audit_report.rules.overdue_actions import Age, Due, ageing, due_soon, overdue
from audit_report.schema.kinds import long_date
from audit_report.schema.spacing import match_key
from audit_report.workbook_out.problem_list import Link, ListColumn, ListSheet, Value, problem_list

Told = Sequence[tuple[Problem, Subject]]

NOBODY = "The performance service"
_AGES = {
    Age.UP_TO_30: "0–30 days",
    Age.UP_TO_90: "31–90 days",
    Age.UP_TO_180: "91–180 days",
    Age.OVER_180: "Over 180 days",
}
_PROBLEM = (
    ListColumn("Severity", 12),
    ListColumn("Sheet", 16),
    ListColumn("Cell", 22),
    ListColumn("Ref", 9),
    ListColumn("About", 30),
    ListColumn("What is wrong", 48),
    ListColumn("What to do", 48),
    ListColumn("Code", 22),
)
_WHOSE = ListColumn("For", 24)
_ACTION = (
    ListColumn("Action ref", 12),
    ListColumn("Action", 50),
    ListColumn("Recommendation ref", 14),
    ListColumn("Directorate", 30),
    ListColumn("For", 28),
    ListColumn("Due", 14),
    ListColumn("Days overdue", 10),
    ListColumn("How late", 18),
    ListColumn("Cell", 22),
)


def chasing_list(checked: Checked, workbook: Path, target: Path) -> bytes:
    """The problem list of a workbook as an .xlsx file to be written to `target`, which its links start from."""
    known = subjects(checked.tracker, checked.problems)
    told = [(problem, subject_of(known, problem)) for problem in checked.problems]
    lists = [_all_problems(told), *_ages(checked), _dues(checked), *_by_person(checked, told)]
    return problem_list(f"Problems in {checked.workbook}", lists, link_address(workbook, target))


def _all_problems(told: Told) -> ListSheet:
    rows = [[*_row(problem, subject), _joined(subject.people or (NOBODY,))] for problem, subject in told]
    purpose = "Every problem, in the order of the workbook. A cell's address leads to it."
    return ListSheet("All problems", purpose, (*_PROBLEM, _WHOSE), rows, "No problems")


def _by_person(checked: Checked, told: Told) -> Iterator[ListSheet]:
    """A list for everybody with a late action or a problem at a row of theirs, by name, and one of what is left.

    It says things in words, without the problems' codes, and as one says them to that person.
    """
    lists: dict[str, list[Sequence[Value]]] = {}
    for due in sorted(overdue(checked.assessed), key=lambda each: -each.days):
        for person in _people(checked, due):
            lists.setdefault(person, []).append(_late(due))
    for problem, subject in told:
        for person in subject.people or (NOBODY,):
            row = _row(problem, subject)
            lists.setdefault(person, []).append([*row[:-2], said_to(person, str(row[-2]))])
    rest = lists.pop(NOBODY, None)
    addresses = {name_key(each.name): each.email for each in checked.tracker.officers}
    for person in sorted(lists, key=str.casefold):
        purpose = f"What {person} has to do. {addresses.get(name_key(person), '')}".strip()
        yield ListSheet(person, purpose, _PROBLEM[:-1], lists[person])
    if rest:
        yield ListSheet(NOBODY, "What no delivery lead can put right.", _PROBLEM[:-1], rest)


def said_to(person: str, fix: str) -> str:
    """How to put a problem right, said to somebody: who is named as the one to ask is told, not sent to himself."""
    found = _ASK.fullmatch(fix)
    if found is None or match_key(person) not in match_key(found["whom"]):
        return fix
    begin = _INSTEAD[found["how"]]
    return f"{begin}{found['rest']}" if begin else found["rest"][:1].upper() + found["rest"][1:]


_ASK = re.compile(r"Ask (?P<whom>.+?) (?P<how>for|what|to) (?P<rest>.*)", re.DOTALL)
"""Such as "Ask Ann Archer for a new one and add a row for it"."""
_INSTEAD = {"for": "Give ", "what": "Say what ", "to": ""}


def _late(due: Due) -> list[Value]:
    action = due.action.action
    wrong = f"It was due on {long_date(due.date)}, {due.days} days ago."
    fix = f"Complete it, or ask for a later date in a row of “{DateChange.sheet}”."
    return [
        "overdue",
        action.sheet,
        _link(action.cell("progress")),
        action.ref,
        shortened(action.text),
        wrong,
        fix,
    ]


def _row(problem: Problem, subject: Subject) -> list[Value]:
    where = problem.where
    texts = (problem.ref or "", subject.words, problem.message, problem.fix.strip(), problem.code)
    return [problem.severity.value, where.sheet or "", _link(where), *texts]


def _link(where: CellRef) -> Value:
    """The address of a cell that leads to it; nothing where a problem is not a cell's."""
    return Link(where.sheet, where.cell) if where.sheet and where.cell else ""


def _ages(checked: Checked) -> Iterator[ListSheet]:
    """How many overdue actions of each age everybody has; nothing where none is overdue."""
    late: dict[str, list[tuple[str, Due]]] = {}
    for each in overdue(checked.assessed):
        late.setdefault(_directorate(each), []).extend((person, each) for person in _people(checked, each))
    rows: list[Sequence[Value]] = [
        [directorate, person, *ages.values(), sum(ages.values())]
        for directorate in sorted(late, key=str.casefold)
        for person, ages in ageing(late[directorate]).items()
    ]
    columns = [ListColumn("Directorate", 34), ListColumn("For", 28)]
    columns += [ListColumn(header, 12) for header in (*_AGES.values(), "All overdue")]
    if rows:
        purpose = "How many actions are overdue, and for how long. An action of two people counts for each."
        yield ListSheet("Overdue", purpose, columns, rows)


def _dues(checked: Checked) -> ListSheet:
    """The actions that are overdue, the latest first, then those due soon."""
    days = checked.tracker.details.due_soon_days
    late = sorted(overdue(checked.assessed), key=lambda each: -each.days)
    soon = sorted(due_soon(checked.assessed, days), key=lambda each: each.date)
    rows = [_due(checked, each, days) for each in [*late, *soon]]
    purpose = f"Actions of current recommendations that are overdue, or due within {days} days."
    return ListSheet("Overdue and due soon", purpose, _ACTION, rows, "None")


def _due(checked: Checked, due: Due, days: int) -> Sequence[Value]:
    action = due.action.action
    age = _AGES[due.age] if due.age else f"Due within {days} days"
    named = (
        action.ref,
        action.text,
        action.recommendation,
        _directorate(due),
        _joined(_people(checked, due)),
    )
    return [*named, due.date, due.days, age, _link(action.cell("ref"))]


def _people(checked: Checked, due: Due) -> Sequence[str]:
    return in_charge(checked.tracker, due.action.action) or (NOBODY,)


def _directorate(due: Due) -> str:
    return due.recommendation.recommendation.directorate or "Not stated"


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names)


def link_address(workbook: Path, target: Path) -> str:
    """A workbook as a link in a list gives it: from the list's folder where one can get there from it."""
    folder = target.resolve().parent
    try:
        return quote(Path(os.path.relpath(workbook.resolve(), folder)).as_posix())
    except ValueError:
        return workbook.resolve().as_uri()
