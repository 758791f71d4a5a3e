"""What `collect` has found, as a workbook: the conflicts to settle, and every other cell with what came of it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from audit_report.answers.chasing_list import link_address
from audit_report.cannot_run import CannotRunError
from audit_report.returns.claims import Entry, Outcome, Settled
from audit_report.schema.kinds import shown
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_out.problem_list import Link, ListColumn, ListSheet, Value, problem_list

CONFLICTS, OTHERS = "Conflicts", "Taken and not taken"
TAKE = "Take"
_COLUMNS = (
    ListColumn("Sheet", 18),
    ListColumn("Ref", 12),
    ListColumn("Column", 20),
    ListColumn("The tracker has", 40),
    ListColumn("The return has", 40),
    ListColumn("Return", 24),
    ListColumn("Person", 22),
    ListColumn("Cell in the return", 20),
    ListColumn("Cell in the tracker", 20),
    ListColumn("Why", 40),
)
_KEYS = ("Sheet", "Ref", "Column", "The return has")


def collected_list(tracker: Path, returns: Sequence[Path], entries: Sequence[Entry], target: Path) -> bytes:
    """The list as an .xlsx file to be written to `target`, its cells leading to the tracker's and the returns' own.

    What is to be done with each conflict is to be filled in.
    """
    files = {path.name: link_address(path, target) for path in reversed(returns)}
    conflicts = [each for each in entries if each.outcome is Outcome.CONFLICT]
    others = [each for each in entries if each.outcome is not Outcome.CONFLICT]
    purpose = (
        f"Type Yes under {TAKE} beside the value to take, No beside the others; then collect with --settled."
    )
    lists = [
        ListSheet(
            CONFLICTS,
            purpose,
            (*_COLUMNS, ListColumn(TAKE, 10)),
            [[*_row(each, files), ""] for each in conflicts],
            "No conflicts",
        ),
        ListSheet(
            OTHERS,
            "Every other cell that a return has changed, and what came of it.",
            (*_COLUMNS, ListColumn("Outcome", 12)),
            [[*_row(each, files), str(each.outcome)] for each in others],
            "Nothing",
        ),
    ]
    return problem_list(f"Returns of {tracker.name}", lists, link_address(tracker, target))


def _row(entry: Entry, files: Mapping[str, str]) -> list[Value]:
    words: Iterable[str] = (
        entry.sheet, entry.ref, entry.header, entry.was, entry.now, entry.copy, entry.person,
    )  # fmt: skip
    return [*words, _link(entry.cell, files.get(entry.copy, "")), _link(entry.here), entry.why]


def _link(cell: str, file: str = "") -> Value:
    """An address that leads to its cell, in another file than the tracker if given; nothing where there is no cell."""
    return Link(cell.rpartition("!")[0], cell, file) if cell else ""


def read_settled(path: Path) -> Settled:
    """What a person has typed under Take, by the conflict.

    Raises CannotRunError where the file is no such list, or a decision is neither Yes nor No.
    """
    sheet = read_workbook(path, (CONFLICTS,)).sheets.get(CONFLICTS)
    rows = sheet.cells.itertuples(index=False, name=None) if sheet else iter(())
    titles: dict[str, int] = {}
    found: dict[tuple[str, str, str, str], bool] = {}
    for at, row in enumerate(rows):
        texts = [" ".join(shown(raw).split()) for raw in row]
        if not titles:
            titles = _titles(texts)
            continue
        answer = match_key(texts[titles[TAKE]])
        if answer not in _ANSWERS:
            raise CannotRunError(
                f"{path}: {CONFLICTS}!{at + 1}: under {TAKE} type Yes or No, or leave it blank."
            )
        if answer:
            name, ref, header, now = (texts[titles[key]] for key in _KEYS)
            found[name, match_key(ref), header, now] = _ANSWERS[answer]
    if not titles:
        raise CannotRunError(f"{path}: this is not a list that collect has written with --xlsx.")
    return found


_ANSWERS = {"": False, "yes": True, "y": True, "no": False, "n": False}


def _titles(texts: Sequence[str]) -> dict[str, int]:
    """Where the columns are, if this is the row of their titles."""
    found = {text: at for at, text in enumerate(texts) if text}
    return found if {*_KEYS, TAKE} <= set(found) else {}
