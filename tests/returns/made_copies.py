"""Copies of a small tracker in memory, edited as people edit them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from audit_report.model.records import Action, ProgressUpdate, Recommendation
from audit_report.returns.claims import Merged
from audit_report.returns.copies import Copy, Row, typed_columns
from audit_report.returns.what_cells_say import said
from audit_report.schema.record import Record
from audit_report.workbook_in.read_workbook import WorkbookFile
from audit_report.workbook_in.styles_of_cells import CellStyles
from audit_report.workbook_out.as_sent import Sent

Values = dict[str, Any]
Sheets = dict[type[Record], list[Values]]


def register() -> Sheets:
    """Three recommendations with two actions and two updates each."""
    refs = ("R1", "R2", "R3")
    return {
        Recommendation: [
            {"ref": ref, "text": f"Do {ref}", "leads": "Ben Baker", "plan_in_place": "Yes"} for ref in refs
        ],
        Action: [
            {"ref": f"{ref}.{number}", "recommendation": ref, "text": "Act", "progress": "In progress"}
            for ref in refs
            for number in (1, 2)
        ],
        ProgressUpdate: [
            {"recommendation": ref, "day": f"2010-0{month}-10", "progress": f"Work on {ref} in {month}"}
            for ref in refs
            for month in (1, 4)
        ],
    }


def copied(sheets: Sheets) -> Sheets:
    return {record: [dict(row) for row in rows] for record, rows in sheets.items()}


def as_rows(record: type[Record], rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    columns = {column.name: column for column in typed_columns(record)}
    made = []
    for at, row in enumerate(rows):
        texts = {name: said(columns[name], raw) for name, raw in row.items()}
        made.append(Row(at, dict(row), {name: text for name, text in texts.items() if text}))
    return made


@dataclass
class Round:
    """What was sent, and the copy that a person makes of it."""

    sheets: Sheets
    sent: Sheets = field(default_factory=dict)

    def copy(self, name: str, person: str = "", modified: str = "") -> Copy:
        rows = {record: as_rows(record, found) for record, found in self.sheets.items()}
        sent = Sent("0" * 64, person, _said(self.sent)) if self.sent else None
        file = WorkbookFile(f"{name}.xlsx", name, (), {}, CellStyles(), {})
        letters: dict[type[Record], Mapping[str, str]] = {
            record: {column.name: "A" for column in typed_columns(record)} for record in rows
        }
        return Copy(f"{name}.xlsx", file, modified, rows, letters, sent)


def _said(sheets: Sheets) -> dict[str, Sequence[Mapping[str, str]]]:
    return {record.sheet: [row.said for row in as_rows(record, rows)] for record, rows in sheets.items()}


def tracker(sheets: Sheets) -> Copy:
    return Round(sheets).copy("tracker")


def applied(sheets: Sheets, merged: Merged) -> Sheets:
    """The tracker with what was taken."""
    after = copied(sheets)
    for record, rows in merged.changed.items():
        for at, values in rows.items():
            after[record][at].update(values)
    for record, added in merged.added.items():
        after[record] += [dict(row) for row in added]
    return after
