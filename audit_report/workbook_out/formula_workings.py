"""What the live formulas work with, on the `Lists` sheet.

The settings in force, the statuses by meaning, the assessments reported elsewhere, the directorates, and the words of
the months that section D covers.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.model.records import Assessment, Officer, PriorityCriteria, Recommendation, StatusCriteria
from audit_report.model.report_details import DetailRow, ReportDetails
from audit_report.model.scales import Meaning
from audit_report.schema.kinds import Day, WholeNumber
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import (
    FIRST_ROW,
    HEADER_ROW,
    column_of,
    header_cell,
    quoted,
    whole,
)
from audit_report.workbook_out.dashboard_formulas import is_in_section_b
from audit_report.workbook_out.defined_names import (
    DIRECTORATES,
    FIRST_LEVEL,
    MOST_LEVELS,
    MY_NAME,
    MY_NAME_ALONE,
    REGISTER_DIRECTORATES,
    REPORTED_ELSEWHERE,
    SECTION_B_LEVELS,
    define,
    status_name,
    threshold_names,
    view_names,
)
from audit_report.workbook_out.formula_pieces import MONTHS
from audit_report.workbook_out.formulas_of_my_work import names_in
from audit_report.workbook_out.page_setup import set_width
from audit_report.workbook_out.sheets import LISTS
from audit_report.workbook_out.workbook_styles import DATE

SETTINGS = {
    "as_at": "data_as_at",
    "months_ahead": "months_ahead",
    "months_between_updates": "months_between_updates",
    "due_soon_days": "due_soon_days",
    "date_moves_allowed": "moves_allowed",
    "lateness": "lateness",
    "financial_test": "financial_test",
    "priority_rests_on": "priority_rests_on",
    "contact": "contact",
}
"""The settings that formulas read: defined name to item of Report details."""

_MEANINGS = {status_name(meaning): meaning for meaning in Meaning}
"""What the status of each meaning is called is worked out under a defined name: off_track_status is Red as shipped."""
VIEWMONTHS = 25
REGISTER_DIRECTORATE_ROWS = 8
_ROUTED_ROWS, _OFFICER_DIRECTORATE_ROWS = 40, 30
_FAR = 10_000_000
_NO_WORD = "¬"
_SEASONS = ("Winter", "Winter", *["Spring"] * 3, *["Summer"] * 3, *["Autumn"] * 3, "Winter")


def add_workings(workbook: Workbook, sheet: Worksheet, column: int) -> None:
    """Write the workings from a column (0-based) on, and define their names."""
    label, value = column_letter(column), column_letter(column + 1)
    _head(sheet, label, "Worked out for the formulas", 30)
    _head(sheet, value, "Value in force", 24)
    for row, (name, formula, shown_as) in enumerate(_values(), start=FIRST_ROW):
        sheet[f"{label}{row}"] = name
        sheet[f"{value}{row}"] = "=" + formula
        sheet[f"{value}{row}"].number_format = shown_as
        define(workbook, name, f"'{LISTS}'!${value}${row}")
    for offset, chain in enumerate(_chains(), start=2):
        _add_chain(workbook, sheet, column_letter(column + offset), chain)
    _add_view(workbook, sheet, column + 5)


def next_unlisted(record: type[Record], name: str, condition: str, above: str) -> str:
    """The first value of a column whose row meets the condition and that is not in the cells above; else nothing.

    The condition is 1 or 0 for each row of the table; {above} in it stands for the cells above.
    """
    cells = whole(record, name)
    place = f"ROW({cells})-ROW({header_cell(record, name)})"
    wanted = f'({condition.format(above=above)})*({cells}<>"")*(COUNTIF({above},{cells})=0)'
    return f'IFERROR(INDEX({cells},SUMPRODUCT(MIN({place}+{_FAR}*(1-{wanted})))),"")'


def _values() -> Iterator[tuple[str, str, str]]:
    """The single values: defined name, formula and number format."""
    for name, attribute in SETTINGS.items():
        yield name, _setting(attribute), DATE if name == "as_at" else "General"
    for name, meaning in _MEANINGS.items():
        row = _match(StatusCriteria, "meaning", meaning)
        yield name, f'IFERROR(INDEX({whole(StatusCriteria, "status")},{row}),"")', "General"
    thresholds = [whole(PriorityCriteria, name) for name in ("loss_at_least", "more_than_share")]
    numbers = "+".join(f"COUNT({cells})" for cells in thresholds)
    filled = "+".join(f"COUNTA({cells})" for cells in thresholds)
    for number in range(1, MOST_LEVELS + 1):
        for name, cells in zip(threshold_names(number), thresholds, strict=True):
            cell = f"INDEX({cells},{number})"
            yield name, f'IFERROR(IF(ISNUMBER({cell}),{cell},""),"")', "General"
    yield MY_NAME_ALONE, names_in(MY_NAME), "General"
    yield FIRST_LEVEL, f'IFERROR(INDEX({whole(PriorityCriteria, "level")},1)&"","")', "General"
    names = "&".join(_in_section_b(number) for number in range(1, MOST_LEVELS + 1))
    yield SECTION_B_LEVELS, f"MID({names},3,255)", "General"
    yield "number_of_levels", f"COUNTA({whole(PriorityCriteria, 'level')})", "General"
    yield "has_financial_test", f"({filled})>0", "General"
    yield "thresholds_are_numbers", f"({numbers})=({filled})", "General"


def _in_section_b(number: int) -> str:
    """The name of the level in a row of Annex 1, behind a comma, where section B prints it."""
    name = f"INDEX({whole(PriorityCriteria, 'level')},{number})"
    return f'IFERROR(IF({is_in_section_b(number)},", "&{name},""),"")'


def _setting(attribute: str) -> str:
    """An item's value, or its default where the cell is blank or is not of its kind."""
    item = column_of(ReportDetails, attribute)
    cell = f"INDEX({whole(DetailRow, 'value')},{_match(DetailRow, 'item', item.header)})"
    match item.kind:
        case Day():
            return f'IF(ISNUMBER({cell}),INT({cell}),"")'
        case WholeNumber():
            return f"IF(ISNUMBER({cell}),{cell},{item.default})"
        case _:
            return f"IF(ISTEXT({cell}),{cell},{quoted(str(item.default or ''))})"


