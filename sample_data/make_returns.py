"""Make the sample round of returns: what `audit-report send` makes of Northmoor, and three of the workbooks filled in.

    python sample_data/make_returns.py [FOLDER]

`source/returns/filled_in.toml` says what was typed. What is sent goes into returns/sent, what came back into
returns/returned, beside this script or in FOLDER.
"""

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.ooxml.zip_out import zipped
from audit_report.pipeline import check_workbook
from audit_report.returns.copies import read_copy
from audit_report.returns.names_of_files import file_names
from audit_report.returns.send import Round
from audit_report.returns.tasks import tasks
from audit_report.workbook_out.column_names import FIRST_ROW, HEADER_ROW

HERE = Path(__file__).parent
TRACKER = HERE / "northmoor_2026.xlsx"
RETURN_BY = date(2026, 7, 6)
_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb">[0-9]{4}-[0-9T:-]*Z<")
"""When a file was made and saved: >2026-07-06T09:00:00Z<."""


def main(arguments: Sequence[str]) -> None:
    """Write what is sent and what came back."""
    folder = (Path(arguments[0]) if arguments else HERE) / "returns"
    sent, returned = folder / "sent", folder / "returned"
    for each in (sent, returned):
        each.mkdir(parents=True, exist_ok=True)
    checked = check_workbook(TRACKER)
    this_round, wanted = Round(read_copy(TRACKER), checked, RETURN_BY), tasks(checked)
    for person, name in file_names(wanted).items():
        made = this_round.sending(person, wanted[person], f"{name}.xlsx")
        (sent / f"{name}.xlsx").write_bytes(made.workbook)
        (sent / f"{name}.eml").write_bytes(made.email)
    for person, typed in tomllib.loads(_source()).items():
        (returned / f"{person}.xlsx").write_bytes(_filled_in(sent / f"{person}.xlsx", typed))


def _source() -> str:
    return HERE.joinpath("source", "returns", "filled_in.toml").read_text("utf-8")


def _filled_in(path: Path, typed: Sequence[Mapping[str, Any]]) -> bytes:
    """A workbook with what a person has typed, saved on the day by which it was wanted."""
    book = load_workbook(path)
    for row in typed:
        _type(book[row["Sheet"]], row)
    content = BytesIO()
    book.save(content)
    with ZipFile(content) as archive:
        parts = {name: archive.read(name) for name in sorted(archive.namelist())}
    return zipped((parts | {_PROPERTIES: _dated(parts[_PROPERTIES])}).items())


def _type(sheet: Worksheet, row: Mapping[str, Any]) -> None:
    """Fill in the cells of a row: that of its ref, or the first blank one."""
    columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
    refs = {number: sheet.cell(number, 1).value for number in range(FIRST_ROW, sheet.max_row + 2)}
    at = next(number for number, ref in refs.items() if ref == row.get("Ref"))
    for header, value in row.items():
        if header in columns:
            sheet.cell(at, columns[header]).value = value


def _dated(properties: bytes) -> bytes:
    return _MOMENT.sub(f">{RETURN_BY.isoformat()}T09:00:00Z<".encode(), properties)


if __name__ == "__main__":
    main(sys.argv[1:])
