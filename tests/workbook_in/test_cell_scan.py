"""How far a sheet's cells reach: the quick answer never falls short of the exact one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit_report.cell_refs import column_letter
from audit_report.workbook_in.cell_scan import extent, ordinary_extent

_CELLS = st.lists(
    st.tuples(st.integers(0, 30) | st.integers(0, 16_383), st.integers(1, 1_048_576)), max_size=20
)


@given(cells=_CELLS)
@example(cells=[(25, 9), (0, 10)])
@example(cells=[(0, 10), (25, 9)])
@example(cells=[(0, 99), (0, 9)])
@example(cells=[(26, 1)])
def test_an_ordinary_extent_holds_every_cell_in_at_most_twice_the_rows(cells: list[tuple[int, int]]) -> None:
    xml = b"<sheetData>%s</sheetData>" % b"".join(
        b'<c r="%s%d" t="n"><v>1</v></c>' % (column_letter(column).encode(), row) for column, row in cells
    )
    rows, columns = extent(xml)
    assert rows == max((row for _, row in cells), default=0)
    assert columns == max((column for column, _ in cells), default=-1) + 1
    rough = ordinary_extent(xml)
    if cells and rows == cells[-1][1] and columns <= 26:
        assert rough
    if rough:
        assert rows <= rough[0] < 2 * cells[-1][1] + 1
        assert columns <= rough[1] == 26


@pytest.mark.parametrize(
    "odd",
    [
        b"<c><v>1</v></c>",
        b'<c t="n" r="A1"><v>1</v></c>',
        b'<c r="a1"><v>1</v></c>',
        b'<c r="A1" r="B1"><v>1</v></c>',
        b'<c r="A1"><v>123456789012</v></c>',
        b'<c r="A1"><v>1E+300</v></c>',
        b'<c r="A1" s="3"><v>inf</v></c>',
        b'<c r="A1" t="e"><v>#N/A</v></c>',
        b'<c r="A1"><f>1+1</f><v>2</v></c>',
        b'<c r="A1" t="str"><v>Yes</v></c>',
        b'<c\nr="A1"><v>1</v></c>',
    ],
)
def test_there_is_none_of_a_sheet_with_a_cell_that_is_not_ordinary(odd: bytes) -> None:
    assert ordinary_extent(odd + b'<c r="B2"><v>1</v></c>') is None
