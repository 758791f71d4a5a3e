"""Bringing a tracker in, from their files to the tracker's: read, propose or take a map, bring, account, write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from audit_report.bring_in.account import Account, account_of, by_column_and_reason
from audit_report.bring_in.our_rows.bring import Brought, bring
from audit_report.bring_in.the_map.import_map import OWN_DAY, ImportMap
from audit_report.bring_in.the_map.propose_map import Proposal, propose_map
from audit_report.bring_in.their_file.grids import Grid, TheirFile
from audit_report.bring_in.their_file.open_file import open_file
from audit_report.bring_in.their_tables.find_tables import Table, find_tables
from audit_report.bring_in.their_tables.pasted_cells import with_whole_cells
from audit_report.bring_in.their_tables.row_roles import Role
from audit_report.bring_in.tracker_file import tracker_bytes
from audit_report.model.records import Action, Assessment, DateChange, ProgressUpdate, Recommendation


@dataclass(frozen=True, slots=True)
class Theirs:
    """Their files as read, with every table found in them and the day its file was last changed."""

    files: tuple[TheirFile, ...]
    tables: tuple[tuple[Table, date | None], ...]

    @property
    def grids(self) -> list[Grid]:
        """Every sheet of every file."""
        return [grid for file in self.files for grid in file.grids]

    @property
    def own_day(self) -> date | None:
        """The latest day that a file says it was changed; None where one does not say."""
        days = [file.changed for file in self.files if file.changed]
        return max(days) if len(days) == len(self.files) else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A tracker brought in: its rows, the account, and what there is to tell, a sentence each."""

    brought: Brought
    account: Account
    data_as_at: date | None
    said: tuple[str, ...]

    def content(self) -> bytes:
        """The tracker as a file."""
        return tracker_bytes(self.brought, self.account.lines, self.data_as_at)


def read_theirs(paths: Sequence[Path]) -> Theirs:
    """Their files, read. Raises UnreadableFileError."""
    files = tuple(_with_whole_cells(open_file(path)) for path in paths)
    tables = [(table, file.changed) for file in files for grid in file.grids for table in find_tables(grid)]
    return Theirs(files, tuple(tables))


def _with_whole_cells(file: TheirFile) -> TheirFile:
    return replace(file, grids=tuple(map(with_whole_cells, file.grids)))


def propose(theirs: Theirs) -> Proposal:
    """The map proposed for their tables."""
    return propose_map([table for table, _ in theirs.tables], own_day=theirs.own_day is not None)


def bring_theirs(theirs: Theirs, given: ImportMap) -> Outcome:
    """What a map makes of their tables, and the account of it."""
    brought = bring(theirs.tables, given)
    account = account_of(theirs.grids, [table for table, _ in theirs.tables], brought)
    said = (*_of_files(theirs), *brought.said, *_of_rows(brought, account))
    as_at = given.options.data_as_at
    day = theirs.own_day if as_at == OWN_DAY else as_at
    return Outcome(brought, account, day if isinstance(day, date) else None, said)


def _of_files(theirs: Theirs) -> Iterator[str]:
    """What is to be said of the files and sheets themselves."""
    for file in theirs.files:
        yield from file.remarks
        for grid in file.grids:
            tables = [table for table, _ in theirs.tables if table.grid is grid]
            yield from _of_sheet(grid, tables)


def _of_sheet(grid: Grid, tables: Sequence[Table]) -> Iterator[str]:
    has_words = any(grid.filled(row) for row in grid.cells)
    if has_words and not tables:
        picture = " It holds a picture; what a picture shows cannot be read." if grid.has_pictures else ""
        yield f"{grid.sheet}: no row of it is a table's header, so nothing of it is brought in.{picture}"
    if grid.hidden and tables:
        yield f"{grid.sheet}: the sheet is hidden; it is brought in like the others."
    beside = [table for table in tables if any(_are_beside(table, other) for other in tables)]
    if beside:
        yield f"{' and '.join(table.span for table in beside)}: tables side by side, each read for itself."
    for table in tables:
        yield from _of_table(table)


def _are_beside(table: Table, other: Table) -> bool:
    return table is not other and table.header.top == other.header.top


def _of_table(table: Table) -> Iterator[str]:
    lone = sum(role is Role.FORMULAS for role in table.passed.values())
    if lone:
        yield f"{table.span}: {lone} row{'s' * (lone > 1)} of formulas alone passed over."
    waiting = sum(not cell.is_calculated for row in table.rows for cell in row.cells.values())
    if waiting:
        yield (
            f"{table.span}: {waiting} cell{'s' * (waiting > 1)} with an error or a formula that no program has worked "
            "out: open the file in Excel, save it, and bring it in again."
        )


_SHEETS = (Assessment, Recommendation, Action, DateChange, ProgressUpdate)


def _of_rows(brought: Brought, account: Account) -> Iterator[str]:
    """The account in figures."""
    made = ", ".join(f"{len(brought.rows.get(each.sheet, []))} in {each.sheet}" for each in _SHEETS)
    named = account.rows_in - account.rows_out
    yield f"Rows of theirs: {account.rows_in}, of which brought in {account.rows_out}, only named {named}."
    yield f"Rows made: {made}."
    for (header, why), lines in by_column_and_reason(account.lines).items():
        column = f" of “{header}”" if header else ""
        yield f"Not brought in: {lines[0].where}{column}{_and_others(len(lines))}, because {why}."


def _and_others(number: int) -> str:
    return f" and {number - 1} more like it" if number > 1 else ""


def nothing_found(theirs: Theirs) -> Iterable[str]:
    """Why nothing can be brought in from files without any table."""
    return (*_of_files(theirs), "No table was found, so nothing was brought in.")
