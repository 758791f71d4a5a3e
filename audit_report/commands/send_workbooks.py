"""`audit-report send`: a workbook and a draft email for each person with something to do."""

import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_report.cannot_run import CannotRunError
from audit_report.commands.options import HAS_ERRORS, as_day, file, folder, force_option
from audit_report.commands.shared_steps import checked_with_progress, refuse_to_replace, write_and_say
from audit_report.terminal import say

if TYPE_CHECKING:
    from audit_report.returns.send import Sending
    from audit_report.returns.tasks import Task

_KINDS = {
    "OVERDUE": "late",
    "UPDATE": "updates",
    "DUE": "due",
    "PUT_RIGHT": "to put right",
    "APPROVE": "to approve",
}


@click.command(short_help="Write a workbook and a draft email for each person.")
@click.argument("tracker", type=file)
@click.option(
    "-o",
    "--output",
    type=folder,
    metavar="FOLDER",
    help="Where to write them; by default <name>-returns beside TRACKER.",
)
@click.option("--return-by", type=as_day, metavar="DATE", help="The day by which they are wanted back.")
@click.option(
    "--only", multiple=True, metavar="NAME", help="For this person alone; may be given several times."
)
@click.option(
    "--returned",
    type=file,
    multiple=True,
    metavar="RETURN",
    help="One that has come back: its person gets none.",
)
@force_option
def send(
    tracker: Path,
    output: Path | None,
    return_by: date | None,
    only: tuple[str, ...],
    returned: tuple[Path, ...],
    *,
    force: bool,
) -> None:
    """Write a workbook of their rows, and a draft email that carries it, for each person with something to do.

    That is by TRACKER: updates missing since the last report, actions late or due soon, mistakes to put right, and
    what awaits a director's approval. The workbook opens at what to do, with links to the cells. Nothing is sent: open
    the drafts, look them over and send them.
    """
    from audit_report.returns.copies import read_copy
    from audit_report.returns.names_of_files import file_names
    from audit_report.returns.send import Round
    from audit_report.returns.tasks import tasks

    folder = output or tracker.with_name(f"{tracker.stem}-returns")
    checked = checked_with_progress(tracker, None)
    found = _asked_for(tasks(checked), only, [read_copy(each).person for each in returned])
    if not found:
        say("Nobody has anything to do, so nothing is written.", err=True)
        sys.exit(HAS_ERRORS)
    names = file_names(found)
    targets = {person: folder / f"{name}.xlsx" for person, name in names.items()}
    for target in targets.values():
        for each in (target, target.with_suffix(".eml")):
            refuse_to_replace(each, inputs=[tracker, *returned], force=force)
    folder.mkdir(parents=True, exist_ok=True)
    this_round = Round(read_copy(tracker), checked, return_by or checked.tracker.details.return_by)
    made = [this_round.sending(person, found[person], target.name) for person, target in targets.items()]
    for sent in made:
        write_and_say(targets[sent.person], sent.workbook)
        write_and_say(targets[sent.person].with_suffix(".eml"), sent.email)
    _say_who_gets_what(made)


def _asked_for(
    found: Mapping[str, Sequence["Task"]], only: Sequence[str], returned: Sequence[str]
) -> dict[str, Sequence["Task"]]:
    """The people asked for, without those whose workbooks have come back."""
    from audit_report.model.people import name_key
    from audit_report.schema.near_misses import did_you_mean

    known = {name_key(person): person for person in found}
    for name in only:
        if name_key(name) not in known:
            near = did_you_mean(name, found)
            raise CannotRunError(f"“{name}” has nothing to do in this tracker. {near}".strip())
    wanted = {known[name_key(name)] for name in only} or set(found)
    back = {name_key(name) for name in returned}
    return {
        person: each for person, each in found.items() if person in wanted and name_key(person) not in back
    }


def _say_who_gets_what(made: Sequence["Sending"]) -> None:
    """A line a person, as a table; where the terminal is too narrow for one, what each has to do stands below."""
    rows = [(each.person, each.address or "no address in Officers", _figures(each)) for each in made]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    fits = sum(widths) + 4 <= shutil.get_terminal_size().columns
    for person, address, figures in rows:
        if fits:
            say(f"{person:{widths[0]}}  {address:{widths[1]}}  {figures}", err=True)
        else:
            say(person, err=True)
            say(f"    {address}", err=True)
            say(f"    {figures}", err=True)
    say(
        "Nothing has been sent: open each draft (.eml) in your email program, look it over and send it.",
        err=True,
    )


def _figures(sent: "Sending") -> str:
    counts = Counter(task.kind.name for task in sent.tasks)
    return ", ".join(f"{words} {counts[kind]}" for kind, words in _KINDS.items() if counts[kind])
