"""A sample spoilt one cell at a time, in memory: what the program then says of it, and what its report prints."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.checks import OF_CELLS, OF_UPKEEP, Check, doubtful_cells, report_text_places
from audit_report.checks.one_mistake import without_consequences
from audit_report.model.own_scales import entries
from audit_report.model.records import (  # fmt: skip
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
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.report.blocks import Provenance
from audit_report.report.outline import compose
from audit_report.rules.assess import assess
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import (  # fmt: skip
    Day,
    DayOrWords,
    DueDate,
    Kind,
    LongText,
    Money,
    Name,
    People,
    Ref,
    Reference,
    Share,
    Text,
    WholeNumber,
)
from audit_report.schema.raw_values import CellError, Raw
from audit_report.schema.reading import Reading
from audit_report.schema.record import Column, Record
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.headers import Header, find_header
from audit_report.workbook_in.load_records import load, load_sheet
from audit_report.workbook_in.read_cells import is_blank
from audit_report.workbook_in.read_report_details import read_items
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile, read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.report.plain_text import as_text

FIELDS: dict[type[Record], str] = {
    Recommendation: "recommendations",
    Action: "actions",
    DateChange: "date_changes",
    ProgressUpdate: "updates",
    Assessment: "assessments",
    ScheduledAssessment: "forward_plan",
    Officer: "officers",
    ReportText: "report_text",
    PriorityCriteria: "annex1",
    StatusCriteria: "annex2",
}
"""Where a tracker keeps the records of each sheet."""

_WRONG: dict[type[Kind[Any]], tuple[Raw, ...]] = {
    Ref: ("?!",),
    Reference: ("?!",),
    Text: (7.0, datetime(2010, 4, 3)),
    Name: (7.0, datetime(2010, 4, 3)),
    LongText: (7.0, datetime(2010, 4, 3)),
    People: (7.0,),
    Day: ("next week", 7.0),
    DayOrWords: ("soon enough",),
    DueDate: ("next week", 7.0),
    Money: ("a good deal",),
    Share: ("most of it",),
    WholeNumber: ("many",),
    YesNo: (7.0,),
    Choice: (7.0,),
}
"""What is not of a kind, or what Excel makes of words that look like a date."""

_NOT_LISTED: dict[type[Kind[Any]], str] = {
    Reference: "ZZ-99",
    People: "Nobody Atall",
    YesNo: "Perhaps",
    Choice: "Purple",
}


@dataclass(frozen=True, slots=True)
class Spoiling:
    """What is done to a cell: the name of it, and what the cell holds then."""

    name: str
    raw: Raw


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A cell after a spoiling: the problems that are new or say something else, and how many more there are.

    It is noticed where a problem says so at the cell (of a ref that points elsewhere, at any), or the report reads
    otherwise.
    """

    column: Column
    cell: str
    spoiling: str
    problems: tuple[Problem, ...]
    more: int
    noticed: bool

    def __str__(self) -> str:
        said = ", ".join(f"{each.code} at {each.where.cell or each.where.sheet}" for each in self.problems)
        return f"{self.cell} ({self.column.header}) {self.spoiling}: {said or 'nothing said'}"


def not_worked_out(workbook: WorkbookFile) -> WorkbookFile:
    """The workbook as a program that edits cells and works nothing out leaves it: its formulas show nothing."""

    def without(sheet: Sheet) -> Sheet:
        cells = sheet.cells.copy()
        for row, column in sheet.formulas:
            if row < len(cells) and column < len(cells.columns):
                cells.iat[row, column] = ""
        return replace(sheet, cells=cells)

    return replace(workbook, sheets={name: without(sheet) for name, sheet in workbook.sheets.items()})


