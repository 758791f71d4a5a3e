"""What stands between a tracker and its report, a line a kind of problem: how many, what, and where the first is."""

from collections.abc import Iterator

from audit_report.model.checked import Checked
from audit_report.problems import Problem, Severity


def problems_by_kind(checked: Checked) -> Iterator[str]:
    """The errors and warnings by kind, errors first and the commonest first; a blank cell's kind is its column."""
    kinds: dict[tuple[Severity, str, str], list[Problem]] = {}
    for problem in checked.problems:
        if problem.severity is not Severity.INFORMATION:
            column = problem.where.header or ""
            kinds.setdefault((problem.severity, problem.code, column), []).append(problem)
    order = list(Severity)
    for (severity, code, _), found in sorted(
        kinds.items(), key=lambda each: (order.index(each[0][0]), -len(each[1]))
    ):
        first = found[0]
        where = first.where.cell or first.where.sheet or "the workbook"
        yield f"{len(found):5}  {severity:7}  {first.message} ({where}{', first of them' * (len(found) > 1)}) [{code}]"
