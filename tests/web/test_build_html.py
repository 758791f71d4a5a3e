"""The page beside the report: written, replaced, verified and sent like the report itself."""

from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

import audit_report
from tests.test_cli import run
from tests.trackers import save_tracker, set_item, small_tracker
from tests.word.houses import PURPLE, house


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


@pytest.fixture
def report(tracker: Path) -> Path:
    built = run("build", tracker, "--html")
    assert built.exit_code == 0
    report = tracker.with_name("tracker-report.docx")
    assert built.stdout.splitlines() == [str(report), str(report.with_suffix(".html"))]
    return report


@pytest.fixture
def page(report: Path) -> Path:
    return report.with_suffix(".html")


def another(tracker: Path) -> None:
    """Change the tracker, so that what is built from it changes."""
    sheets = small_tracker()
    set_item(sheets, "Committee", "Another Committee")
    save_tracker(tracker, sheets)


def test_a_page_is_written_beside_the_report_where_it_is_asked_for(tracker: Path, page: Path) -> None:
    assert page.read_bytes().startswith(b"<!doctype html>")
    page.unlink()
    assert run("build", tracker).exit_code == 0
    assert not page.exists()


def test_from_python_the_page_is_given_where_it_is_asked_for(tracker: Path, page: Path) -> None:
    assert audit_report.build(tracker, html=True).page == page.read_bytes()
    assert audit_report.build(tracker).page is None


def test_an_unchanged_page_is_replaced(tracker: Path, page: Path) -> None:
    before = page.read_bytes()
    another(tracker)
    assert run("build", tracker, "--html").exit_code == 0
    assert page.read_bytes() != before


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda content: content.replace(b"</h1>", b"!</h1>"), "has been changed since it was built"),
        (lambda _: b"<!doctype html><title>Ours</title>", "is not a page that audit-report built"),
        (lambda _: b"", "is not a page that audit-report built"),
    ],
)
def test_any_other_page_is_replaced_only_by_force(
    spoil: Callable[[bytes], bytes], words: str, tracker: Path, report: Path, page: Path
) -> None:
    page.write_bytes(kept := spoil(page.read_bytes()))
    another(tracker)
    before = report.read_bytes()
    refused = run("build", tracker, "--html")
    assert refused.exit_code == 2
    assert words in refused.stderr
    assert "--force" in refused.stderr
    assert (page.read_bytes(), report.read_bytes()) == (kept, before)
    assert run("build", tracker, "--html", "--force").exit_code == 0
    assert page.read_bytes() != kept


def test_a_report_cannot_have_the_pages_name(tracker: Path) -> None:
    refused = run("build", tracker, "-o", tracker.with_name("report.html"), "--html")
    assert refused.exit_code == 2
    assert "has to end in .docx" in refused.stderr


def test_a_workbook_with_errors_gets_no_page_but_a_draft(tracker: Path) -> None:
    sheets = small_tracker()
    set_item(sheets, "Data as at", "soon")
    save_tracker(tracker, sheets)
    assert run("build", tracker, "--html").exit_code == 1
    assert not list(tracker.parent.glob("*.html"))
    page = tracker.with_name("tracker-report-draft.html")
    assert run("build", tracker, "--html", "--draft").exit_code == 1
    assert "<title>DRAFT: " in page.read_text(encoding="utf-8")
    assert '<aside class="draft"><p>DRAFT</p></aside>' in page.read_text(encoding="utf-8")


def test_a_page_has_the_houses_colours(tracker: Path, page: Path) -> None:
    style = tracker.with_name("house.docx")
    house().save(str(style))
    assert run("build", tracker, "--html", "--style", style).exit_code == 0
    assert f"--heading: #{PURPLE};" in page.read_text(encoding="utf-8")


def test_a_page_is_verified(tracker: Path, page: Path) -> None:
    found = run("verify", page, tracker)
    assert found.exit_code == 0
    assert "This report was made from tracker.xlsx as it is now, as at 30 April 2010" in found.stdout
    assert "The page is as it was built: nobody has changed it since." in found.stdout


def test_a_changed_page_is_told(tracker: Path, page: Path) -> None:
    page.write_bytes(page.read_bytes().replace(b"Green", b"Red"))
    found = run("verify", page, tracker)
    assert found.exit_code == 1
    assert "The page has been changed since it was built." in found.stdout


def test_a_page_of_another_workbook_is_told(tracker: Path, page: Path) -> None:
    another(tracker)
    found = run("verify", page, tracker)
    assert found.exit_code == 1
    assert "This report was not made from tracker.xlsx as it is now." in found.stdout


def test_an_email_carries_the_page_where_that_is_asked_for(report: Path, page: Path) -> None:
    assert run("email", report, "--to", "clerk@northshire.example", "--html").exit_code == 0
    message = message_from_bytes(report.with_suffix(".eml").read_bytes(), policy=default)
    attached = {each.get_filename(): each for each in message.walk() if each.get_filename()}
    assert list(attached) == [report.name, page.name]
    assert attached[page.name].get_content_type() == "text/html"
    assert attached[page.name].get_payload(decode=True) == page.read_bytes()
    [body] = [each for each in message.walk() if each.get_content_type() == "text/plain"]
    assert "It is attached as a web page too" in str(body.get_payload())


def test_an_email_does_not_carry_it_otherwise(report: Path) -> None:
    assert run("email", report, "--to", "clerk@northshire.example").exit_code == 0
    assert b"text/html" not in report.with_suffix(".eml").read_bytes()


def test_an_email_carries_no_page_that_says_something_else(tracker: Path, report: Path, page: Path) -> None:
    another(tracker)
    assert run("build", tracker).exit_code == 0
    refused = run("email", report, "--to", "clerk@northshire.example", "--html")
    assert refused.exit_code == 2
    assert f"{page} does not say what {report} says" in refused.stderr
    assert not report.with_suffix(".eml").exists()


def test_an_email_cannot_carry_a_page_that_is_not_there(report: Path, page: Path) -> None:
    page.unlink()
    refused = run("email", report, "--to", "clerk@northshire.example", "--html")
    assert refused.exit_code == 2
    assert f"{page}: the file cannot be opened" in refused.stderr
