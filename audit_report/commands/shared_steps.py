"""What several commands do in the same way: check a workbook, refuse to replace a file, write one and say so."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report import CannotRunError
from audit_report.commands.options import DONE, HAS_ERRORS
from audit_report.terminal import Progress

if TYPE_CHECKING:
    from audit_report.files.may_replace import Rule
    from audit_report.model.checked import Checked


def checked_with_progress(workbook: Path, as_at: date | None, previous: Path | None = None) -> "Checked":
    """A workbook read, rated and checked; on a terminal a long run shows where it is."""
    from audit_report.pipeline import CHECK_STAGES, check_workbook

    with Progress(CHECK_STAGES) as progress:
        return check_workbook(workbook, as_at, previous, progress.tell)


def exit_status(checked: "Checked", *, strict: bool) -> int:
    """Whether the workbook has errors, or where `strict` warnings."""
    from audit_report.pipeline import is_refused

    return HAS_ERRORS if is_refused(checked, strict=strict) else DONE


def refuse_to_replace(
    file: Path, rule: "Rule | None" = None, *, inputs: Iterable[Path] = (), force: bool
) -> None:
    """Stop where the rule, or else the file's being there, is against writing to it."""
    from audit_report.files.may_replace import keep_any, obstacle

    if reason := obstacle(file, rule or keep_any, inputs, force=force):
        raise CannotRunError(reason)


def write_and_say(file: Path, content: bytes, *, on_stderr: bool = False) -> None:
    """Write a file whole and print its path, on stdout unless something else is printed there."""
    from audit_report.files.whole_file import write_whole

    write_whole(file, content)
    click.echo(file, err=on_stderr)


def beside(report: Path, kind: str) -> Path:
    """The file of another kind beside a report, which has to be called something else."""
    target = report.with_suffix(f".{kind}")
    if report.suffix.lower() == target.suffix:
        raise click.UsageError(f"With --{kind} the report's own file cannot end in .{kind}: end it in .docx.")
    return target
