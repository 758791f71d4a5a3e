"""Finding a sheet's table and its columns: by header text, in any order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit_report import catalogue
from audit_report.cell_refs import CellRef, column_letter
from audit_report.problems import Problem
from audit_report.schema.kinds import shown
from audit_report.schema.record import Column, Record, columns_of
from audit_report.schema.spacing import clean, match_key
from audit_report.workbook_in.header_names import column_without_notes, columns_by_key
from audit_report.workbook_in.missing_columns import missing_columns
from audit_report.workbook_in.read_sheet import Sheet


@dataclass(frozen=True, slots=True)
class Header:
    """Where a sheet's table starts and ends, and which column of the sheet holds which declared one (0-based).

    `last_row` is the last that the table reaches, None where a tool has lost the table; `titles` are the headers as
    typed, of the other columns too.
    """

    row: int
    totals_row: int | None
    columns: dict[str, int]
    last_row: int | None = None
    titles: Mapping[int, str] | None = None


def find_header(sheet: Sheet, record: type[Record]) -> tuple[Header | None, list[Problem]]:
    """The header of the record's table, and what is wrong with it; None where no row looks like one."""
    found = _header_row(sheet, record)
    if found is None:
        headers = ", ".join(column.header for column in columns_of(record, sheet.version) if column.required)
        return None, [catalogue.NoHeader(headers=headers).at(CellRef(record.sheet))]
    row, totals_row, last_row = found
    titles = header_texts(sheet, row)
    columns, problems = _match_columns(sheet, record, row, titles)
    return Header(row, totals_row, columns, last_row, titles), problems


def header_texts(sheet: Sheet, row: int) -> dict[int, str]:
    """What a row says, by column (0-based)."""
    cells = enumerate(sheet.cells.iloc[row].tolist())
    return {column: text for column, value in cells if (text := clean(shown(value)))}


def _header_row(sheet: Sheet, record: type[Record]) -> tuple[int, int | None, int | None] | None:
    """The row of the table with the most required headers; where a tool has lost the table, of the first such row."""
    tables = [table for table in sheet.tables if table.header_row < len(sheet.cells)]
    best = max(tables, key=lambda table: _score(sheet, record, table.header_row), default=None)
    if best is not None and _is_enough(record, _score(sheet, record, best.header_row)):
        return best.header_row, best.totals_row, best.last_row
    first, score = _best_row(sheet, record)
    return (first, None, None) if _is_enough(record, score) else None


def _best_row(sheet: Sheet, record: type[Record]) -> tuple[int, tuple[int, int]]:
    """The first row with the best score, and that score; no row below one with every required header is looked at."""
    required = sum(column.required for column in record.columns)
    best, best_score = 0, (0, 0)
    for row in range(min(len(sheet.cells), _DEEPEST_HEADER)):
        score = _score(sheet, record, row)
        if score > best_score:
            best, best_score = row, score
        if score[0] == required:
            break
    return best, best_score


def _score(sheet: Sheet, record: type[Record], row: int) -> tuple[int, int]:
    """How many headers of required columns a row holds, and how many of those that people fill in."""
    found = {column_without_notes(record, sheet.version, text) for text in header_texts(sheet, row).values()}
    typed = [column for column in found if column and not column.worked_out]
    return sum(column.required for column in typed), len(typed)


def _is_enough(record: type[Record], score: tuple[int, int]) -> bool:
    """Whether a row has half of the required headers, or half of all, two at least."""
    required, typed = score
    return required * 2 >= sum(column.required for column in record.columns) or (
        typed >= _FEWEST and typed * 2 >= sum(not column.worked_out for column in record.columns)
    )


_DEEPEST_HEADER, _FEWEST = 200, 2


def _match_columns(
    sheet: Sheet, record: type[Record], row: int, titles: Mapping[int, str]
) -> tuple[dict[str, int], list[Problem]]:
    """Which column holds which declared one, those spelt exactly first, and what is wrong."""
    declared = columns_by_key(record, sheet.version)
    exact = {index: column for index, text in titles.items() if (column := declared.get(match_key(text)))}
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for index, column in exact.items():
        if column.name in columns:
            other = f"{column_letter(columns[column.name])}{row + 1}"
            place = CellRef(record.sheet, row + 1, column_letter(index), column.header)
            problems.append(catalogue.DuplicateHeader(other=other).at(place, value=titles[index]))
        columns.setdefault(column.name, index)
    for index, column in _with_notes(record, sheet.version, titles, exact):
        columns.setdefault(column.name, index)
    used = {*exact, *columns.values()}
    others = {index: text for index, text in titles.items() if index not in used}
    return columns, problems + missing_columns(sheet, record, row, columns, others)


def _with_notes(
    record: type[Record], version: int, titles: Mapping[int, str], exact: Mapping[int, Column]
) -> Iterator[tuple[int, Column]]:
    """The columns known by their header once its notes are left out."""
    for index, text in titles.items():
        if index not in exact and (column := column_without_notes(record, version, text)):
            yield index, column
