"""What an old tracker holds that a fresh one has no place for: each a sentence that starts with its cell."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.ooxml.addresses import corners, position
from audit_report.schema.kinds import shown
from audit_report.schema.near_misses import nearest
from audit_report.schema.raw_values import CellError, NotCalculated, Raw
from audit_report.schema.record import GUIDANCE, Record
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.headers import Header
from audit_report.workbook_in.read_cells import is_blank
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import WorkbookFile
from audit_report.workbook_in.sheet_names import record_of
from audit_report.workbook_out.column_names import HEADER_ROW
from audit_report.workbook_out.sheets import PLAN

FilledCells = Mapping[int, Mapping[int, Raw]]
"""A sheet's cells that hold something, by row, then column (0-based)."""

_LONGEST_QUOTE = 40


def filled_cells(sheet: Sheet) -> FilledCells:
    """What a sheet holds, as it was typed; blank cells and those under a merged one left out."""
    found: dict[int, dict[int, Raw]] = {}
    for row, cells in enumerate(sheet.cells.itertuples(index=False, name=None)):
        found[row] = {column: raw for column, raw in enumerate(cells) if not is_blank(raw)}
    return {row: cells for row, cells in found.items() if cells}


def left_behind(
    sheet: Sheet, record: type[Record], header: Header | None, cells: FilledCells, fresh: Worksheet
) -> Iterator[str]:
    """What a sheet holds beside the rows that are carried as they are; `fresh` is the blank tracker's sheet."""
    if header is None:
        if cells:
            yield f"{record.sheet}!{_range(cells)}: no row holds the column headers, so nothing was carried over."
        return
    yield from _outside(record, header, cells, fresh)
    yield from _other_columns(record, header, cells)
    yield from _typed_over(sheet, record, header, cells)
    yield from _turned_into_values(sheet, record, header, cells)
    yield from _merged(sheet, record, header)
    for cell in sheet.comments:
        if not _is_carried(cell, sheet, header):
            yield f"{record.sheet}!{cell}: the comment on the cell was not carried over."


def _is_carried(cell: str, sheet: Sheet, header: Header) -> bool:
    """Whether a note stands on a row of the table; a thread of comments is not carried."""
    return cell in sheet.notes and corners(cell)[0][0] > header.row


def other_sheets(old: WorkbookFile, renamed: Collection[str]) -> Iterator[str]:
    """The sheets that are not the tracker's, nor one of its own `renamed`."""
    own = {match_key(plan.name) for plan in PLAN}
    read = {sheet.name for sheet in old.sheets.values()}
    for name in old.sheet_names:
        if name in renamed or name in read:
            continue
        record = record_of(old.others[name]) if name in old.others else None
        if record:
            yield f"{name}!A1: the sheet looks like “{record.sheet}”, but its rows were not carried over."
        elif match_key(name) not in own:
            yield f"{name}!A1: the sheet is not one of the tracker's and was not carried over."


def _outside(record: type[Record], header: Header, cells: FilledCells, fresh: Worksheet) -> Iterator[str]:
    """Words above the table that are not the tracker's own guidance, and what its totals row holds."""
    shipped = {
        match_key(str(value))
        for row in fresh.iter_rows(max_row=HEADER_ROW - 1, values_only=True)
        for value in row
        if value is not None
    }
    worked_out = {
        position(cell.coordinate)
        for row in fresh.iter_rows(max_row=HEADER_ROW - 1)
        for cell in row
        if cell.data_type == "f"
    }
    for at in sorted(cells):
        if header.row <= at != header.totals_row:
            continue
        for column, raw in cells[at].items():
            if (at, column) in worked_out:
                continue
            if match_key(shown(raw)) not in shipped and not _is_guidance(shown(raw)):
                place = _cell(record, column, at)
                yield f"{place}: “{_quote(raw)}” stands outside the table and was not carried over."


def _is_guidance(text: str) -> bool:
    """Whether a text is what some edition of the tracker says above a column."""
    return text.partition("\n")[0] in GUIDANCE


def own_titles(record: type[Record], header: Header, cells: FilledCells) -> dict[int, str]:
    """The titles of the columns that are the council's own and hold something, by column, as the fresh sheet has them.

    A column of a title that the tracker has is not one of them; in a tracker of an older version it has "(own)" added.
    """
    held, titles = _by_column(cells, header), header.titles or {}
    ours = {match_key(column.header): column.name for column in record.columns}
    found: dict[int, str] = {}
    taken = set(ours)
    for at in sorted(set(held) - set(header.columns.values())):
        title = titles.get(at, "")
        name = ours.get(match_key(title))
        if name in header.columns or not title:
            continue
        if name:
            title = f"{title} (own)"
        if match_key(title) not in taken:
            taken.add(match_key(title))
            found[at] = title
    return found


