"""Tables with the map laid over them: the cells of each row by our fields, and what the map does not know."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from audit_report.bring_in.our_rows.found_values import Found
from audit_report.bring_in.the_map.import_map import OWN_DAY, Design, ImportMap
from audit_report.bring_in.the_map.import_map import Day as OptionDay
from audit_report.bring_in.the_map.parted_cells import part_of
from audit_report.bring_in.the_map.tracker_fields import BOTH, NOWHERE, fields_in
from audit_report.bring_in.their_cells.plain_text import plain_text
from audit_report.bring_in.their_cells.their_dates import names_period, period_in
from audit_report.bring_in.their_file.grids import GridCell, Place
from audit_report.bring_in.their_tables.find_tables import Table, TableRow


@dataclass(frozen=True, slots=True)
class TheirCell:
    """A cell of a row of theirs, with its column's header and where it stands."""

    header: str
    cell: GridCell
    place: Place

    @property
    def text(self) -> str:
        """Its words, as a person sees them."""
        return plain_text(self.cell.shown)

    @property
    def found(self) -> Found:
        """Its words, or its number or day where it is one."""
        value = self.text if isinstance(self.cell.value, str) or self.cell.is_month else self.cell.value
        return Found(value, (self.place,))


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table, its design, its headers by field, and the day its file was last changed."""

    table: Table
    design: Design
    headers: Mapping[str, tuple[str, ...]]
    changed: date | None
    shared: Mapping[str, str] = field(default_factory=dict)
    """The fields of each column that holds several things, by header."""

    @property
    def period(self) -> date | None:
        """The last day of the period that its sheet is of, where the sheet's name says one."""
        sheet = self.table.grid.sheet
        return period_in(sheet) if names_period(sheet) else None

    def cells(self, row: TableRow, name: str) -> Iterator[TheirCell]:
        """The cells of a row that go to a field; those with nothing to see or not worked out are left out."""
        for header in self.headers.get(name, ()):
            cell = row.cells.get(header)
            if cell is None or not cell.is_calculated:
                continue
            if whole := self.shared.get(header):
                cell = part_of(cell, name, whole)
            if cell is not None:
                yield TheirCell(header, cell, self.table.place(row, header))

    def day(self, option: OptionDay) -> date | None:
        """The day that an option of the map says."""
        if option == OWN_DAY:
            return self.changed
        return option if isinstance(option, date) else None


def map_tables(
    tables: Iterable[tuple[Table, date | None]], given: ImportMap
) -> tuple[list[MappedTable], list[Table], list[str]]:
    """The tables that the map knows, those of no design of its, and the columns that are new to it, in words."""
    mapped, strange, new = [], [], []
    for table, changed in tables:
        design = given.design_of(table.columns)
        if design is None:
            strange.append(table)
            continue
        headers: dict[str, tuple[str, ...]] = {}
        shared: dict[str, str] = {}
        for header in table.columns:
            names = given.field_of(design, header)
            if names is None:
                new.append(f"{table.span}: the column “{header}” is not in the map; it is not brought in.")
            elif names != NOWHERE:
                for name in fields_in(names):
                    headers[name] = (*headers.get(name, ()), header)
                if BOTH in names:
                    shared[header] = names
        mapped.append(MappedTable(table, design, headers, changed, shared))
    return mapped, strange, new
