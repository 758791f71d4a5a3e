"""Make the sample trackers from their sources.

    python sample_data/make_samples.py [FOLDER]

A source (`source/*.toml`) has a table for each sheet it fills, keyed by column header; dates are dates. Of the report's
words it gives only the places that differ from the shipped wording. What no table can say is planted afterwards (see
oddities.py). “Name on My work” is who looks at that sheet, “Periods” are those that the tracker is moved on to by
`next`, and “Asked” is what committees asked. The samples go beside this script, or into FOLDER.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from oddities import plant
from openpyxl import Workbook

from audit_report.model.wording import shipped_places
from audit_report.pipeline import check_workbook
from audit_report.problems import Severity
from audit_report.workbook_in.sheet_names import read_with_renamed
from audit_report.workbook_out.column_names import HEADER_ROW
from audit_report.workbook_out.my_work import NAME_CELL
from audit_report.workbook_out.next_period import Period, next_period
from audit_report.workbook_out.sheets import MY_WORK
from audit_report.workbook_out.template import fill, new_workbook, save

HERE = Path(__file__).parent


def main(arguments: Sequence[str]) -> None:
    """Write every sample."""
    folder = Path(arguments[0]) if arguments else HERE
    for source in sorted(HERE.joinpath("source").glob("*.toml")):
        save(sample(source), folder / f"{source.stem}.xlsx")


def sample(source: Path) -> Workbook:
    """The workbook that a source describes."""
    workbook = new_workbook()
    content = tomllib.loads(source.read_text("utf-8"))
    oddities, periods, asked = (content.pop(name, []) for name in ("Oddities", "Periods", "Asked"))
    name = content.pop("Name on My work", None)
    for sheet, rows in content.items():
        fill(workbook, sheet, _rows(sheet, rows))
    for oddity in oddities:
        plant(workbook, oddity)
    for period in periods:
        workbook = _moved_on(workbook, Period(period["Data as at"], period["Committee date"]))
    _put_asked(workbook, asked)
    workbook[MY_WORK][NAME_CELL].value = name
    return workbook


def _moved_on(workbook: Workbook, period: Period) -> Workbook:
    """The tracker of the next period, as `audit-report next` makes it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "this.xlsx"
        save(workbook, path)
        checked = check_workbook(path)
        if checked.has(Severity.ERROR):
            raise ValueError(f"errors as at {checked.assessed.as_at}: {checked.problems}")
        return next_period(read_with_renamed(path), checked.tracker, checked.assessed, period).workbook


def _put_asked(workbook: Workbook, asked: Sequence[Mapping[str, Any]]) -> None:
    """Put what a committee asked, and what was done, beside the report of the day."""
    sheet = workbook["Reports"]
    columns = {str(cell.value): cell.column or 0 for cell in sheet[HEADER_ROW]}
    for entry in asked:
        row = next(
            cell.row
            for cell in sheet["A"][HEADER_ROW:]
            if isinstance(cell.value, date) and cell.value.isoformat()[:10] == entry["As at"].isoformat()
        )
        for header in ("What the committee asked", "What was done"):
            sheet.cell(row, columns[header]).value = entry[header]


def _rows(sheet: str, content: Any) -> list[dict[str, Any]]:  # noqa: ANN401  as TOML has it
    """The sheet's rows by column header."""
    match sheet:
        case "Report details":
            return [{"Item": item, "Value": value} for item, value in content.items()]
        case "Report text":
            return list(_report_text(content))
        case _:
            return list(content)


def _report_text(own: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Any]]:
    """The shipped wording, place by place, with the sample's own in its stead."""
    places = shipped_places()
    if unknown := set(own) - set(places):
        raise ValueError(f"not places of the report: {sorted(unknown)}")
    for place in places.values():
        yield from ({"Place": place.name, "Text": text} for text in own.get(place.name, place.text))


if __name__ == "__main__":
    main(sys.argv[1:])
