"""A tracker or a copy of it as typed: its rows by sheet, and for a return the rows that it was sent with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

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
from audit_report.returns.what_cells_say import said
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Column, Record
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.headers import find_header
from audit_report.workbook_in.read_workbook import WorkbookFile
from audit_report.workbook_in.saved_on import saved_on
from audit_report.workbook_in.sheet_names import (
    RECORDS,
    SHEETS,
    NotATrackerError,
    read_with_renamed,
    renamed_sheets,
)
from audit_report.workbook_out.as_sent import AS_SENT, Sent, read_as_sent
from audit_report.workbook_out.for_you import FOR_YOU
from audit_report.workbook_out.left_behind import filled_cells
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


@dataclass(frozen=True, slots=True)
class Copy:
    """A workbook as typed: its rows by sheet, the letters of their columns, and what it was sent with.

    `own` are the cells of columns that are not the tracker's, by sheet, the row's ref and the title; `notes` the cells
    with comments, and `own_sheets` the sheets that are not the tracker's. `modified` is when it says it was saved.
    """

    name: str
    file: WorkbookFile
    modified: str
    rows: Mapping[type[Record], Sequence[Row]]
    letters: Mapping[type[Record], Mapping[str, str]]
    sent: Sent | None
    own: Mapping[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)
    notes: Sequence[str] = ()
    own_sheets: Sequence[str] = ()

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
    own: dict[tuple[str, str, str], tuple[str, str]] = {}
    notes: list[str] = []
    for record in RECORDS:
        sheet = file.sheets.get(renamed.get(record.sheet, record.sheet))
        header = find_header(sheet, record)[0] if sheet else None
        if sheet is None or header is None:
            continue
        cells = filled_cells(sheet)
        columns = typed_columns(record)
        letters[record] = {name: column_letter(at) for name, at in header.columns.items()}
        of_today = (
            (each.row, upgraded(record, sheet.version, header.columns, each.values))
            for each in typed_rows(sheet, record, header, cells)[0]
        )
        rows[record] = [Row(at, values, _said(columns, values)) for at, values in of_today]
        known = set(header.columns.values())
        for each in rows[record]:
            for at, raw in cells[each.at].items():
                title = (header.titles or {}).get(at, "")
                if at not in known and title:
                    place = (record.sheet, match_key(each.says(key_of(record))), title)
                    own[place] = (shown(raw), f"{record.sheet}!{column_letter(at)}{each.at + 1}")
        notes += [f"{record.sheet}!{cell}" for cell in sheet.comments]
    if not rows:
        raise NotATrackerError(f"{path}: this is not a tracker: it has none of its sheets.")
    ours = {*SHEETS, *renamed.values(), *_MADE_ANEW}
    others = [name for name in file.sheet_names if name not in ours]
    sent = file.sheets.get(AS_SENT)
    as_sent = read_as_sent(sent) if sent else None
    return Copy(path.name, file, saved_on(path), rows, letters, as_sent, own, notes, others)


_MADE_ANEW = {FOR_YOU, AS_SENT, *(plan.name for plan in PLAN if plan.record is None)}
"""The sheets without rows of people's."""


def _said(columns: Iterable[Column], values: Mapping[str, Raw]) -> dict[str, str]:
    found = {column.name: said(column, values[column.name]) for column in columns if column.name in values}
    return {name: text for name, text in found.items() if text}
