"""What a cell can hold before its kind is known."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from audit_report.schema.rich_text import Run


@dataclass(frozen=True, slots=True)
class RichCell:
    """A text cell with bold, italic or linked runs; the words struck out are kept apart from those that stand."""

    runs: tuple[Run, ...]
    struck_out: str = ""

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class CellError:
    """An Excel error value, such as #REF!."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class CellObject:
    """What stands in a cell in the place of a value: "a picture", or "a linked data type"."""

    what: str

    def __str__(self) -> str:
        return self.what


@dataclass(frozen=True, slots=True)
class StruckOut:
    """A value that is struck out as a whole, as text."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ShownOtherwise:
    """A number or day whose look says something else than its value, as shown; `text` is None where nobody can tell."""

    raw: "float | date"
    text: str | None

    def __str__(self) -> str:
        return self.text or str(self.raw)


@dataclass(frozen=True, slots=True)
class FormulaOfConcern:
    """The value of a formula that is no safe entry: it changes by itself, or reaches into another workbook."""

    raw: "Raw"
    formula: str
    changes_by_itself: bool

    def __str__(self) -> str:
        return "=" + self.formula


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
    | CellObject
    | StruckOut
    | ShownOtherwise
    | FormulaOfConcern
    | NotCalculated
    | TooLong
    | Merged
)

TEXT_ALONE = (
    CellError, CellObject, StruckOut, ShownOtherwise, FormulaOfConcern, NotCalculated, TooLong, Merged
)  # fmt: skip
"""Those of which a cell of another workbook can hold the text alone."""
