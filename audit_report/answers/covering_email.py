"""An email that carries the report: a draft for the analyst to open, edit and send."""

from collections.abc import Iterator, Sequence
from datetime import date
from email.headerregistry import Address

from audit_report.answers.email_draft import Attachment, draft_email
from audit_report.report.provenance import WrittenReport
from audit_report.schema.kinds import long_date

_WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"


def covering_email(report: WrittenReport, content: bytes, file_name: str, to: Sequence[Address]) -> bytes:
    """The .eml of an unsent message with the report attached; the same report gives the same bytes."""
    return draft_email(to, _subject(report), _text(report), Attachment(file_name, _WORD, content))


def _subject(report: WrittenReport) -> str:
    name = ", ".join(filter(None, (report.title, report.subject)))
    return f"DRAFT: {name}" if report.draft_mark else name


def _text(report: WrittenReport) -> Iterator[str]:
    period = f" ({report.subject})" if report.subject else ""
    yield f"The report “{report.title}”{period} is attached."
    if headline := report.made_from.headline:
        yield ""
        yield f"As at {long_date(date.fromisoformat(report.made_from.as_at))}:"
        yield ""
        yield f"- current recommendations: {headline.current}"
        yield f"- critical: {headline.critical}"
        yield f"- red: {headline.red}"
        yield f"- green: {headline.green}"
        yield f"- exceptions (not critical, but red): {headline.exceptions}"
    if report.draft_mark:
        yield ""
        yield "This is a draft, not the paper."
