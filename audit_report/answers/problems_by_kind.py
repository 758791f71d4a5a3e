"""Problems by kind: how many of each there are, what is wrong, and where; the most serious last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit_report.problems import Problem, Severity

_SERIOUS = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class OfAKind:
    """The problems of one code, in workbook order."""

    problems: Sequence[Problem]

    @property
    def severity(self) -> Severity:
        """How much each of them matters."""
        return self.problems[0].severity

    @property
    def row(self) -> str:
        """A row of a table: how many, how serious, the code, and the first of them with its cell."""
        first = self.problems[0]
        where = str(first.where) or "the workbook"
        return f"{len(self.problems):5}  {self.severity:7}  {first.code}: {first.message} ({where})"


def by_kind(problems: Iterable[Problem], *, and_column: bool = False) -> list[OfAKind]:
    """The problems by code, or by code and column; the most serious last and of equal ones the commonest."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        column = problem.where.header or "" if and_column else ""
        kinds.setdefault((problem.code, column), []).append(problem)
    found = [OfAKind(tuple(each)) for each in kinds.values()]
    return sorted(found, key=lambda each: (_SERIOUS.index(each.severity), len(each.problems)))
