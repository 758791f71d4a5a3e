"""Problems: what is wrong or doubtful in the workbook, where, and how to put it right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, dataclass_transform

from audit_report.cell_refs import CellRef, column_index


class Severity(StrEnum):
    """How much a problem matters, declared from most to least."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Mistake:
    """What is wrong, before anybody knows where: a class for each entry of the catalogue.

    `message` and `fix` are templates, filled in with the words that the class declares and with {header}, {sheet},
    {ref} and {value}. The words are given by keyword, and the type checker knows them: one left out or misspelt is
    found before anything runs.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    message: ClassVar[str]
    fix: ClassVar[str]
    agreeable: ClassVar[bool]

    def __init_subclass__(cls, *, code: str, severity: Severity, agreeable: bool = False) -> None:
        """Name an entry of the catalogue; say how much it matters, and whether a council may agree that it is meant."""
        cls.code, cls.severity, cls.agreeable = code, severity, agreeable

    if not TYPE_CHECKING:  # the type checker has a signature for each entry, made from its words

        def __init__(self, **words: object) -> None:
            vars(self).update(words)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.code, *vars(self).values()))

    def at(
        self,
        where: CellRef,
        ref: str = "",
        value: object = None,
        *,
        accuses: Iterable[CellRef] | None = None,
        rests_on: Iterable[CellRef] = (),
        missing: "Missing | None" = None,
    ) -> "Problem":
        """The problem of this mistake in a cell or a sheet, with the row's ref and what was typed; see Problem."""
        typed = "" if value is None else str(value)
        quoted = shortened(" ".join(typed.split()))
        words = {"header": where.header, "sheet": where.sheet, "ref": ref, "value": quoted} | vars(self)
        return Problem(
            self,
            where,
            ref or None,
            typed or None,
            self.message.format_map(words).replace(".”.", ".”"),
            self.fix.format_map(words),
            (where,) if accuses is None else tuple(accuses),
            tuple(rests_on),
            missing,
        )


@dataclass(frozen=True, slots=True)
class Missing:
    """Names that a problem says stand in no cell of a column: a wrong cell of it may be meant to hold one."""

    sheet: str
    header: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake found: where, in the row of which ref, the value as typed, and the words for a person.

    It accuses its own cell of being wrong, unless it says which it accuses. It is no mistake of its own where one of
    the cells that it `rests_on` is wrong, or where a wrong one may be what it says is `missing`.
    """

    mistake: Mistake
    where: CellRef
    ref: str | None
    value: str | None
    message: str
    fix: str
    accuses: tuple[CellRef, ...] = ()
    rests_on: tuple[CellRef, ...] = ()
    missing: Missing | None = None

    @property
    def code(self) -> str:
        """Its name in the catalogue, such as "unknown-ref"."""
        return self.mistake.code

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.mistake.severity

    def as_json(self) -> dict[str, str | int | None]:
        """The object that `check --json` prints."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "sheet": self.where.sheet,
            "row": self.where.row,
            "column": self.where.column,
            "cell": self.where.cell,
            "header": self.where.header,
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
    """The problems sorted by sheet as the workbook has them, then row, then column, the worst first."""
    position = {name: number for number, name in enumerate(sheets)}
    severities = list(Severity)

    def key(problem: Problem) -> tuple[int, int, int, int]:
        where = problem.where
        sheet = -1 if where.sheet is None else position.get(where.sheet, len(position))
        column = -1 if where.column is None else column_index(where.column)
        return sheet, where.row or 0, column, severities.index(problem.severity)

    return sorted(problems, key=key)


def count(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity."""
    totals = dict.fromkeys(Severity, 0)
    for problem in problems:
        totals[problem.severity] += 1
    return totals


def shortened(text: str, most: int = 60) -> str:
    """A text short enough for a line: cut after a word where it is longer than so many characters."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def counted(number: int, thing: str) -> str:
    """A number of things: "1 month", "3 months"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
