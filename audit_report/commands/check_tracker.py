"""`audit-report check`: every problem of a tracker."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report.commands.options import as_at_option, file, previous_option, strict_option
from audit_report.commands.shared_steps import (
    build_command,
    checked_with_progress,
    exit_status,
    refuse_another_ending,
    refuse_to_replace,
    write_and_say,
)
from audit_report.terminal import list_problems, say_lines

if TYPE_CHECKING:
    from audit_report.answers.problem_listing import Asked
    from audit_report.model.checked import Checked


@click.command(short_help="List every problem and how to fix it.")
@click.argument("workbook", type=file)
@as_at_option
@previous_option
@click.option("--json", "as_json", is_flag=True, help="Print everything found as one JSON object.")
@click.option(
    "--xlsx",
    type=file,
    metavar="FILE.xlsx",
    help="Write the problems to a workbook for chasing too: a sheet for each lead, with links to the cells.",
)
@strict_option
@click.option("--errors", is_flag=True, help="List the errors alone.")
@click.option("--for", "person", metavar="NAME", help="List what is at the rows of one person alone.")
def check(
    workbook: Path,
    as_at: date | None,
    previous: Path | None,
    *,
    as_json: bool,
    xlsx: Path | None,
    strict: bool,
    errors: bool,
    person: str | None,
) -> None:
    """List every problem in WORKBOOK: where it is, what is wrong, and how to fix it."""
    if xlsx:
        from audit_report.files.may_replace import keep_all_but_own_lists

        refuse_another_ending(xlsx, ".xlsx")
        inputs = [workbook, *([previous] if previous else [])]
        refuse_to_replace(xlsx, keep_all_but_own_lists, inputs=inputs, force=False)
    checked = checked_with_progress(workbook, as_at, previous)
    if as_json:
        from audit_report.answers.json_output import as_json as outcome

        say_lines(json.dumps(outcome(checked), indent=2).splitlines(), are_whole=True)
    else:
        asked = _asked(checked, person, errors=errors)
        list_problems(checked, asked, next_build=build_command(workbook, as_at, previous=previous), err=False)
    if xlsx:
        from audit_report.answers.chasing_list import chasing_list

        write_and_say(xlsx, chasing_list(checked, workbook, xlsx), on_stderr=as_json)
    sys.exit(exit_status(checked, strict=strict))


def _asked(checked: "Checked", person: str | None, *, errors: bool) -> "Asked":
    from audit_report.answers.problem_listing import Asked
    from audit_report.answers.whom_to_ask import person_named

    return Asked(errors_only=errors, person=person_named(checked.tracker, person) if person else "")
