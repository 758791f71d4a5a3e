"""Reading one cell: blank or not, of its kind or not, plausible or not."""

from dataclasses import dataclass
from datetime import date

from audit_report import catalogue
from audit_report.problems import Mistake
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import DayOrWords, LongText, People, Text, long_date, shown
from audit_report.schema.placeholders import is_placeholder
from audit_report.schema.raw_values import CellError, Merged, NotCalculated, Raw, RichCell
from audit_report.schema.reading import AS_SHIPPED, Reading
from audit_report.schema.record import Column
from audit_report.schema.spacing import as_typed_in_excel, clean
from audit_report.schema.typed_text import TypedText

PLAUSIBLE_YEARS = 20
_FIRST_YEAR, _LAST_YEAR = 1980, 2080


_WITHOUT_VALUE: dict[type, Mistake | None] = {
    CellError: catalogue.ExcelError(),
    NotCalculated: catalogue.NotCalculated(),
    Merged: None,
}
"""What is wrong with cells that hold no value of their own; of the merged ones there is one problem for them all."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A cell with something wrong: its value, the column's blank one where it is not `readable`, and its mistake.

    There is no mistake where a cell has no value and another cell's problem says so.
    """

    value: object
    mistake: Mistake | None
    readable: bool = False


def is_blank(raw: Raw) -> bool:
    """Whether a cell holds nothing a person would see; one hidden under a merged one holds nothing."""
    if isinstance(raw, str):
        return not raw[:1].isalnum() and not clean(raw)
    return raw is None or isinstance(raw, Merged)


def read_cell(column: Column, raw: Raw, reading: Reading = AS_SHIPPED) -> object:
    """The value of a cell by its column's kind, Doubtful where something is wrong with it.

    Dates are held against Data as at where `reading` knows it.
    """
    if type(raw) in _WITHOUT_VALUE:
        return Doubtful(empty_value(column), _WITHOUT_VALUE[type(raw)])
    if is_blank(raw):
        empty = empty_value(column)
        return Doubtful(empty, catalogue.RequiredBlank()) if column.required else empty
    value: object = column.kind.read(_as_typed(raw), reading)
    if type(value) is TypedText and column.required and not value:
        return Doubtful(value, catalogue.RequiredBlank())
    if isinstance(value, Mistake):
        return Doubtful(_as_far_as_read(column, raw), value)
    if isinstance(raw, str) and type(value) is TypedText:
        return value
    return _doubts(column, raw, value, reading) or value


def _as_far_as_read(column: Column, raw: Raw) -> object:
    """What a cell that cannot be read holds: of a date the words, which a draft prints, and no days."""
    if isinstance(column.kind, DayOrWords):
        return ApproximateDate(long_date(raw) if isinstance(raw, date) else clean(shown(raw)), None, None)
    return empty_value(column)


def _as_typed(raw: Raw) -> Raw:
    """A raw value without Word's own characters for hyphens and line breaks."""
    if isinstance(raw, str):
        return as_typed_in_excel(raw)
    if isinstance(raw, RichCell):
        return RichCell(tuple(run.saying(as_typed_in_excel(run.text)) for run in raw.runs))
    return raw


def _doubts(column: Column, raw: Raw, value: object, reading: Reading) -> Doubtful | None:
    """What is doubtful about a value of the right kind: words that say nothing, a year far off, a text turned date."""
    if column.decides and isinstance(value, str) and is_placeholder(value):
        return Doubtful(empty_value(column), _says_nothing(column), readable=True)
    if isinstance(value, _DATES) and (mistake := _implausible(value, reading.as_at)):
        return Doubtful(_as_far_as_read(column, raw), mistake)
    if isinstance(value, ApproximateDate) and value.doubts:
        doubt = value.doubts[0]
        mistake = catalogue.DateReadOneWay(read_as=doubt.read_as, otherwise=doubt.otherwise)
        return Doubtful(value, mistake, readable=True)
    if isinstance(raw, date) and (mistake := _turned_into_date(column, raw)):
        return Doubtful(value, mistake, readable=True)
    return None


def empty_value(column: Column) -> object:
    """What a blank cell of the column holds."""
    return column.kind.blank if column.default is None else column.default


_DATES = (date, ApproximateDate)


def _implausible(value: date | ApproximateDate, as_at: date | None) -> Mistake | None:
    days = (value.earliest, value.latest) if isinstance(value, ApproximateDate) else (value,)
    first, last, why = _FIRST_YEAR, _LAST_YEAR, f"not between {_FIRST_YEAR} and {_LAST_YEAR}"
    if as_at:
        first, last = as_at.year - PLAUSIBLE_YEARS, as_at.year + PLAUSIBLE_YEARS
        why = f"more than {PLAUSIBLE_YEARS} years from the tracker's Data as at"
    stray = next((day for day in days if day and not first <= day.year <= last), None)
    return catalogue.ImplausibleDate(day=long_date(stray), why=why) if stray else None


def _says_nothing(column: Column) -> Mistake:
    hint = "" if column.required else "Clear the cell if there is nothing to say. "
    return catalogue.Placeholder(hint=hint, purpose=column.help)


def _turned_into_date(column: Column, day: date) -> Mistake | None:
    if isinstance(column.kind, Text | LongText) and not isinstance(column.kind, People):
        return catalogue.TextTurnedIntoDate(shown=long_date(day))
    return None
