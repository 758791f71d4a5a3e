"""`audit-report explain` and `criteria`: why a recommendation is rated as it is, and the rules in words."""

from datetime import date
from pathlib import Path

import click

from audit_report.commands.options import as_at_option, file
from audit_report.commands.shared_steps import checked_with_progress
from audit_report.terminal import say_lines


@click.command(short_help="Say why a recommendation is rated as it is.")
@click.argument("workbook", type=file)
@click.argument("ref")
@as_at_option
def explain(workbook: Path, ref: str, as_at: date | None) -> None:
    """Say why the recommendation REF of WORKBOOK, or an action's, is rated as it is, and where the report prints it."""
    from audit_report.answers.explanation import explanation

    say_lines(explanation(checked_with_progress(workbook, as_at), ref))


@click.command(short_help="Say the rules in words.")
@click.argument("workbook", type=file, required=False)
def criteria(workbook: Path | None) -> None:
    """Say the rules in words: those of WORKBOOK, or the shipped ones."""
    from audit_report.pipeline import criteria_of

    say_lines(criteria_of(checked_with_progress(workbook, None) if workbook else None))
