"""The words of the email that carries a person's workbook: short, polite, most urgent first."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from audit_report.model.checked import Checked
from audit_report.returns.tasks import Kind, Task
from audit_report.schema.kinds import long_date

_MOST_LINES = 12
"""The tasks that an email lists; the workbook has all."""


def email_lines(
    checked: Checked, person: str, tasks: Sequence[Task], return_by: date | None
) -> Iterator[str]:
    """The email, a line each; those that begin with “- ” are a list."""
    details = checked.tracker.details
    yield f"Dear {person},"
    yield ""
    meeting = (
        f" for {details.committee} on {long_date(details.committee_date)}" if details.committee_date else ""
    )
    by = f" by {long_date(return_by)}" if return_by else ""
    yield (
        f"We are putting together the report{meeting}. Please fill in the workbook attached and send it back{by}: "
        "it opens at a list of what is wanted, and each line leads to its cell."
    )
    yield ""
    yield "What is wanted, most urgent first:"
    yield ""
    yield from (f"- {' '.join(task.words.split())}" for task in tasks[:_MOST_LINES])
    if len(tasks) > _MOST_LINES:
        yield f"- and {len(tasks) - _MOST_LINES} more in the workbook"
    if any(task.kind is Kind.APPROVE for task in tasks):
        yield ""
        yield (
            "To approve, fill in Approved by and Approved on in the row. An update that nobody has approved is printed "
            "as not yet approved; a date that nobody has approved does not count."
        )
    yield ""
    yield f"If anything is unclear, please ask: {details.contact or details.service}."
    yield ""
    yield "Thank you."


_LOOK = "font-family: Aptos, Calibri, Arial, sans-serif; font-size: 11pt; line-height: 1.4; max-width: 42em"
"""That of a message typed in a mail program, which knows no style sheets worth the name."""


def as_html(lines: Sequence[str]) -> str:
    """The same as a page: a paragraph a line, the list as a list."""
    pieces = [
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Your part</title></head>',
        f'<body style="{_LOOK}">',
    ]
    listed = False
    for line in filter(None, lines):
        is_item = line.startswith("- ")
        if is_item != listed:
            pieces.append("<ul>" if is_item else "</ul>")
            listed = is_item
        pieces.append(f"<li>{escape(line[2:])}</li>" if is_item else f"<p>{escape(line)}</p>")
    return "\n".join([*pieces, "</body></html>", ""])
