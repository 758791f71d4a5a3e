"""The `Dashboard` sheet: where things stand as at Data as at, in figures, tables and charts that follow the sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.records import PriorityCriteria, Recommendation
from audit_report.model.scales import Meaning
from audit_report.workbook_out import dashboard_formulas
from audit_report.workbook_out.column_names import whole
from audit_report.workbook_out.conditional_formats import LOOKS
from audit_report.workbook_out.dashboard_charts import Bar, Bars, add_chart
from audit_report.workbook_out.defined_names import REGISTER_DIRECTORATES, SECTION_B_LEVELS, status_name
from audit_report.workbook_out.formula_workings import REGISTER_DIRECTORATE_ROWS
from audit_report.workbook_out.page_setup import set_height, set_width
from audit_report.workbook_out.workbook_styles import DATE

_TILE_ROW, _PRIORITY_ROW = 5, 8
"""The row where each of the first parts begins: a heading, the headers, then the figures."""

_UPDATES_LISTED = 12
_NARROW, _ROW = 14, 18
"""The letters that fit a narrow column, and a row's height in points."""

_OFF_TRACK = status_name(Meaning.OFF_TRACK)
_SCALE = whole(PriorityCriteria, "level")
_LETTERS = "ABCDEFGHIJKL"
_BESIDE_STATUSES = 6
"""The widest table has so many columns beside the statuses: its labels, those not rated, all, and three more counts."""

_BARS_OF: Mapping[Meaning, Bar] = {
    Meaning.OFF_TRACK: Bar.RED,
    Meaning.AT_RISK: Bar.AMBER,
    Meaning.ON_TRACK: Bar.GREEN,
    Meaning.COMPLETE: Bar.BLUE,
}
_BY_PRIORITY = (
    "Current recommendations by priority",
    "Columns: the current recommendations of each priority, by status. The table beside it has the figures.",
)
_BY_DIRECTORATE = (
    "Current recommendations by directorate",
    "Bars: the current recommendations of each directorate, by status. The table beside it has the figures.",
)
_BY_STATE = (
    "Actions of current recommendations",
    "Columns: the actions overdue, due soon, due later and complete. The table beside it has the figures.",
)
CHARTS = (_BY_PRIORITY, _BY_DIRECTORATE, _BY_STATE)
"""The name and the alternative text of each chart, in order."""


@dataclass(frozen=True, slots=True)
class _Board:
    """The sheet, and what has a row or a column of its own: the levels and statuses that the scale has as written."""

    sheet: Worksheet
    levels: int
    meanings: Sequence[Meaning]

    @property
    def directorate_row(self) -> int:
        """The row where the part below the priorities begins."""
        return _PRIORITY_ROW + 2 + self.levels + 3

    @property
    def last_directorate(self) -> int:
        """The row of the recommendations whose directorate has no row of its own."""
        return self.directorate_row + 2 + REGISTER_DIRECTORATE_ROWS

    @property
    def action_row(self) -> int:
        """The row where the part below the directorates begins."""
        return self.last_directorate + 3

    @property
    def update_row(self) -> int:
        """The row where the last part begins."""
        return self.action_row + 8

    def in_section_b(self, *criteria: str) -> str:
        """How many current recommendations, of those that meet the criteria, are of a level in section B."""
        first = _PRIORITY_ROW + 2
        levels = [f"$A${first + number}" for number in range(self.levels)]
        return "+".join(
            f"IF({dashboard_formulas.is_in_section_b(number)},"
            f"{dashboard_formulas.current(*criteria, *dashboard_formulas.stands(level))},0)"
            for number, level in enumerate(levels, 1)
        )

    @property
    def columns(self) -> str:
        """The letters of the columns that the widest table takes."""
        return _LETTERS[: _BESIDE_STATUSES + len(self.meanings)]

    @property
    def gap(self) -> str:
        """The letter of the column between the tables and the charts."""
        return _LETTERS[len(self.columns)]

    @property
    def statuses(self) -> list[str]:
        """What each status is called, as a formula has it."""
        return [status_name(meaning) for meaning in self.meanings]

    @property
    def titles(self) -> list[str]:
        """The headers over counts by status."""
        return [*(f"={status}" for status in self.statuses), "Other or not rated", "All"]

    def bars(self) -> list[Bars]:
        """The charts beside the tables."""
        series = {column: _BARS_OF[meaning] for column, meaning in enumerate(self.meanings, 2)}
        series[len(self.meanings) + 2] = Bar.PALE
        at = _LETTERS[len(self.columns) + 1]
        first, last = self.directorate_row + 1, self.last_directorate
        top = _PRIORITY_ROW + 1
        return [
            Bars(*_BY_PRIORITY, f"{at}{_TILE_ROW}", top, top + self.levels + 1, series),
            Bars(*_BY_DIRECTORATE, f"{at}{self.directorate_row}", first, last, series, sideways=True),
            Bars(
                *_BY_STATE, f"{at}{self.action_row}", self.action_row + 1, self.action_row + 5, {2: Bar.NAVY}
            ),
        ]


