"""The command line: parse, call, print, exit. Heavy imports wait for a command that needs them: --help is quick."""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report import CannotRunError, __version__
from audit_report.terminal import Progress, list_problems, show_what_is_left

if TYPE_CHECKING:
    from audit_report.files.may_replace import Rule
    from audit_report.model.checked import Checked
    from audit_report.report.provenance import WrittenReport
    from audit_report.word import HouseStyle
    from audit_report.workbook_out.carry_over import CarriedOver

DONE, HAS_ERRORS, NOT_POSSIBLE = 0, 1, 2
_FILE = click.Path(dir_okay=False, path_type=Path)


def _day(typed: str) -> date:
    """A day on the command line; an ill-formed one is wrong usage."""
    from audit_report.schema.dates.approximate_dates import read_day

    day = read_day(typed)
    if day is None:
        raise click.BadParameter(
            f"“{typed}” is not a date: type it as 2010-04-30, 30/4/2010 or “30 April 2010”."
        )
    return day


_as_at = click.option(
    "--as-at",
    type=_day,
    metavar="DATE",
    help="Rate everything as at this day instead of the workbook's Data as at.",
)
_force = click.option("--force", is_flag=True, help="Replace a file that is already there.")
_strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


_HELP = """Turn an audit and assessment tracker (Excel) into the committee's report (Word).

A quarter, step by step:

\b
  audit-report new tracker.xlsx
      writes a blank tracker for the delivery leads
  audit-report check tracker.xlsx
      lists every problem, with its cell and how to fix it
  audit-report build tracker.xlsx
      writes the Word report, beside the workbook
  audit-report explain tracker.xlsx CR1
      says why a recommendation is rated as it is
  audit-report email tracker-report.docx --to ADDRESS
      drafts an email with the report, to edit and send

The workbook is only ever read. Exit status: 0 done, 1 the workbook has errors, 2 the command could not be run.
"""


class _NotPossible(click.ClickException):
    """A sentence for the person at the terminal, and the exit status that goes with it."""

    exit_code = NOT_POSSIBLE


class _Commands(click.Group):
    """The commands; whichever cannot be run ends with the sentence that says why."""

    def invoke(self, context: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(context)
        except CannotRunError as reason:
            raise _NotPossible(str(reason)) from reason


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, help=_HELP)
@click.version_option(__version__, prog_name="audit-report")
def main() -> None:
    """Every command has a function of its own below."""


def run() -> None:
    """Start the program and end its process.

    A run is short and keeps what it makes: looking for what to throw away takes a quarter of its time, and taking
    apart all it made at its end as long as a check.
    """
    gc.disable()
    ended = SystemExit(DONE)
    try:
        try:
            main()
        except SystemExit as reason:
            ended = reason  # by another name, which keeps what the run made
        sys.stdout.flush()
        status = ended.code if isinstance(ended.code, int) else NOT_POSSIBLE
    except OSError as reason:
        if reason.filename is not None:
            raise
        click.echo(f"Error: not all could be printed ({reason.strerror}).", err=True)
        status = NOT_POSSIBLE
    sys.stderr.flush()
    os._exit(status)


@main.command(short_help="Write a blank tracker, or an old one's rows in a fresh one.")
@click.argument("file", type=_FILE)
@click.option(
    "--from",
    "old",
    type=_FILE,
    metavar="OLD.xlsx",
    help="Carry the rows of an older or damaged tracker into the new one.",
)
@_force
def new(file: Path, old: Path | None, *, force: bool) -> None:
    """Write a blank tracker, with the shipped criteria and wording, to FILE; or one with an old tracker's rows.

    What has no place in the new tracker (columns and sheets of your own, say) is listed with its cell.
    """
    from io import BytesIO

    from audit_report.workbook_out.template import new_workbook, save

    _refuse_to_replace(file, inputs=[old] if old else [], force=force)
    content = BytesIO()
    save(_carried_over(old).workbook if old else new_workbook(), content)
    _write(file, content.getvalue())


@main.command(name="import", short_help="Bring in somebody else's tracker.")
@click.argument("theirs", type=_FILE, nargs=-1, required=True)
@click.option(
    "-o", "--output", type=_FILE, required=True, metavar="TRACKER.xlsx", help="The tracker to write."
)
@click.option(
    "--map",
    "map_file",
    type=_FILE,
    metavar="MAP.toml",
    help="The map to bring it in by, made by an earlier run; where there is none yet, where to write it.",
)
@click.option("--yes", is_flag=True, help="Take the map as proposed, without asking.")
@_force
def import_(theirs: tuple[Path, ...], output: Path, map_file: Path | None, *, yes: bool, force: bool) -> None:
    """Bring THEIRS, one file of another design or several, into a tracker of this program's design.

    What each of their columns and words becomes is proposed as a map: a file to read and edit, beside the tracker. On
    a terminal you are asked about what is doubtful; elsewhere the map is written and nothing else, until it is given
    with --map. Whatever has no place is kept on the tracker's sheet “Not brought in”.
    """
    from audit_report.import_command import run_import

    _refuse_to_replace(output, inputs=[*theirs, *([map_file] if map_file else [])], force=force)
    content = run_import(theirs, output, map_file, yes=yes, force=force)
    if content is None:
        sys.exit(HAS_ERRORS)
    _write(output, content)
    show_what_is_left(_checked(output, None), output)


