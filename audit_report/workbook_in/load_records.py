"""From sheets to records: every cell read by its kind, every mistake a problem at its cell."""

from collections import Counter, deque
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import repeat
from typing import TypeVar

from audit_report import catalogue
from audit_report.cell_refs import CellRef, Layout, RowRef, column_letter
from audit_report.model.own_scales import entries, own_scales
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    Officer,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    ReportText,
    ScheduledAssessment,
    StatusCriteria,
)
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Level, Scales, Status
from audit_report.model.tracker import TABLES, Tracker
from audit_report.model.vocabulary import Language
from audit_report.problems import Problem
from audit_report.schema.kinds import LongText, shown
from audit_report.schema.near_misses import did_you_mean
from audit_report.schema.raw_values import Merged, NotCalculated, Raw, RichCell
from audit_report.schema.reading import Reading
from audit_report.schema.record import Column, Record, ref_of
from audit_report.schema.rich_text import Run
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.headers import Header, find_header
from audit_report.workbook_in.read_cells import Doubtful, empty_value, is_blank, read_cell
from audit_report.workbook_in.read_report_details import read_items
from audit_report.workbook_in.read_workbook import Sheet, WorkbookFile
from audit_report.workbook_in.sheet_facts import corners

R = TypeVar("R", bound=Record)

SHEETS: tuple[str, ...] = (ReportDetails.sheet, *(record.sheet for record in TABLES))
"""The sheets that the report is made from; a tracker must have them all."""


def load(workbook: WorkbookFile) -> tuple[Tracker, list[Problem]]:
    """The tracker a workbook holds, as far as it can be read, and every problem found on the way."""
    details, problems = read_items(workbook.sheets.get(ReportDetails.sheet))
    problems += _missing_sheets(workbook)
    reading = Reading(details.data_as_at, welsh=details.language is Language.WELSH)
    unread: set[str] = set()

    def rows(record: type[R]) -> tuple[R, ...]:
        sheet = workbook.sheets.get(record.sheet)
        records, found = load_sheet(sheet, record, reading) if sheet else (None, [])
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
    columns = [column for column in record.columns if column.name in header.columns]
    raws = {column.name: _raw_column(sheet, header, column) for column in columns}
    rows = _filled_rows(header, [raws[column.name] for column in columns if not column.worked_out])
    values: dict[str, Iterable[object]] = {}
    doubts: _Doubts = {}
    for column in columns:
        filled = list(map(raws[column.name].__getitem__, rows))
        if column.worked_out:
            cells = _read_worked_out(filled, rows, _formula_rows(sheet, header, column))
        else:
            cells = _read_column(column, filled, reading)
        values[column.name] = _without_doubts(column, cells, doubts)
    absent = [column for column in record.columns if column.name not in header.columns]
    missing = frozenset(column.name for column in absent if column.required)
    layout = Layout(
        record.sheet, {column.header: column_letter(header.columns[column.name]) for column in columns}
    )
    values |= {column.name: repeat(_blank(column)) for column in absent}
    values["source"] = map(RowRef, repeat(layout), (header.row + 2 + at for at in rows))
    values["unreadable"] = (_unreadable(missing, doubts.get(number)) for number in range(len(rows)))
    made = _records(record, len(rows), values)
    for number in sorted(doubts):
        problems += _mistakes(made[number], doubts[number], raws, rows[number])
    return tuple(made), problems + _merged(sheet, header, record)


def _records(record: type[R], count: int, values: Mapping[str, Iterable[object]]) -> list[R]:
    """So many records, given the values of each attribute: to call the class for each takes four times as long."""
    made = [record.__new__(record) for _ in range(count)]
    for each in fields(record):
        fill = getattr(record, each.name).__set__
        deque(map(fill, made, values[each.name]), maxlen=0)
    return made


_Doubts = dict[int, dict[str, Doubtful]]
"""What is wrong with cells, by row (0 is the first) and attribute."""


def _without_doubts(column: Column, cells: list[object], doubts: _Doubts) -> list[object]:
    """The values of a column's cells; what is wrong with any goes to `doubts`."""
    if Doubtful in set(map(type, cells)):
        for number, cell in enumerate(cells):
            if isinstance(cell, Doubtful):
                doubts.setdefault(number, {})[column.name] = cell
                cells[number] = cell.value
    return cells