def _other_columns(record: type[Record], header: Header, cells: FilledCells) -> Iterator[str]:
    """The columns that are not read and yet hold something: left behind, or perhaps meant as one of the tracker's."""
    read = set(header.columns.values())
    own = own_titles(record, header, cells)
    held = _by_column(cells, header)
    missing = [column.header for column in record.columns if column.name not in header.columns]
    for column in sorted(set(held) - read):
        title = shown(cells[header.row].get(column))
        rows = held[column]
        values = f"{len(rows)} value{'s' * (len(rows) > 1)}: {_addresses(column, rows)}"
        column_named = f"the column “{_quote(title)}”" if title else "a column without a header"
        is_renamed = own.get(column, title) != title
        why = "" if is_renamed else _why(record, title, missing)
        if column in own and not why and not is_renamed:
            continue
        done = "was carried over as your own" if column in own else "was not carried over"
        renamed = f", as “{own[column]}”" if is_renamed else ""
        yield f"{_cell(record, column, header.row)}: {column_named} ({values}) {done}{renamed}{why}."


def _why(record: type[Record], title: str, missing: Iterable[str]) -> str:
    """Why a column with this title is not read, as the end of a sentence."""
    if not title:
        return ""
    if match_key(title) in {match_key(column.header) for column in record.columns}:
        return ": another one has the same header"
    meant = nearest(title, missing)
    return f": is it meant as “{meant}”? Correct its header and start again" if meant else ""


def _typed_over(sheet: Sheet, record: type[Record], header: Header, cells: FilledCells) -> Iterator[str]:
    """Values in the place of a worked-out column's formulas."""
    held = _by_column(cells, header)
    for column in record.columns:
        at = header.columns.get(column.name)
        if column.worked_out and at is not None:
            for row in held.get(at, []):
                if (row, at) not in sheet.formulas:
                    yield (
                        f"{_cell(record, at, row)}: “{_quote(cells[row][at])}” was typed over the formula of "
                        f"{column.header}; the new tracker works it out."
                    )


def _turned_into_values(
    sheet: Sheet, record: type[Record], header: Header, cells: FilledCells
) -> Iterator[str]:
    """Formulas and Excel errors in columns that people type into: their value is carried, or their text."""
    held = _by_column(cells, header)
    for column in record.columns:
        at = header.columns.get(column.name)
        if column.worked_out or at is None:
            continue
        formulas = []
        for row in held.get(at, []):
            raw = cells[row][at]
            if isinstance(raw, (CellError, NotCalculated)):
                yield f"{_cell(record, at, row)}: “{_quote(raw)}” was carried over as text."
            elif (row, at) in sheet.formulas:
                formulas.append(row)
        if formulas:
            yield (
                f"{record.sheet}!{_addresses(at, formulas)}: {column.header} was worked out by a formula of its own; "
                "its value was carried over."
            )


def _merged(sheet: Sheet, record: type[Record], header: Header) -> Iterator[str]:
    for merged in sheet.merged:
        (_, left), (bottom, right) = corners(merged)
        if bottom >= header.row and any(left <= at <= right for at in header.columns.values()):
            yield f"{record.sheet}!{merged}: the cells are merged; their one value was carried into the first."


def _by_column(cells: FilledCells, header: Header) -> dict[int, list[int]]:
    """The rows below the header that hold something, by column."""
    found: dict[int, list[int]] = {}
    for row in sorted(cells):
        if row > header.row and row != header.totals_row:
            for column in cells[row]:
                found.setdefault(column, []).append(row)
    return found


def _cell(record: type[Record], column: int, row: int) -> str:
    return f"{record.sheet}!{column_letter(column)}{row + 1}"


def _addresses(column: int, rows: Sequence[int]) -> str:
    """Rows of a column in the words of Excel: L5:L16, L18."""
    letter = column_letter(column)
    runs = [
        [row for _, row in run] for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(_from_to(f"{letter}{run[0] + 1}", f"{letter}{run[-1] + 1}") for run in runs)


def _range(cells: FilledCells) -> str:
    """The part of the sheet that is filled in."""
    columns = [column for row in cells.values() for column in row]
    first, last = (
        f"{column_letter(min(columns))}{min(cells) + 1}",
        f"{column_letter(max(columns))}{max(cells) + 1}",
    )
    return _from_to(first, last)


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first}:{last}"


def _quote(raw: Raw) -> str:
    """A value short enough for a line."""
    text = " ".join(shown(raw).split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + "…"
