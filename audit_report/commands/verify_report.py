"""`audit-report verify`: whether a report was made from a workbook, and whether it has been edited since."""

import sys
from pathlib import Path

import click

from audit_report.commands.options import DONE, HAS_ERRORS, file
from audit_report.terminal import say_lines


@click.command(short_help="Say whether a report is as it was built.")
@click.argument("report", type=file)
@click.argument("workbook", type=file)
@click.option(
    "--style", type=file, metavar="FILE.docx", help="The Word file that the report was built with, if it was."
)
@click.option(
    "--previous",
    type=file,
    metavar="OLD.xlsx",
    help="The workbook that the report was compared with, if it was.",
)
def verify(report: Path, workbook: Path, style: Path | None, previous: Path | None) -> None:
    """Say whether REPORT was made from WORKBOOK as it is now, and whether anybody has edited it since.

    The report is built again and the two are compared. What Word or LibreOffice change when they save a document is no
    edit; every other difference is named.

    Exit status: 0 made from it and not edited, 1 not so, 2 a file is missing or cannot be opened.
    """
    from audit_report.build_again import verify as verified

    verdict = verified(report, workbook, style, previous)
    say_lines(verdict.lines)
    sys.exit(DONE if verdict.holds else HAS_ERRORS)
