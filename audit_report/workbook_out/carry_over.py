"""An older or damaged tracker's rows in a fresh one, by header, each value as it was typed.

What has no place in the fresh tracker is told in notes, a line each; the old file is only read.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.model.report_details import SHIPPED_ITEMS, DetailRow, ReportDetails
from audit_report.model.tracker import KEPT
from audit_report.schema.kinds import Day, shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.headers import Header, find_header
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile
from audit_report.workbook_in.sheet_names import record_of, renamed_sheets
from audit_report.workbook_out.column_names import FIRST_ROW
from audit_report.workbook_out.left_behind import filled_cells, left_behind, other_sheets, own_titles
from audit_report.workbook_out.own_columns import add_own_sheet, append_columns, own_columns
from audit_report.workbook_out.sheets import PLAN
from audit_report.workbook_out.template import fill, new_workbook
from audit_report.workbook_out.typed_rows import TypedRow, typed_rows
from audit_report.workbook_out.upgrade import added_rows, upgraded
from audit_report.workbook_out.workbook_styles import DATE, GENERAL

_TIME, _DURATION = "hh:mm:ss", "[h]:mm:ss"
_ITEMS = [match_key(item.header) for item in SHIPPED_ITEMS]
_KNOWN_ITEMS = {match_key(item.header) for item in ReportDetails.columns}


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """A fresh tracker with an old one's rows: how many of each sheet, and what has no place in it, a sentence each."""

    workbook: Workbook
    rows: Mapping[str, int]
    notes: tuple[str, ...]

    @property
    def in_short(self) -> str:
        """How many rows, sheet by sheet, and how many notes."""
        counts = ", ".join(f"{sheet}: {number}" for sheet, number in self.rows.items())
        sheets = f" ({counts})" if counts else ""
        return f"{sum(self.rows.values())}{sheets}. Notes: {len(self.notes)}."


@dataclass(frozen=True, slots=True)
class NewRows:
    """What is to be otherwise in a sheet: rows to add, by attribute, and cells to change, by their row (0-based).

    With an `as_at` day the added rows stand in place of those of that day; what they do not say, such as what an
    analyst has typed beside such a row, stays as it was. Where `kept` are given, only these rows (0-based) are carried.
    """

    rows: Sequence[Mapping[str, Raw]] = ()
    as_at: date | None = None
    changed: Mapping[int, Mapping[str, Raw]] = field(default_factory=dict)
    kept: Collection[int] | None = None


def carry_over(
    old: WorkbookFile, new: Mapping[type[Record], NewRows] | None = None, *, with_own: bool = True
) -> CarriedOver:
    """A fresh tracker with every filled-in row of an old one, of which all `SHEETS` and `renamed_sheets` are read.

    `new` are rows to be added by sheet. The columns and sheets of the council's own come along unless not `with_own`.
    """
    workbook = new_workbook()
    carried_rows: dict[str, int] = {}
    renamed = renamed_sheets(old)
    notes = [
        f"{name}: the sheet has the headers of “{meant}”, which is missing, and was carried over as that."
        for meant, name in renamed.items()
    ]
    for record in (plan.record for plan in PLAN if plan.record):
        sheet = old.sheets.get(renamed.get(record.sheet, record.sheet))
        added = (new or {}).get(record)
        if sheet is None and record in KEPT:
            _put(workbook, record, added.rows if added else ())
            continue
        if sheet is None:
            notes.append(f"{record.sheet}: the sheet is missing, so the new one is as in a blank tracker.")
            continue
        rows, said = _carry_sheet(sheet, record, workbook, added, with_own=with_own)
        carried_rows |= {record.sheet: rows} if rows else {}
        notes += said
    own = [] if not with_own else [each for each in old.sheets.values() if _is_own(each, renamed.values())]
    for each in own:
        add_own_sheet(workbook, each)
    carried = [*renamed.values(), *(each.name for each in own)]
    return CarriedOver(workbook, carried_rows, (*notes, *other_sheets(old, carried)))


def _is_own(sheet: Sheet, renamed: Collection[str]) -> bool:
    """Whether a sheet is one of the council's own."""
    tracker = {match_key(plan.name) for plan in PLAN}
    return sheet.name not in renamed and match_key(sheet.name) not in tracker and record_of(sheet) is None


def _carry_sheet(
    sheet: Sheet, record: type[Record], workbook: Workbook, added: NewRows | None, *, with_own: bool
) -> tuple[int, list[str]]:
    """Put a sheet's rows and those added into the fresh workbook; how many of its own, and what is left behind."""
    cells = filled_cells(sheet)
    header, _ = find_header(sheet, record)
    notes = list(left_behind(sheet, record, header, cells, workbook[record.sheet]))
    if header is None:
        _put(workbook, record, added.rows if added else ())
        return 0, notes
    rows, lost = typed_rows(sheet, record, header, cells)
    notes += lost
    if record is DetailRow:
        rows, said = _each_item_once(rows, header)
        notes += said
    rows, new = _with_new(rows, added)
    of_old = (upgraded(record, sheet.version, header.columns, old.values) for old in rows)
    _put(workbook, record, [*of_old, *added_rows(record, sheet.version), *new])
    for old, place in zip(rows, _places(record, rows), strict=True):
        _dress(workbook[record.sheet], record, place, old)
        _link(workbook[record.sheet], record, place, old, _links(sheet, header, old.row))
    if with_own:
        places = {old.row: place for old, place in zip(rows, _places(record, rows), strict=True)}
        append_columns(workbook[record.sheet], own_columns(sheet, own_titles(record, header, cells), places))
        _note(workbook[record.sheet], record, sheet, header, places)
    return len(rows), notes


