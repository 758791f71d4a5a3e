"""What is never taken from a return, and told: reference sheets, columns, notes and sheets of its own."""

from collections.abc import Iterator

from audit_report.model.records import (
    PastReport,
    PriorityCriteria,
    ReportedRating,
    ReportText,
    StatusCriteria,
)
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.returns.claims import Entry, Outcome, sent_rows
from audit_report.returns.copies import Copy
from audit_report.schema.record import Record, header_of
from audit_report.schema.spacing import match_key

_REFERENCE: tuple[type[Record], ...] = (
    DetailRow, ReportText, PriorityCriteria, StatusCriteria, ReportedRating, PastReport,
)  # fmt: skip

_WRITTEN_BY_THE_PROGRAM = match_key(header_of(ReportDetails, "template_version"))
"""The item of Report details that carrying a tracker over brings up to date."""


def never_taken(tracker: Copy, copy: Copy) -> Iterator[Entry]:
    """An entry for each cell that says what neither the tracker nor what was sent says."""
    for record in _REFERENCE:
        yield from _of_reference(record, tracker, copy)
    for (sheet, ref, title), (text, cell) in copy.own.items():
        held = tracker.own.get((sheet, ref, title), ("", ""))[0]
        if text != held:
            why = "the column is not the tracker's"
            yield _entry(copy, sheet, ref, title, held, text, cell, why)
    for cell in copy.notes:
        if cell not in tracker.notes:
            yield _entry(copy, cell.partition("!")[0], "", "", "", "a note", cell, "notes are not taken")
    for sheet in copy.own_sheets:
        if sheet not in tracker.own_sheets:
            yield _entry(copy, sheet, "", "", "", "a sheet", f"{sheet}!A1", "the sheet is not the tracker's")


def _of_reference(record: type[Record], tracker: Copy, copy: Copy) -> Iterator[Entry]:
    """The rows of a reference sheet that are not as they were sent: the cells in which they differ from that row."""
    sent = [row.said for row in tracker.rows.get(record, ())] + list(sent_rows(record, copy, tracker))
    headers = {column.name: column.header for column in record.columns}
    first = record.columns[0].name
    for row in copy.rows.get(record, ()):
        if row.said in sent or match_key(row.says(first)) == _WRITTEN_BY_THE_PROGRAM:
            continue
        before = next((each for each in sent if each.get(first) == row.says(first)), {})
        for name, text in row.said.items():
            if text != before.get(name, ""):
                cell, why = copy.cell(record, row, name), "the sheet is the analyst's"
                yield _entry(
                    copy, record.sheet, row.says(first), headers[name], before.get(name, ""), text, cell, why
                )


def _entry(  # noqa: PLR0913, PLR0917  the columns of the list
    copy: Copy, sheet: str, ref: str, header: str, was: str, now: str, cell: str, why: str
) -> Entry:
    return Entry(copy.name, copy.person, sheet, ref, header, was, now, Outcome.NOT_TAKEN, cell, why)
