"""What stands on a sheet beside its cells, and is in no report: notes, comments, text boxes and pictures."""

from collections.abc import Iterator, Sequence

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.problems import Problem
from audit_report.schema.record import Record
from audit_report.workbook_in.read_sheet import Sheet

_NAMED = 8
"""So many cells are named of each kind."""


def notes_not_read(sheet: Sheet, record: type[Record]) -> Iterator[Problem]:
    """The one problem of a sheet that has any."""
    things = [("notes or comments", sheet.comments), *sheet.drawn.items()]
    said = [f"{what} at {_named(cells)}" for what, cells in things if cells]
    if said:
        yield catalogue.NotesNotRead(things="; ".join(said)).at(CellRef(record.sheet))


def _named(cells: Sequence[str]) -> str:
    cells = list(dict.fromkeys(cells))
    more = f" and {len(cells) - _NAMED} more" if len(cells) > _NAMED else ""
    return ", ".join(cells[:_NAMED]) + more
