"""From sheets to records: every cell read by its kind, every mistake a problem at its cell."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TypeVar

from audit_report import catalogue
from audit_report.cell_refs import CellRef, Layout, RowRef, addresses, column_letter
from audit_report.model.own_scales import entries, own_scales
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    LoggedChange,
    Officer,
    PastReport,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    ReportedRating,
    ReportText,
    ScheduledAssessment,
    StatusCriteria,
)
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Level, Scales, Status
from audit_report.model.tracker import KEPT, Tracker
from audit_report.model.vocabulary import Language
from audit_report.ooxml.addresses import corners
from audit_report.problems import Problem
from audit_report.schema.kinds import LongText, shown
from audit_report.schema.raw_values import NotCalculated, Raw, RichCell
from audit_report.schema.reading import Reading
from audit_report.schema.record import Column, Record, ref_of
from audit_report.schema.rich_text import Run
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.headers import Header, find_header
from audit_report.workbook_in.read_cells import Doubtful, empty_value, is_blank
from audit_report.workbook_in.read_report_details import read_items
from audit_report.workbook_in.read_seen_cells import read_seen_cell
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile
from audit_report.workbook_in.rows_without_formulas import rows_without_formulas
from audit_report.workbook_in.seen_cells import SeenCells
from audit_report.workbook_in.sheet_names import sheet_problems
from audit_report.workbook_in.sheet_notes import notes_not_read
from audit_report.workbook_in.stray_words import is_a_row, is_total, stray_rows, words_outside

R = TypeVar("R", bound=Record)


def load(workbook: WorkbookFile) -> tuple[Tracker, list[Problem]]:
    """The tracker a workbook holds, as far as it can be read, and every problem found on the way."""
    details, problems = read_items(workbook.sheets.get(ReportDetails.sheet))
    problems += sheet_problems(workbook)
    reading = Reading(details.data_as_at, welsh=details.language is Language.WELSH)
    unread: set[str] = set()

    def rows(record: type[R]) -> tuple[R, ...]:
        sheet = workbook.sheets.get(record.sheet)
        records, found = load_sheet(sheet, record, reading) if sheet else (None, [])
        if records is None and record in KEPT:
            return ()
        problems.extend(found)
        if records is None:
            unread.add(record.sheet)
        return records or ()

    annex1, annex2 = rows(PriorityCriteria), rows(StatusCriteria)
    scales = own_scales(annex1, annex2)
    reading = replace(reading, scales=entries(scales), labels=_labels(scales, annex1, annex2))
    tracker = Tracker(
        details=details,
        recommendations=rows(Recommendation),
        actions=rows(Action),
        date_changes=rows(DateChange),
        updates=rows(ProgressUpdate),
        assessments=rows(Assessment),
        forward_plan=rows(ScheduledAssessment),
        officers=rows(Officer),
        report_text=rows(ReportText),
        change_log=rows(LoggedChange),
        reported_ratings=rows(ReportedRating),
        reports=rows(PastReport),
        annex1=annex1,
        annex2=annex2,
    )
    return replace(tracker, unread=frozenset(unread)), problems


def _labels(
    scales: Scales, annex1: Iterable[PriorityCriteria], annex2: Iterable[StatusCriteria]
) -> dict[type, dict[str, object]]:
    """What the report calls each priority and each status, where no two are called the same."""
    return {
        Level: _told_apart([(row.label, scales.level(row.level)) for row in annex1]),
        Status: _told_apart([(row.label, scales.status(row.status)) for row in annex2]),
    }


def _told_apart(labelled: Sequence[tuple[str, object]]) -> dict[str, object]:
    times = Counter(match_key(label) for label, _ in labelled)
    named = {match_key(label): entry for label, entry in labelled if label and entry}
    return {key: entry for key, entry in named.items() if times[key] == 1}


def load_sheet(sheet: Sheet, record: type[R], reading: Reading) -> tuple[tuple[R, ...] | None, list[Problem]]:
    """A sheet's rows as records, blank rows left out, and what is wrong with them; None where it has no header."""
    header, problems = find_header(sheet, record)
    if header is None:
        return None, problems
    columns = [
        (column, header.columns[column.name]) for column in record.columns if column.name in header.columns
    ]
    absent = [column for column in record.columns if column.name not in header.columns]
    layout = Layout(
        record.sheet,
        {column.header: column_letter(at) for column, at in columns},
        frozenset(column.header for column in absent if not column.worked_out),
    )
    missing = frozenset(column.name for column in absent if column.needed)
    blanks = {column.name: None if column.worked_out else empty_value(column) for column in absent}
    rows, stray = _told_apart_rows(sheet, record, header, columns)
    values, doubtful = _values(sheet, columns, rows, reading)
    made = []
    for row, known in values.items():
        if row not in doubtful:
            made.append(record(source=RowRef(layout, row + 1), unreadable=missing, **blanks, **known))
            continue
        doubts = {name: value for name, value in known.items() if isinstance(value, Doubtful)}
        known |= {name: doubt.value for name, doubt in doubts.items()}
        unreadable = missing.union(name for name, doubt in doubts.items() if not doubt.readable)
        one = record(source=RowRef(layout, row + 1), unreadable=unreadable, **blanks, **known)
        made.append(one)
        problems += _mistakes(one, doubts, rows[row])
    problems += stray_rows(record, header, stray)
    problems += words_outside(sheet, record, header)
    problems += _below_the_table(made, header)
    problems += rows_without_formulas(sheet, record, columns, rows)
    problems += notes_not_read(sheet, record)
    return tuple(made), problems + _merged(sheet, header, record)


Columns = Sequence[tuple[Column, int]]
"""The columns of a table that a sheet has, and where (0-based)."""


