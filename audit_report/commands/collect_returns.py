"""`audit-report collect`: what came back, in one tracker."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report.cannot_run import CannotRunError
from audit_report.commands.options import DONE, HAS_ERRORS, file, force_option
from audit_report.commands.shared_steps import refuse_another_ending, refuse_to_replace, write_and_say
from audit_report.console_text import quoted
from audit_report.terminal import say

if TYPE_CHECKING:
    from audit_report.returns.collect import Collected


@click.command(short_help="Put what came back into one tracker.")
@click.argument("tracker", type=file)
@click.argument("returns", metavar="RETURN...", type=file, nargs=-1, required=True)
@click.option("-o", "--output", type=file, required=True, metavar="NEXT.xlsx", help="The tracker to write.")
@click.option(
    "--xlsx", type=file, metavar="LIST.xlsx", help="Write what was found, the conflicts first, as a workbook."
)
@click.option(
    "--settled",
    type=file,
    metavar="LIST.xlsx",
    help="Such a list with the column Take filled in: do as it says.",
)
@force_option
def collect(
    tracker: Path,
    returns: tuple[Path, ...],
    output: Path,
    xlsx: Path | None,
    settled: Path | None,
    *,
    force: bool,
) -> None:
    """Write a tracker: TRACKER with what each RETURN, a workbook sent out or a whole copy, has changed in it.

    A cell that one return has changed is taken; where two, or a return and the tracker, have different values, the
    tracker's stays and both are told. History and reference sheets are never changed. The order of the returns makes
    no difference, and no input is changed.
    """
    from io import BytesIO

    from audit_report.returns.collect import collect as collected_from
    from audit_report.returns.collected_list import collected_list, read_settled
    from audit_report.workbook_out.template import save

    inputs = [tracker, *returns, *([settled] if settled else [])]
    for target in (output, *([xlsx] if xlsx else [])):
        refuse_another_ending(target, ".xlsx")
        refuse_to_replace(target, inputs=inputs, force=force)
    if tracker.resolve() in {each.resolve() for each in returns}:
        raise CannotRunError(f"{tracker} is the tracker itself, and cannot be a return of it.")
    found = collected_from(tracker, returns, read_settled(settled) if settled else None)
    _say_what_was_found(found)
    _say_who_has_not_returned(tracker, found)
    content = BytesIO()
    save(found.carried.workbook, content)
    write_and_say(output, content.getvalue())
    if xlsx:
        write_and_say(xlsx, collected_list(tracker, returns, found.entries, xlsx))
    _say_what_to_do(found, output, xlsx)
    sys.exit(HAS_ERRORS if found.conflicts or found.unread else DONE)


def _say_what_was_found(found: "Collected") -> None:
    """A line a return, then each conflict and each cell that was not taken."""
    for copy in found.copies:
        of_copy = [entry for entry in found.entries if entry.copy == copy.name]
        counts = Counter(entry.outcome.value for entry in of_copy)
        figures = ", ".join(f"{outcome.lower()} {number}" for outcome, number in sorted(counts.items()))
        whose = f" ({copy.person})" if copy.person else " (a whole copy)"
        say(f"{copy.name}{whose}: {figures or 'nothing new'}", err=True)
    for remark in found.remarks:
        say(remark, err=True)
    for reason in found.unread:
        say(f"Not collected: {reason}", err=True)
    for entry in found.entries:
        if entry.outcome.value == "Taken":
            continue
        place = ", ".join(part for part in (entry.sheet, entry.ref, entry.header) if part)
        values = f"the tracker has “{entry.was}”, {entry.copy} “{entry.now}”"
        where = f" ({entry.cell})" if entry.cell else ""
        say(f"  {entry.outcome}: {place}: {values}{where}: {entry.why}.", err=True)
    for note in found.carried.notes:
        say(note, err=True)


def _say_who_has_not_returned(tracker: Path, found: "Collected") -> None:
    """Those with something to do by the tracker of whom nothing has come back, now or in a former run."""
    from audit_report.model.people import name_key
    from audit_report.pipeline import check_workbook
    from audit_report.returns.tasks import tasks

    if not any(copy.person for copy in found.copies):
        return
    checked = check_workbook(tracker, None)
    back = {name_key(copy.person) for copy in found.copies}
    back |= {name_key(each.person) for each in checked.tracker.change_log}
    missing = [person for person in tasks(checked) if name_key(person) not in back]
    if missing:
        say(f"Not returned yet: {', '.join(missing)}.", err=True)


def _say_what_to_do(found: "Collected", output: Path, xlsx: Path | None) -> None:
    if not found.conflicts:
        say(f"Next: audit-report check {quoted(output)}", err=True, is_whole=True)
    elif xlsx:
        say(
            f"Conflicts: {found.conflicts}. Fill in Take in {xlsx} and collect again with --settled {quoted(xlsx)}",
            err=True,
        )
    else:
        say(f"Conflicts: {found.conflicts}. Collect with --xlsx LIST.xlsx to settle them.", err=True)
