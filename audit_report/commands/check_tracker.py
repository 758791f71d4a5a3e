"""`audit-report check`: every problem of a tracker."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from audit_report.commands.options import as_at_option, file, strict_option
from audit_report.commands.shared_steps import (
    checked_with_progress,
    exit_status,
    refuse_to_replace,
    write_and_say,
)
from audit_report.terminal import list_problems


@click.command(short_help="List every problem and how to fix it.")
@click.argument("workbook", type=file)
@as_at_option
@click.option("--json", "as_json", is_flag=True, help="Print everything found as one JSON object.")
@click.option(
    "--xlsx",
    type=file,
    metavar="FILE.xlsx",
    help="Write the problems to a workbook for chasing too: a sheet for each lead, with links to the cells.",
)
@strict_option
def check(workbook: Path, as_at: date | None, *, as_json: bool, xlsx: Path | None, strict: bool) -> None:
    """List every problem in WORKBOOK: where it is, what is wrong, and how to fix it."""
    if xlsx:
        from audit_report.files.may_replace import keep_all_but_own_lists

        refuse_to_replace(xlsx, keep_all_but_own_lists, inputs=[workbook], force=False)
    checked = checked_with_progress(workbook, as_at)
    if as_json:
        from audit_report.answers.json_output import as_json as outcome

        click.echo(json.dumps(outcome(checked), ensure_ascii=False, indent=2))
    else:
        list_problems(checked, workbook)
    if xlsx:
        from audit_report.answers.chasing_list import chasing_list

        write_and_say(xlsx, chasing_list(checked, workbook, xlsx), on_stderr=as_json)
    sys.exit(exit_status(checked, strict=strict))
