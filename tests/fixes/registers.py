"""A sound register as at 30 April 2010 with a report of March behind it, and what it was in March."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from audit_report.model.report_details import SHIPPED_ITEMS, TEMPLATE_VERSION
from audit_report.workbook_out.sheets import PLAN
from tests.trackers import Sheets, set_item, small_tracker, write_rows

_FETCHED = re.compile(rb">(<f>\[\d+\][^<]*</f>)<v */?>(?:</v>)?")
"""Such as <f>[1]Sheet1!A1</f><v></v>: the formula, and the place of its value."""
APRIL, MARCH = date(2010, 4, 30), date(2010, 3, 31)


def april() -> Sheets:
    """The small tracker with every column, and an update of each quarter for both recommendations."""
    sheets = small_tracker()
    new = sheets["Progress updates"]
    old = [
        {
            **row,
            "Update date": date(2010, 3, 10),
            "Latest progress": f"Earlier work on {row['Recommendation ref']}.",
            "Approved on": date(2010, 3, 15),
        }
        for row in new
    ]
    sheets["Progress updates"] = [*old, *new]
    set_item(sheets, "Previous data as at", MARCH)
    set_item(sheets, "Template version", TEMPLATE_VERSION)
    for row, meaning in zip(sheets["Annex 2"], ("Off track", "On track"), strict=True):
        row["Meaning"] = meaning
    for item in SHIPPED_ITEMS:
        if item.header not in {row["Item"] for row in sheets["Report details"]}:
            set_item(sheets, item.header, None)
    return _with_all_columns(sheets)


def march() -> Sheets:
    """The register that the report of March was made from."""
    sheets = april()
    sheets["Progress updates"] = sheets["Progress updates"][:2]
    sheets["Date changes"] = [dict.fromkeys(sheets["Date changes"][0])]
    set_item(sheets, "Data as at", MARCH)
    set_item(sheets, "Previous data as at", None)
    return sheets


def workbook(sheets: Sheets) -> Workbook:
    """Sheets as a workbook."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        write_rows(made.create_sheet(name), rows)
    return made


def copied(made: Workbook) -> Workbook:
    """A workbook of its own with the same cells."""
    content = BytesIO()
    made.save(content)
    return load_workbook(BytesIO(content.getvalue()), rich_text=True)


def saved(book: Workbook, path: Path) -> Path:
    """A workbook saved as Excel does: what another workbook has is kept beside the formula that fetches it."""
    book.save(path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, _FETCHED.sub(rb' t="str">\1<v>Minutes</v>', part))
    return path


def _with_all_columns(sheets: Sheets) -> Sheets:
    columns = {plan.name: plan.record.columns for plan in PLAN if plan.record}
    return {
        name: [
            {**{column.header: None for column in columns[name]}, **row} if name in columns else row
            for row in rows
        ]
        for name, rows in sheets.items()
    }
