"""What `check` and `build` say to a person: the problems by sheet or by kind, and where things stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from audit_report.answers.problems_by_kind import OfAKind, by_kind
from audit_report.answers.summary_counts import figures
from audit_report.answers.whom_to_ask import Subject, Subjects, subject_of, subjects
from audit_report.console_text import Line
from audit_report.model.checked import Checked
from audit_report.problems import Problem, Severity, count
from audit_report.rules.findings import is_declared_better
from audit_report.rules.overdue_actions import Age, due_soon, overdue
from audit_report.schema.kinds import long_date

_ORDER = {severity: number for number, severity in enumerate(Severity)}
_AT_A_GLANCE = 10
"""The errors and warnings up to which a list is short enough to go by sheet."""
_MOST_ROWS = 19
"""The rows of the table of kinds that leave room for what stands around it on a screen of forty lines."""
_FEW_REFS = 6
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
class Asked:
    """What of the problems is asked for: all, the errors alone, or those at the rows of one person."""

    errors_only: bool = False
    person: str = ""

    def of(self, checked: Checked) -> list[Problem]:
        """The problems asked for, in workbook order."""
        known = subjects(checked.tracker, checked.problems) if self.person else {}
        return [
            problem
            for problem in checked.problems
            if not (self.errors_only and problem.severity is not Severity.ERROR)
            and not (self.person and self.person not in subject_of(known, problem).people)
        ]


ALL = Asked()


def outcome_lines(checked: Checked, asked: Asked = ALL, next_build: str | None = None) -> Iterator[Line]:
    """The problems asked for and how many; given the command that builds the report, where things stand and it too."""
    problems = asked.of(checked)
    yield from problem_lines(checked, problems)
    if next_build is None:
        yield _closing_count(checked, problems)
        return
    yield from summary_lines(checked)
    yield Line("")
    yield _closing_count(checked, problems)
    yield from _next_step(checked, next_build)


def what_is_left(checked: Checked, next_build: str) -> Iterator[Line]:
    """The errors and warnings by code and column alone, how many there are, and the command for a draft."""
    yield from _table_of(by_kind(checked.problems, and_column=True))
    yield _closing_count(checked, checked.problems)
    yield Line(f"Next: {next_build} --draft", is_whole=True)


def problem_lines(checked: Checked, problems: Sequence[Problem]) -> Iterator[Line]:
    """The list: by sheet where a person can take it in at a glance, otherwise by kind, with a table of the kinds."""
    known = subjects(checked.tracker, problems)
    if sum(problem.severity is not Severity.INFORMATION for problem in problems) <= _AT_A_GLANCE:
        yield from _by_sheet(problems, known)
    else:
        yield from _by_kind(problems, known)


def _by_sheet(problems: Iterable[Problem], known: Subjects) -> Iterator[Line]:
    """A heading for each sheet, and two lines for each problem, the second saying what to do."""
    for sheet, found in groupby(problems, key=lambda problem: problem.where.sheet):
        of_sheet = sorted(found, key=lambda problem: _ORDER[problem.severity])
        yield Line(f"{sheet or 'The workbook'}: {in_words(of_sheet)}", heading=True)
        told = [problem for problem in of_sheet if problem.severity is not Severity.INFORMATION]
        for problem in told:
            where = f"  {str(problem.where) or 'workbook'}  "
            text = f"{where}{problem.severity}  {problem.message}{_row(subject_of(known, problem), problem)}"
            yield Line(text, problem.severity, at=len(where), hang=4)
            yield Line(f"        {problem.fix} [{problem.code}]", hang=8)
        for kind in by_kind(problem for problem in of_sheet if problem.severity is Severity.INFORMATION):
            yield _information(kind)
        yield Line("")


def _by_kind(problems: Iterable[Problem], known: Subjects) -> Iterator[Line]:
    """A heading for each kind with what to do, a line for each cell, and a table of the kinds at the end."""
    kinds = by_kind(problems)
    for kind in kinds:
        if kind.severity is Severity.INFORMATION:
            yield _information(kind)
            continue
        yield Line("")
        fixes = {problem.fix for problem in kind.problems}
        first = kind.problems[0]
        headers = dict.fromkeys(each.where.header or each.where.sheet or "workbook" for each in kind.problems)
        title = f"{in_words(kind.problems)}: {', '.join(headers)} [{first.code}]"
        yield Line(title, heading=True)
        for problem in kind.problems:
            fix = "" if len(fixes) == 1 else f" {problem.fix}"
            text = f"  {str(problem.where) or 'workbook'}  {problem.message}{_row(subject_of(known, problem), problem)}"
            yield Line(text + fix, hang=6)
        if len(fixes) == 1:
            yield Line(f"    {first.fix}", hang=4)
    yield Line("")
    yield Line("How many of each, and the first of them", heading=True)
    yield from _table_of(kinds)
    yield Line("")


def _table_of(kinds: Iterable[OfAKind]) -> Iterator[Line]:
    """A line for each kind of error and warning, as many as a screen has room for.

    Of more than that the rarest are left out, warnings first: of those the number is told, of errors each as well.
    """
    told = [kind for kind in kinds if kind.severity is not Severity.INFORMATION]
    left_out = told[: max(0, len(told) - _MOST_ROWS)]
    for severity, of_it in groupby(left_out, key=lambda kind: kind.severity):
        rare = list(of_it)
        named = ", ".join(f"{each.problems[0].code} {len(each.problems)}" for each in rare)
        which = named if severity is Severity.ERROR else "above"
        kind_of = "kind" if len(rare) == 1 else "kinds"
        yield Line(f"       and {len(rare)} more {kind_of} of {severity}: {which}", hang=11)
    for kind in told[len(left_out) :]:
        yield Line(kind.row, kind.severity, at=7, is_cut=True)


def _information(kind: OfAKind) -> Line:
    """What is only to be known, a line a kind."""
    first, others = kind.problems[0], len(kind.problems) - 1
    more = f" And {others} more of the kind." if others else ""
    where = f"  {str(first.where) or 'workbook'}  "
    text = f"{where}{first.severity}  {first.message} {first.fix}{more} [{first.code}]"
    return Line(text, first.severity, at=len(where), hang=4)


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
        ("Current ones", _current_ones(checked)),
        (
            "In the report",
            f"section B {found['section_b']}, section C {found['section_c']}, section D {found['section_d']}",
        ),
        ("Overdue actions", f"{late.total()} ({ages})" if ages else "0"),
        (f"Due in {days} days", str(sum(1 for _ in due_soon(assessed, days)))),
        *_rated_worse(checked),
    )
    yield Line(f"As at {long_date(assessed.as_at)}", heading=True)
    widest = max(len(title) for title, _ in rows)
    yield from (Line(f"  {title:{widest}}  {words}", hang=widest + 4) for title, words in rows)


def _rated_worse(checked: Checked) -> Iterator[tuple[str, str]]:
    """The current recommendations whose latest update declares a better status than the rules give, if any."""
    rated = checked.assessed.recommendations
    refs = [each.recommendation.ref for each in rated if each.current and is_declared_better(each)]
    if refs:
        others = f" and {len(refs) - _FEW_REFS} more" if len(refs) > _FEW_REFS else ""
        yield "Declared better", f"than the rules rate them: {', '.join(refs[:_FEW_REFS])}{others}"


def _current_ones(checked: Checked) -> str:
    """The current recommendations by priority and status, as the tracker's own scale calls them."""
    current = [rated for rated in checked.assessed.recommendations if rated.current]
    scales = checked.tracker.scales
    levels = [str(each).lower() for each in scales.levels if each.in_section_b]
    critical = sum(bool(rated.priority.stands and rated.priority.stands.in_section_b) for rated in current)
    statuses = Counter(rated.status for rated in current)
    rated = ", ".join(f"{str(each).lower()}: {statuses[each]}" for each in scales.worst_first)
    unrated = f", no status: {statuses[None]}" if statuses[None] else ""
    return f"{' or '.join(levels) or 'critical'}: {critical}; {rated}{unrated}"


def _next_step(checked: Checked, next_build: str) -> Iterator[Line]:
    """What to do now; the command stands on a line of its own, to be pasted."""
    if checked.has(Severity.ERROR):
        yield Line("Next: put the errors right and check again. To see the report as it stands:")
        yield Line(f"      {next_build} --draft", is_whole=True)
    else:
        yield Line(f"Next: {next_build}", is_whole=True)


def _closing_count(checked: Checked, problems: Sequence[Problem]) -> Line:
    """How many problems of each severity there are in the workbook, and how many of them are listed."""
    listed = "" if len(problems) == len(checked.problems) else f" Listed here: {len(problems)} of them."
    return Line(f"{in_words(checked.problems)} in {checked.workbook}.{listed}")


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
