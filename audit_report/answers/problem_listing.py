"""What `check` and `build` say to a person: the problems by sheet, the most serious first, and where things stand."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from audit_report.answers.summary_counts import figures
from audit_report.answers.whom_to_ask import Subject, subject_of, subjects
from audit_report.model.checked import Checked
from audit_report.problems import Problem, Severity, count
from audit_report.rules.overdue_actions import Age, due_soon, overdue
from audit_report.schema.kinds import long_date

_ORDER = {severity: number for number, severity in enumerate(Severity)}
_NARROWEST = 40
_AGES = {
    Age.UP_TO_30: "up to 30 days",
    Age.UP_TO_90: "31 to 90 days",
    Age.UP_TO_180: "91 to 180 days",
    Age.OVER_180: "over 180 days",
}
_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFORMATION: ("piece of information", "pieces of information"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line for the terminal; what is wrapped is set in by `hang`. `severity` is the word at `at`, to be coloured."""

    text: str
    severity: Severity | None = None
    at: int = 0
    hang: int = 0
    heading: bool = False

    def wrapped(self, width: int) -> list[str]:
        """The line in pieces no wider than a terminal."""
        return textwrap.wrap(
            self.text,
            max(width, _NARROWEST),
            subsequent_indent=" " * self.hang,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]


def outcome_lines(checked: Checked, workbook: str | None = None) -> Iterator[Line]:
    """The problems and how many; given the workbook's path, where things stand and what to do next as well."""
    yield from problem_lines(checked)
    if workbook is None:
        yield _closing_count(checked)
        return
    yield from summary_lines(checked)
    yield Line("")
    yield _closing_count(checked)
    yield _next_step(checked, workbook)


def problem_lines(checked: Checked) -> Iterator[Line]:
    """The list: a heading for each sheet, and two lines for each problem, the second saying what to do."""
    known = subjects(checked.tracker, checked.problems)
    for sheet, of_sheet in groupby(checked.problems, key=lambda problem: problem.where.sheet):
        problems = sorted(of_sheet, key=lambda problem: _ORDER[problem.severity])
        yield Line(f"{sheet or 'The workbook'}: {in_words(problems)}", heading=True)
        for problem in problems:
            where = f"  {str(problem.where) or 'workbook'}  "
            text = f"{where}{problem.severity}  {problem.message}{_row(subject_of(known, problem), problem)}"
            yield Line(text, problem.severity, at=len(where), hang=4)
            yield Line(f"        {problem.fix} [{problem.code}]", hang=8)
        yield Line("")


def summary_lines(checked: Checked) -> Iterator[Line]:
    """Where things stand as at the day: what is current, how it is rated, where it is printed and what is late."""
    assessed, found = checked.assessed, figures(checked)
    if assessed.as_at is None:
        yield Line("Nothing can be rated: Data as at is not known.")
        return
    late = Counter(each.age for each in overdue(assessed))
    ages = ", ".join(f"{words}: {late[age]}" for age, words in _AGES.items() if late[age])
    days = checked.tracker.details.due_soon_days
    rows = (
        ("Recommendations", f"{found['recommendations']}, of which current {found['current']}"),
        ("Current ones", f"critical {found['critical']}; red {found['red']}, green {found['green']}"),
        (
            "In the report",
            f"section B {found['section_b']}, section C {found['section_c']}, section D {found['section_d']}",
        ),
        ("Overdue actions", f"{late.total()} ({ages})" if ages else "0"),
        (f"Due in {days} days", str(sum(1 for _ in due_soon(assessed, days)))),
    )
    yield Line(f"As at {long_date(assessed.as_at)}", heading=True)
    widest = max(len(title) for title, _ in rows)
    yield from (Line(f"  {title:{widest}}  {words}", hang=widest + 4) for title, words in rows)


def _next_step(checked: Checked, workbook: str) -> Line:
    """What to do now."""
    if checked.has(Severity.ERROR):
        return Line(
            "Next: put the errors right and check again; "
            f"“audit-report build {workbook} --draft” shows the report as it stands."
        )
    return Line(f"Next: “audit-report build {workbook}” writes the report.")


def _closing_count(checked: Checked) -> Line:
    """How many problems of each severity there are in the workbook."""
    return Line(f"{in_words(checked.problems)} in {checked.workbook}.")


def in_words(problems: Iterable[Problem]) -> str:
    """How many problems of each severity: "2 errors, 1 warning"."""
    parts = [
        f"{total} {_WORDS[severity][total != 1]}" for severity, total in count(problems).items() if total
    ]
    return ", ".join(parts) if parts else "No problems"


def _row(subject: Subject, problem: Problem) -> str:
    """The ref of a problem's row with a few words of it, in brackets."""
    words = ": ".join(part for part in (problem.ref, subject.words) if part)
    return f" ({words})" if words else ""
