"""Columns that are not there, each told once: with the unknown column that stands in its place, where one does."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from audit_report import catalogue
from audit_report.cell_refs import CellRef, column_letter
from audit_report.problems import Problem
from audit_report.schema.near_misses import nearest
from audit_report.schema.record import Column, Record, columns_of
from audit_report.workbook_in.read_sheet import Sheet


def missing_columns(
    sheet: Sheet, record: type[Record], row: int, columns: Mapping[str, int], others: Mapping[int, str]
) -> list[Problem]:
    """The problem of each declared column that a sheet has not, worked-out ones in one; the `others` left are told too.

    `columns` has where each declared column stands, `others` the headers of the rest (0-based).
    """
    declared = columns_of(record, sheet.version)
    stand_ins = _stand_ins(declared, columns, others, {at for below, at in sheet.formulas if below > row})
    absent = [column for column in declared if column.name not in columns]
    problems = [
        _missing(record, row, column, stand_ins.get(column.name), others)
        for column in absent
        if not column.worked_out
    ]
    if worked_out := [column for column in absent if column.worked_out]:
        problems.append(_missing_worked_out(record, row, worked_out, stand_ins, others))
    own = [index for index in others if index not in stand_ins.values()]
    return problems + [
        catalogue.ExtraColumn().at(_header_cell(record, row, index, others[index]), value=others[index])
        for index in own
    ]


def _missing(
    record: type[Record], row: int, column: Column, at: int | None, others: Mapping[int, str]
) -> Problem:
    nowhere = CellRef(record.sheet, row + 1, None, column.header)
    if column.needed:
        hint = "" if at is None else f"Is it the one headed “{others[at]}” ({column_letter(at)}{row + 1})? "
        return catalogue.MissingColumn(hint=hint).at(nowhere)
    if at is None:
        return catalogue.MissingOptionalColumn().at(nowhere)
    return catalogue.MisspeltColumn(meant=column.header).at(
        _header_cell(record, row, at, others[at]), value=others[at]
    )


def _missing_worked_out(
    record: type[Record],
    row: int,
    absent: Sequence[Column],
    stand_ins: Mapping[str, int],
    others: Mapping[int, str],
) -> Problem:
    """The one problem of all worked-out columns that are missing."""
    said = [
        f"“{column.header}”"
        + (f" (“{others[at]}” stands in its place)" if (at := stand_ins.get(column.name)) is not None else "")
        for column in absent
    ]
    return catalogue.MissingWorkedOut(columns=", ".join(said)).at(CellRef(record.sheet, row + 1))


def _header_cell(record: type[Record], row: int, at: int, text: str) -> CellRef:
    return CellRef(record.sheet, row + 1, column_letter(at), text)


def _stand_ins(
    declared: Sequence[Column],
    columns: Mapping[str, int],
    others: Mapping[int, str],
    formulas: Collection[int],
) -> dict[str, int]:
    """The unknown column that stands for each missing one: the nearest by its header, or else the one in its place.

    In the place of a worked-out one stands only a column that holds `formulas`.
    """
    left = dict(others)
    found: dict[str, int] = {}
    absent = [column for column in declared if column.name not in columns]
    for column in absent:
        if meant := nearest(column.header, left.values()):
            found[column.name] = next(index for index, text in left.items() if text == meant)
            del left[found[column.name]]
    for column in absent:
        if column.name not in found:
            known = {**columns, **found}
            fits = (index for index in _places(declared, column, known) if index in left)
            at = next((index for index in fits if index in formulas or not column.worked_out), None)
            if at is not None:
                found[column.name] = at
                del left[at]
    return found


def _places(declared: Sequence[Column], column: Column, known: Mapping[str, int]) -> Iterator[int]:
    """Where a column would stand: after the one that is declared before it, and before the one declared after it."""
    names = [each.name for each in declared]
    at = names.index(column.name)
    if at > 0 and names[at - 1] in known:
        yield known[names[at - 1]] + 1
    if at + 1 < len(names) and names[at + 1] in known:
        yield known[names[at + 1]] - 1
