"""`audit-report style`: the default styles as a Word file to edit."""

from pathlib import Path

import click

from audit_report.commands.options import file, force_option
from audit_report.commands.shared_steps import refuse_another_ending, refuse_to_replace, write_and_say


@click.command(name="style", short_help="Write the default Word styles, to edit.")
@click.argument("file", type=file)
@force_option
def write_style(file: Path, *, force: bool) -> None:
    """Write the default Word styles, each explained, to FILE: a .docx to edit and hand to build --style."""
    from audit_report.word import style_file

    refuse_another_ending(file, ".docx")
    refuse_to_replace(file, force=force)
    write_and_say(file, style_file())
