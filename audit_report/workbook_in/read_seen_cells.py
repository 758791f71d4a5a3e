"""Reading one cell as a person sees it: struck out, in a format of its own, made by a formula, or a picture."""

from datetime import date, timedelta

from audit_report import catalogue
from audit_report.problems import Mistake, shortened
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.dates.calendar_months import months_after
from audit_report.schema.kinds import Day, DayOrWords, LongText, People, Ref, Text, long_date, shown
from audit_report.schema.raw_values import (
    CellObject,
    FormulaOfConcern,
    Raw,
    RichCell,
    ShownOtherwise,
    StruckOut,
    TooLong,
)
from audit_report.schema.reading import AS_SHIPPED, Reading
from audit_report.schema.record import Column
from audit_report.workbook_in.cell_objects import PICTURE
from audit_report.workbook_in.read_cells import Doubtful, empty_value, is_blank, read_cell

_CUT_AT = (255, 32_767)
"""The characters that an older program, and a cell, can hold."""


def read_seen_cell(column: Column, raw: Raw, reading: Reading = AS_SHIPPED) -> object:
    """The value of a cell by its column's kind, Doubtful where something is wrong with it or with its look."""
    return _plain(column, raw, reading) if isinstance(raw, str) else _as_it_looks(column, raw, reading)


def _as_it_looks(column: Column, raw: Raw, reading: Reading) -> object:
    if isinstance(raw, ShownOtherwise):
        return _in_another_form(column, raw, reading)
    match raw:
        case CellObject():
            return _object(column, raw)
        case StruckOut(text):
            return _struck_out(column, text, read_cell(column, text, reading))
        case RichCell(struck_out=words) if words:
            standing: Raw = RichCell(raw.runs) if str(raw).strip() else ""
            return _partly_struck_out(column, words, standing, reading)
        case FormulaOfConcern():
            return _of_concern(raw, read_cell(column, raw.raw, reading))
        case _:
            return _plain(column, raw, reading)


def _plain(column: Column, raw: Raw, reading: Reading) -> object:
    value = read_cell(column, raw, reading)
    cut = _probably_cut(column, raw)
    return Doubtful(value, cut, readable=True) if cut and not isinstance(value, Doubtful) else value


def _object(column: Column, raw: CellObject) -> Doubtful:
    if raw == PICTURE and not column.required:
        return Doubtful(empty_value(column), catalogue.PictureInCell(what=raw.what), readable=True)
    return Doubtful(empty_value(column), catalogue.ObjectForValue(what=raw.what))


def _struck_out(column: Column, text: str, value: object) -> Doubtful:
    """A cell that is struck out as a whole: what has to be there asks whether the row still counts."""
    if not (column.required or isinstance(column.kind, Ref)):
        return Doubtful(empty_value(column), catalogue.StruckOutWords(struck=_quoted(text)), readable=True)
    return Doubtful(
        value.value if isinstance(value, Doubtful) else value, catalogue.StruckOutRow(), readable=True
    )


def _partly_struck_out(column: Column, words: str, standing: Raw, reading: Reading) -> Doubtful:
    if is_blank(standing) or isinstance(column.kind, Ref):
        return _struck_out(column, words, read_cell(column, words, reading))
    value = read_cell(column, standing, reading)
    if isinstance(value, Doubtful):
        return value
    return Doubtful(value, catalogue.StruckOutWords(struck=_quoted(words)), readable=True)


def _of_concern(raw: FormulaOfConcern, value: object) -> object:
    mistake: Mistake = (
        catalogue.ChangesByItself(formula=_quoted(str(raw)))
        if raw.changes_by_itself
        else catalogue.FromAnotherWorkbook(formula=_quoted(str(raw)))
    )
    if isinstance(value, Doubtful):
        return Doubtful(value.value, mistake) if raw.changes_by_itself else value
    return Doubtful(value, mistake, readable=True)


def _without_its_day(column: Column, day: date, text: str, reading: Reading) -> object:
    """A date whose format leaves the day out: the month is meant where a month will do."""
    if isinstance(column.kind, Day):
        value = read_cell(column, day, reading)
        if isinstance(value, Doubtful):
            return value
        words = {"day": long_date(day), "shown": text}
        mistake: Mistake = catalogue.MonthForADay(**words) if day.day == 1 else catalogue.DayNotShown(**words)
        return Doubtful(value, mistake, readable=True)
    value = read_cell(column, text, reading)
    if isinstance(value, Doubtful):
        return value
    if isinstance(column.kind, DayOrWords) and isinstance(value, ApproximateDate):
        last = value.latest or months_after(day.replace(day=1), 1) - timedelta(days=1)
        mistake = catalogue.ShownAsMonth(shown=text, day=long_date(day), last=long_date(last))
        return Doubtful(value, mistake, readable=True)
    return Doubtful(value, catalogue.TextTurnedIntoDate(shown=text), readable=True)


def _in_another_form(column: Column, raw: ShownOtherwise, reading: Reading) -> object:
    """A number or day that its format shows as something else; a number in a day's column is told as the number."""
    if isinstance(raw.raw, float) and isinstance(column.kind, Day):
        return read_cell(column, raw.raw, reading)
    if raw.text is None:
        return Doubtful(empty_value(column), catalogue.ShownInAnotherForm())
    if isinstance(raw.raw, date):
        return _without_its_day(column, raw.raw, raw.text, reading)
    return read_cell(column, raw.text, reading)


def _probably_cut(column: Column, raw: Raw) -> Mistake | None:
    if isinstance(raw, str) and len(raw) not in _CUT_AT:
        return None
    if not isinstance(raw, str | RichCell | TooLong) or len(shown(raw)) not in _CUT_AT:
        return None
    if not isinstance(column.kind, Text | LongText) or isinstance(column.kind, People):
        return None
    return catalogue.ProbablyCut(length=f"{len(shown(raw)):,}")


def _quoted(text: str) -> str:
    return shortened(" ".join(text.split()))
