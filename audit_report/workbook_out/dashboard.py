"""The `Dashboard` sheet: where things stand as at Data as at, in figures, tables and charts that follow the sheets."""

from collections.abc import Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.records import Recommendation
from audit_report.workbook_out import dashboard_formulas
from audit_report.workbook_out.column_names import whole
from audit_report.workbook_out.conditional_formats import LOOKS
from audit_report.workbook_out.dashboard_charts import Bar, Bars, add_chart
from audit_report.workbook_out.formula_workings import (
    REGISTER_DIRECTORATE_ROWS,
    REGISTER_DIRECTORATES,
    next_unlisted,
)
from audit_report.workbook_out.page_setup import set_height, set_width
from audit_report.workbook_out.shipped_lists import PlanStatus, Priority
from audit_report.workbook_out.workbook_styles import DATE

_COLUMNS = "ABCDEFGH"
_TILE_ROW, _PRIORITY_ROW, _DIRECTORATE_ROW, _ACTION_ROW, _UPDATE_ROW = 5, 8, 17, 30, 38
"""The row where each part begins: a heading, the headers, then the figures."""

_UPDATES_LISTED = 12
_NARROW, _ROW = 14, 18
"""The letters that fit a narrow column, and a row's height in points."""

_RED, _GREEN, _UNRATED = PlanStatus.RED.value, PlanStatus.GREEN.value, ""
_LAST_DIRECTORATE = _DIRECTORATE_ROW + 2 + REGISTER_DIRECTORATE_ROWS

_STATUSES = {2: Bar.RED, 3: Bar.GREEN, 4: Bar.PALE}

_BARS = (
    Bars(
        "Current recommendations by priority",
        "Column chart of the current recommendations of each priority: red ones dark, green ones light and "
        "hatched, those not rated pale. The table beside it has the figures.",
        f"J{_TILE_ROW}",
        _PRIORITY_ROW + 1,
        _PRIORITY_ROW + 6,
        _STATUSES,
    ),
    Bars(
        "Current recommendations by directorate",
        "Bar chart of the current recommendations of each directorate: red ones dark, green ones light and "
        "hatched, those not rated pale. The table beside it has the figures.",
        f"J{_DIRECTORATE_ROW}",
        _DIRECTORATE_ROW + 1,
        _LAST_DIRECTORATE,
        _STATUSES,
        sideways=True,
    ),
    Bars(
        "Actions of current recommendations",
        "Column chart of the actions that are overdue, due soon, due later and complete. The table beside it "
        "has the figures.",
        f"J{_ACTION_ROW}",
        _ACTION_ROW + 1,
        _ACTION_ROW + 5,
        {2: Bar.NAVY},
    ),
)

CHARTS = tuple((bars.title, bars.words) for bars in _BARS)
"""The name and the alternative text of each chart, in order."""


def add_dashboard(sheet: Worksheet) -> None:
    """Lay the sheet out below its title."""
    sheet.sheet_view.showGridLines = False
    for letter in _COLUMNS:
        set_width(sheet, letter, 34 if letter == "A" else 13)
    set_width(sheet, "I", 2)
    sheet["A3"] = '=IF(ISNUMBER(as_at),"As at","Data as at is not filled in yet")'
    sheet["A3"].style = "Words bold"
    sheet["B3"] = "=as_at"
    sheet["B3"].style = "Words bold"
    sheet["B3"].number_format = DATE
    _add_tiles(sheet)
    _add_priorities(sheet)
    _add_directorates(sheet)
    _add_actions(sheet)
    _add_updates(sheet)
    for bars in _BARS:
        add_chart(sheet, bars)
    sheet.page_setup.fitToHeight = 1