def add_dashboard(sheet: Worksheet, levels: int, meanings: Sequence[Meaning]) -> None:
    """Lay the sheet out below its title, with a row for each level and a column for the status of each meaning."""
    board = _Board(sheet, levels, meanings)
    sheet.sheet_view.showGridLines = False
    for letter in board.columns:
        set_width(sheet, letter, 34 if letter == "A" else 13)
    set_width(sheet, board.gap, 2)
    sheet["A3"] = '=IF(ISNUMBER(as_at),"As at","Data as at is not filled in yet")'
    sheet["A3"].style = "Words bold"
    sheet["B3"] = "=as_at"
    sheet["B3"].style = "Words bold"
    sheet["B3"].number_format = DATE
    _add_tiles(board)
    _add_priorities(board)
    _add_directorates(board)
    _add_actions(board)
    _add_updates(board)
    for bars in board.bars():
        add_chart(sheet, bars)
    sheet.page_setup.fitToHeight = 1


_AT_LEAST = f'IF({dashboard_formulas.some_review_is_unclear()},", at least","")'
_REVIEWS = f'="Reviews in the next "&months_ahead&" months"&{_AT_LEAST}'


def _add_tiles(board: _Board) -> None:
    """The figures that matter most, each under its name; what asks for somebody's attention is marked."""
    sheet = board.sheet
    tiles = (
        ("Current recommendations", dashboard_formulas.current(), False),
        (f"={SECTION_B_LEVELS}", board.in_section_b(), False),
        (f"={_OFF_TRACK}", dashboard_formulas.current(*dashboard_formulas.has_status(_OFF_TRACK)), True),
        ("Actions overdue", dashboard_formulas.actions(*dashboard_formulas.in_state("Overdue")), True),
        (
            '="Actions due in the next "&due_soon_days&" days"',
            dashboard_formulas.actions(*dashboard_formulas.in_state("Due soon")),
            False,
        ),
        (
            '="No update in the last "&months_between_updates&" months"',
            dashboard_formulas.current(*dashboard_formulas.UPDATE_IS_DUE),
            True,
        ),
        ("Date changes to approve", dashboard_formulas.changes_to_approve(), True),
        (_REVIEWS, dashboard_formulas.reviews_listed(), False),
    )
    for letter, (label, formula, alarming) in zip(_LETTERS, tiles, strict=False):
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


def _by_status(board: _Board, *criteria: str) -> list[str]:
    """How many current recommendations have each status, how many another or none, and all."""
    counts = [
        dashboard_formulas.current(*criteria, *dashboard_formulas.has_status(each)) for each in board.statuses
    ]
    every = dashboard_formulas.current(*criteria)
    return [*counts, "-".join((every, *counts)), every]


def _add_priorities(board: _Board) -> None:
    sheet = board.sheet
    title = "Current recommendations by priority and status"
    first = _head(board, _PRIORITY_ROW, title, ("Priority", *board.titles))
    for number in range(1, board.levels + 1):
        row = first + number - 1
        level = f'IFERROR(INDEX({_SCALE},{number})&"","")'
        figures = [
            f'IF($A{row}="",0,{each})' for each in _by_status(board, *dashboard_formulas.stands(f"$A{row}"))
        ]
        _figures(sheet, row, f"={level}", figures)
    last = first + board.levels
    counts = board.columns[1 : len(board.titles) + 1]
    rest = [f"{letter}{last + 1}-SUM({letter}{first}:{letter}{last - 1})" for letter in counts]
    _figures(sheet, last, "Other, or none yet", rest)
    _figures(sheet, last + 1, "Total", _by_status(board), total=True)


def _add_directorates(board: _Board) -> None:
    """A row for each directorate that the recommendations name, in the order they name them."""
    sheet = board.sheet
    titles = ("Directorate", *board.titles, f"={SECTION_B_LEVELS}", "Actions overdue", "No update in time")
    first = _head(board, board.directorate_row, "Current recommendations by directorate", titles)
    for number in range(REGISTER_DIRECTORATE_ROWS):
        row = first + number
        cell = f"$A{row}"
        figures = _of_directorate(
            board, dashboard_formulas.has_directorate(cell), dashboard_formulas.of_directorate(cell)
        )
        blank_without_one = [f'IF({cell}="","",{each})' for each in figures]
        _figures(sheet, row, f"=INDEX({REGISTER_DIRECTORATES},{number + 1})", blank_without_one)
    rest, total = board.last_directorate, board.last_directorate + 1
    others = [f"{letter}{total}-SUM({letter}{first}:{letter}{rest - 1})" for letter in board.columns[1:]]
    _figures(sheet, rest, "Other, or none given", others)
    _figures(sheet, total, "Total", _of_directorate(board, (), ()), total=True)


