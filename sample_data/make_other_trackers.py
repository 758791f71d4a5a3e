"""Make the sample trackers of other people's design, which `audit-report import` brings in.

    python sample_data/make_other_trackers.py [FOLDER]

A source (`source/other_trackers/*.toml`) has the rows of each sheet as they look, with merged ranges, fills, number
formats and notes by cell; {braces} strike words out. One with an encoding is a file of separated values. Its answers
are what a person would put right in the map that is proposed, which is written beside each tracker. All go into
`other_trackers` beside this script, or into FOLDER.
"""

import csv
import io
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.bring_in.bring_theirs import propose, read_theirs
from audit_report.bring_in.the_map.questions import with_day, with_field, with_meaning
from audit_report.bring_in.the_map.write_map import map_text

HERE = Path(__file__).parent
_STRUCK = re.compile(r"\{([^}]*)\}")
_DATED = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*")
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def main(arguments: Sequence[str]) -> None:
    """Write every tracker."""
    folder = Path(arguments[0]) if arguments else HERE / "other_trackers"
    for source in sorted(HERE.joinpath("source", "other_trackers").glob("*.toml")):
        content = tomllib.loads(source.read_text("utf-8"))
        kind, made = (".csv", separated(content)) if "encoding" in content else (".xlsx", workbook(content))
        tracker = folder / f"{source.stem}{kind}"
        tracker.write_bytes(made)
        tracker.with_suffix(".map.toml").write_bytes(map_of(tracker, content.get("answers", {})).encode())


def map_of(tracker: Path, answers: Mapping[str, Any]) -> str:
    """The map proposed for a tracker, with a person's answers."""
    theirs = read_theirs([tracker])
    proposal = propose(theirs)
    for header, field in answers.get("columns", {}).items():
        proposal = with_field(proposal, header, field, [table for table, _ in theirs.tables])
    for name, words in answers.get("words", {}).items():
        for word, meaning in words.items():
            proposal = with_meaning(proposal, name, word, meaning)
    if "day" in answers:
        proposal = with_day(proposal, answers["day"])
    return map_text(proposal)


def separated(content: Mapping[str, Any]) -> bytes:
    """The one sheet of a source as a file of separated values."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=content["separator"]).writerows(content["sheet"][0]["rows"])
    return text.getvalue().encode(content["encoding"])


def workbook(content: Mapping[str, Any]) -> bytes:
    """The sheets of a source as an .xlsx file that says it was last changed on the source's day."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for each in content["sheet"]:
        sheet = made.create_sheet(each["name"])
        for row in each["rows"]:
            sheet.append([_typed(value) for value in row])
        _dress(sheet, each)
    file = io.BytesIO()
    made.save(file)
    return _dated(file, content["changed"])


def _typed(value: object) -> Any:  # noqa: ANN401  whatever a cell may hold
    """A value as it is typed: blank for an empty text, with struck-out runs for words in braces."""
    if not isinstance(value, str) or not _STRUCK.search(value):
        return value or None
    struck, kept = _STRUCK.search(value), _STRUCK.sub("", value)
    return CellRichText(TextBlock(InlineFont(strike=True), struck[1] if struck else ""), kept)


def _dress(sheet: Worksheet, source: Mapping[str, Any]) -> None:
    for cell, rgb in source.get("fills", {}).items():
        sheet[cell].fill = PatternFill("solid", fgColor=rgb)
    for cell, number_format in source.get("formats", {}).items():
        sheet[cell].number_format = number_format
    for cell, text in source.get("notes", {}).items():
        sheet[cell].comment = Comment(text, "audit-report")
    for area in source.get("merged", ()):
        sheet.merge_cells(area)


def _dated(file: io.BytesIO, changed: date) -> bytes:
    """The file with its own day, and with nothing in it that tells when it was really written."""
    out = io.BytesIO()
    with ZipFile(file) as parts, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = _DATED.sub(rf"\g<1>{changed.isoformat()}T12:00:00Z", content.decode()).encode()
            entry = ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
