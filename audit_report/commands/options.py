"""The options and arguments that several commands have, and the exit statuses."""

from datetime import date
from pathlib import Path

import click

DONE, HAS_ERRORS, NOT_POSSIBLE = 0, 1, 2
FILE = click.Path(dir_okay=False, path_type=Path)


def _day(typed: str) -> date:
    """A day on the command line; an ill-formed one is wrong usage."""
    from audit_report.schema.dates.approximate_dates import read_day

    day = read_day(typed)
    if day is None:
        raise click.BadParameter(
            f"“{typed}” is not a date: type it as 2010-04-30, 30/4/2010 or “30 April 2010”."
        )
    return day


as_at_option = click.option(
    "--as-at",
    type=_day,
    metavar="DATE",
    help="Rate everything as at this day instead of the workbook's Data as at.",
)
force_option = click.option("--force", is_flag=True, help="Replace a file that is already there.")
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
