"""Edits of a tracker's file as the program writes it, by sheet, ref and header."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

HEADER = 4
"""The row of a tracker's headers."""

Edit = Callable[[Workbook], None]


def put(sheet: str, ref: str | date | None, **values: object) -> Edit:
    """Put values, by header, into the row whose first cell is this; None for the first blank row."""

    def edit(book: Workbook) -> None:
        rows = book[sheet]
        columns = {str(cell.value).replace(" ", "_"): cell.column for cell in rows[HEADER]}
        firsts = [
            each.date() if isinstance(each := cell.value, datetime) else each for cell in rows["A"][HEADER:]
        ]
        for header, value in values.items():
            rows.cell(HEADER + 1 + firsts.index(ref), columns[header]).value = value  # type: ignore[arg-type, assignment]

    return edit


def item(name: str, value: object) -> Edit:
    """Put a value into an item of Report details."""
    return put("Report details", name, Value=value)


def edited(path: Path, *edits: Edit) -> Path:
    """The tracker with what people have put in since."""
    book = load_workbook(path, rich_text=True)
    for each in edits:
        each(book)
    book.save(path)
    return path


def an_update(ref: str, day: date, declared: str, words: str = "") -> Edit:
    """A new row of Progress updates, approved on its day."""
    return put(
        "Progress updates",
        None,
        Recommendation_ref=ref,
        Update_date=day,
        Latest_progress=words or f"What was done up to {day}.",
        Status_declared=declared,
        Significant_challenges="No",
        Approved_by="Martha Osgood",
        Approved_on=day,
    )
