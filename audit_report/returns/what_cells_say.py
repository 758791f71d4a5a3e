"""What a cell says, as it is compared: how it is typed, spaced and saved makes no difference."""

from datetime import date, datetime

from audit_report.problems import Mistake
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import LongText, shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Column
from audit_report.schema.rich_text import words
from audit_report.schema.spacing import match_key


def said(column: Column, raw: Raw) -> str:
    """What a cell says in words of one form: a date as ISO, a list's entry without case, blank where it says nothing.

    What cannot be read as its column's kind is what it says.
    """
    if raw is None or raw == "":
        return ""
    if isinstance(column.kind, Choice) and not isinstance(column.kind, YesNo):
        return match_key(shown(raw))
    value = column.kind.read(raw)
    if isinstance(value, Mistake):
        return _in_one_form(raw)
    if isinstance(column.kind, LongText):
        return _spaced(words(value))
    return _in_one_form(value)


def _in_one_form(value: object) -> str:
    match value:
        case datetime() if value.time() == datetime.min.time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case ApproximateDate():
            return _spaced(value.typed)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return f"{value:.15g}"
        case _:
            return _spaced(str(value))


def _spaced(text: str) -> str:
    return " ".join(text.split())