def _of_directorate(board: _Board, recommendations: Sequence[str], actions: Sequence[str]) -> list[str]:
    """The counts of a directorate, whose recommendations and actions meet these criteria."""
    return [
        *_by_status(board, *recommendations),
        board.in_section_b(*recommendations),
        dashboard_formulas.actions(*actions, *dashboard_formulas.in_state("Overdue")),
        dashboard_formulas.current(*recommendations, *dashboard_formulas.UPDATE_IS_DUE),
    ]


def _add_actions(board: _Board) -> None:
    sheet = board.sheet
    first = _head(board, board.action_row, "Actions of current recommendations", ("State", "Actions"))
    overdue, soon, done, total = (f"B{first + number}" for number in (0, 1, 3, 4))
    rows = (
        ("Overdue", dashboard_formulas.actions(*dashboard_formulas.in_state("Overdue"))),
        (
            '="Due in the next "&due_soon_days&" days"',
            dashboard_formulas.actions(*dashboard_formulas.in_state("Due soon")),
        ),
        ("Due later, no date or cancelled", f"{total}-{overdue}-{soon}-{done}"),
        ("Complete", dashboard_formulas.actions(*dashboard_formulas.in_state("Complete"))),
    )
    for row, (label, formula) in enumerate(rows, start=first):
        _figures(sheet, row, label, [formula])
    _figures(sheet, first + len(rows), "Total", [dashboard_formulas.actions()], total=True)


def _add_updates(board: _Board) -> None:
    """Whose update is missing: the first dozen, with the leads to ask; the gap's column counts the rows along."""
    sheet, gap = board.sheet, board.gap
    number = f"$F${_TILE_ROW + 1}"
    more = f'IF({number}>{_UPDATES_LISTED}," (the first {_UPDATES_LISTED} are listed)","")'
    title = f'="Updates still to come: "&{number}&{more}'
    first = _head(board, board.update_row, title, ("Recommendation", "Last update", "Delivery leads"))
    for row in range(first, first + _UPDATES_LISTED):
        ref, place = f"$A{row}", f"${gap}{row}"
        sheet[f"{gap}{row}"] = "=" + dashboard_formulas.next_due(f"${gap}{row - 1}" if row > first else "0")
        sheet[f"{gap}{row}"].style = "Hidden figure"
        refs, leads = (whole(Recommendation, name) for name in ("ref", "leads"))
        day = dashboard_formulas.last_update(ref)
        sheet[f"A{row}"] = f'=IFERROR(INDEX({refs},{place}),"")'
        sheet[f"B{row}"] = f'=IF({ref}="","",IF({day}="","None",{day}))'
        sheet[f"C{row}"] = f'=IF({ref}="","",SUBSTITUTE(INDEX({leads},{place}),CHAR(10),", "))'
        for letter in "ABC":
            sheet[f"{letter}{row}"].style = "Words on one line"
        sheet[f"B{row}"].style = "Words in the middle"
        sheet[f"B{row}"].number_format = DATE
        set_height(sheet, row, _ROW)


def _head(board: _Board, row: int, title: str, headers: Sequence[str]) -> int:
    """Write a part's heading and headers; returns the row of its first figures."""
    sheet = board.sheet
    for letter in board.columns:
        sheet[f"{letter}{row}"].style = "Section"
    sheet[f"A{row}"] = title
    set_height(sheet, row, 24)
    for letter, header in zip(board.columns, headers, strict=False):
        sheet[f"{letter}{row + 1}"] = header
        sheet[f"{letter}{row + 1}"].style = "Header" if letter == "A" else "Header figure"
    set_height(sheet, row + 1, 32 if max(map(len, headers[1:])) > _NARROW else _ROW)
    return row + 2


def _figures(sheet: Worksheet, row: int, label: str, formulas: Sequence[str], *, total: bool = False) -> None:
    """Write a row of figures under its part's headers."""
    kind = "Total" if total else "Row"
    sheet[f"A{row}"] = label
    sheet[f"A{row}"].style = f"{kind} label"
    for letter, formula in zip(_LETTERS[1:], formulas, strict=False):
        sheet[f"{letter}{row}"] = "=" + formula
        sheet[f"{letter}{row}"].style = f"{kind} figure"
    set_height(sheet, row, _ROW)