def _unreadable(missing: frozenset[str], doubts: Mapping[str, Doubtful] | None) -> frozenset[str]:
    return missing.union(name for name, cell in doubts.items() if not cell.readable) if doubts else missing


def _missing_sheets(workbook: WorkbookFile) -> list[Problem]:
    others = [name for name in workbook.sheet_names if name not in workbook.sheets]
    return [
        catalogue.MissingSheet(hint=did_you_mean(name, others)).at(CellRef(name))
        for name in SHEETS
        if name not in workbook.sheets
    ]


def _raw_column(sheet: Sheet, header: Header, column: Column) -> list[Raw]:
    """A column's raw cells below the header, with what the reader of values left out put back."""
    index, first = header.columns[column.name], header.row + 1
    cells: list[Raw] = sheet.cells.iloc[first:, index].tolist()
    for row, special in sheet.facts.special.get(index, {}).items():
        if first <= row < first + len(cells):
            cells[row - first] = special
    if isinstance(column.kind, LongText):
        for row, address in sheet.facts.links.get(index, {}).items():
            if first <= row < first + len(cells):
                cells[row - first] = _linked(cells[row - first], address)
    return cells


def _linked(raw: Raw, address: str) -> RichCell:
    runs = raw.runs if isinstance(raw, RichCell) else (Run(shown(raw)),)
    return RichCell(tuple(run._replace(link=address) for run in runs))


def _filled_rows(header: Header, typed: Sequence[Sequence[Raw]]) -> Sequence[int]:
    """The rows below the header (0 is the first) that hold something a person typed; a totals row is not one."""
    count = len(typed[0])
    empty: Collection[int] = range(count)
    for cells in typed:
        empty = {at for at in empty if _is_empty(cells[at])}
    if header.totals_row is not None:
        empty = {*empty, header.totals_row - header.row - 1}
    return [at for at in range(count) if at not in empty]


def _is_empty(raw: Raw) -> bool:
    return isinstance(raw, Merged) or is_blank(raw)


def _blank(column: Column) -> object:
    if column.worked_out:
        return None
    return empty_value(column)


def _read_column(column: Column, raws: Sequence[Raw], reading: Reading) -> list[object]:
    """What a column's cells read as; what repeats is read once."""
    if len(_ALIKE.intersection(map(type, raws))) <= 1:
        known = {raw: read_cell(column, raw, reading) for raw in set(raws)}
        return list(map(known.__getitem__, raws))
    return [read_cell(column, raw, reading) for raw in raws]


_ALIKE = {bool, int, float}
"""Types whose values may be equal and still be read differently: 1 and TRUE."""


def _formula_rows(sheet: Sheet, header: Header, column: Column) -> set[int]:
    """The rows below the header (0 is the first) in which a column holds a formula."""
    index = header.columns[column.name]
    return {row - header.row - 1 for row, at in sheet.facts.formulas if at == index}


def _read_worked_out(raws: Iterable[Raw], rows: Iterable[int], formulas: Container[int]) -> list[object]:
    """What a worked-out column shows, None where it shows nothing; a typed value is a mistake."""
    cells: list[object] = []
    for at, raw in zip(rows, raws, strict=True):
        if isinstance(raw, NotCalculated) or is_blank(raw):
            cells.append(None)
        elif at in formulas:
            cells.append(raw)
        else:
            cells.append(Doubtful(raw, catalogue.TypedOverFormula()))
    return cells


def _mistakes(
    made: Record, row: Mapping[str, Doubtful], raws: Mapping[str, Sequence[Raw]], at: int
) -> list[Problem]:
    return [
        cell.mistake.at(made.cell(name), ref_of(made), shown(raws[name][at]) or None)
        for name, cell in row.items()
        if cell.mistake
    ]


def _merged(sheet: Sheet, header: Header, record: type[Record]) -> list[Problem]:
    """Merged cells in the table; a merged title above it does no harm."""
    used = set(header.columns.values())
    problems = []
    for merged in sheet.facts.merged:
        (top, left), (bottom, right) = corners(merged)
        if bottom >= header.row and any(left <= index <= right for index in used):
            place = CellRef(record.sheet, top + 1, column_letter(left))
            problems.append(catalogue.MergedCells().at(place, value=merged))
    return problems
