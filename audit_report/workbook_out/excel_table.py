"""An Excel table: a name, a range with a filter, and columns whose formulas come along with every new row."""

from collections.abc import Sequence

from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo


def excel_table(name: str, ref: str, columns: Sequence[tuple[str, str]] = ()) -> Table:
    """A table in the one style that all sheets have; `columns` gives the header and formula (or "") of each column."""
    return Table(
        displayName=name,
        ref=ref,
        tableColumns=[_column(number, *column) for number, column in enumerate(columns, start=1)],
        autoFilter=AutoFilter(ref=ref),
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=False),
    )


def _column(number: int, header: str, formula: str) -> TableColumn:
    column = TableColumn(id=number, name=header)
    if formula:
        column.calculatedColumnFormula = TableFormula(attr_text=formula)
    return column
