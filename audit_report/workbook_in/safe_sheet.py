"""A sheet's XML made safe to read the values from: not too large, and with nothing that stops their reader."""

from typing import NamedTuple

from audit_report.cell_refs import column_letter
from audit_report.ooxml.plain_xml import plain
from audit_report.workbook_in.cell_scan import (
    extent,
    ordinary_extent,
    with_huge_numbers_as_text,
    with_known_errors,
    without_blank_cells,
)

MOST_CELLS = 8_000_000
"""The most cells from A1 to the last one used, all sheets together: every one of them takes memory."""
_ROUGHLY = 4
"""A rough extent serves where it is no more than this part of the cells left."""
_LONG = 64_000_000
"""The length of a sheet's XML from which its blank cells are dropped before anything is counted."""


class TooFarError(Exception):
    """A sheet reaches too far for a tracker; the message is a sentence for the analyst."""


class SafeSheet(NamedTuple):
    """A sheet in plain XML, the same as the values are read from it, and how many cells it spans at most.

    `ordinary` is whether it is known that no cell of it has a formula, an error or a huge number.
    """

    xml: bytes
    for_values: bytes
    cells: int
    ordinary: bool


def safe_sheet(name: str, packed: bytes, most: int) -> SafeSheet:
    """A sheet that spans at most so many cells, its part given as it was packed.

    Cells that have only a look are dropped where they are many or reach too far. Raises TooFarError, and what `plain`
    raises.
    """
    rough = ordinary_extent(packed)
    xml = plain(packed, no_odd_cell=rough is not None)
    ordinary = rough is not None and xml is packed
    if rough and ordinary and rough[0] * rough[1] * _ROUGHLY <= most:
        return SafeSheet(xml, xml, rough[0] * rough[1], ordinary)
    kept = without_blank_cells(xml) if len(xml) > _LONG else xml
    rows, columns = extent(kept)
    if rows * columns > most:
        kept = without_blank_cells(kept)
        rows, columns = extent(kept)
    if rows * columns > most:
        raise TooFarError(
            f"the sheet “{name}” reaches to {column_letter(columns - 1)}{rows}, too far for a tracker. "
            "In Excel, delete what stands beyond the table, save and retry."
        )
    return SafeSheet(xml, with_huge_numbers_as_text(with_known_errors(kept)), rows * columns, ordinary)
