"""Looking through a sheet's plain XML for the few cells that their values do not tell all of, and for its extent.

Everything here searches bytes: a tracker has a million cells, and making an object of each would take longer than
reading the values does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_uppercase
from typing import NamedTuple

from audit_report.cell_refs import column_index
from audit_report.ooxml.bounded_zip import parse
from audit_report.schema.raw_values import CellError, NotCalculated, Raw, RichCell
from audit_report.workbook_in.rich_strings import rich_cell

Position = tuple[int, int]

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_CELL = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})"([^>]*)>(.*?)</c>', re.DOTALL)
_VALUE = re.compile(rb"<v(?: [^>]*)?>([^<]+)</v>")
_FORMULA = re.compile(rb"<f(?:>| [^>]*[^/>]>)([^<]*)</f>")
_SHARED = re.compile(rb't="s"[^>]*><v>(\d+)</v>')
_RICH = re.compile(b"<rPr")
_MARKS = (re.compile(b"<f[> /]"), re.compile(b't="e"'), _RICH)
_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})')
_NUMBERS = re.compile(rb'<c r="[A-Z]{1,3}(\d{1,7})')
_ERROR = re.compile(rb'(<c r="[^"]*"(?: [^>]*)? t="e"[^>]*>)(?<!/>).*?</c>', re.DOTALL)
_HUGE = re.compile(rb"<v>[-+]?(?:\d{12}|\d[\d.]*[eE]\+?\d|\.\d+[eE]\+?\d|[iI][nN][fF]|[nN][aA][nN])")
_ORDINARY = (
    rb'(?: s="[0-9]*")?'
    rb'(?: t="inlineStr"><is>|(?: t="[nsb]")?(?:/>|></c>|><v>-?[0-9]{1,11}(?:\.[0-9]*)?</v></c>))'
)
"""What follows the address of an ordinary cell, up to its text."""
_BLANK_CELL = re.compile(rb'<c r="[^"]*"[^>]*(?:/>|></c>)')
_HIGHEST, _WIDEST = 1_048_576, 16_384


class Found(NamedTuple):
    """A cell that needs a second look; `held` is None where its value is what it holds."""

    at: Position
    has_formula: bool
    held: Raw


@lru_cache(maxsize=_WIDEST)
def _column(letters: str) -> int:
    return column_index(letters)


def position(address: str) -> Position:
    """The 0-based row and column of an address such as B7."""
    found = _ADDRESS.fullmatch(address.replace("$", ""))
    row, column = (int(found[2]), _column(found[1])) if found else (0, 0)
    if not 1 <= row <= _HIGHEST or column >= _WIDEST:
        raise ValueError(f"there is no cell {address}")
    return row - 1, column


def corners(ref: str) -> tuple[Position, Position]:
    """The first and last cell of a range such as A4:S9."""
    first, _, last = ref.partition(":")
    return position(first), position(last or first)


def with_known_errors(xml: bytes) -> bytes:
    """The sheet with one error code in all its error cells: newer ones (#SPILL!) stop the reader of values."""
    return _ERROR.sub(rb"\1<v>#N/A</v></c>", xml) if b't="e"' in xml else xml


def with_huge_numbers_as_text(xml: bytes) -> bytes:
    """The sheet with every number past a hundred thousand million as text: as a date it stops the reader of values."""
    pieces, done = [], 0
    for found in _HUGE.finditer(xml):
        start = xml.rfind(b'<c r="', done, found.start())
        cell = _CELL.match(xml, start) if start >= 0 else None
        if cell and (b" t=" not in cell[2] or b' t="n"' in cell[2]):
            pieces += [xml[done : cell.start(2)], cell[2].replace(b' t="n"', b""), b' t="str"']
            done = cell.end(2)
    return b"".join([*pieces, xml[done:]]) if pieces else xml


def without_blank_cells(xml: bytes) -> bytes:
    """The sheet without its cells that have a look and no value."""
    return _BLANK_CELL.sub(b"", xml)


def ordinary_extent(xml: bytes) -> Position | None:
    """As `extent`, or up to twice the rows and 26 columns; None where a cell is further, or not an ordinary one.

    Ordinary ones are in plain XML, which the rest need not be in yet, and have no formula, error or huge number. One
    look for all that takes no longer than one for any of it.
    """
    last = _NUMBERS.match(xml, max(0, xml.rfind(b'<c r="')))
    if not last:
        return None
    leading, others = max(1, int(last[1][:1])), len(last[1]) - 1
    row = rb"[1-%d][0-9]{%d}" % (leading, others)
    if others:
        row = rb"(?:[0-9]{1,%d}|%s)" % (others, row)
    if re.search(rb'<c(?! r="[A-Z]%s"%s|[A-Za-z])' % (row, _ORDINARY), xml):
        return None
    return (leading + 1) * 10**others - 1, len(ascii_uppercase)


def extent(xml: bytes) -> Position:
    """The number of rows and columns from A1 that hold all the sheet's cells."""
    rows = max(map(int, set(_NUMBERS.findall(xml))), default=0)
    letters = max(set(_LETTERS.findall(xml)), key=lambda each: (len(each), each), default=b"")
    return rows, column_index(letters.decode()) + 1


def special_cells(xml: bytes, rich: Mapping[bytes, RichCell], *, ordinary: bool = False) -> Iterator[Found]:
    """The cells with a formula, an error, or bold, italic or linked text; `ordinary` ones can only have the last."""
    done = -1
    for at in sorted(_places(xml, rich, (_RICH,) if ordinary else _MARKS)):
        start = xml.rfind(b'<c r="', 0, at + 1)
        cell = _CELL.match(xml, start) if start > done else None
        if cell and cell.end() > at:
            done = start
            yield _found(cell, rich)


def _places(xml: bytes, rich: Mapping[bytes, RichCell], marks: Iterable[re.Pattern[bytes]]) -> set[int]:
    """Where something stands that makes a cell special."""
    places = {found.start() for mark in marks for found in mark.finditer(xml)}
    if rich:
        places |= {found.start() for found in _SHARED.finditer(xml) if found[1] in rich}
    return places


def _found(cell: re.Match[bytes], rich: Mapping[bytes, RichCell]) -> Found:
    address, attributes, inside = cell.groups()
    has_formula = b"<f>" in inside or b"<f " in inside or b"<f/" in inside
    at = position(address.decode())
    value = _VALUE.search(inside)
    if b' t="e"' in attributes:
        return Found(at, has_formula, CellError(_text(value) or "error"))
    if has_formula:
        is_known = value or b' t="str"' in attributes
        return Found(at, has_formula, None if is_known else NotCalculated(_text(_FORMULA.search(inside))))
    if b' t="s"' in attributes:
        return Found(at, has_formula, rich.get(value[1]) if value else None)
    start, end = inside.find(b"<is"), inside.find(b"</is>")
    held = rich_cell(parse(inside[start : end + len(b"</is>")])) if 0 <= start < end else None
    return Found(at, has_formula, held)


def _text(found: re.Match[bytes] | None) -> str:
    if not found:
        return ""
    return str(parse(b"<t>" + found[1] + b"</t>").text or "") if b"&" in found[1] else found[1].decode()
