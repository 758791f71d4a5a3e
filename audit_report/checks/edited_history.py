"""Against the last report's own file: what should have stayed as it was (for `build --previous`)."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.checks import history_rows
from audit_report.checks.governance import counted
from audit_report.model.last_report import Earlier
from audit_report.model.records import Action, Assessment, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date
from audit_report.schema.near_misses import are_alike
from audit_report.schema.spacing import match_key

Row = Recommendation | Action | Assessment
_FEW_WORDS = 60


def previous_file_is_sound(_: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """What could not be read in the earlier file cannot be compared."""
    if earlier.errors:
        errors = counted(earlier.errors, "error")
        yield catalogue.PREVIOUS_HAS_ERRORS.at(CellRef(), previous=earlier.workbook, errors=errors)


def previous_day_is_the_files(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """The workbook and the file should speak of one and the same report."""
    day = tracker.details.previous_as_at
    if day and day != earlier.day:
        words = {"day": long_date(day), "as_at": long_date(earlier.day), "previous": earlier.workbook}
        place = tracker.details.cell("previous_as_at")
        yield catalogue.PREVIOUS_DIFFERS.at(place, "", day.isoformat(), **words)


def rows_are_still_there(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """A row that is deleted leaves the report without a word; silent where rows that lost their refs explain it."""
    for before, now in _tables(earlier.tracker, tracker):
        if not before or before[0].sheet in tracker.unread:
            continue
        refs = {match_key(each.ref) for each in now} - {""}
        gone = [each for each in before if each.ref and match_key(each.ref) not in refs]
        if len(gone) > len(now) - len(refs):
            renamed = {_text(each): each.ref for each in now if _text(each)}
            yield from (_removed(each, renamed.get(_text(each)), earlier) for each in gone)


def refs_keep_their_rows(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """A ref used again for something else takes over the other's history."""
    for before, now in _tables(earlier.tracker, tracker):
        old = _by_ref(before)
        for each in now:
            then = old.get(match_key(each.ref))
            if then and not are_alike(_text(then), _text(each)):
                words = {"previous": earlier.workbook, "before": _short(_text(then))}
                yield catalogue.REF_REUSED.at(each.cell("ref"), each.ref, each.ref, **words)


def original_due_dates_stand(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """The first date promised is what slippage is counted from."""
    for each in tracker.actions:
        then = earlier.tracker.action(each.ref)
        if then is None or not are_alike(then.text, each.text):
            continue
        if then.original_due and each.original_due and then.original_due != each.original_due:
            words = {"before": long_date(then.original_due), "previous": earlier.workbook}
            value = each.original_due.isoformat()
            yield catalogue.ORIGINAL_DUE_CHANGED.at(each.cell("original_due"), each.ref, value, **words)


def _tables(before: Tracker, now: Tracker) -> Iterator[tuple[Sequence[Row], Sequence[Row]]]:
    yield before.recommendations, now.recommendations
    yield before.actions, now.actions
    yield before.assessments, now.assessments


def _removed(row: Row, renamed: str | None, earlier: Earlier) -> Problem:
    """The problem of a row that is gone, or whose text stands under another ref now."""
    hint = f"Is it the one now called {renamed}? Then give it its old ref back. " if renamed else ""
    words = {"removed": f"{row.ref} (“{_short(_text(row))}”)", "previous": earlier.workbook}
    place = CellRef(row.sheet)
    return catalogue.ROW_REMOVED.at(place, row.ref, cell=row.cell("ref").cell, hint=hint, **words)


def _by_ref(rows: Sequence[Row]) -> Mapping[str, Row]:
    found: dict[str, Row] = {}
    for each in rows:
        if each.ref:
            found.setdefault(match_key(each.ref), each)
    return found


def _text(row: Row) -> str:
    return row.name if isinstance(row, Assessment) else row.text


def _short(text: str) -> str:
    return text if len(text) <= _FEW_WORDS else text[:_FEW_WORDS].rsplit(" ", 1)[0] + "…"


CHECKS: tuple[Callable[[Tracker, Earlier], Iterator[Problem]], ...] = (
    previous_file_is_sound,
    previous_day_is_the_files,
    rows_are_still_there,
    refs_keep_their_rows,
    original_due_dates_stand,
    *history_rows.CHECKS,
)


def compare(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """Every problem of a tracker against the last report's own file."""
    for each in CHECKS:
        yield from each(tracker, earlier)
