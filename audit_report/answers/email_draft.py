"""An unsent email with files attached, safe whatever its words come from: see docs/design.md, "Drafts of emails"."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.charset import QP, Charset
from email.encoders import encode_base64
from email.header import Header, decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32, default
from email.utils import getaddresses

from audit_report.cannot_run import CannotRunError

_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*", re.ASCII | re.IGNORECASE)
"""Such as cas.cole@cyngor.example."""
_LONGEST_ADDRESS = 254
_CODE = "=?"
"""What a coded piece of a header starts with, such as =?utf-8?q?=0D=0ABcc=3A?=, which some programs decode and obey."""
_LONGEST_WORD = 60
_UNNAMED = "attachment"
_NOT_IN_A_FILE_NAME = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
"""What Windows lets no file be called."""
_HEADERS = ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
_LINES = compat32.clone(linesep="\r\n")
_TEXT = Charset("utf-8")
_TEXT.body_encoding = QP


class NotAnAddressError(CannotRunError):
    """What was typed is no email address; the message is a sentence for the analyst."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with an email; `kind` is its MIME type, such as "text/html"."""

    name: str
    kind: str
    content: bytes


def read_addresses(typed: Iterable[str]) -> list[Address]:
    """The addresses typed, each on its own or several parted by commas or semicolons, each once.

    Raises NotAnAddressError where one is none.
    """
    found: dict[str, Address] = {}
    for each in typed:
        listed = each.replace(";", ",").strip(" ,") if each.isprintable() else ""
        for name, address in getaddresses([listed]) or [("", "")]:
            if not _is_address(address):
                raise NotAnAddressError(f"“{header_text(address or each)}” is not an email address.")
            found.setdefault(address.lower(), Address(header_text(name), addr_spec=address))
    return list(found.values())


def header_text(text: str) -> str:
    """A text as one line that a header may carry: nothing in it can be taken for the header's end or for a code."""
    shown = "".join(each for each in " ".join(text.split()) if each.isprintable())
    return shown.strip().replace(_CODE, " ".join(_CODE))


def draft_email(
    to: Sequence[Address],
    subject: str,
    lines: Iterable[str],
    files: Sequence[Attachment],
    html: str = "",
) -> bytes:
    """The .eml of an unsent message, with a part in HTML beside the plain one if given; the same gives the same bytes.

    It has no sender and no date: the program it is opened in gives it both when it is sent. Raises CannotRunError where
    the message as written would not be read as what was meant.
    """
    subject, files = header_text(subject), [replace(file, name=_file_name(file.name)) for file in files]
    text = "".join(f"{line}\n" for line in lines)
    digest = hashlib.sha256(b"".join(file.content for file in files)).hexdigest()
    message = MIMEMultipart(boundary=f"audit-report-{digest[:32]}")
    message["X-Unsent"] = "1"
    if to:
        message["To"] = _to(to)
    message["Subject"] = _subject(subject)
    message.attach(_body(text, html, digest))
    for file in files:
        message.attach(_attached(file))
    content = message.as_bytes(policy=_LINES)
    people = [(each.display_name, each.addr_spec) for each in to]
    headers = _HEADERS if to else [name for name in _HEADERS if name != "To"]
    if _read_back(content) != (headers, people, subject, text, html, files):
        raise CannotRunError(
            "The email cannot be written so that it is read as it is meant: a title, a file's name or an address has "
            "characters that do not survive. Attach the report to an email of your own."
        )
    return content


def _body(text: str, html: str, digest: str) -> MIMENonMultipart | MIMEMultipart:
    """What the message says; in HTML too where that is given, for the reader's program to choose."""
    plain = _words("plain", text)
    if not html:
        return plain
    either = MIMEMultipart("alternative", boundary=f"audit-report-words-{digest[:32]}")
    either.attach(plain)
    either.attach(_words("html", html))
    return either


def _words(kind: str, text: str) -> MIMENonMultipart:
    part = MIMENonMultipart("text", kind)
    part.set_payload(text, _TEXT)
    return part


def _attached(file: Attachment) -> MIMENonMultipart:
    """A file as a part of a message."""
    part = MIMENonMultipart(*file.kind.split("/"))
    part.set_payload(file.content)
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", file.name))
    return part


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST_ADDRESS and _CODE not in text and bool(_ADDRESS.fullmatch(text))


def _file_name(name: str) -> str:
    """The name that an attachment goes by: one that it can be saved under anywhere."""
    return header_text(name.translate(_NOT_IN_A_FILE_NAME)) or _UNNAMED


def _to(people: Sequence[Address]) -> str:
    """The value of the header To: each name coded, each address as it is."""
    value = Header(header_name="To")
    for number, each in enumerate(people, 1):
        if each.display_name:
            value.append(each.display_name, "utf-8")
        value.append(f"<{each.addr_spec}>{',' if number < len(people) else ''}", "us-ascii")
    return value.encode(linesep="\r\n")


def _subject(text: str) -> str:
    """The value of the header Subject: coded where it has other letters than ASCII or a word too long for a line."""
    plain = text.isascii() and all(len(word) < _LONGEST_WORD for word in text.split())
    return Header(text, "us-ascii" if plain else "utf-8", header_name="Subject").encode(linesep="\r\n")


def _read_back(content: bytes) -> tuple[list[str], list[tuple[str, str]], str, str, str, list[Attachment]]:
    """A message as a program that opens it reads it: its headers' names, and what `draft_email` was given."""
    message = message_from_bytes(content, _class=EmailMessage, policy=default)
    headers = dict(message.raw_items())
    _, *attached = message.iter_parts()
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    return (
        sorted(message.keys()),
        [
            (_decoded(name), address)
            for name, address in getaddresses([str(headers.get("To", ""))])
            if address
        ],
        _decoded(str(headers["Subject"])),
        _content(plain),
        _content(html),
        [
            Attachment(each.get_filename(""), each.get_content_type(), bytes(each.get_payload(decode=True)))
            for each in attached
        ],
    )


def _content(part: "MIMEPart | None") -> str:
    return str(part.get_content()).replace("\r\n", "\n") if part is not None else ""


def _decoded(value: str) -> str:
    return str(make_header(decode_header("".join(value.splitlines()))))