def _add_tiles(sheet: Worksheet) -> None:
    """The figures that matter most, each under its name; what asks for somebody's attention is marked."""
    tiles = (
        ("Current recommendations", dashboard_formulas.current(), False),
        ("Critical", dashboard_formulas.current(dashboard_formulas.stands(Priority.CRITICAL)), False),
        ("Red", dashboard_formulas.current(dashboard_formulas.has_status(_RED)), True),
        ("Actions overdue", dashboard_formulas.overdue_actions(), True),
        ('="Actions due in the next "&due_soon_days&" days"', dashboard_formulas.actions_due_soon(), False),
        (
            '="No update in the last "&months_between_updates&" months"',
            dashboard_formulas.updates_missing(),
            True,
        ),
        ("Date changes to approve", dashboard_formulas.changes_to_approve(), True),
        ('="Reviews in the next "&months_ahead&" months"', dashboard_formulas.reviews_in_view(), False),
    )
    for letter, (label, formula, alarming) in zip(_COLUMNS, tiles, strict=True):
        sheet[f"{letter}{_TILE_ROW}"] = label
        sheet[f"{letter}{_TILE_ROW}"].style = "Tile label"
        figure = f"{letter}{_TILE_ROW + 1}"
        sheet[figure] = "=" + formula
        sheet[figure].style = "Tile figure"
        if alarming:
            rule = Rule("expression", dxf=LOOKS["bad"], formula=[f"{figure}>0"])
            sheet.conditional_formatting.add(figure, rule)
    set_height(sheet, _TILE_ROW, 46)
    set_height(sheet, _TILE_ROW + 1, 42)


def _add_priorities(sheet: Worksheet) -> None:
    first = _head(
        sheet,
        _PRIORITY_ROW,
        "Current recommendations by priority and status",
        ("Priority", "Red", "Green", "Not rated", "All"),
    )
    statuses = [dashboard_formulas.has_status(status) for status in (_RED, _GREEN, _UNRATED)]
    for row, level in enumerate(Priority, start=first):
        standing = dashboard_formulas.stands(level)
        figures = [dashboard_formulas.current(standing, status) for status in statuses]
        _figures(sheet, row, level.value, [*figures, f"SUM(B{row}:D{row})"])
    last = first + len(Priority)
    rest = [f"{letter}{last + 1}-SUM({letter}{first}:{letter}{last - 1})" for letter in "BCD"]
    _figures(sheet, last, "No priority yet", [*rest, f"SUM(B{last}:D{last})"])
    totals = [dashboard_formulas.current(status) for status in statuses]
    _figures(sheet, last + 1, "Total", [*totals, f"SUM(B{last + 1}:D{last + 1})"], total=True)


def _add_directorates(sheet: Worksheet) -> None:
    """A row for each directorate that the recommendations name, in the order they name them."""
    titles = (
        "Directorate",
        "Red",
        "Green",
        "Not rated",
        "All",
        "Critical",
        "Actions overdue",
        "No update in time",
    )
    first = _head(sheet, _DIRECTORATE_ROW, "Current recommendations by directorate", titles)
    for number in range(REGISTER_DIRECTORATE_ROWS):
        row = first + number
        _figures(sheet, row, f"=INDEX({REGISTER_DIRECTORATES},{number + 1})", _of_directorate(f"$A{row}"))
    rest, total = _LAST_DIRECTORATE, _LAST_DIRECTORATE + 1
    others = [f"{letter}{total}-SUM({letter}{first}:{letter}{rest - 1})" for letter in "BCDEFGH"]
    _figures(sheet, rest, "Other, or none given", others)
    statuses = [
        dashboard_formulas.current(dashboard_formulas.has_status(status))
        for status in (_RED, _GREEN, _UNRATED)
    ]
    totals = [
        *statuses,
        dashboard_formulas.current(),
        dashboard_formulas.current(dashboard_formulas.stands(Priority.CRITICAL)),
        dashboard_formulas.overdue_actions(),
        dashboard_formulas.updates_missing(),
    ]
    _figures(sheet, total, "Total", totals, total=True)


