"""An email that carries the report: a draft for the analyst to open, edit and send."""

from collections.abc import Iterator, Sequence
from datetime import date
from email.headerregistry import Address
from pathlib import Path

from audit_report.answers.email_draft import Attachment, draft_email
from audit_report.report.blocks import full_title
from audit_report.report.provenance import WrittenReport
from audit_report.schema.kinds import long_date

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE = "text/html"


def covering_email(
    report: WrittenReport, document: Path, to: Sequence[Address], page: Path | None = None
) -> bytes:
    """The .eml of an unsent message with the report attached, as a page too if one is given.

    The same report gives the same bytes.
    """
    attached = [Attachment(document.name, _WORD, document.read_bytes())]
    if page:
        attached.append(Attachment(page.name, _PAGE, page.read_bytes()))
    return draft_email(to, _subject(report), _text(report, with_page=page is not None), attached)


def _subject(report: WrittenReport) -> str:
    return full_title(report.title, report.subject, "DRAFT" if report.draft_mark else "")


def _text(report: WrittenReport, *, with_page: bool) -> Iterator[str]:
    period = f" ({report.subject})" if report.subject else ""
    yield f"The report “{report.title}”{period} is attached."
    if with_page:
        yield "It is attached as a web page too, which can go on the council's site as it is."
    if headline := report.made_from.headline:
        yield ""
        yield f"As at {long_date(date.fromisoformat(report.made_from.as_at))}:"
        yield ""
        yield f"- current recommendations: {headline.current}"
        yield f"- critical: {headline.critical}"
        yield f"- red: {headline.red}"
        if headline.at_risk:
            yield f"- at risk: {headline.at_risk}"
        yield f"- green: {headline.green}"
        if headline.complete:
            yield f"- complete: {headline.complete}"
        if headline.no_status:
            yield f"- not agreed, and so without a status: {headline.no_status}"
        yield f"- exceptions (not critical, but red): {headline.exceptions}"
    if report.draft_mark:
        yield ""
        yield "This is a draft, not the paper."
