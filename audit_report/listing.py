"""Problems as a person reads them: by sheet, the most serious first, what to do on the line below."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from audit_report.model.tracker import Tracker
from audit_report.pipeline import Checked
from audit_report.problems import Problem, Severity, count
from audit_report.schema.record import Record
from audit_report.schema.rich_text import Line

_ORDER = {severity: number for number, severity in enumerate(Severity)}
_FEW_WORDS = 50


def problem_lines(checked: Checked) -> Iterator[tuple[Severity | None, str]]:
    """The lines of the list, each with the severity that colours it (None: not coloured)."""
    texts = _row_texts(checked.tracker)
    for sheet, problems in groupby(checked.problems, key=lambda problem: problem.place.sheet):
        yield None, sheet or "The workbook"
        for problem in sorted(problems, key=lambda problem: _ORDER[problem.severity]):
            yield (
                problem.severity,
                f"  {_where(problem)}  {problem.severity}  {problem.message}{_row(problem, texts)}",
            )
            yield None, f"      {problem.fix} [{problem.type.code}]"


def closing_count(problems: Iterable[Problem]) -> str:
    """How many problems of each severity, in words."""
    totals = count(problems)
    words = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.INFORMATION: ("piece of information", "pieces of information"),
    }
    parts = [f"{total} {words[severity][total != 1]}" for severity, total in totals.items() if total]
    return ", ".join(parts) if parts else "No problems"


def _where(problem: Problem) -> str:
    return problem.place.cell or problem.place.sheet or "workbook"


def _row(problem: Problem, texts: dict[tuple[str | None, int | None], str]) -> str:
    parts = [problem.ref, texts.get((problem.place.sheet, problem.place.row), "")]
    words = ": ".join(part for part in parts if part)
    return f" ({words})" if words else ""


def _row_texts(tracker: Tracker) -> dict[tuple[str | None, int | None], str]:
    """A few words of each row that has a text of its own."""
    texts: dict[tuple[str | None, int | None], str] = {}
    rows: tuple[tuple[Iterable[Record], str], ...] = (
        (tracker.recommendations, "text"),
        (tracker.actions, "text"),
        (tracker.assessments, "name"),
        (tracker.forward_plan, "name"),
        (tracker.updates, "progress"),
    )
    for records, name in rows:
        for each in records:
            place = each.cell(name)
            texts[place.sheet, place.row] = _few_words(getattr(each, name))
    return texts


def _few_words(text: str | tuple[Line, ...]) -> str:
    words = text if isinstance(text, str) else " ".join(line.text for line in text[:1])
    return words if len(words) <= _FEW_WORDS else words[:_FEW_WORDS].rsplit(" ", 1)[0] + "…"