class Spoiler:
    """A sample, all of whose cells can be read, as it is and as it is with one cell spoilt."""

    def __init__(self, path: Path) -> None:
        self._workbook = not_worked_out(read_workbook(path, SHEETS))
        self._tracker, problems = load(self._workbook)
        assert not problems
        scales = entries(self._tracker.scales)
        self._reading = Reading(self._tracker.details.data_as_at, scales=scales)
        self._assessed = assess(self._tracker, self._tracker.details.data_as_at)
        self._known = {record: self._check(self._tracker, record) for record in (*FIELDS, ReportDetails)}
        self._report = self._text(self._tracker)

    def every_cell(self, record: type[Record]) -> Iterator[Spoilt]:
        """Every spoiling of every cell of a sheet, but the worked-out ones and those that nothing rests on."""
        is_items = record is ReportDetails
        sheet = self._workbook.sheets[record.sheet]
        header, _ = find_header(sheet, DetailRow if is_items else record)
        assert header
        for made in [self._tracker.details] if is_items else getattr(self._tracker, FIELDS[record]):
            for column in record.columns:
                row = (made.cell(column.name).row or 0) - 1
                at = header.columns["value"] if is_items else header.columns[column.name]
                if column.worked_out or row < 0 or self._is_unused(made, column.name):
                    continue
                alone = sheet if is_items else _one_row(sheet, header, row)
                for spoiling in self._spoilings(column, sheet.raw(row, at), record):
                    if spoilt := self._outcome(made, column, spoiling, _with(alone, row, at, spoiling.raw)):
                        yield spoilt

    def _is_unused(self, made: Record, name: str) -> bool:
        """Whether neither a rule nor the report rests on a cell that may be blank."""
        assessed = self._assessed
        match made:
            case ScheduledAssessment():
                listed = next(each.listed for each in assessed.forward_plan if each.scheduled is made)
                return not listed and name in ("focus", "rating", "period")
            case Recommendation():
                rated = next(each for each in assessed.recommendations if each.recommendation is made)
                return not rated.section and name == "other_assessments"
            case Assessment():
                sources = {match_key(each.source_assessment) for each in self._tracker.recommendations}
                return match_key(made.ref) not in sources and name == "reported_through"
            case ReportDetails():
                return name in ("contact", "template_version")  # one without a version is of the first
            case _:
                return False

    def _spoilings(self, column: Column, raw: Raw, record: type[Record]) -> Iterator[Spoiling]:
        yield Spoiling("error value", CellError("#REF!"))
        if is_blank(raw) and isinstance(column.kind, Text | LongText | Ref):
            return
        if not is_blank(raw):
            yield Spoiling("blanked", "")
        yield from (Spoiling("wrong kind", wrong) for wrong in _WRONG[type(column.kind)])
        if type(column.kind) in _NOT_LISTED:
            yield Spoiling("not in list", _NOT_LISTED[type(column.kind)])
        if isinstance(column.kind, Reference):
            target = next(each for each in FIELDS if each.sheet == column.kind.sheet)
            yield from (Spoiling("moved", ref) for ref in self._refs(target) if ref != raw)
        elif isinstance(column.kind, Ref):
            yield from (Spoiling("moved", ref) for ref in self._refs(record)[:3] if ref != raw)

    def _refs(self, record: type[Record]) -> list[str]:
        return [each.ref for each in getattr(self._tracker, FIELDS[record])]

    def _outcome(self, made: Record, column: Column, spoiling: Spoiling, sheet: Sheet) -> Spoilt | None:
        """Read the sheet again and see what is different; None where the cell still says the same."""
        tracker, now, loaded = self._reloaded(made, sheet)
        if not loaded and now and getattr(now, column.name) == getattr(made, column.name):
            return None
        known = self._known[type(made)]
        found = self._check(tracker, type(made), loaded)
        new = (*loaded, *_beyond(found, known))
        cell = made.cell(column.name).cell or ""
        reported = any(spoiling.name == "moved" or _is_about(each, made.cell(column.name)) for each in new)
        noticed = reported or self._text(tracker) != self._report
        more = len(loaded) + len(found) - len(known)
        return Spoilt(column, cell, spoiling.name, new, more, noticed)

    def _reloaded(self, made: Record, sheet: Sheet) -> tuple[Tracker, Record | None, list[Problem]]:
        """The tracker with the spoilt row in it, that row, and its problems (of Report details: the sheet's)."""
        if isinstance(made, ReportDetails):
            details, problems = read_items(sheet)
            return replace(self._tracker, details=details), details, problems
        rows, problems = load_sheet(sheet, type(made), self._reading)
        field = FIELDS[type(made)]
        before = getattr(self._tracker, field)
        at = before.index(made)
        assert rows is not None
        changes: dict[str, Any] = {field: (*before[:at], *rows, *before[at + 1 :])}
        return replace(self._tracker, **changes), next(iter(rows), None), problems

    def _check(self, tracker: Tracker, record: type[Record], loaded: Iterable[Problem] = ()) -> list[Problem]:
        """What is found by the checks that a sheet can set off, beside the problems of its loading."""
        assessed = assess(tracker, tracker.details.data_as_at)
        found = (each(tracker, assessed) for each in _checks_of(record))
        return list(without_consequences(tracker, loaded, found))

    def _text(self, tracker: Tracker) -> str:
        assessed = assess(tracker, tracker.details.data_as_at)
        return as_text(compose(tracker, assessed, Provenance("", "", "", "", None)))


def _checks_of(record: type[Record]) -> tuple[Check, ...]:
    """The words of the report set off checks of their own, and are set off by no other sheet."""
    if record is ReportText:
        return (*report_text_places.CHECKS, *doubtful_cells.CHECKS)
    others = report_text_places.CHECKS if record is not ReportDetails else ()
    return tuple(each for each in (*OF_CELLS, *OF_UPKEEP) if each not in others)


def _one_row(sheet: Sheet, header: Header, row: int) -> Sheet:
    """A sheet with its header and only one of its rows."""
    cells = sheet.cells.copy()
    cells.iloc[header.row + 1 : row] = ""
    cells.iloc[row + 1 :] = ""
    return replace(sheet, cells=cells)


def _with(sheet: Sheet, row: int, at: int, raw: Raw) -> Sheet:
    """The sheet with one cell holding something else."""
    cells = sheet.cells.copy()
    cells.iat[row, at] = raw  # type: ignore[assignment]  # any value a cell can hold
    return replace(sheet, cells=cells)


def _is_about(problem: Problem, cell: CellRef) -> bool:
    """Whether a problem is at a cell, or is that of its column, which lists the cells."""
    where = problem.where
    is_the_columns = isinstance(problem.mistake, catalogue.SeldomBlank) and where.column == cell.column
    return where.sheet == cell.sheet and (where.cell == cell.cell or is_the_columns)


def _beyond(problems: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """The problems that are not among the known ones, word for word."""
    left, new = Counter(map(_key, known)), []
    for each in problems:
        left[_key(each)] -= 1
        if left[_key(each)] < 0:
            new.append(each)
    return new


def _key(problem: Problem) -> tuple[str, str | None, str | None, str]:
    return problem.code, problem.where.cell, problem.ref, problem.message
