"""Colours that follow what a row says; each goes with a word in the cell, so that none has to be seen to be read."""

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation
from audit_report.model.vocabulary import ActionProgress, LatenessBasis, Quality, Response
from audit_report.schema.record import Record
from audit_report.workbook_out import workbook_styles
from audit_report.workbook_out.column_names import FIRST_ROW, letter, quoted, span
from audit_report.workbook_out.defined_names import FIRST_LEVEL

_DATE_WITH_WORD = 200
"""The first number of the date formats that add a word; Excel keeps those below 164 for itself."""


def add_highlights(sheet: Worksheet, record: type[Record]) -> None:
    """Colour what is missing, late, due soon, red and green, as far down as rows may be added."""
    for name, formula, look in [
        *_ratings(record),
        *_plans(record),
        *_due_dates(record),
        *_missing(record),
    ]:
        cells = span(record, name).replace("$", "")
        sheet.conditional_formatting.add(cells, Rule("expression", dxf=look, formula=[formula]))


_STATUS_LOOKS = (
    ("off_track_status", "bad"),
    ("at_risk_status", "warning"),
    ("on_track_status", "good"),
    ("complete_status", "good"),
)
_RATED: dict[str, tuple[tuple[str, str, str], ...]] = {
    Recommendation.sheet: (
        *(("shown_status", name, look) for name, look in _STATUS_LOOKS),
        ("shown_priority", FIRST_LEVEL, "grave"),
        ("recorded_priority", FIRST_LEVEL, "grave"),
    ),
    Action.sheet: (
        ("shown_on_track", quoted("No"), "bad"),
        ("shown_on_track", quoted("Yes"), "good"),
        ("progress", quoted(ActionProgress.OFF_TRACK), "bad"),
        ("quality", quoted(Quality.NOT_MET), "bad"),
    ),
    DateChange.sheet: (("shown_counts", quoted("Yes"), "grave"),),
    ProgressUpdate.sheet: (
        *(("declared", name, look) for name, look in _STATUS_LOOKS),
        ("challenges", quoted("Yes"), "bad"),
        ("shown_counts", quoted("Yes"), "grave"),
    ),
}
"""What colours its own cell: attribute, the word as a formula has it, and look."""


def _ratings(record: type[Record]) -> Iterator[tuple[str, str, DifferentialStyle]]:
    for name, word, look in _RATED.get(record.sheet, ()):
        yield name, f'AND({_cell(record, name)}<>"",{_cell(record, name)}={word})', LOOKS[look]


def _plans(record: type[Record]) -> Iterator[tuple[str, str, DifferentialStyle]]:
    """No plan, but where the recommendation was not agreed: nobody expects one."""
    if record is Recommendation:
        plan, response = _cell(Recommendation, "plan_in_place"), _cell(Recommendation, "response")
        yield "plan_in_place", f'AND({plan}="No",{response}<>{quoted(Response.NOT_AGREED)})', LOOKS["bad"]


def _due_dates(record: type[Record]) -> Iterator[tuple[str, str, DifferentialStyle]]:
    """An action's due date that is past or near, for one not completed; the word stands behind the date."""
    if record is not Action:
        return
    original, current = _cell(Action, "original_due"), _cell(Action, "shown_due")
    completed = _cell(Action, "completed")
    judged = f"IF(lateness={quoted(LatenessBasis.ORIGINAL)},{original},{current})"
    open_ = f"ISNUMBER(as_at),ISNUMBER({current}),NOT(AND(ISNUMBER({completed}),{completed}<=as_at))"
    yield "shown_due", f"AND({open_},{judged}<as_at)", _dated("overdue", 0, LOOKS["bad"])
    near = f"{current}>=as_at,{current}<=as_at+due_soon_days"
    yield "shown_due", f"AND({open_},{near})", _dated("due soon", 1, LOOKS["warning"])


def _missing(record: type[Record]) -> Iterator[tuple[str, str, DifferentialStyle]]:
    """A required cell that is blank in a row somebody has begun."""
    typed = [index for index, column in enumerate(record.columns) if not column.worked_out]
    started = ",".join(f"${letter_range}" for letter_range in _runs(record, typed))
    for column in record.columns:
        if column.required:
            formula = f'AND({_cell(record, column.name)}="",COUNTA({started})>0)'
            yield column.name, formula, LOOKS["missing"]


def _runs(record: type[Record], indices: list[int]) -> Iterator[str]:
    """The typed cells of the first row as ranges, the worked-out ones between them left out."""
    names = [column.name for column in record.columns]
    first = last = indices[0]
    for index in [*indices[1:], None]:
        if index is None or index != last + 1:
            yield f"{letter(record, names[first])}{FIRST_ROW}:${letter(record, names[last])}{FIRST_ROW}"
            first = index if index is not None else first
        last = index if index is not None else last


def _cell(record: type[Record], name: str) -> str:
    return f"${letter(record, name)}{FIRST_ROW}"


def _look(fill: str, ink: str, *, bold: bool = True, edge: str = "") -> DifferentialStyle:
    side = Side("thin", f"FF{edge}") if edge else None
    return DifferentialStyle(
        font=Font(b=bold or None, color=f"FF{ink}"),
        fill=PatternFill(bgColor=f"FF{fill}"),
        border=Border(left=side, right=side, top=side, bottom=side) if side else None,
    )


LOOKS = {
    "bad": _look(workbook_styles.RED, workbook_styles.WHITE),
    "good": _look(workbook_styles.GREEN_TINT, workbook_styles.GREEN_INK),
    "warning": _look(workbook_styles.AMBER_TINT, workbook_styles.AMBER_INK),
    "grave": _look(workbook_styles.WHITE, workbook_styles.NAVY),
    "missing": _look(
        workbook_styles.MISSING_TINT, workbook_styles.AMBER_INK, bold=False, edge=workbook_styles.RED
    ),
}


def _dated(word: str, number: int, look: DifferentialStyle) -> DifferentialStyle:
    shown = NumberFormat(numFmtId=_DATE_WITH_WORD + number, formatCode=f'{workbook_styles.DATE}" – {word}"')
    return DifferentialStyle(font=look.font, fill=look.fill, numFmt=shown)
