"""The covering email: a draft with the report and its figures, the same every time."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from hashlib import sha256
from pathlib import Path

import pytest

from audit_report.answers.email_draft import NotAnAddressError, read_addresses
from tests.files.test_may_replace import edit
from tests.test_cli import run
from tests.trackers import save_tracker, set_item, small_tracker


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


@pytest.fixture
def report(tracker: Path) -> Path:
    assert run("build", tracker).exit_code == 0
    return tracker.with_name("tracker-report.docx")


def message(path: Path) -> EmailMessage:
    read = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def text(path: Path) -> str:
    body = message(path).get_body()
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_a_draft_with_the_report_attached_and_the_headline_figures(report: Path) -> None:
    result = run("email", report, "--to", "clerk@northshire.example")
    email = report.with_suffix(".eml")
    assert result.exit_code == 0
    assert result.stdout.strip() == str(email)

    read = message(email)
    assert read["X-Unsent"] == "1"
    assert read["To"] == "clerk@northshire.example"
    assert read["Subject"] == "External Audit and Assessment, April 2010"
    assert read["From"] is read["Date"] is read["Message-ID"] is None
    [attached] = read.iter_attachments()
    assert attached.get_filename() == "tracker-report.docx"
    assert attached.get_content() == report.read_bytes()
    words = text(email)
    assert "The report “External Audit and Assessment” (April 2010) is attached." in words
    assert "As at 30 April 2010:" in words
    for figure in (
        "current recommendations: 2",
        "critical: 1",
        "red: 0",
        "green: 2",
        "exceptions (not critical, but red): 0",
    ):
        assert f"- {figure}\n" in words


def test_what_was_not_agreed_is_counted_wherever_statuses_are(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Recommendations"][0] |= {
        "Response": "Not agreed",
        "Reason for response": "It would cost too much",
    }
    sheets["Report details"].append({"Item": "Template version", "Value": 2})
    tracker = save_tracker(tmp_path / "tracker.xlsx", sheets)

    assert "red: 0, green: 1, no status: 1" in run("check", tracker).stdout
    assert run("build", tracker).exit_code == 0
    report = tracker.with_name("tracker-report.docx")
    assert run("email", report, "--to", "clerk@northshire.example").exit_code == 0
    assert "- not agreed, and so without a status: 1\n" in text(report.with_suffix(".eml"))


def test_the_same_report_gives_the_same_email(report: Path) -> None:
    digests = set()
    for name in ("one.eml", "two.eml"):
        run("email", report, "--to", "a@b.example", "-o", report.with_name(name))
        digests.add(sha256(report.with_name(name).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_several_addresses_however_they_are_typed(report: Path) -> None:
    result = run(
        "email",
        report,
        "--to",
        "a@b.example",
        "c@d.example",
        "--to",
        "“Cas” Cole <cas@d.example>; A@b.example;",
    )
    assert result.exit_code == 0
    addresses = [each.addr_spec for each in message(report.with_suffix(".eml"))["To"].addresses]
    assert addresses == ["a@b.example", "cas@d.example", "c@d.example"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "clerk",
        "a@",
        "@b",
        "a b@c.example",
        "a@b.example\nBcc: x@y.example",
        "Cole, Cas <c@d.example>",
        "é@b.example",
        "a..b@c.example",
        ".a@b.example",
        "a.@b.example",
        "a@b..example",
        "a@-b.example",
        "a@b.example-",
        "a@b_c.example",
        "=?utf-8?q?x?=@b.example",
        f"{'a' * 250}@b.example",
        "a@b.example\u202e",
        "\x1b[2Ja@b.example",
        "a@b.example, , c@d.example",
    ],
)
def test_what_is_no_address_is_wrong_usage(report: Path, typed: str) -> None:
    with pytest.raises(NotAnAddressError):
        read_addresses([typed])
    result = run("email", report, "--to", typed)
    assert result.exit_code == 2
    assert not report.with_suffix(".eml").exists()


def test_a_report_typed_after_the_addresses_is_explained(report: Path) -> None:
    result = run("email", "--to", "a@b.example", "c@d.example", report)
    assert result.exit_code == 2
    assert "Type REPORT first" in result.stderr


def test_an_email_already_there_is_replaced_only_by_force(report: Path) -> None:
    run("email", report, "--to", "a@b.example")
    before = report.with_suffix(".eml").read_bytes()
    refused = run("email", report, "--to", "c@d.example")
    assert refused.exit_code == 2
    assert "already there" in refused.stderr
    assert report.with_suffix(".eml").read_bytes() == before
    assert run("email", report, "--to", "c@d.example", "--force").exit_code == 0
    assert run("email", report, "--to", "c@d.example", "-o", report, "--force").exit_code == 2


def test_only_a_report_is_sent(tracker: Path) -> None:
    result = run("email", tracker, "--to", "a@b.example")
    assert result.exit_code == 2
    assert "not a report that audit-report built" in result.stderr


def test_a_draft_says_so(tracker: Path) -> None:
    report = tracker.with_name("tracker-report-draft.docx")
    run("build", tracker, "--draft")
    run("email", report, "--to", "a@b.example")
    email = report.with_suffix(".eml")
    assert message(email)["Subject"] == "DRAFT: External Audit and Assessment, April 2010"
    assert "This is a draft, not the paper." in text(email)


def test_a_draft_without_a_day_gives_no_figures(tracker: Path) -> None:
    report = tracker.with_name("tracker-report-draft.docx")
    sheets = small_tracker()
    set_item(sheets, "Data as at", None)
    save_tracker(tracker, sheets)
    assert run("build", tracker, "--draft").exit_code == 1
    assert run("email", report, "--to", "a@b.example").exit_code == 0
    assert "As at" not in text(report.with_suffix(".eml"))


def test_an_edited_report_is_sent_with_a_word_to_the_sender(report: Path) -> None:
    edit(report)
    result = run("email", report, "--to", "a@b.example")
    assert result.exit_code == 0
    assert "edited since it was built" in result.stderr
    [attached] = message(report.with_suffix(".eml")).iter_attachments()
    assert attached.get_content() == report.read_bytes()


def test_titles_and_names_in_any_alphabet(tracker: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Report title", "Archwilio – “allanol”\r\nBcc: x@y.example 😀")
    save_tracker(tracker, sheets)
    report = tracker.with_name("adroddiad é.docx")
    assert run("build", tracker, "-o", report).exit_code == 0
    assert run("email", report, "--to", "a@b.example").exit_code == 0
    read = message(report.with_suffix(".eml"))
    assert read["Subject"] == "Archwilio – “allanol” Bcc: x@y.example 😀, April 2010"
    assert read["Bcc"] is None
    [attached] = read.iter_attachments()
    assert attached.get_filename() == "adroddiad é.docx"


def test_a_title_with_a_header_in_it_is_a_title(tracker: Path, report: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Report title", "Audit =?utf-8?q?x=0D=0ABcc=3A_evil=40example=2Ecom=0D=0AX-A=3A_?=")
    save_tracker(tracker, sheets)
    run("build", tracker, "--force")
    assert run("email", report, "--to", "a@b.example").exit_code == 0
    written = report.with_suffix(".eml").read_bytes()
    assert b"\nBcc:" not in written
    assert message(report.with_suffix(".eml"))["Subject"].startswith("Audit = ?utf-8?q?x=0D=0ABcc")
