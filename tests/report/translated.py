"""A register as an authority fills it in for a report in Welsh: every word of the report is its own.

What is translated is written in letters as wide as they are high, what is typed elsewhere in capitals, so that a
small letter of the common alphabet in the report is one of English that is left over.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from typing import Any, TypeVar

from audit_report.model.records import ReportText
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Language
from audit_report.model.wording import PLACEHOLDER, shipped_places
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.record import Record
from audit_report.schema.rich_text import Line
from tests.report.registers import make, rich

R = TypeVar("R", bound=Record)

WELSH_MONTHS = re.compile(
    r"\b(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)\b"
)
_WIDE = str.maketrans(
    {chr(letter): chr(letter + 0xFEE0) for letter in range(0x21, 0x7F) if chr(letter).isalpha()}
)


def translated(of: Tracker) -> Tracker:
    """The register with every place of `Report text` and every label filled in, in Welsh by its setting."""
    sheets: dict[str, Any] = {
        each.name: tuple(map(_typed, getattr(of, each.name)))
        for each in fields(of)
        if each.name not in ("details", "report_text") and isinstance(getattr(of, each.name), tuple)
    }
    details = replace(_typed(of.details), language=Language.WELSH)
    return replace(of, details=details, report_text=tuple(_report_text()), **sheets)


def _report_text() -> Iterator[ReportText]:
    for place in shipped_places().values():
        yield make(ReportText, place=place.name, text=rich("\n".join(map(wide, place.text))))


def wide(text: str) -> str:
    """Text in wide letters, its placeholders as they are."""
    pieces = re.split(f"({PLACEHOLDER.pattern.replace('(', '(?:')})", text)
    return "".join(piece if index % 2 else piece.translate(_WIDE) for index, piece in enumerate(pieces))


def _typed(record: R) -> R:
    """The record as if typed in capitals."""
    capitals: dict[str, Any] = {
        each.name: _capitals(getattr(record, each.name)) for each in fields(record) if each.name != "source"
    }
    return replace(record, **capitals)


def _capitals(value: object) -> object:
    match value:
        case Enum():
            return value
        case str():
            return value.upper()
        case Line():
            return value._replace(runs=tuple(run.saying(run.text.upper()) for run in value.runs))
        case ApproximateDate():
            return replace(value, words=value.words.upper())
        case tuple():
            return tuple(map(_capitals, value))
        case _:
            return value
