"""Finding a sheet's table and its columns: by header text, in any order."""

from dataclasses import dataclass

from audit_report import catalogue
from audit_report.cell_refs import CellRef, column_letter
from audit_report.problems import Problem
from audit_report.schema.kinds import shown
from audit_report.schema.near_misses import did_you_mean, nearest
from audit_report.schema.record import Column, Record
from audit_report.schema.spacing import clean, match_key
from audit_report.workbook_in.read_sheet import Sheet


@dataclass(frozen=True, slots=True)
class Header:
    """Where a sheet's table starts and which column of the sheet holds which declared one (0-based)."""

    row: int
    totals_row: int | None
    columns: dict[str, int]


def find_header(sheet: Sheet, record: type[Record]) -> tuple[Header | None, list[Problem]]:
    """The header of the record's table, and what is wrong with it; None where no row looks like one."""
    required = {match_key(column.header) for column in record.columns if column.required}
    found = _header_row(sheet, required)
    if found is None:
        headers = ", ".join(column.header for column in record.columns if column.required)
        return None, [catalogue.NoHeader(headers=headers).at(CellRef(record.sheet))]
    row, totals_row = found
    columns, problems = _match_columns(record, row, _texts(sheet, row))
    return Header(row, totals_row, columns), problems


def _header_row(sheet: Sheet, required: set[str]) -> tuple[int, int | None] | None:
    """The row of the table with the most required headers; where a tool has lost the table, of the first such row."""

    def score(row: int) -> int:
        return len(required & {match_key(text) for text in _texts(sheet, row).values()})

    rows = [
        (table.header_row, table.totals_row) for table in sheet.tables if table.header_row < len(sheet.cells)
    ]
    best = max(rows, key=lambda each: score(each[0]), default=None)
    if best is not None and score(best[0]) * 2 >= len(required):
        return best
    most, first = 0, 0
    for row in range(min(len(sheet.cells), _DEEPEST_HEADER)):
        found = score(row)
        if found > most:
            most, first = found, row
        if most == len(required):
            break
    return (first, None) if most * 2 >= len(required) else None


_DEEPEST_HEADER = 200


def _texts(sheet: Sheet, row: int) -> dict[int, str]:
    cells = enumerate(sheet.cells.iloc[row].tolist())
    return {column: text for column, value in cells if (text := clean(shown(value)))}


def _match_columns(
    record: type[Record], row: int, texts: dict[int, str]
) -> tuple[dict[str, int], list[Problem]]:
    declared = {match_key(column.header): column for column in record.columns}
    columns: dict[str, int] = {}
    extra: dict[int, str] = {}
    problems: list[Problem] = []
    for index, text in texts.items():
        column = declared.get(match_key(text))
        if column is None:
            extra[index] = text
        elif column.name in columns:
            other = f"{column_letter(columns[column.name])}{row + 1}"
            place = CellRef(record.sheet, row + 1, column_letter(index), column.header)
            problems.append(catalogue.DuplicateHeader(other=other).at(place, value=text))
        else:
            columns[column.name] = index
    missing = [column for column in record.columns if column.name not in columns]
    return columns, problems + _unmatched(record, row, missing, extra)


def _unmatched(record: type[Record], row: int, missing: list[Column], extra: dict[int, str]) -> list[Problem]:
    """Required columns that are missing, and headers that match nothing; a misspelt one is one problem, not two."""
    problems = []
    for column in missing:
        meant = nearest(column.header, extra.values())
        if column.required:
            hint = (
                did_you_mean(column.header, extra.values()).replace("Did you mean", "Is it the one headed")
                if meant
                else ""
            )
            problems.append(
                catalogue.MissingColumn(hint=hint).at(CellRef(record.sheet, row + 1, None, column.header))
            )
        elif meant and not column.worked_out:
            index = next(index for index, text in extra.items() if text == meant)
            place = CellRef(record.sheet, row + 1, column_letter(index), meant)
            problems.append(catalogue.MisspeltColumn(meant=column.header).at(place, value=meant))
        else:
            continue
        extra = {index: text for index, text in extra.items() if text != meant}
    for index, text in extra.items():
        problems.append(
            catalogue.ExtraColumn().at(CellRef(record.sheet, row + 1, column_letter(index), text), value=text)
        )
    return problems
