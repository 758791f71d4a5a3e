"""What a return was sent as: a sheet that nobody sees, with the tracker, the person, and what every cell said then."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook

from audit_report.schema.kinds import shown
from audit_report.workbook_in.read_sheet import Sheet
from audit_report.workbook_out.cell_content import put_text

AS_SENT = "As sent"
_TRACKER, _PERSON = "Tracker", "Person"

SentRow = Mapping[str, str]
"""What the cells of a row said, by attribute."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a workbook was sent as: the SHA-256 of the tracker, the person, and the rows by sheet."""

    tracker: str
    person: str
    rows: Mapping[str, Sequence[SentRow]]


def add_as_sent(workbook: Workbook, sent: Sent) -> None:
    """Put the sheet into a workbook, where no menu shows it."""
    sheet = workbook.create_sheet(AS_SENT)
    sheet.sheet_state = "veryHidden"
    lines: list[tuple[str, ...]] = [(_TRACKER, sent.tracker), (_PERSON, sent.person)]
    for name, rows in sent.rows.items():
        attributes = list(dict.fromkeys(attribute for row in rows for attribute in row))
        lines.append((name, *attributes))
        lines += [("", *(row.get(attribute, "") for attribute in attributes)) for row in rows]
    for at, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            if text:
                put_text(sheet.cell(at, column), text)


def read_as_sent(sheet: Sheet) -> Sent | None:
    """What such a sheet says; None where somebody has taken it apart."""
    lines = [[shown(raw) for raw in row] for row in sheet.cells.itertuples(index=False, name=None)]
    facts = {line[0]: line[1] for line in lines[:2] if len(line) > 1}
    if set(facts) != {_TRACKER, _PERSON}:
        return None
    return Sent(facts[_TRACKER], facts[_PERSON], _rows(lines[2:]))


def _rows(lines: Iterable[Sequence[str]]) -> dict[str, list[SentRow]]:
    """The rows by sheet: each sheet begins with a line of its name and the attributes, and its rows stand under it."""
    found: dict[str, list[SentRow]] = {}
    rows: list[SentRow] = []
    attributes: Sequence[str] = ()
    for name, *texts in lines:
        if name:
            attributes, rows = texts, found.setdefault(name, [])
        else:
            rows.append({attribute: text for attribute, text in zip(attributes, texts, strict=True) if text})
    return found
