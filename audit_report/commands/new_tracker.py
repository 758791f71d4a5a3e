"""`audit-report new`: a blank tracker, or one with an old tracker's rows."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report.commands.options import HAS_ERRORS, file, force_option
from audit_report.commands.shared_steps import refuse_another_ending, refuse_to_replace, write_and_say
from audit_report.terminal import say

if TYPE_CHECKING:
    from audit_report.workbook_out.carry_over import CarriedOver


@click.command(short_help="Write a blank tracker, or an old one's rows in a fresh one.")
@click.argument("file", type=file)
@click.option(
    "--from",
    "old",
    type=file,
    metavar="OLD.xlsx",
    help="Carry the rows of an older or damaged tracker into the new one.",
)
@force_option
def new(file: Path, old: Path | None, *, force: bool) -> None:
    """Write a blank tracker, with the shipped criteria and wording, to FILE; or one with an old tracker's rows.

    Columns and sheets of your own come along. What has no place in the new tracker is listed with its cell.
    """
    from io import BytesIO

    from audit_report.workbook_out.template import new_workbook, save

    refuse_another_ending(file, ".xlsx")
    refuse_to_replace(file, inputs=[old] if old else [], force=force)
    content = BytesIO()
    save(_carried_over(old).workbook if old else new_workbook(), content)
    write_and_say(file, content.getvalue())


def _carried_over(old: Path) -> "CarriedOver":
    """A fresh tracker with the rows of an old one; what has no place in it is said on stderr."""
    from audit_report.workbook_in.sheet_names import read_with_renamed
    from audit_report.workbook_out.carry_over import carry_over

    carried = carry_over(read_with_renamed(old))
    for note in carried.notes:
        say(note, err=True)
    say(f"Rows carried over from {old}: {carried.in_short}", err=True)
    if not carried.rows:
        say("Nothing was carried over, so no file is written.", err=True)
        sys.exit(HAS_ERRORS)
    return carried
