"""Make the sample trackers from their sources.

    python sample_data/make_samples.py [FOLDER]

A source (`source/*.toml`) has a table for each sheet it fills, keyed by column header; dates are dates. Of the report's
words it gives only the places that differ from the shipped wording. What no table can say is planted afterwards (see
oddities.py). The samples go beside this script, or into FOLDER.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from oddities import plant
from openpyxl import Workbook

from audit_report.model.wording import shipped_places
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
    oddities = content.pop("Oddities", [])
    for sheet, rows in content.items():
        fill(workbook, sheet, _rows(sheet, rows))
    for oddity in oddities:
        plant(workbook, oddity)
    return workbook


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
