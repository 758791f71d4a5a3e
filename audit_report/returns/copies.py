"""A tracker or a copy of it as typed: its rows by sheet, and for a return the rows that it was sent with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from audit_report.cell_refs import column_letter
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    Officer,
    ProgressUpdate,
    Recommendation,
    ScheduledAssessment,
)
from audit_report.model.report_details import TEMPLATE_VERSION
from audit_report.returns.what_cells_say import said
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Column, Record
from audit_report.workbook_in.headers import Header, find_header
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile
from audit_report.workbook_in.saved_on import has_macros, saved_on
from audit_report.workbook_in.sheet_names import (
    RECORDS,
    SHEETS,
    NotATrackerError,
    read_with_renamed,
    renamed_sheets,
)
from audit_report.workbook_out.as_sent import AS_SENT, Sent, read_as_sent
from audit_report.workbook_out.for_you import FOR_YOU
from audit_report.workbook_out.left_behind import FilledCells, filled_cells
from audit_report.workbook_out.sheets import PLAN
from audit_report.workbook_out.typed_rows import typed_rows
from audit_report.workbook_out.upgrade import upgraded

KNOWN_BY_REF: tuple[type[Record], ...] = (
    Recommendation, Action, Assessment, ScheduledAssessment, Officer,
)  # fmt: skip
"""The sheets whose rows have a ref, or a name, of their own."""

HISTORY: tuple[type[Record], ...] = (DateChange, ProgressUpdate)
"""The sheets whose rows are added and never changed; one is known by what it says."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as typed: where it stands (0-based), and by attribute what its cells hold and say."""

    at: int
    values: Mapping[str, Raw]
    said: Mapping[str, str]

    def says(self, name: str) -> str:
        """What a cell says; nothing where it is blank."""
        return self.said.get(name, "")


class Aside(NamedTuple):
    """A cell that is read from no column that people fill in: where it stands, whose row and column, what it says."""

    sheet: str
    ref: str
    title: str
    text: str
    cell: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A workbook as typed: its rows by sheet, the letters of their columns, and what it was sent with.

    `aside` are the cells that no row has; `notes` the cells with comments and their words, and `own_sheets` the sheets
    that are not the tracker's. `modified` is when it says it was saved.
    """

    name: str
    file: WorkbookFile
    modified: str
    rows: Mapping[type[Record], Sequence[Row]]
    letters: Mapping[type[Record], Mapping[str, str]]
    sent: Sent | None
    aside: Sequence[Aside] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    own_sheets: Sequence[str] = ()
    macros: bool = False
    version: int = TEMPLATE_VERSION

    @property
    def person(self) -> str:
        """Whom it was sent to; nothing where it is a copy of the whole tracker."""
        return self.sent.person if self.sent else ""

    def cell(self, record: type[Record], row: Row, name: str) -> str:
        """The address of a cell, such as "Actions!E14"."""
        return f"{record.sheet}!{self.letters[record].get(name, 'A')}{row.at + 1}"


def key_of(record: type[Record]) -> str:
    """The attribute by which a row of a sheet is known."""
    return record.ref_name or record.columns[0].name


def typed_columns(record: type[Record]) -> list[Column]:
    """The columns that people fill in."""
    return [column for column in record.columns if not column.worked_out]


def read_copy(path: Path) -> Copy:
    """A workbook as typed; what one of an older version leaves unsaid is spelt out, or it would seem to be cleared.

    Raises UnreadableWorkbookError where it cannot be opened, NotATrackerError where it has none of the sheets.
    """
    file = read_with_renamed(path, (AS_SENT,))
    renamed = renamed_sheets(file)
    rows: dict[type[Record], list[Row]] = {}
    letters: dict[type[Record], dict[str, str]] = {}
    aside: list[Aside] = []
    notes: dict[str, str] = {}
    for record in RECORDS:
        sheet = file.sheets.get(renamed.get(record.sheet, record.sheet))
        if sheet is None:
            continue
        header, cells = find_header(sheet, record)[0], filled_cells(sheet)
        notes |= {f"{record.sheet}!{cell}": sheet.notes.get(cell, "a comment") for cell in sheet.comments}
        if header is None:
            aside += _outside(record, sheet, cells, len(sheet.cells))
            continue
        if sheet.version == TEMPLATE_VERSION:
            aside += _outside(record, sheet, cells, header.row)
        letters[record] = {name: column_letter(at) for name, at in header.columns.items()}
        rows[record] = _rows(sheet, record, header, cells)
        aside += _of_other_columns(record, sheet, header, cells, rows[record])
    if not rows:
        raise NotATrackerError(f"{path}: this is not a tracker: it has none of its sheets.")
    ours = {*SHEETS, *renamed.values(), *_MADE_ANEW}
    others = [name for name in file.sheet_names if name not in ours]
    sent = file.sheets.get(AS_SENT)
    as_sent = read_as_sent(sent) if sent else None
    version = next(iter(file.sheets.values())).version
    facts = saved_on(path), rows, letters, as_sent, aside, notes, others, has_macros(path), version
    return Copy(path.name, file, *facts)


def _rows(sheet: Sheet, record: type[Record], header: Header, cells: FilledCells) -> list[Row]:
    columns = typed_columns(record)
    typed = (
        (each.row, upgraded(record, sheet.version, header.columns, each.values))
        for each in typed_rows(sheet, record, header, cells)[0]
    )
    return [Row(at, values, _said(columns, values)) for at, values in typed]


def _outside(record: type[Record], sheet: Sheet, cells: FilledCells, below: int) -> Iterator[Aside]:
    """What is typed above a table, or anywhere on a sheet that has lost its headers."""
    for row, found in cells.items():
        for at, raw in found.items() if row < below else ():
            if (row, at) not in sheet.formulas:
                yield Aside(record.sheet, "", "", spaced(raw), f"{record.sheet}!{column_letter(at)}{row + 1}")


def _of_other_columns(
    record: type[Record], sheet: Sheet, header: Header, cells: FilledCells, rows: Sequence[Row]
) -> Iterator[Aside]:
    """What stands in columns of other people's, in those without a title, and over worked-out formulas."""
    filled_in = {header.columns[each.name] for each in typed_columns(record) if each.name in header.columns}
    refs = {row.at: row.says(key_of(record)) for row in rows}
    titles = header.titles or {}
    for row, found in cells.items():
        for at, raw in found.items() if row > header.row else ():
            if at not in filled_in and (row, at) not in sheet.formulas:
                title = titles.get(at, column_letter(at))
                cell = f"{record.sheet}!{column_letter(at)}{row + 1}"
                yield Aside(record.sheet, refs.get(row, ""), title, spaced(raw), cell)


def spaced(raw: Raw) -> str:
    """What a cell shows, on one line."""
    return " ".join(shown(raw).split())


_MADE_ANEW = {FOR_YOU, AS_SENT, *(plan.name for plan in PLAN if plan.record is None)}
"""The sheets without rows of people's."""


def _said(columns: Iterable[Column], values: Mapping[str, Raw]) -> dict[str, str]:
    found = {column.name: said(column, values[column.name]) for column in columns if column.name in values}
    return {name: text for name, text in found.items() if text}
