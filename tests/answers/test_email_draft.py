"""The draft of an email: whatever its words hold, it has its own headers, and reads back as it was meant."""

from email import message_from_bytes
from email.headerregistry import Address
from email.message import Message

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_report.answers import email_draft
from audit_report.answers.email_draft import Attachment, draft_email, header_text, read_addresses
from audit_report.cannot_run import CannotRunError

CLERK = Address("", addr_spec="clerk@northshire.example")
HEADERS = {"Content-Type", "MIME-Version", "X-Unsent", "To", "Subject"}
INJECTED = "x =?utf-8?q?=0D=0ABcc=3A_evil=40example=2Ecom=0D=0AX-A=3A_?="
PIECES = st.sampled_from(
    [
        INJECTED,
        "=?",
        "?=",
        "=",
        "?",
        "\r\nBcc: x@y.example\r\n",
        "W" * 120,
        "é" * 60,
        "\u202e",
        "\x1b[2J",
        '"',
        ", ",
        "ŵ",
    ]
)
_KIND = "application/octet-stream"
HOSTILE = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=8).map("".join)


def read(content: bytes) -> Message:
    return message_from_bytes(content)


def draft(subject: str, name: str = "report.docx", to: Address = CLERK) -> bytes:
    return draft_email([to], subject, ["A line."], [Attachment(name, _KIND, b"\x00words")])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(subject=HOSTILE, name=HOSTILE, person=HOSTILE)
def test_whatever_is_in_its_words_a_draft_has_its_own_headers_alone(
    subject: str, name: str, person: str
) -> None:
    to = Address(header_text(person), addr_spec="cas@cyngor.example")

    written = draft(subject, name, to)

    assert set(read(written).keys()) == HEADERS
    head, _, _ = written.partition(b"\r\n\r\n")
    assert b"\nBcc" not in head
    assert max(map(len, head.split(b"\r\n"))) < 998


@pytest.mark.parametrize(
    ("typed", "carried"),
    [
        ("Audit", "Audit"),
        ("Archwilio – “allanol” ŵŷ 😀", "Archwilio – “allanol” ŵŷ 😀"),
        ("审计 مراجعة", "审计 مراجعة"),
        ("two\r\n lines\tand\u2028more", "two lines and more"),
        ("turned\u202eround\u200f", "turnedround"),
        ("\x1b[31mred\x07\x9b", "[31mred"),
        ("half \udc80 of a letter", "half  of a letter"),
        (INJECTED, INJECTED.replace("=?", "= ?")),
    ],
)
def test_a_header_carries_one_line_of_plain_text(typed: str, carried: str) -> None:
    assert header_text(typed) == carried
    assert email_draft._read_back(draft(typed))[2] == carried


@pytest.mark.parametrize(
    "name",
    ["report.docx", "adroddiad é.docx", "审计.docx", "مراجعة.docx", "it's 100% (new).docx", "w" * 250],
)
def test_a_files_name_in_any_alphabet_is_kept(name: str) -> None:
    *_, attached = read(draft("Audit", name)).walk()
    assert attached.get_filename() == name


@pytest.mark.parametrize(
    ("name", "kept"), [("\u202e", "attachment"), ('"a".docx', "_a_.docx"), ("=?b\\c?=.docx", "=_b_c_=.docx")]
)
def test_a_files_name_that_cannot_be_saved_everywhere_is_mended(name: str, kept: str) -> None:
    *_, attached = read(draft("Audit", name)).walk()
    assert attached.get_filename() == kept


def test_a_message_that_reads_otherwise_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(email_draft, "header_text", str)
    with pytest.raises(CannotRunError, match="cannot be written so that it is read"):
        draft(INJECTED)


def test_names_are_kept_with_their_addresses() -> None:
    people = read_addresses(["“Cas” Cole <cas@cyngor.example>; b@c.example"])
    to = email_draft._read_back(draft_email(people, "Audit", [], [Attachment("a", _KIND, b"")]))[1]
    assert to == [("“Cas” Cole", "cas@cyngor.example"), ("", "b@c.example")]
