"""Problems: what is wrong or doubtful in the workbook, where, and how to put it right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from audit_report.cell_refs import CellRef, column_index


class Severity(StrEnum):
    """How much a problem matters, declared from most to least."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class ProblemType:
    """An entry of the catalogue; `message` and `fix` are templates filled in where the problem is found."""

    code: str
    severity: Severity
    message: str
    fix: str

    def at(self, place: CellRef, ref: str = "", value: object = None, **words: object) -> "Problem":
        """This problem at a place; `words` fill the templates, beside {header}, {sheet}, {ref} and {value}."""
        shown = "" if value is None else str(value)
        blanks = {"header": place.header, "sheet": place.sheet, "ref": ref, "value": _short(shown)} | words
        return Problem(
            self,
            place,
            ref or None,
            shown or None,
            self.message.format_map(blanks),
            self.fix.format_map(blanks),
        )


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with one cell's value, before anyone knows which cell it is."""

    type: ProblemType
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem found: its type, its place, the row's ref, the value as typed, and the words for a person."""

    type: ProblemType
    place: CellRef
    ref: str | None
    value: str | None
    message: str
    fix: str

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.type.severity

    def as_json(self) -> dict[str, str | int | None]:
        """The object that `check --json` prints."""
        return {
            "code": self.type.code,
            "severity": self.severity.value,
            "sheet": self.place.sheet,
            "row": self.place.row,
            "column": self.place.column,
            "cell": self.place.cell,
            "header": self.place.header,
            "ref": self.ref,
            "value": self.value,
            "message": self.message,
            "fix": self.fix,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about a workbook that is fine: an exception, a difference, a date that moved."""

    code: str
    ref: str
    message: str

    def as_json(self) -> dict[str, str]:
        """The object that `check --json` prints."""
        return {"code": self.code, "ref": self.ref, "message": self.message}


def in_workbook_order(problems: Iterable[Problem], sheets: Sequence[str]) -> list[Problem]:
    """The problems sorted by sheet as the workbook has them, then row, then column."""
    position = {name: number for number, name in enumerate(sheets)}

    def key(problem: Problem) -> tuple[int, int, int]:
        place = problem.place
        sheet = -1 if place.sheet is None else position.get(place.sheet, len(position))
        return sheet, place.row or 0, -1 if place.column is None else column_index(place.column)

    return sorted(problems, key=key)


def count(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity."""
    totals = dict.fromkeys(Severity, 0)
    for problem in problems:
        totals[problem.severity] += 1
    return totals


def _short(value: str, limit: int = 60) -> str:
    """A value short enough for a one-line message."""
    value = " ".join(value.split())
    return value if len(value) <= limit else value[: limit - 1].rstrip() + "…"