Rows = dict[int, dict[str, Raw]]
"""Rows of a sheet (0-based): what their cells hold, by attribute."""


def _told_apart_rows(
    sheet: Sheet, record: type[Record], header: Header, columns: Columns
) -> tuple[Rows, Rows]:
    """The rows below the header that hold something a person typed: the table's own, and those that are none of it.

    In a row of totals no formula counts as that, nor does its title.
    """
    own, stray = Rows(), Rows()
    names = [column.name for column, _ in columns]
    typed = [column.name for column, _ in columns if not column.worked_out]
    places = {column.name: at for column, at in columns}
    cells = zip(*(_cells(sheet, column, at)[header.row + 1 :] for column, at in columns), strict=True)
    for row, raws in enumerate(cells, header.row + 1):
        held = dict(zip(names, raws, strict=True))
        filled = [name for name in typed if not is_blank(held[name])]
        if row == header.totals_row and not any(
            _is_typed(sheet, row, places[name], held[name]) for name in filled
        ):
            continue
        if filled:
            (own if is_a_row(record, filled, held) else stray)[row] = held
    return own, stray


def _values(
    sheet: Sheet, columns: Columns, rows: Rows, reading: Reading
) -> tuple[dict[int, dict[str, object]], set[int]]:
    """What the cells of rows say, by attribute, and in which rows some of it is doubtful; read column by column."""
    seen = SeenCells(sheet)
    read, doubtful = [], set[int]()
    for column, at in columns:
        raws = [held[column.name] for held in rows.values()]
        if column.worked_out:
            values = [
                _worked_out(raw, has_formula=(row, at) in sheet.formulas)
                for row, raw in zip(rows, raws, strict=True)
            ]
        else:
            values = list(map(_reader(column, reading), seen.column(at, column, rows, raws)))
        doubtful |= {row for row, value in zip(rows, values, strict=True) if type(value) is Doubtful}
        read.append(values)
    names = [column.name for column, _ in columns]
    by_row = zip(*read, strict=True)
    return {
        row: dict(zip(names, values, strict=True)) for row, values in zip(rows, by_row, strict=True)
    }, doubtful


def _is_typed(sheet: Sheet, row: int, at: int, raw: Raw) -> bool:
    """Whether a filled cell of a row of totals holds words of a person's own."""
    return (row, at) not in sheet.formulas and not is_total(raw)


def _below_the_table(made: Sequence[Record], header: Header) -> Iterator[Problem]:
    """The one problem of rows below the table's edge, or in its row of totals; their live cells are wrong with them."""
    if header.last_row is None:
        return
    end = header.last_row + 1 - (header.totals_row is not None)
    rows = [each for each in made if isinstance(each.source, RowRef) and each.source.row > end]
    if rows:
        cells = [each.cell(next(iter(header.columns))) for each in rows]
        live = [each.cell(column.name) for each in rows for column in each.columns if column.worked_out]
        count = "A row is" if len(rows) == 1 else f"{len(rows)} rows are"
        problem = catalogue.BelowTheTable(rows=count, cells=addresses(cells))
        yield problem.at(cells[0], ref_of(rows[0]), accuses=live)


def _reader(column: Column, reading: Reading) -> Callable[[Raw], object]:
    """Reads a column's cells; what repeats is read once, which halves the time that loading takes."""
    return lru_cache(maxsize=None, typed=True)(partial(read_seen_cell, column, reading=reading))


def _cells(sheet: Sheet, column: Column, at: int) -> list[Raw]:
    """What the cells of a column hold; in long text, with the addresses that whole cells lead to."""
    cells: list[Raw] = sheet.cells[at].tolist()
    if isinstance(column.kind, LongText):
        for row, address in sheet.links.get(at, {}).items():
            if address and row < len(cells) and not is_blank(cells[row]):
                cells[row] = _linked(cells[row], address)
    return cells


def _linked(raw: Raw, address: str) -> RichCell:
    runs = raw.runs if isinstance(raw, RichCell) else (Run(shown(raw)),)
    return RichCell(tuple(run._replace(link=address) for run in runs))


def _worked_out(raw: Raw, *, has_formula: bool) -> object:
    """What a worked-out cell shows, None where it shows nothing; a typed value is a mistake."""
    if isinstance(raw, NotCalculated) or is_blank(raw):
        return None
    return raw if has_formula else Doubtful(raw, catalogue.TypedOverFormula())


def _mistakes(made: Record, doubts: Mapping[str, Doubtful], raws: Mapping[str, Raw]) -> list[Problem]:
    """The problems of a row's cells; where the row is struck out, that is one however many of its cells are."""
    told = {name: doubtful.mistake for name, doubtful in doubts.items() if doubtful.mistake}
    struck = [name for name, mistake in told.items() if isinstance(mistake, catalogue.StruckOutRow)]
    if struck:
        left = {name: each for name, each in told.items() if not isinstance(each, catalogue.StruckOutWords)}
        told = {name: each for name, each in left.items() if name not in struck[1:]}
    return [
        mistake.at(made.cell(name), ref_of(made), shown(raws[name]) or None) for name, mistake in told.items()
    ]


def _merged(sheet: Sheet, header: Header, record: type[Record]) -> list[Problem]:
    """Merged cells in the table; a merged title above it does no harm."""
    used = set(header.columns.values())
    problems = []
    for merged in sheet.merged:
        (top, left), (bottom, right) = corners(merged)
        if bottom >= header.row and any(left <= index <= right for index in used):
            place = CellRef(record.sheet, top + 1, column_letter(left))
            problems.append(catalogue.MergedCells().at(place, value=merged))
    return problems
