"""The command line (spec section 6): parse, call, print, exit. Heavy imports wait for a command to need them."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from audit_report import __version__

if TYPE_CHECKING:
    from audit_report.pipeline import Checked

DONE, HAS_ERRORS, NOT_POSSIBLE = 0, 1, 2
_COLOURS = {"error": "red", "warning": "yellow", "information": "blue"}
_FILE = click.Path(dir_okay=False, path_type=Path)


def _day(typed: str) -> date:
    """A day on the command line; an ill-formed one is wrong usage."""
    from audit_report.schema.approximate_dates import read_day

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="audit-report")
def main() -> None:
    r"""Turn an audit and assessment tracker (Excel) into the committee's report (Word).

    \b
    A quarter, step by step:
      audit-report new tracker.xlsx         a blank tracker for the delivery leads
      audit-report check tracker.xlsx       every problem, with its cell and how to fix it
      audit-report build tracker.xlsx       the Word report, beside the workbook
      audit-report explain tracker.xlsx CR1 why a recommendation is rated as it is

    The workbook is only ever read. Exit status: 0 done, 1 the workbook has errors, 2 the command could not be run.
    """


@main.command()
@click.argument("file", type=_FILE)
@_force
def new(file: Path, *, force: bool) -> None:
    """Write a blank tracker, with the shipped criteria and wording, to FILE."""
    from io import BytesIO

    from audit_report.workbook.template import new_workbook, save

    _refuse_to_replace(file, force=force)
    content = BytesIO()
    save(new_workbook(), content)
    _write(file, content.getvalue())


@main.command()
@click.argument("workbook", type=_FILE)
@_as_at
@click.option("--json", "as_json", is_flag=True, help="Print everything found as one JSON object.")
@_strict
def check(workbook: Path, as_at: date | None, *, as_json: bool, strict: bool) -> None:
    """List every problem in WORKBOOK: where it is, what is wrong, and how to fix it."""
    checked = _checked(workbook, as_at)
    if as_json:
        from audit_report.checked_json import as_json as outcome

        click.echo(json.dumps(outcome(checked), ensure_ascii=False, indent=2))
    else:
        _list_problems(checked)
    sys.exit(_status(checked, strict=strict))


@main.command()
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
@_force
def build(
    workbook: Path, output: Path | None, as_at: date | None, *, draft: bool, strict: bool, force: bool
) -> None:
    """Write the Word report of WORKBOOK. A workbook with errors gets none, unless --draft."""
    from audit_report.pipeline import report_bytes

    target = output or workbook.with_name(f"{workbook.stem}-report.docx")
    _refuse_to_replace(target, force=force)
    checked = _checked(workbook, as_at)
    _list_problems(checked)
    status = _status(checked, strict=strict)
    if status == DONE or draft:
        _write(target, report_bytes(checked, draft=draft))
    else:
        click.echo(
            "No report was written: put the errors right, or use --draft to see it as it stands.", err=True
        )
    sys.exit(status)


@main.command()
@click.argument("workbook", type=_FILE)
@click.argument("ref")
@_as_at
def explain(workbook: Path, ref: str, as_at: date | None) -> None:
    """Say why the recommendation REF has its priority and status, and where the report prints it."""
    from audit_report.explanation import explanation

    lines = explanation(_checked(workbook, as_at), ref)
    if lines is None:
        _stop(f"“{ref}” is not the ref of a recommendation in {workbook}.")
    click.echo("\n".join(lines))


@main.command()
@click.argument("workbook", type=_FILE, required=False)
def criteria(workbook: Path | None) -> None:
    """Say the rules in words: those of WORKBOOK, or the shipped ones."""
    from audit_report.pipeline import criteria_of

    click.echo("\n".join(criteria_of(_checked(workbook, None) if workbook else None)))


def _checked(workbook: Path, as_at: date | None) -> "Checked":
    from audit_report.pipeline import check_workbook
    from audit_report.workbook.read import UnreadableWorkbookError

    try:
        return check_workbook(workbook, as_at)
    except UnreadableWorkbookError as reason:
        _stop(str(reason))


def _status(checked: "Checked", *, strict: bool) -> int:
    from audit_report.problems import Severity

    refused = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return HAS_ERRORS if any(checked.has(severity) for severity in refused) else DONE


def _list_problems(checked: "Checked") -> None:
    from audit_report.listing import closing_count, problem_lines

    for severity, line in problem_lines(checked):
        click.echo(click.style(line, fg=_COLOURS[severity]) if severity else line, err=True)
    click.echo(f"{closing_count(checked.problems)} in {checked.workbook}.", err=True)


def _refuse_to_replace(file: Path, *, force: bool) -> None:
    if file.exists() and not force:
        _stop(f"{file} is already there: choose another name, or use --force to replace it.")


def _write(file: Path, content: bytes) -> None:
    from audit_report.writing import CannotWriteError, write_whole

    try:
        write_whole(file, content)
    except CannotWriteError as reason:
        _stop(str(reason))
    click.echo(file)


def _stop(sentence: str) -> NoReturn:
    click.echo(f"Error: {sentence}", err=True)
    sys.exit(NOT_POSSIBLE)
