"""Against the last report's own file: what should have stayed as it was (for `--previous`)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.checks.one_mistake import missing
from audit_report.model.evidence import IMPACTS
from audit_report.model.last_report import Earlier
from audit_report.model.records import Action, Assessment, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, counted, shortened
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import in_words, long_date
from audit_report.schema.near_misses import are_alike
from audit_report.schema.spacing import match_key

Row = Recommendation | Action | Assessment
P = TypeVar("P", Recommendation, Action)
T = TypeVar("T", bound=Row)


def previous_file_is_sound(_: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """What could not be read in the earlier file cannot be compared."""
    if earlier.errors:
        errors = counted(earlier.errors, "error")
        yield catalogue.PreviousHasErrors(previous=earlier.workbook, errors=errors).at(CellRef())


def previous_day_is_the_files(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """The workbook and the file should speak of one and the same report."""
    day = tracker.details.previous_as_at
    if day and day != earlier.day:
        yield catalogue.PreviousDiffers(
            day=long_date(day), as_at=long_date(earlier.day), previous=earlier.workbook
        ).at(tracker.details.cell("previous_as_at"), "", day.isoformat())


def rows_are_still_there(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """A row that is deleted leaves the report without a word; one that has lost its ref may be it."""
    kept = {match_key(row.recommendation) for row in tracker.reported_ratings if row.as_at == earlier.day}
    for before, now in _tables(earlier.tracker, tracker):
        refs = {match_key(each.ref) for each in now}
        renamed = {_text(each): each.ref for each in now if _text(each)}
        for each in before:
            told = isinstance(each, Recommendation) and match_key(each.ref) in kept
            if each.ref and match_key(each.ref) not in refs and not told:
                yield _removed(each, renamed.get(_text(each)), earlier)


def refs_keep_their_rows(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """A ref used again for something else takes over the other's history."""
    for before, now in _tables(earlier.tracker, tracker):
        old = _by_ref(before)
        for each in now:
            then = old.get(match_key(each.ref))
            if then and not are_alike(_text(then), _text(each)):
                yield catalogue.RefReused(previous=earlier.workbook, before=shortened(_text(then))).at(
                    each.cell("ref"), each.ref, each.ref
                )


def original_due_dates_stand(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """The first date promised is what slippage is counted from."""
    for each in tracker.actions:
        then = earlier.tracker.action(each.ref)
        if then is None or not are_alike(then.text, each.text):
            continue
        if then.original_due and each.original_due and not _same_due(then.original_due, each.original_due):
            yield catalogue.OriginalDueDateChanged(
                before=in_words(then.original_due), previous=earlier.workbook
            ).at(each.cell("original_due"), each.ref, each.original_due.typed)


def completed_actions_stay_completed(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """What the committee was told is done should not be open again without a word."""
    for each, then in _pairs(tracker.actions, earlier.tracker.actions):
        if then.completed and then.completed <= earlier.day and each.completed is None:
            yield catalogue.ActionReopened(previous=earlier.workbook, day=long_date(then.completed)).at(
                each.cell("completed"), each.ref
            )


def ends_are_not_backdated(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """A day before the last report that the last report's file did not have changes what that report said."""
    rows: list[tuple[Recommendation | Action, Recommendation | Action, str]] = [
        *((each, then, "completed") for each, then in _pairs(tracker.actions, earlier.tracker.actions)),
        *(
            (each, then, "closed")
            for each, then in _pairs(tracker.recommendations, earlier.tracker.recommendations)
        ),
    ]
    for each, then, name in rows:
        day, before = getattr(each, name), getattr(then, name)
        if day and day <= earlier.day and before != day:
            was = long_date(before) if before else "blank"
            yield catalogue.EndBackdated(previous=earlier.workbook, day=long_date(day), before=was).at(
                each.cell(name), each.ref, day.isoformat()
            )


def words_stay_as_they_were(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """What was asked is not put another way without a word."""
    pairs: list[tuple[Recommendation | Action, Recommendation | Action]] = [
        *_pairs(tracker.recommendations, earlier.tracker.recommendations),
        *_pairs(tracker.actions, earlier.tracker.actions),
    ]
    for each, then in pairs:
        if match_key(each.text) != match_key(then.text):
            yield catalogue.Reworded(previous=earlier.workbook, before=shortened(then.text)).at(
                each.cell("text"), each.ref, each.text
            )


def evidence_is_not_lowered(tracker: Tracker, earlier: Earlier) -> Iterator[Problem]:
    """A priority that falls because its evidence was lowered takes the recommendation out of the report."""
    for each, then in _pairs(tracker.recommendations, earlier.tracker.recommendations):
        for name in IMPACTS.values():
            now, before = getattr(each, name), getattr(then, name)
            if before and (now is None or now.rank > before.rank):
                yield catalogue.EvidenceLowered(
                    previous=earlier.workbook, before=str(before), now=str(now or "blank")
                ).at(each.cell(name), each.ref, str(now or ""))


def _pairs(now: Sequence[P], before: Sequence[P]) -> Iterator[tuple[P, P]]:
    """The rows that were there then, each with what it was; one whose ref was another's is left out."""
    old = _by_ref(before)
    for each in now:
        then = old.get(match_key(each.ref))
        if then and are_alike(then.text, each.text):
            yield each, then


def _same_due(one: ApproximateDate, other: ApproximateDate) -> bool:
    """Whether two due dates come to the same day, or to none in the same words."""
    return one.latest == other.latest and (
        one.latest is not None or match_key(one.words) == match_key(other.words)
    )


def _tables(before: Tracker, now: Tracker) -> Iterator[tuple[Sequence[Row], Sequence[Row]]]:
    yield before.recommendations, now.recommendations
    yield before.actions, now.actions
    yield before.assessments, now.assessments


def _removed(row: Row, renamed: str | None, earlier: Earlier) -> Problem:
    """The problem of a row that is gone, or whose text stands under another ref now."""
    hint = f"Is it the one now called {renamed}? Then give it its old ref back. " if renamed else ""
    return catalogue.RowRemoved(
        cell=row.cell("ref"),
        hint=hint,
        removed=f"{row.ref} (“{shortened(_text(row))}”)",
        previous=earlier.workbook,
    ).at(CellRef(row.sheet), row.ref, missing=missing(type(row), "ref", match_key(row.ref)))


def _by_ref(rows: Sequence[T]) -> Mapping[str, T]:
    found: dict[str, T] = {}
    for each in rows:
        if each.ref:
            found.setdefault(match_key(each.ref), each)
    return found


def _text(row: Row) -> str:
    return row.name if isinstance(row, Assessment) else row.text


CHECKS: tuple[Callable[[Tracker, Earlier], Iterator[Problem]], ...] = (
    previous_file_is_sound,
    previous_day_is_the_files,
    rows_are_still_there,
    refs_keep_their_rows,
    original_due_dates_stand,
    completed_actions_stay_completed,
    ends_are_not_backdated,
    evidence_is_not_lowered,
    words_stay_as_they_were,
)
