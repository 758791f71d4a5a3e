"""`audit-report build`: the report of a tracker, as a Word document, a PDF and a page."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report.commands.options import DONE, as_at_option, file, previous_option, strict_option
from audit_report.commands.shared_steps import (
    beside,
    build_command,
    checked_with_progress,
    exit_status,
    refuse_another_ending,
    refuse_to_replace,
    write_and_say,
)
from audit_report.terminal import Progress, list_problems, say

if TYPE_CHECKING:
    from audit_report.model.checked import Checked
    from audit_report.word import HouseStyle


@click.command(short_help="Write the Word report.")
@click.argument("workbook", type=file)
@click.option(
    "-o",
    "--output",
    type=file,
    help="The report's file; by default <workbook name>-report.docx beside it; a draft's name ends in -draft.docx.",
)
@as_at_option
@click.option(
    "--draft",
    is_flag=True,
    help="Write the report in spite of errors, every page marked and the errors listed.",
)
@strict_option
@click.option(
    "--force", is_flag=True, help="Replace a file that is not an unedited report of this program's."
)
@click.option(
    "--pdf", is_flag=True, help="Write a PDF for screen readers beside it too; LibreOffice makes it."
)
@click.option("--html", is_flag=True, help="Write a web page beside it too, for the council's site.")
@click.option(
    "--style",
    type=file,
    help="A Word file whose styles, page layout, header and footer the report takes on (see audit-report style).",
)
@previous_option
def build(
    workbook: Path,
    output: Path | None,
    as_at: date | None,
    *,
    draft: bool,
    strict: bool,
    force: bool,
    pdf: bool,
    html: bool,
    style: Path | None,
    previous: Path | None,
) -> None:
    """Write the Word report of WORKBOOK. A workbook with errors gets none, unless --draft.

    An earlier report of that name is replaced as long as nobody has edited its text; anything else needs --force.
    """
    from audit_report.files.may_replace import keep_all_but_unedited_reports
    from audit_report.pipeline import REPORT_STAGES, page_bytes, report_bytes

    target = output or workbook.with_name(f"{workbook.stem}-report{'-draft' * draft}.docx")
    inputs = [each for each in (workbook, style, previous) if each]
    refuse_to_replace(target, keep_all_but_unedited_reports, inputs=inputs, force=force)
    refuse_another_ending(target, ".docx")
    page = _page_file(target, inputs, force=force) if html else None
    write_pdf = _pdf_writer(target, force=force) if pdf else None
    house = _house_style(style) if style else None
    checked = checked_with_progress(workbook, as_at, previous)
    list_problems(checked)
    status = exit_status(checked, strict=strict)
    if status == DONE or draft:
        with Progress(REPORT_STAGES) as progress:
            content = report_bytes(checked, draft=draft, house=house, tell=progress.tell)
        write_and_say(target, content)
        if page:
            write_and_say(page, page_bytes(checked, draft=draft, house=house))
        if write_pdf:
            write_pdf(content)
    else:
        others = {"output": output, "style": style, "previous": previous, "pdf": pdf, "html": html}
        say(_not_written(checked), err=True)
        say(f"      {build_command(workbook, as_at, **others)} --draft", err=True, is_whole=True)
    sys.exit(status)


def _not_written(checked: "Checked") -> str:
    """Why there is no report, and what to do."""
    from audit_report.problems import Severity

    why = "put the errors right" if checked.has(Severity.ERROR) else "--strict allows no warnings"
    return f"No report was written: {why}. To see it as it stands:"


def _house_style(file: Path) -> "HouseStyle":
    """The house style in a file, once it is said what the report has to add to it."""
    from audit_report.word import read_house_style

    house = read_house_style(file)
    for remark in house.remarks:
        say(f"{file}: {remark}", err=True)
    return house


def _page_file(report: Path, inputs: Iterable[Path], *, force: bool) -> Path:
    """The file of a report's web edition, once it is known that it can be written."""
    from audit_report.files.may_replace import keep_all_but_unchanged_pages

    target = beside(report, "html")
    refuse_to_replace(target, keep_all_but_unchanged_pages, inputs=inputs, force=force)
    return target


def _pdf_writer(report: Path, *, force: bool) -> Callable[[bytes], None]:
    """What writes the PDF of a report, once it is known that it can be made and written."""
    from audit_report.files.libreoffice import MINUTES, find_libreoffice
    from audit_report.files.may_replace import keep_all_but_own_pdfs
    from audit_report.files.pdf import pdf_of

    target = beside(report, "pdf")
    refuse_to_replace(target, keep_all_but_own_pdfs, force=force)
    program = find_libreoffice()

    def write(content: bytes) -> None:
        with Progress([f"LibreOffice makes the PDF, in {MINUTES} minutes at most"]):
            made = pdf_of(content, program)
        write_and_say(target, made.content)
        if made.lacks:
            say(f"{target} is tagged, but does not claim PDF/UA: it {'; it '.join(made.lacks)}.", err=True)

    return write
