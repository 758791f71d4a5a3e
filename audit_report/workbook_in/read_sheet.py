"""A sheet as read: its cells in a pandas frame, and what its XML says beside their values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast
from xml.etree.ElementTree import Element

from audit_report.model.report_details import FIRST_VERSION
from audit_report.ooxml.addresses import Position, column_letter, corners
from audit_report.ooxml.bounded_zip import BoundedZip, Relation
from audit_report.ooxml.limits import HIGHEST, MOST_COMMENTS, hold_to
from audit_report.ooxml.safe_xml import child, whole_number
from audit_report.schema.raw_values import Raw
from audit_report.workbook_in.cell_values import CellValues
from audit_report.workbook_in.sheet_pass import Grid, SheetPass
from audit_report.workbook_in.styles_of_cells import CellStyles

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class TableFacts:
    """An Excel table: its name, and the rows of its header, of its totals if it has them, and its last (0-based)."""

    name: str
    header_row: int
    totals_row: int | None
    last_row: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; rows and columns are counted from 0.

    `cells` has every cell from A1 to the last that holds something as an object ("" where blank), `styles` the number
    of its style, `looks` what those are, and `formulas` their texts. `links` are addresses by column, then row;
    `merged` are ranges, `comments` the cells they stand at, `drawn` those of text boxes and of pictures, `widths` those
    of columns in characters, `notes` the words of the notes by cell, and `version` is the tracker's.
    """

    name: str
    cells: "pd.DataFrame"
    styles: Sequence[Sequence[int]]
    looks: CellStyles
    formulas: Mapping[Position, str]
    merged: Sequence[str]
    links: Mapping[int, Mapping[int, str]]
    tables: Sequence[TableFacts]
    comments: Sequence[str]
    drawn: Mapping[str, Sequence[str]]
    widths: Mapping[int, float]
    notes: Mapping[str, str]
    version: int = FIRST_VERSION

    def raw(self, row: int, column: int) -> Raw:
        """What a cell holds."""
        return cast("Raw", self.cells.iloc[row, column])


class Room(NamedTuple):
    """How many cells a sheet may have from A1 to the last, and how many of its rows are read."""

    cells: int
    rows: int = HIGHEST


def read_sheet(archive: BoundedZip, part: str, name: str, values: CellValues, room: Room) -> Sheet:
    """The sheet in a part, as far as there is room for it.

    Raises TooFarError, what `BoundedZip.elements` does, or ValueError where an address or a value is none.
    """
    import pandas as pd  # noqa: PLC0415  a quarter of a second, which --help need not wait for

    grid = Grid(name, room.cells)
    found = SheetPass(grid, values)
    found.read(archive, part, room.rows)
    grid.even()
    for merged in found.merged:
        grid.hide(merged)
    relations = archive.relations(part)
    return Sheet(
        name=name,
        cells=pd.DataFrame(grid.rows, dtype=object),
        styles=grid.styles,
        looks=values.styles,
        formulas=found.formulas,
        merged=found.merged,
        links=_links(found.links, relations),
        tables=list(_tables(archive, relations)),
        comments=list(_comments(archive, relations)),
        widths=found.widths,
        notes=_notes(archive, relations),
        drawn=_drawn(archive, relations),
    )


def _links(links: Iterable[tuple[str, str]], relations: Mapping[str, Relation]) -> dict[int, dict[int, str]]:
    """The addresses outside the workbook that whole cells lead to."""
    found: dict[int, dict[int, str]] = {}
    for ref, relation in links:
        if relation in relations:
            row, column = corners(ref)[0]
            found.setdefault(column, {})[row] = relations[relation].target
    return found


def _targets(archive: BoundedZip, relations: Mapping[str, Relation], kind: str) -> Iterator[str]:
    """The parts of a kind that a sheet points at, each once."""
    targets = dict.fromkeys(each.target for each in relations.values() if each.kind == kind)
    return (target for target in targets if target in archive)


def _tables(archive: BoundedZip, relations: Mapping[str, Relation]) -> Iterator[TableFacts]:
    for part in _targets(archive, relations, "table"):
        for table in archive.elements(part, "table"):
            (top, _), (bottom, _) = corners(table.get("ref", ""))
            totals = bottom if table.get("totalsRowCount", "0") != "0" else None
            yield TableFacts(table.get("displayName", ""), top, totals, bottom)


def _comments(archive: BoundedZip, relations: Mapping[str, Relation]) -> Iterator[str]:
    """The cells that comments and notes stand at."""
    for kind, name in (("comments", "comment"), ("threadedComment", "threadedComment")):
        for part in _targets(archive, relations, kind):
            for count, comment in enumerate(archive.elements(part, name)):
                hold_to(count, MOST_COMMENTS, "comments")
                yield comment.get("ref", "")


def _notes(archive: BoundedZip, relations: Mapping[str, Relation]) -> dict[str, str]:
    """The words of the notes, by the cell that each stands at."""
    found: dict[str, str] = {}
    for part in _targets(archive, relations, "comments"):
        for count, comment in enumerate(archive.elements(part, "comment")):
            hold_to(count, MOST_COMMENTS, "comments")
            words = (each.text or "" for each in comment.iter() if each.tag.endswith("}t"))
            found[comment.get("ref", "")] = "".join(words)
    return found


_DRAWN = {"sp": "text boxes", "pic": "pictures"}


def _drawn(archive: BoundedZip, relations: Mapping[str, Relation]) -> dict[str, list[str]]:
    """The cells that text boxes and pictures stand at, by what they are."""
    found: dict[str, list[str]] = {}
    for part in _targets(archive, relations, "drawing"):
        for count, anchor in enumerate(archive.elements(part, "twoCellAnchor", "oneCellAnchor")):
            hold_to(count, MOST_COMMENTS, "drawings")
            start = child(anchor, "from")
            names = [what for name, what in _DRAWN.items() if child(anchor, name) is not None]
            if start is not None and names:
                found.setdefault(names[0], []).append(_cell(start))
    return found


def _cell(start: Element) -> str:
    """The address of the cell in which an anchor starts."""
    row, column = (child(start, name) for name in ("row", "col"))
    at = (
        whole_number(column.text if column is not None else ""),
        whole_number(row.text if row is not None else ""),
    )
    return f"{column_letter(at[0])}{at[1] + 1}"
