"""How a sheet is declared: a class, and a `column(...)` line for each of its columns.

One line drives the template's header, width, guidance and drop-down, the reader's match and parse, the
problem's cell, the README's table and the typed attribute.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, TypeVar, dataclass_transform

from audit_report.cell_refs import CellRef, ItemsRef, RowRef
from audit_report.schema.kinds import Kind, Ref, Text

R = TypeVar("R", bound="Record")

REQUIRED, OPTIONAL, WORKED_OUT = GUIDANCE = ("Required", "Optional", "Worked out")
"""How what a tracker says above each column begins."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as declared: its attribute, header, kind and guidance; `width` is in characters.

    A column `decides` where having words at all changes a rating, a check or what is reported: a placeholder such as
    "N/A" counts as blank there. One that is `needed` may have blank cells, but without it no rule can be applied.
    `since` is the version of the tracker that has it first. A `helper` is worked out for other formulas alone.
    """

    name: str
    header: str
    kind: Kind[Any]
    help: str
    width: int
    required: bool = False
    worked_out: bool = False
    decides: bool = False
    needed: bool = False
    default: object = None
    since: int = 1
    helper: bool = False


def column(
    header: str,
    kind: Kind[Any],
    help: str,  # noqa: A002  the word a reader of records.py expects
    *,
    width: int | None = None,
    required: bool = False,
    worked_out: bool = False,
    decides: bool = False,
    needed: bool | None = None,
    default: object = None,
    since: int = 1,
    helper: bool = False,
) -> Any:  # noqa: ANN401  the attribute's own annotation gives its type
    """Declare a column; `default` is the value of a blank cell where the kind's own blank does not serve.

    A required column is needed too, unless it is declared not to be.
    """
    declared = Column(
        "",
        header,
        kind,
        help,
        width or kind.width,
        required,
        worked_out,
        decides,
        required if needed is None else needed,
        default,
        since,
        helper,
    )
    return field(metadata={"column": declared})


def live_column(header: str, help: str) -> Any:  # noqa: A002, ANN401  as in `column`
    """Declare a worked-out column that came with the second version of the tracker."""
    return column(header, Text(), help, worked_out=True, since=2)


def helper_column(header: str, help: str) -> Any:  # noqa: A002, ANN401  as in `column`
    """Declare a worked-out column that only other formulas read."""
    return column(header, Text(), help, worked_out=True, since=2, helper=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Record:
    """A row as read. `unreadable` names the attributes whose cell already has a problem: they hold the blank value.

    `ref_name` is the attribute that holds its ref, its own or another row's.
    """

    sheet: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    ref_name: ClassVar[str | None]

    source: RowRef | ItemsRef
    unreadable: frozenset[str] = frozenset()

    def cell(self, name: str) -> CellRef:
        """The cell that the attribute `name` was read from."""
        return self.source.cell(header_of(type(self), name))


@dataclass_transform(
    field_specifiers=(column, live_column, helper_column), frozen_default=True, kw_only_default=True
)
def record(sheet: str) -> Callable[[type[R]], type[R]]:
    """Make a class of column declarations the record of `sheet`."""

    def declare(cls: type[R]) -> type[R]:
        made = dataclass(frozen=True, slots=True, kw_only=True, eq=False)(cls)
        made.sheet = sheet
        made.columns = tuple(
            replace(each.metadata["column"], name=each.name)
            for each in fields(made)
            if "column" in each.metadata
        )
        made.ref_name = next((each.name for each in made.columns if isinstance(each.kind, Ref)), None)
        return made

    return declare


def columns_of(cls: type[Record], version: int) -> tuple[Column, ...]:
    """The columns of a sheet that a tracker of a version has."""
    return tuple(column for column in cls.columns if column.since <= version)


def header_of(cls: type[Record], name: str) -> str:
    """The header of the attribute `name`."""
    return next(each.header for each in cls.columns if each.name == name)


def ref_of(made: Record) -> str:
    """The ref a person would know the row by: its own, else the one it points at; empty where it has neither."""
    return str(getattr(made, made.ref_name)) if made.ref_name else ""
