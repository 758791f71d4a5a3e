"""What a cell can hold before its kind is known."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from audit_report.schema.rich_text import Run


@dataclass(frozen=True, slots=True)
class RichCell:
    """A text cell with bold, italic or linked runs."""

    runs: tuple[Run, ...]

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class CellError:
    """An Excel error value, such as #REF!."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class NotCalculated:
    """A formula that no program has worked out yet."""

    formula: str

    def __str__(self) -> str:
        return "=" + self.formula


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text longer than a cell of Excel's can hold: its beginning, of as many characters as one can."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell hidden under a merged one; whatever it held is gone."""

    def __str__(self) -> str:
        return ""


Raw = (
    None
    | str
    | int
    | float
    | bool
    | date
    | datetime
    | time
    | timedelta
    | RichCell
    | CellError
    | NotCalculated
    | TooLong
    | Merged
)