def _note(
    fresh: Worksheet, record: type[Record], old: Sheet, header: Header, places: Mapping[int, int]
) -> None:
    """Put the notes of carried rows on their cells."""
    for index, column in enumerate(record.columns, start=1):
        at = header.columns.get(column.name)
        for row, place in places.items() if at is not None else ():
            if words := old.notes.get(f"{column_letter(at or 0)}{row + 1}"):
                cast("Cell", fresh.cell(place, index)).comment = Comment(words, "audit-report")


def _put(workbook: Workbook, record: type[Record], rows: Sequence[Mapping[str, Raw]]) -> None:
    """Put rows, by attribute, in place of those of a sheet."""
    headers = {column.name: column.header for column in record.columns}
    fill(workbook, record.sheet, [{headers[name]: raw for name, raw in row.items()} for row in rows])


def _with_new(
    rows: list[TypedRow], added: NewRows | None
) -> tuple[list[TypedRow], Sequence[Mapping[str, Raw]]]:
    """The rows without those that are replaced, and those that are added."""
    if added is None:
        return rows, ()
    if added.kept is not None:
        rows = [old for old in rows if old.row in added.kept]
    rows = [TypedRow(old.row, {**old.values, **added.changed.get(old.row, {})}) for old in rows]
    if added.as_at is None:
        return rows, added.rows
    replaced = [old for old in rows if Day().read(old.values.get("as_at", "")) == added.as_at]
    beside = replaced[0].values if len(replaced) == len(added.rows) == 1 else {}
    return [old for old in rows if old not in replaced], [{**beside, **row} for row in added.rows]


def _item(old: TypedRow) -> str:
    """The item of a row of Report details, as items are compared."""
    return match_key(shown(old.values.get("item")))


def _each_item_once(rows: Sequence[TypedRow], header: Header) -> tuple[list[TypedRow], list[str]]:
    """The rows of Report details without those whose item stands further up, and what is to be said of items."""
    first: dict[str, TypedRow] = {}
    notes = []
    for old in rows:
        letter = column_letter(min(header.columns[name] for name in old.values))
        cell, name = f"{DetailRow.sheet}!{letter}{old.row + 1}", shown(old.values.get("item"))
        if _item(old) in first:
            value = shown(old.values.get("value"))
            notes.append(f"{cell}: “{name}” stands further up already; “{value}” was not carried over.")
        elif _item(old) not in _KNOWN_ITEMS:
            notes.append(
                f"{cell}: “{name}” is not an item the program knows; it now stands below the others."
            )
        first.setdefault(_item(old), old)
    return list(first.values()), notes


def _places(record: type[Record], rows: Sequence[TypedRow]) -> Iterator[int]:
    """The row (1-based) of the fresh sheet that each old row has gone into."""
    below = FIRST_ROW + len(_ITEMS)
    for number, old in enumerate(rows, start=FIRST_ROW):
        if record is not DetailRow:
            yield number
        elif _item(old) in _ITEMS:
            yield FIRST_ROW + _ITEMS.index(_item(old))
        else:
            yield below
            below += 1


def _dress(sheet: Worksheet, record: type[Record], place: int, old: TypedRow) -> None:
    """Show a value that is not of its column's kind as what it is: a number in a date's column is still a number."""
    for cell, raw in _typed_cells(sheet, record, place, old):
        if isinstance(raw, timedelta):
            cell.number_format = _DURATION
        elif isinstance(raw, time):
            cell.number_format = _TIME
        elif isinstance(raw, date):
            whole_day = not isinstance(raw, datetime) or raw.time() == time()
            cell.number_format = DATE if whole_day else cell.number_format
        elif isinstance(raw, (int, float)) and cell.is_date:
            cell.number_format = GENERAL


def _typed_cells(
    sheet: Worksheet, record: type[Record], place: int, old: TypedRow
) -> Iterator[tuple[Cell, Raw]]:
    for index, column in enumerate(record.columns, start=1):
        if column.name in old.values:
            yield cast("Cell", sheet.cell(place, index)), old.values[column.name]


def _links(sheet: Sheet, header: Header, row: int) -> dict[str, str]:
    """The addresses that a row's cells lead to, by attribute."""
    links = sheet.links
    return {name: links[at][row] for name, at in header.columns.items() if row in links.get(at, {})}


def _link(
    sheet: Worksheet, record: type[Record], place: int, old: TypedRow, links: Mapping[str, str]
) -> None:
    for index, column in enumerate(record.columns, start=1):
        if column.name in links and column.name in old.values:
            cast("Cell", sheet.cell(place, index)).hyperlink = links[column.name]
