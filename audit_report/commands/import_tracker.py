"""`audit-report import`: somebody else's tracker, brought in."""

import sys
from pathlib import Path

import click

from audit_report.commands.options import HAS_ERRORS, file, force_option
from audit_report.commands.shared_steps import (
    checked_with_progress,
    refuse_another_ending,
    refuse_to_replace,
    write_and_say,
)
from audit_report.terminal import show_what_is_left


@click.command(name="import", short_help="Bring in somebody else's tracker.")
@click.argument("theirs", type=file, nargs=-1, required=True)
@click.option(
    "-o", "--output", type=file, required=True, metavar="TRACKER.xlsx", help="The tracker to write."
)
@click.option(
    "--map",
    "map_file",
    type=file,
    metavar="MAP.toml",
    help="The map to bring it in by, made by an earlier run; where there is none yet, where to write it.",
)
@click.option("--yes", is_flag=True, help="Take the map as proposed, without asking.")
@force_option
def import_(theirs: tuple[Path, ...], output: Path, map_file: Path | None, *, yes: bool, force: bool) -> None:
    """Bring THEIRS, one file of another design or several, into a tracker of this program's design.

    What each of their columns and words becomes is proposed as a map: a file to read and edit, beside the tracker. On
    a terminal you are asked about what is doubtful; elsewhere the map is written and nothing else, until it is given
    with --map. Whatever has no place is kept on the tracker's sheet “Not brought in”.
    """
    from audit_report.commands.map_for_import import tracker_content

    refuse_another_ending(output, ".xlsx")
    refuse_to_replace(output, inputs=[*theirs, *([map_file] if map_file else [])], force=force)
    content = tracker_content(theirs, output, map_file, yes=yes, force=force)
    if content is None:
        sys.exit(HAS_ERRORS)
    write_and_say(output, content)
    show_what_is_left(checked_with_progress(output, None), output)
