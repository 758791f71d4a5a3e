"""`audit-report verify`: whether a report was made from a workbook, and whether it has been edited since."""

import sys
from pathlib import Path

import click

from audit_report.commands.options import DONE, FILE, HAS_ERRORS


@click.command(short_help="Say whether a report is as it was built.")
@click.argument("report", type=FILE)
@click.argument("workbook", type=FILE)
def verify(report: Path, workbook: Path) -> None:
    """Say whether REPORT was made from WORKBOOK as it is now, and whether its text has been edited since.

    Exit status: 0 made from it and not edited, 1 not so, 2 one of the two cannot be opened.
    """
    from audit_report.answers.verification import verification

    lines, holds = verification(report, workbook)
    click.echo("\n".join(lines))
    sys.exit(DONE if holds else HAS_ERRORS)
