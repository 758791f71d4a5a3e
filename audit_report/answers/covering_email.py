"""An email that carries the report: a draft for the analyst to open, edit and send."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses

from audit_report import CannotRunError
from audit_report.report.provenance import WrittenReport
from audit_report.schema.kinds import long_date

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*", re.ASCII)
_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


class NotAnAddressError(CannotRunError):
    """What was typed is no email address; the message is a sentence for the analyst."""


def read_addresses(typed: Iterable[str]) -> list[Address]:
    """The addresses typed, each on its own or several parted by commas or semicolons, each once.

    Raises NotAnAddressError where one is none.
    """
    found: dict[str, Address] = {}
    for each in typed:
        listed = each.replace(";", ",").strip(" ,") if each.isprintable() else ""
        for name, address in getaddresses([listed]) or [("", "")]:
            if not _ADDRESS.fullmatch(address):
                raise NotAnAddressError(f"“{address or each}” is not an email address.")
            found.setdefault(address.lower(), Address(" ".join(name.split()), addr_spec=address))
    return list(found.values())


def covering_email(report: WrittenReport, content: bytes, file_name: str, to: Sequence[Address]) -> bytes:
    """The .eml of an unsent message with the report attached; the same report gives the same bytes.

    It has no sender and no date: the program it is opened in gives it both when it is sent.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["To"] = to
    message["Subject"] = _subject(report)
    message.set_content("\n".join(_text(report)) + "\n", cte="quoted-printable")
    maintype, subtype = _WORD
    message.add_attachment(content, maintype=maintype, subtype=subtype, filename=_encodable(file_name))
    message.set_boundary(f"audit-report-{hashlib.sha256(content).hexdigest()[:32]}")
    return message.as_bytes()


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


def _encodable(name: str) -> str:
    """A file's name, even one that was not written in this computer's alphabet."""
    return name.encode(errors="replace").decode()
