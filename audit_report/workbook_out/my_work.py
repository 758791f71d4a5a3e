"""The `My work` sheet: choose a name, and see what waits for it, soonest first, each with a link to its row.

Each entry sheet has a helper column that says when a row is due for the name chosen: the day's number, then the row's.
A line here takes the smallest that is left in the three of them.
"""

from collections.abc import Callable

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.model.records import Action, DateChange, Officer, Recommendation
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import header_cell, quoted, whole
from audit_report.workbook_out.defined_names import MY_NAME, rows_name
from audit_report.workbook_out.formulas_of_my_work import DAY_BEFORE_ROW, NO_DAY
from audit_report.workbook_out.page_setup import set_height, set_width
from audit_report.workbook_out.workbook_styles import AS_TYPED, DATE, entry_style

NAME_CELL = "$B$4"
LISTED = 50
_SUMMARY_ROW, _HEADER_ROW = 5, 7
_FIRST = _HEADER_ROW + 1
_WIDTHS = {"A": 24, "B": 72, "C": 26, "D": 18, "E": 18}
_HEADERS = ("Ref", "What it is", "What is wanted", "When", "State")
_ROW_OF_IT, _KINDS = "G", {"H": Action, "I": DateChange, "J": Recommendation}
"""The hidden columns: the row of the line's record, and the next that is left on each sheet."""
_WANTED: dict[type[Record], str] = {
    Action: "Action",
    DateChange: "Date change to approve",
    Recommendation: "Update",
}
_LOOKS = {"A": "Link", "D": "Words in the middle"}
_NONE_LEFT = 10**13


def add_my_work(sheet: Worksheet) -> None:
    """Lay the sheet out below its title."""
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        set_width(sheet, letter, width)
    for letter in (_ROW_OF_IT, *_KINDS):
        sheet.column_dimensions[letter].outlineLevel, sheet.column_dimensions[letter].hidden = 1, True
    _add_name(sheet)
    for letter, header in zip(_WIDTHS, _HEADERS, strict=True):
        sheet[f"{letter}{_HEADER_ROW}"] = header
        sheet[f"{letter}{_HEADER_ROW}"].style = "Header"
    for row in range(_FIRST, _FIRST + LISTED):
        _add_line(sheet, row)
    sheet.freeze_panes = f"A{_FIRST}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.print_area = f"A1:E{_FIRST + LISTED - 1}"
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToHeight = 1


def _add_name(sheet: Worksheet) -> None:
    """The cell that a name is chosen in, the day, and how much waits for the name."""
    sheet["A4"], sheet["A4"].style = "Your name", "Words bold"
    name = NAME_CELL.replace("$", "")
    sheet[name].style = entry_style(AS_TYPED)
    choice = DataValidation("list", formula1=rows_name(Officer.sheet), allow_blank=True)
    choice.errorStyle, choice.showErrorMessage, choice.showInputMessage = "information", True, True
    choice.promptTitle, choice.prompt = "Your name", "Choose your name as the sheet Officers has it."
    choice.add(name)
    sheet.add_data_validation(choice)
    sheet["C4"], sheet["C4"].style = (
        '=IF(ISNUMBER(as_at),"As at","Data as at is not filled in yet")',
        "Words bold",
    )
    sheet["D4"], sheet["D4"].style, sheet["D4"].number_format = "=as_at", "Words bold", DATE
    count = "+".join(f"COUNT({whole(record, 'mine')})" for record in _KINDS.values())
    more = (
        f'IF({count}>{LISTED},": the first {LISTED} are listed, and "&({count}-{LISTED})&" more follow.",".")'
    )
    some = f'IF({count}=1,"1 thing waits",({count})&" things wait")&" for you"&{more}'
    told = f'IF({count}=0,"Nothing waits for you.",{some})'
    sheet[f"A{_SUMMARY_ROW}"] = f'=IF({MY_NAME}="","Choose your name in the cell above.",{told})'
    sheet[f"A{_SUMMARY_ROW}"].style = "Words on one line"


def _add_line(sheet: Worksheet, row: int) -> None:
    """What comes next for the name; blank once nothing is left."""
    wanted, place = f"$C{row}", f"${_ROW_OF_IT}{row}"
    candidates = f"${next(iter(_KINDS))}{row}:${next(reversed(_KINDS))}{row}"
    for letter, record in _KINDS.items():
        before = f"COUNTIF($C${_HEADER_ROW}:$C{row - 1},{quoted(_WANTED[record])})"
        mine = whole(record, "mine")
        sheet[f"{letter}{row}"] = f"=IF(COUNT({mine})>{before},SMALL({mine},{before}+1),{_NONE_LEFT})"
    sheet[f"{_ROW_OF_IT}{row}"] = f'=IF({wanted}="","",MOD(MIN({candidates}),{DAY_BEFORE_ROW}))'
    which = '""'
    for letter, record in reversed(_KINDS.items()):
        which = f"IF(${letter}{row}=MIN({candidates}),{quoted(_WANTED[record])},{which})"
    day = f"INT(MIN({candidates})/{DAY_BEFORE_ROW})"
    state = f'IF({day}>={NO_DAY},"",IF({day}<as_at,"Overdue",IF({day}<=as_at+due_soon_days,"Due soon","Due later")))'
    values = {
        "A": _by_kind(row, lambda record: _link(record, place)),
        "B": _by_kind(row, lambda record: f"{_cell(record, _TEXTS[record], place)}&{quoted('')}"),
        "C": f'IF({MY_NAME}="","",IF(MIN({candidates})={_NONE_LEFT},"",{which}))',
        "D": f'IF({wanted}="","",IF({day}>={NO_DAY},"No date",{day}))',
        "E": f'IF({wanted}="","",{state})',
    }
    for letter, formula in values.items():
        sheet[f"{letter}{row}"] = "=" + formula
        sheet[f"{letter}{row}"].style = _LOOKS.get(letter, "Words")
    sheet[f"D{row}"].number_format = DATE
    set_height(sheet, row, 32)


_TEXTS: dict[type[Record], str] = {Action: "text", DateChange: "reason", Recommendation: "text"}
"""What says what a record is about."""
_REFS: dict[type[Record], str] = {Action: "ref", DateChange: "action", Recommendation: "ref"}


def _by_kind(row: int, formula_of: Callable[[type[Record]], str]) -> str:
    """The formula of the line's kind of record; nothing in a line without any."""
    formula = quoted("")
    for record in _KINDS.values():
        formula = f"IF($C{row}={quoted(_WANTED[record])},{formula_of(record)},{formula})"
    return formula


def _cell(record: type[Record], name: str, place: str) -> str:
    return f"INDEX({whole(record, name)},{place}-ROW({header_cell(record, name)}))"


def _link(record: type[Record], place: str) -> str:
    """A ref that leads to its row."""
    where = quoted(f"#'{record.sheet}'!A")
    return f"HYPERLINK({where}&{place},{_cell(record, _REFS[record], place)}&{quoted('')})"
