"""The options and arguments that several commands have, and the exit statuses."""

from datetime import date
from pathlib import Path

import click

from audit_report.cannot_run import CannotRunError
from audit_report.files.regular_file import not_a_file

DONE, HAS_ERRORS, NOT_POSSIBLE = 0, 1, 2


def file(typed: str) -> Path:
    """The name of a file to read or write, which is looked at before anything opens it.

    Raises CannotRunError where it cannot be one.
    """
    if reason := not_a_file(typed):
        raise CannotRunError(reason)
    return Path(typed)


def folder(typed: str) -> Path:
    """The name of a folder to write into, which may be there already. Raises CannotRunError where it cannot be one."""
    path = Path(typed)
    return path if path.is_dir() else file(typed)


def as_day(typed: str) -> date:
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
    type=as_day,
    metavar="DATE",
    help="Rate everything as at this day instead of the workbook's Data as at.",
)
previous_option = click.option(
    "--previous",
    type=file,
    metavar="OLD.xlsx",
    help="The last report's own workbook: compare with it, and list what was edited that should not have been.",
)
force_option = click.option("--force", is_flag=True, help="Replace a file that is already there.")
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
