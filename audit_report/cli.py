"""The program: its commands, and the one place where a run begins and ends."""

import gc
import os
import sys

import click

from audit_report import CannotRunError, __version__
from audit_report.commands.build_report import build
from audit_report.commands.check_tracker import check
from audit_report.commands.email_report import email
from audit_report.commands.explain_ratings import criteria, explain
from audit_report.commands.import_tracker import import_
from audit_report.commands.new_tracker import new
from audit_report.commands.options import DONE, NOT_POSSIBLE
from audit_report.commands.verify_report import verify
from audit_report.commands.write_styles import write_style

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


for command in (new, import_, check, build, explain, criteria, write_style, email, verify):
    main.add_command(command)
