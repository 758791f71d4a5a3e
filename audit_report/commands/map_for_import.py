"""What `audit-report import` does between its options and the tracker: the map found, written or asked for."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from audit_report.bring_in.bring_theirs import Theirs, bring_theirs, nothing_found, propose, read_theirs
from audit_report.bring_in.the_map.import_map import ImportMap
from audit_report.bring_in.the_map.read_map import read_map
from audit_report.bring_in.the_map.write_map import map_text
from audit_report.cannot_run import CannotRunError
from audit_report.commands.map_questions import ask
from audit_report.console_text import quoted
from audit_report.files.whole_file import write_whole
from audit_report.terminal import say


def tracker_content(
    paths: Sequence[Path], output: Path, map_file: Path | None, *, yes: bool, force: bool
) -> bytes | None:
    """The tracker as a file; None where none is to be written, which has been said then."""
    theirs = read_theirs(paths)
    if not theirs.tables:
        _say(nothing_found(theirs))
        return None
    target = map_file or output.with_name(f"{output.stem}.map.toml")
    if map_file and map_file.exists():
        given: ImportMap | None = read_map(map_file)
    else:
        given = _made(theirs, target, yes=yes, force=force)
    if given is None:
        return None
    outcome = bring_theirs(theirs, given)
    _say(outcome.said)
    if outcome.brought.is_empty:
        _say(["Nothing was brought in, so no tracker was written: look at the map, and give it with --map."])
        return None
    return outcome.content()


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _made(theirs: Theirs, target: Path, *, yes: bool, force: bool) -> ImportMap | None:
    """The map as proposed or as a person wants it, written; None where it only waits to be looked at."""
    proposal, is_wanted = propose(theirs), yes
    if not yes and is_terminal():
        proposal, is_wanted = ask(proposal, [table for table, _ in theirs.tables])
    _write(target, map_text(proposal), force=force)
    if is_wanted:
        return proposal.map
    _say(
        [f"The map is in {target}. Look through it, then run the command again with --map {quoted(target)}."]
    )
    return None


def _write(target: Path, text: str, *, force: bool) -> None:
    """Write the map. One that is there already may have been edited, and is kept unless it is the same."""
    content = text.encode()
    if target.exists() and not force and target.read_bytes() != content:
        raise CannotRunError(
            f"{target} is already there: bring the tracker in by it with --map {quoted(target)}, or use --force to "
            "make the map anew."
        )
    write_whole(target, content)


def _say(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        say(sentence, err=True)