@main.command(short_help="List every problem and how to fix it.")
@click.argument("workbook", type=_FILE)
@_as_at
@click.option("--json", "as_json", is_flag=True, help="Print everything found as one JSON object.")
@click.option(
    "--xlsx",
    type=_FILE,
    metavar="FILE.xlsx",
    help="Write the problems to a workbook for chasing too: a sheet for each lead, with links to the cells.",
)
@_strict
def check(workbook: Path, as_at: date | None, *, as_json: bool, xlsx: Path | None, strict: bool) -> None:
    """List every problem in WORKBOOK: where it is, what is wrong, and how to fix it."""
    if xlsx:
        from audit_report.files.may_replace import keep_all_but_own_lists

        _refuse_to_replace(xlsx, keep_all_but_own_lists, inputs=[workbook], force=False)
    checked = _checked(workbook, as_at)
    if as_json:
        from audit_report.answers.json_output import as_json as outcome

        click.echo(json.dumps(outcome(checked), ensure_ascii=False, indent=2))
    else:
        list_problems(checked, workbook)
    if xlsx:
        from audit_report.answers.chasing_list import chasing_list

        _write(xlsx, chasing_list(checked, workbook, xlsx), on_stderr=as_json)
    sys.exit(_status(checked, strict=strict))


@main.command(short_help="Write the Word report.")
@click.argument("workbook", type=_FILE)
@click.option(
    "-o", "--output", type=_FILE, help="The report's file; by default <workbook name>-report.docx beside it."
)
@_as_at
@click.option(
    "--draft",
    is_flag=True,
    help="Write the report in spite of errors, every page marked and the errors listed.",
)
@_strict
@click.option(
    "--force", is_flag=True, help="Replace a file that is not an unedited report of this program's."
)
@click.option("--pdf", is_flag=True, help="Write a tagged PDF beside it too; LibreOffice makes it.")
@click.option("--html", is_flag=True, help="Write a web page beside it too, for the council's site.")
@click.option(
    "--style",
    type=_FILE,
    help="A Word file whose styles, page layout, header and footer the report takes on (see audit-report style).",
)
@click.option(
    "--previous",
    type=_FILE,
    metavar="OLD.xlsx",
    help="The last report's own workbook: compare with it, and list what was edited that should not have been.",
)
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

    target = output or workbook.with_name(f"{workbook.stem}-report.docx")
    inputs = [each for each in (workbook, style, previous) if each]
    _refuse_to_replace(target, keep_all_but_unedited_reports, inputs=inputs, force=force)
    page = _page_file(target, inputs, force=force) if html else None
    write_pdf = _pdf_writer(target, force=force) if pdf else None
    house = _house_style(style) if style else None
    checked = _checked(workbook, as_at, previous)
    list_problems(checked)
    status = _status(checked, strict=strict)
    if status == DONE or draft:
        with Progress(REPORT_STAGES) as progress:
            content = report_bytes(checked, draft=draft, house=house, tell=progress.tell)
        _write(target, content)
        if page:
            _write(page, page_bytes(checked, draft=draft, house=house))
        if write_pdf:
            write_pdf(content)
    else:
        click.echo(
            "No report was written: put the errors right, or use --draft to see it as it stands.", err=True
        )
    sys.exit(status)


@main.command(short_help="Say why a recommendation is rated as it is.")
@click.argument("workbook", type=_FILE)
@click.argument("ref")
@_as_at
def explain(workbook: Path, ref: str, as_at: date | None) -> None:
    """Say why the recommendation REF in WORKBOOK has its priority and status, and where the report prints it."""
    from audit_report.answers.explanation import explanation

    lines = explanation(_checked(workbook, as_at), ref)
    if lines is None:
        raise CannotRunError(f"“{ref}” is not the ref of a recommendation in {workbook}.")
    click.echo("\n".join(lines))


@main.command(short_help="Say the rules in words.")
@click.argument("workbook", type=_FILE, required=False)
def criteria(workbook: Path | None) -> None:
    """Say the rules in words: those of WORKBOOK, or the shipped ones."""
    from audit_report.pipeline import criteria_of

    click.echo("\n".join(criteria_of(_checked(workbook, None) if workbook else None)))


@main.command(name="style", short_help="Write the default Word styles, to edit.")
@click.argument("file", type=_FILE)
@_force
def write_style(file: Path, *, force: bool) -> None:
    """Write the default Word styles, each explained, to FILE: a .docx to edit and hand to build --style."""
    from audit_report.word import style_file

    _refuse_to_replace(file, force=force)
    _write(file, style_file())


