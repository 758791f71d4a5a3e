"""What several commands do in the same way: check a workbook, refuse to replace a file, write one and say so."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from audit_report.cannot_run import CannotRunError
from audit_report.commands.options import DONE, HAS_ERRORS
from audit_report.console_text import quoted
from audit_report.terminal import Progress, say

if TYPE_CHECKING:
    from audit_report.files.may_replace import Rule
    from audit_report.model.checked import Checked


def checked_with_progress(workbook: Path, as_at: date | None, previous: Path | None = None) -> "Checked":
    """A workbook read, rated and checked; on a terminal a long run shows where it is."""
    from audit_report.files.whole_file import lock_beside as is_open_elsewhere
    from audit_report.pipeline import CHECK_STAGES, check_workbook

    if is_open_elsewhere(workbook):
        say(
            f"{workbook} is open in another program: what is not saved there is not read. Save it first.",
            err=True,
        )
    with Progress(CHECK_STAGES) as progress:
        return check_workbook(workbook, as_at, previous, progress.tell)


def build_command(workbook: Path, as_at: date | None, **others: Path | bool | None) -> str:
    """The command that builds the report of a workbook with the options given; it can be pasted."""
    options = {"as-at": as_at and as_at.isoformat(), **others}
    given = [
        f"--{name}" if value is True else f"--{name} {quoted(value)}"
        for name, value in options.items()
        if value
    ]
    return " ".join(["audit-report build", quoted(workbook), *given])


def refuse_another_ending(file: Path, ending: str) -> None:
    """Stop where a file would be called something that it is not."""
    if file.suffix.lower() != ending:
        raise CannotRunError(
            f"{file}: what is written is {ending[1:]}, so the file's name has to end in {ending}."
        )


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
    say(file, err=on_stderr, is_whole=True)


def beside(report: Path, kind: str) -> Path:
    """The file of another kind beside a report."""
    return report.with_suffix(f".{kind}")
