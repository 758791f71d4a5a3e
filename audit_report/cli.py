"""The program: its commands, and the one place where a run begins and ends."""

import gc
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO

import click

from audit_report.cannot_run import CannotRunError
from audit_report.commands.build_report import build
from audit_report.commands.check_tracker import check
from audit_report.commands.collect_returns import collect
from audit_report.commands.email_report import email
from audit_report.commands.explain_ratings import criteria, explain
from audit_report.commands.import_tracker import import_
from audit_report.commands.new_tracker import new
from audit_report.commands.next_tracker import next_period
from audit_report.commands.options import DONE, NOT_POSSIBLE
from audit_report.commands.send_workbooks import send
from audit_report.commands.verify_report import verify
from audit_report.commands.write_styles import write_style
from audit_report.console_text import without_failing
from audit_report.stop_signals import stop_when_told
from audit_report.terminal import say
from audit_report.version import __version__

_HELP = """Turn an audit and assessment tracker (Excel) into the committee's report (Word).

A quarter, step by step:

\b
  audit-report new tracker.xlsx
      writes a blank tracker for the delivery leads
  audit-report send tracker.xlsx
      writes a workbook and a draft email for each of them
  audit-report collect tracker.xlsx RETURN… -o all.xlsx
      puts what came back into one tracker
  audit-report check tracker.xlsx
      lists every problem, with its cell and how to fix it
  audit-report build tracker.xlsx
      writes the Word report, beside the workbook
  audit-report explain tracker.xlsx CR1
      says why a recommendation is rated as it is
  audit-report email tracker-report.docx --to ADDRESS
      drafts an email with the report, to edit and send
  audit-report next tracker.xlsx next.xlsx --as-at DATE
      writes the next quarter's tracker

The workbook is only ever read. Exit status: 0 done, 1 the workbook has errors, 2 the command could not be run,
130 stopped by Ctrl-C.
"""


class _NotPossible(click.ClickException):
    """A sentence for the person at the terminal, and the exit status that goes with it."""

    exit_code = NOT_POSSIBLE

    def show(self, file: IO[str] | None = None) -> None:  # noqa: ARG002  click's own signature
        """Print the sentence."""
        say(f"Error: {self.message}", err=True)


class _NobodyListensError(Exception):
    """Whoever read along has gone; click takes a BrokenPipeError for its own and ends with 1, the status of errors."""


@dataclass
class _Wishes:
    """What was asked of a run as a whole; `debug` is for whoever mends the program."""

    debug: bool = False


def _note_debug(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001  click's own signature
    if value and isinstance(context.obj, _Wishes):
        context.obj.debug = True


class _Commands(click.Group):
    """The commands; whichever cannot be run ends with the sentence that says why."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Take a command in, with the option that all have."""
        words = "Show where in the program a fault of its own comes from."
        cmd.params.append(
            click.Option(["--debug"], is_flag=True, expose_value=False, callback=_note_debug, help=words)
        )
        super().add_command(cmd, name)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the command line, and print the help that it asks for."""
        with _told_of_readers_gone():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            with _told_of_readers_gone():
                return super().invoke(ctx)
        except CannotRunError as reason:
            raise _NotPossible(str(reason)) from reason


@contextmanager
def _told_of_readers_gone() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as reason:
        raise _NobodyListensError from reason


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, help=_HELP)
@click.version_option(__version__, prog_name="audit-report")
def main() -> None:
    """Every command has a file of its own in `commands`."""


for command in (
    new,
    next_period,
    import_,
    send,
    collect,
    check,
    build,
    explain,
    criteria,
    write_style,
    email,
    verify,
):
    main.add_command(command)


def run() -> None:
    """Run the program and end its process.

    A run is short and keeps what it makes: looking for what to throw away takes a quarter of its time, and taking
    apart all it made at its end as long as a check.
    """
    gc.disable()
    stop_when_told()
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        without_failing(stream)
    wishes = _Wishes()
    try:
        status, _kept = _ended(wishes)
        sys.stdout.flush()
    except click.ClickException as reason:
        with suppress(OSError):
            reason.show()
        status = reason.exit_code
    except click.Abort:
        status = _refused("Nothing was answered, so nothing was done.")
    except (BrokenPipeError, _NobodyListensError):
        status = NOT_POSSIBLE
    except Exception as reason:  # noqa: BLE001  the outermost place: what nobody foresaw is said here
        status = _unforeseen(reason, wishes)
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(status)


def _open_what_is_closed() -> None:
    """Have what is said go nowhere, and nothing be answered, where whoever started the program has closed a stream."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  it is open for as long as the run
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  the same
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  the same


def _ended(wishes: _Wishes) -> tuple[int, object]:
    """The exit status of a run, and how it ended: on that hangs all that it made."""
    try:
        status: int | None = main(obj=wishes, standalone_mode=False)
    except SystemExit as reason:
        return reason.code if isinstance(reason.code, int) else NOT_POSSIBLE, reason
    return status or DONE, None


def _unforeseen(reason: Exception, wishes: _Wishes) -> int:
    """Say what went wrong, and where to turn; the exit status is never the one of a workbook with errors."""
    if isinstance(reason, OSError) and reason.filename is None:
        return _refused(f"not all could be printed ({reason.strerror}).")
    if wishes.debug:
        traceback.print_exception(reason)
    return _refused(
        f"The program has a fault of its own ({type(reason).__name__}). Nothing is wrong with what you typed: "
        "please report it, with what the same command prints with --debug at its end."
    )


def _refused(sentence: str) -> int:
    with suppress(OSError):
        say(f"Error: {sentence}", err=True)
    return NOT_POSSIBLE