def _match(record: type[Record], name: str, value: str) -> str:
    return f"MATCH({quoted(value)},{whole(record, name)},0)"


class _Chain(NamedTuple):
    """A list that grows by itself: its defined name, title and rows, and whose values it has on what condition."""

    name: str
    title: str
    rows: int
    record: type[Record]
    attribute: str
    condition: str


def _chains() -> Iterator[_Chain]:
    route, part_of = whole(Assessment, "reported_through"), whole(Assessment, "part_of")
    routed = f'(({route}<>"")+({part_of}<>"")*(COUNTIF({{above}},{part_of})>0)>0)'
    yield _Chain(
        REPORTED_ELSEWHERE, "Assessments reported elsewhere", _ROUTED_ROWS, Assessment, "ref", routed
    )
    officers = "Directorates of the officers"
    yield _Chain(DIRECTORATES, officers, _OFFICER_DIRECTORATE_ROWS, Officer, "directorate", "1")
    register = "Directorates of the recommendations"
    rows = REGISTER_DIRECTORATE_ROWS
    yield _Chain(REGISTER_DIRECTORATES, register, rows, Recommendation, "directorate", "1")


def _add_chain(workbook: Workbook, sheet: Worksheet, letter: str, chain: _Chain) -> None:
    _head(sheet, letter, chain.title, 30)
    last = FIRST_ROW + chain.rows - 1
    for row in range(FIRST_ROW, last + 1):
        above = f"${letter}${HEADER_ROW}:${letter}${row - 1}"
        sheet[f"{letter}{row}"] = "=" + next_unlisted(chain.record, chain.attribute, chain.condition, above)
    define(workbook, chain.name, f"'{LISTS}'!${letter}${FIRST_ROW}:${letter}${last}")


def _add_view(workbook: Workbook, sheet: Worksheet, column: int) -> None:
    """The months that section D covers, one a column: its first day, then the words a date may name it by."""
    rows = range(FIRST_ROW, FIRST_ROW + 5)
    for number in range(VIEWMONTHS):
        letter = column_letter(column + number)
        _head(sheet, letter, f"Month {number + 1} of section D", 14)
        day = f"{letter}{rows[0]}"
        first = f"DATE(YEAR(as_at),MONTH(as_at)+{number},1)"
        in_view = f'IF({first}<=EDATE(as_at,months_ahead),{first},"")'
        sheet[day] = f'=IF(ISNUMBER(as_at),{in_view},"")'
        sheet[day].number_format = DATE
        for row, words in zip(rows[1:], _words(day), strict=True):
            sheet[f"{letter}{row}"] = f"=IF(ISNUMBER({day}),{words},{quoted(_NO_WORD)})"
    first, last = column_letter(column), column_letter(column + VIEWMONTHS - 1)
    for row, name in zip(rows[1:], view_names(), strict=True):
        define(workbook, name, f"'{LISTS}'!${first}${row}:${last}${row}")


def _words(day: str) -> tuple[str, ...]:
    """Formulas for the month of a day: "July 2010", "Jul 2010", "Summer 2010", "Q2 2010/11"."""
    month, year = f"MONTH({day})", f"YEAR({day})"
    start = f"({year}-({month}<4))"
    return (
        f'{_choose(month, MONTHS)}&" "&{year}',
        f'{_choose(month, [name[:3] for name in MONTHS])}&" "&{year}',
        f'{_choose(month, _SEASONS)}&" "&({year}-({month}<3))',
        f'"Q"&{_choose(month, "444111222333")}&" "&{start}&"/"&RIGHT({start}+1,2)',
    )


def _choose(number: str, words: Sequence[str]) -> str:
    return f"CHOOSE({number},{','.join(quoted(word) for word in words)})"


def _head(sheet: Worksheet, letter: str, title: str, width: float) -> None:
    sheet[f"{letter}{HEADER_ROW}"] = title
    sheet[f"{letter}{HEADER_ROW}"].style = "Header worked out"
    set_width(sheet, letter, width)