def _of_directorate(cell: str) -> list[str]:
    """The counts of the directorate that a cell names; blank where it names none."""
    of = dashboard_formulas.has_directorate(cell)
    formulas = [
        dashboard_formulas.current(of, dashboard_formulas.has_status(status))
        for status in (_RED, _GREEN, _UNRATED)
    ]
    formulas += [
        dashboard_formulas.current(of),
        dashboard_formulas.current(of, dashboard_formulas.stands(Priority.CRITICAL)),
        dashboard_formulas.overdue_actions(of=of),
        dashboard_formulas.updates_missing(of),
    ]
    return [f'IF({cell}="","",{formula})' for formula in formulas]


def _add_actions(sheet: Worksheet) -> None:
    first = _head(sheet, _ACTION_ROW, "Actions of current recommendations", ("State", "Actions"))
    overdue, soon, done, total = (f"B{first + number}" for number in (0, 1, 3, 4))
    rows = (
        ("Overdue", dashboard_formulas.overdue_actions()),
        ('="Due in the next "&due_soon_days&" days"', dashboard_formulas.actions_due_soon()),
        ("Due later, or no date", f"{total}-{overdue}-{soon}-{done}"),
        ("Complete", dashboard_formulas.completed_actions()),
    )
    for row, (label, formula) in enumerate(rows, start=first):
        _figures(sheet, row, label, [formula])
    _figures(sheet, first + len(rows), "Total", [dashboard_formulas.actions()], total=True)


def _add_updates(sheet: Worksheet) -> None:
    """Whose update is missing: the first dozen, with the leads to ask."""
    number = f"$F${_TILE_ROW + 1}"
    more = f'IF({number}>{_UPDATES_LISTED}," (the first {_UPDATES_LISTED} are listed)","")'
    title = f'="Updates still to come: "&{number}&{more}'
    first = _head(sheet, _UPDATE_ROW, title, ("Recommendation", "Last update", "Delivery leads"))
    missing = f"{dashboard_formulas.CURRENT}*{dashboard_formulas.update_is_missing()}"
    for row in range(first, first + _UPDATES_LISTED):
        ref = f"$A{row}"
        listed = next_unlisted(Recommendation, "ref", missing, f"$A${first - 1}:$A{row - 1}")
        leads = f"INDEX({whole(Recommendation, 'leads')},MATCH({ref},{whole(Recommendation, 'ref')},0))"
        day = dashboard_formulas.last_update(ref)
        sheet[f"A{row}"] = f'=IF(ISNUMBER(as_at),{listed},"")'
        sheet[f"B{row}"] = f'=IF({ref}="","",IF({day}=0,"None",{day}))'
        sheet[f"C{row}"] = f'=IF({ref}="","",SUBSTITUTE({leads},CHAR(10),", "))'
        for letter in "ABC":
            sheet[f"{letter}{row}"].style = "Words on one line"
        sheet[f"B{row}"].style = "Words in the middle"
        sheet[f"B{row}"].number_format = DATE
        set_height(sheet, row, _ROW)


def _head(sheet: Worksheet, row: int, title: str, headers: Sequence[str]) -> int:
    """Write a part's heading and headers; returns the row of its first figures."""
    for letter in _COLUMNS:
        sheet[f"{letter}{row}"].style = "Section"
    sheet[f"A{row}"] = title
    set_height(sheet, row, 24)
    for letter, header in zip(_COLUMNS, headers, strict=False):
        sheet[f"{letter}{row + 1}"] = header
        sheet[f"{letter}{row + 1}"].style = "Header" if letter == "A" else "Header figure"
    set_height(sheet, row + 1, 32 if max(map(len, headers[1:])) > _NARROW else _ROW)
    return row + 2


def _figures(sheet: Worksheet, row: int, label: str, formulas: Sequence[str], *, total: bool = False) -> None:
    """Write a row of figures under its part's headers."""
    kind = "Total" if total else "Row"
    sheet[f"A{row}"] = label
    sheet[f"A{row}"].style = f"{kind} label"
    for letter, formula in zip(_COLUMNS[1:], formulas, strict=False):
        sheet[f"{letter}{row}"] = "=" + formula
        sheet[f"{letter}{row}"].style = f"{kind} figure"
    set_height(sheet, row, _ROW)