@main.command(short_help="Draft an email with the report attached.")
@click.argument("report", type=_FILE)
@click.argument("others", nargs=-1, metavar="")
@click.option("--to", multiple=True, required=True, metavar="ADDRESS…", help="Whom the email is for.")
@click.option(
    "-o", "--output", type=_FILE, help="The email's file; by default <report name>.eml beside the report."
)
@click.option("--html", is_flag=True, help="Attach the web page beside REPORT too, which build --html wrote.")
@_force
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
    from audit_report.word.read_back.written_report import read_report

    try:
        addresses = read_addresses([*to, *others])
    except NotAnAddressError as reason:
        raise click.UsageError(f"{reason} Type REPORT first, then --to and the addresses.") from reason
    written = read_report(report)
    target = output or report.with_suffix(".eml")
    page = _page_of(report, written) if html else None
    _refuse_to_replace(target, inputs=[report, page] if page else [report], force=force)
    if written.edited:
        click.echo("The report has been edited since it was built: check the email's figures.", err=True)
    _write(target, covering_email(written, report, addresses, page))


@main.command(short_help="Say whether a report is as it was built.")
@click.argument("report", type=_FILE)
@click.argument("workbook", type=_FILE)
def verify(report: Path, workbook: Path) -> None:
    """Say whether REPORT was made from WORKBOOK as it is now, and whether its text has been edited since.

    Exit status: 0 made from it and not edited, 1 not so, 2 one of the two cannot be opened.
    """
    from audit_report.answers.verification import verification

    lines, holds = verification(report, workbook)
    click.echo("\n".join(lines))
    sys.exit(DONE if holds else HAS_ERRORS)


def _page_of(report: Path, written: "WrittenReport") -> Path:
    """The page beside a report, once it is known that it says the same: built with it, and changed neither."""
    from audit_report.web.html_read_back import read_page

    file = _beside(report, "html")
    page = read_page(file)
    if page.edited or written.edited or replace(page, is_page=False) != written:
        raise CannotRunError(
            f"{file} does not say what {report} says: one of them is older or has been edited. "
            "Build both again with “build --html”, or send the report without --html."
        )
    return file


def _house_style(file: Path) -> "HouseStyle":
    """The house style in a file, once it is said what the report has to add to it."""
    from audit_report.word import read_house_style

    house = read_house_style(file)
    for remark in house.remarks:
        click.echo(f"{file}: {remark}", err=True)
    return house


def _page_file(report: Path, inputs: Iterable[Path], *, force: bool) -> Path:
    """The file of a report's web edition, once it is known that it can be written."""
    from audit_report.files.may_replace import keep_all_but_unchanged_pages

    target = _beside(report, "html")
    _refuse_to_replace(target, keep_all_but_unchanged_pages, inputs=inputs, force=force)
    return target


def _beside(report: Path, kind: str) -> Path:
    """The file of another kind beside a report, which has to be called something else."""
    target = report.with_suffix(f".{kind}")
    if report.suffix.lower() == target.suffix:
        raise click.UsageError(f"With --{kind} the report's own file cannot end in .{kind}: end it in .docx.")
    return target


def _pdf_writer(report: Path, *, force: bool) -> Callable[[bytes], None]:
    """What writes the PDF of a report, once it is known that it can be made and written."""
    from audit_report.files.libreoffice import MINUTES, find_libreoffice
    from audit_report.files.may_replace import keep_all_but_own_pdfs
    from audit_report.files.pdf import pdf_of

    target = _beside(report, "pdf")
    _refuse_to_replace(target, keep_all_but_own_pdfs, force=force)
    program = find_libreoffice()

    def write(content: bytes) -> None:
        with Progress([f"LibreOffice makes the PDF, in {MINUTES} minutes at most"]):
            made = pdf_of(content, program)
        _write(target, made)

    return write


def _carried_over(old: Path) -> "CarriedOver":
    """A fresh tracker with the rows of an old one; what has no place in it is said on stderr."""
    from audit_report.workbook_in.load_records import SHEETS
    from audit_report.workbook_in.read_workbook import read_workbook
    from audit_report.workbook_out.carry_over import carry_over

    carried = carry_over(read_workbook(old, SHEETS))
    for note in carried.notes:
        click.echo(note, err=True)
    click.echo(f"Rows carried over from {old}: {carried.rows}. Notes: {len(carried.notes)}.", err=True)
    return carried


def _checked(workbook: Path, as_at: date | None, previous: Path | None = None) -> "Checked":
    from audit_report.pipeline import CHECK_STAGES, check_workbook

    with Progress(CHECK_STAGES) as progress:
        return check_workbook(workbook, as_at, previous, progress.tell)


def _status(checked: "Checked", *, strict: bool) -> int:
    from audit_report.pipeline import is_refused

    return HAS_ERRORS if is_refused(checked, strict=strict) else DONE


def _refuse_to_replace(
    file: Path, rule: "Rule | None" = None, *, inputs: Iterable[Path] = (), force: bool
) -> None:
    """Stop where the rule, or else the file's being there, is against writing to it."""
    from audit_report.files.may_replace import keep_any, obstacle

    if reason := obstacle(file, rule or keep_any, inputs, force=force):
        raise CannotRunError(reason)


def _write(file: Path, content: bytes, *, on_stderr: bool = False) -> None:
    """Write a file whole and print its path, on stdout unless something else is printed there."""
    from audit_report.files.whole_file import write_whole

    write_whole(file, content)
    click.echo(file, err=on_stderr)
