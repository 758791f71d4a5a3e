"""The tracker's sheets: which are missing, and which others look like one of them by their headers."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from audit_report import catalogue
from audit_report.cannot_run import CannotRunError
from audit_report.cell_refs import CellRef
from audit_report.model.report_details import DetailRow
from audit_report.model.tracker import KEPT, TABLES
from audit_report.problems import Problem
from audit_report.schema.near_misses import did_you_mean, nearest
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.headers import find_header
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_in.read_workbook import UnreadableWorkbookError, WorkbookFile, read_workbook

RECORDS: tuple[type[Record], ...] = (DetailRow, *TABLES)
SHEETS: tuple[str, ...] = tuple(record.sheet for record in RECORDS)
"""The sheets that are read; a tracker must have them all, but for those that the program keeps itself."""

_ALWAYS_MADE = {"Start here", "Dashboard", "My work", "Lists", "For you", "As sent"}
"""The sheets without rows of people's, which every file that the program writes has made anew."""

_MAY_LACK = {record.sheet for record in KEPT}

_ENOUGH, _MOST_OF_THEM = 0.5, 0.75
"""The share of a sheet's columns by which another is taken for it: under a like name, and under any."""


class NotATrackerError(CannotRunError):
    """A workbook has none of the tracker's sheets, under whatever names; the message is a sentence for the analyst."""


def sheet_problems(workbook: WorkbookFile) -> Iterator[Problem]:
    """Each sheet that is missing, with the one that it may be; and others that look like one of the tracker's.

    Raises NotATrackerError where there is nothing of a tracker.
    """
    alike = {name: record for name, sheet in workbook.others.items() if (record := record_of(sheet))}
    if not workbook.sheets and not alike:
        raise NotATrackerError(
            f"{workbook.name}: this is not a tracker: it has none of its sheets. “audit-report import” brings in "
            "somebody else's."
        )
    renamed = renamed_sheets(workbook)
    for name in SHEETS:
        if name not in workbook.sheets and (name not in _MAY_LACK or name in renamed):
            yield _missing(name, renamed.get(name), workbook)
    for name, record in alike.items():
        if renamed.get(record.sheet) != name:
            yield catalogue.SheetNotRead(like=record.sheet).at(CellRef(name))


def renamed_sheets(workbook: WorkbookFile) -> Mapping[str, str]:
    """For each missing sheet the name of the one that has its headers, where one does; of several the first."""
    found: dict[str, str] = {}
    if set(SHEETS) <= set(workbook.sheets):
        return found
    for name, sheet in {**workbook.others, **workbook.sheets}.items():
        if name in SHEETS or name in _ALWAYS_MADE:
            continue
        record = record_of(sheet)
        if record and record.sheet not in workbook.sheets:
            found.setdefault(record.sheet, name)
    return found


def read_with_renamed(path: Path, also: tuple[str, ...] = ()) -> WorkbookFile:
    """A workbook with every sheet of the tracker's, under whatever name, those of the council's own, and these `also`.

    A sheet of its own that cannot be read is left out. Raises UnreadableWorkbookError where the file cannot be opened.
    """
    workbook = read_workbook(path, (*SHEETS, *also))
    others = [name for name in workbook.others if name not in _ALWAYS_MADE]
    try:
        return read_workbook(path, (*SHEETS, *also, *others)) if others else workbook
    except UnreadableWorkbookError:
        renamed = renamed_sheets(workbook).values()
        return read_workbook(path, (*SHEETS, *also, *renamed)) if renamed else workbook


def record_of(sheet: Sheet) -> type[Record] | None:
    """What a sheet's headers say that it holds; None where they are those of no sheet of a tracker."""
    shares = {record: _share(sheet, record) for record in RECORDS}
    best = max(RECORDS, key=lambda record: (shares[record], _is_named_like(sheet, record)))
    enough = _ENOUGH if _is_named_like(sheet, best) else _MOST_OF_THEM
    return best if shares[best] >= enough else None


def _share(sheet: Sheet, record: type[Record]) -> float:
    """The share of a sheet's columns that another has, the worked-out ones left out; 0 where it is one column."""
    header, _ = find_header(sheet, record)
    typed = [column.name for column in record.columns if not column.worked_out]
    found = sum(1 for name in typed if header and name in header.columns)
    return found / len(typed) if found > 1 else 0


def _is_named_like(sheet: Sheet, record: type[Record]) -> bool:
    """Whether the name of a sheet, or of a table on it, has the name of one of the tracker's in it, or nearly is it."""
    own = match_key(record.sheet)
    names = [sheet.name, *(table.name.replace("_", " ") for table in sheet.tables)]
    return any(own in match_key(name) or nearest(name, [record.sheet]) for name in names)


def _missing(name: str, renamed: str | None, workbook: WorkbookFile) -> Problem:
    if renamed:
        hint = f"Is it the sheet “{renamed}”, which has its headers? Then rename that back to “{name}”. Otherwise: "
    else:
        hint = did_you_mean(name, [each for each in workbook.sheet_names if each not in SHEETS])
    return catalogue.MissingSheet(hint=hint).at(CellRef(name))
