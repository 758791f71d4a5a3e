"""`audit-report email`: an unsent email with a report attached."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report.cannot_run import CannotRunError
from audit_report.commands.options import file, force_option
from audit_report.commands.shared_steps import beside, refuse_another_ending, refuse_to_replace, write_and_say
from audit_report.terminal import say

if TYPE_CHECKING:
    from audit_report.report.provenance import WrittenReport


@click.command(short_help="Draft an email with the report attached.")
@click.argument("report", type=file)
@click.argument("others", nargs=-1, metavar="")
@click.option("--to", multiple=True, required=True, metavar="ADDRESS…", help="Whom the email is for.")
@click.option(
    "-o", "--output", type=file, help="The email's file; by default <report name>.eml beside the report."
)
@click.option("--html", is_flag=True, help="Attach the web page beside REPORT too, which build --html wrote.")
@force_option
def email(
    report: Path,
    others: tuple[str, ...],
    to: tuple[str, ...],
    output: Path | None,
    *,
    html: bool,
    force: bool,
) -> None:
    """Write an unsent email with REPORT attached and its headline figures, to open, edit and send."""
    from audit_report.answers.covering_email import covering_email
    from audit_report.answers.email_draft import NotAnAddressError, read_addresses
    from audit_report.word.read_back.made_from import read_report

    try:
        addresses = read_addresses([*to, *others])
    except NotAnAddressError as reason:
        raise click.UsageError(f"{reason} Type REPORT first, then --to and the addresses.") from reason
    written = read_report(report)
    target = output or report.with_suffix(".eml")
    refuse_another_ending(target, ".eml")
    page = _page_of(report, written) if html else None
    refuse_to_replace(target, inputs=[report, page] if page else [report], force=force)
    if written.edited:
        say("The report has been edited since it was built: check the email's figures.", err=True)
    write_and_say(target, covering_email(written, report, addresses, page))


def _page_of(report: Path, written: "WrittenReport") -> Path:
    """The page beside a report, once it is known that it says the same: built with it, and changed neither."""
    from audit_report.web.html_read_back import read_page

    file = beside(report, "html")
    page = read_page(file)
    if page.edited or written.edited or replace(page, is_page=False) != written:
        raise CannotRunError(
            f"{file} does not say what {report} says: one of them is older or has been edited. "
            "Build both again with “build --html”, or send the report without --html."
        )
    return file
