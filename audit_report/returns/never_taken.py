"""What is never taken from a return, and told: reference sheets, columns, notes and sheets of its own."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from audit_report.model.records import (
    PastReport,
    PriorityCriteria,
    ReportedRating,
    ReportText,
    StatusCriteria,
)
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.returns.claims import Entry, Outcome, sent_rows
from audit_report.returns.copies import Copy, spaced
from audit_report.schema.record import Record, header_of
from audit_report.schema.spacing import match_key

_REFERENCE: tuple[type[Record], ...] = (
    DetailRow, ReportText, PriorityCriteria, StatusCriteria, ReportedRating, PastReport,
)  # fmt: skip

_WRITTEN_BY_THE_PROGRAM = match_key(header_of(ReportDetails, "template_version"))
"""The item of Report details that carrying a tracker over brings up to date."""


def never_taken(tracker: Copy, returns: Sequence[Copy]) -> Iterator[Entry]:
    """An entry for each cell of a return that says what neither the tracker nor what was sent says."""
    held: dict[tuple[str, str, str], list[str]] = {}
    for each in tracker.aside:
        held.setdefault((each.sheet, match_key(each.ref), each.title), []).append(each.text)
    untitled = {each.sheet for copy in returns for each in copy.aside if not each.title}
    said = {name: _texts(tracker, name) for name in untitled}
    for copy in returns:
        for record in _REFERENCE:
            yield from _of_reference(record, tracker, copy)
        yield from _aside(copy, held, said)
        yield from _notes_and_sheets(tracker, copy)


def _aside(
    copy: Copy, held: Mapping[tuple[str, str, str], Sequence[str]], said: Mapping[str, Collection[str]]
) -> Iterator[Entry]:
    """The cells outside the columns that people fill in; one of no column is new where its sheet says it nowhere."""
    for each in copy.aside:
        here = held.get((each.sheet, match_key(each.ref), each.title), []) if each.title else []
        if each.text not in (here if each.title else said[each.sheet]):
            why = _NOT_FILLED_IN if each.title else _OUTSIDE
            was = next(iter(here), "")
            yield _entry(copy, each.sheet, each.ref, each.title, was, each.text, each.cell, why)


def _notes_and_sheets(tracker: Copy, copy: Copy) -> Iterator[Entry]:
    for cell, words in copy.notes.items():
        if words not in tracker.notes.values():
            yield _entry(copy, cell.partition("!")[0], "", "", "", words, cell, "notes are not taken")
    for sheet in copy.own_sheets:
        if sheet not in tracker.own_sheets:
            yield _entry(copy, sheet, "", "", "", "a sheet", f"{sheet}!A1", "the sheet is not the tracker's")


_NOT_FILLED_IN = "the column is not one that people fill in"
_OUTSIDE = "it stands in no row of the table, or the sheet's headers are gone"


def _texts(tracker: Copy, name: str) -> set[str]:
    """Everything that a sheet of the tracker says."""
    sheet = tracker.file.sheets.get(name)
    cells = sheet.cells.itertuples(index=False, name=None) if sheet else ()
    return {spaced(raw) for row in cells for raw in row}


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
