"""The worked-out cells against the program's own answers, as at the workbook's own day.

A blank cell says nothing, and so is no problem. A cell that rests on another one which is wrong, typed over or has a
problem of its own is not judged: one mistake, one problem.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from audit_report import catalogue
from audit_report.checks.names_in_officers import addresses
from audit_report.model.assessed import Assessed, RatedAction, RatedRecommendation
from audit_report.model.records import Action, DateChange, PriorityCriteria, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date, shown
from audit_report.schema.raw_values import CellError, Raw
from audit_report.schema.record import Record, ref_of
from audit_report.schema.spacing import match_key

Answer = str | date | None

_INPUTS: dict[tuple[str, str], tuple[str, ...]] = {
    (Recommendation.sheet, "shown_priority"): (
        *("loss", "budget", "service_impact", "reputation_impact", "people_impact"),
    ),
    (Recommendation.sheet, "shown_status"): ("ref", "plan_in_place"),
    (Action.sheet, "shown_due"): ("ref", "original_due"),
    (Action.sheet, "shown_on_track"): ("ref", "recommendation", "progress", "completed", "quality"),
    (DateChange.sheet, "shown_counts"): ("action", "new_due", "approved"),
    (ProgressUpdate.sheet, "shown_counts"): ("recommendation", "day"),
}
"""The cells of its own row that a worked-out one rests on."""

_SHEETS = frozenset({PriorityCriteria.sheet, *(sheet for sheet, _ in _INPUTS)})
"""The sheets that the formulas read; where one is missing, nothing they show is to be relied on."""

_EXCEL_EPOCH = date(1899, 12, 30)


def worked_out_cells_agree(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """What a lead sees in the sheet is what the committee reads; as at any other day it need not be."""
    is_own_day = assessed.as_at == tracker.details.data_as_at
    if is_own_day and tracker.unread.isdisjoint(_SHEETS) and _shows_anything(tracker):
        comparison = _Comparison(tracker, assessed.as_at)
        for rated in assessed.recommendations:
            comparison.priority(rated)
        if assessed.as_at:
            for action in assessed.actions:
                comparison.action(action)
            for rated in assessed.recommendations:
                comparison.status(rated)
        yield from comparison.problems


def worked_out_cells_are_no_errors(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A broken formula mostly is a whole column's, so one problem a column; silent where an input may explain it."""
    if tracker.unread.isdisjoint(_SHEETS):
        for records, name in _columns(tracker):
            wrong = [each for each in records if isinstance(getattr(each, name), CellError)]
            if wrong and not any(_is_doubtful(each, name) for each in records):
                first, cells = wrong[0], addresses(each.cell(name) for each in wrong)
                value = str(getattr(first, name))
                yield catalogue.WorkedOutError(cells=cells).at(first.cell(name), ref_of(first), value)


def _columns(tracker: Tracker) -> Iterator[tuple[Sequence[Record], str]]:
    """The worked-out columns: the rows of each, and its attribute."""
    sheets: dict[str, Sequence[Record]] = {
        Recommendation.sheet: tracker.recommendations,
        Action.sheet: tracker.actions,
        DateChange.sheet: tracker.date_changes,
        ProgressUpdate.sheet: tracker.updates,
    }
    return ((sheets[sheet], name) for sheet, name in _INPUTS)


def _shows_anything(tracker: Tracker) -> bool:
    """Whether any worked-out cell has a value: none has until a spreadsheet program opens the file."""
    return any(getattr(each, name) is not None for records, name in _columns(tracker) for each in records)


class _Comparison:
    """The cells compared so far, from the changes and updates up to the status, and the problems found."""

    def __init__(self, tracker: Tracker, as_at: date | None) -> None:
        self.problems: list[Problem] = []
        self._tracker = tracker
        self._day = f" as at {long_date(as_at)}" if as_at else ""
        self._sound: dict[tuple[Record, str], bool] = {}

    def priority(self, rated: RatedRecommendation) -> None:
        """Priority (Annex 1), which is the evidence's answer alone."""
        sound = not any(row.unreadable for row in self._tracker.annex1)
        self._compare(rated.recommendation, "shown_priority", rated.priority.evidence, sound=sound)

    def action(self, rated: RatedAction) -> None:
        """The Counts of an action's date changes, its Current due date, and its On track."""
        action = rated.action
        changes = self._counts(self._tracker.changes_of(action), rated.change)
        due = self._compare(action, "shown_due", rated.current_due, sound=changes)
        self._compare(action, "shown_on_track", _yes_no(rated.on_track), sound=due)

    def status(self, rated: RatedRecommendation) -> None:
        """The Counts of a recommendation's updates, and its Status."""
        updates = self._counts(self._tracker.updates_of(rated.recommendation), rated.update)
        actions = all(self._sound.get((each.action, "shown_on_track"), False) for each in rated.actions)
        self._compare(rated.recommendation, "shown_status", rated.status, sound=updates and actions)

    def _counts(self, rivals: Sequence[DateChange | ProgressUpdate], chosen: Record | None) -> bool:
        """Whether the Counts of rows that rival one another show the one that does count."""
        sound = not any(_is_doubtful(each, "shown_counts") for each in rivals)
        agreed = [
            self._compare(each, "shown_counts", _yes_no(each is chosen), sound=sound) for each in rivals
        ]
        return all(agreed)

    def _compare(self, record: Record, name: str, own: Answer, *, sound: bool) -> bool:
        """Whether a cell is sound: it rests on sound ones, is not broken, and shows the program's answer or nothing."""
        known = self._sound.get((record, name))
        if known is not None:
            return known
        raw: Raw = getattr(record, name)
        sound = sound and not _is_doubtful(record, name) and not isinstance(raw, CellError)
        if sound and shown(raw) and not _is_same(raw, own):
            sound = False
            place, typed = record.cell(name), shown(raw)
            self.problems.append(
                catalogue.WorkedOutDisagrees(
                    seen=_in_words(_answer(raw)), own=_in_words(own), day=self._day
                ).at(place, ref_of(record), typed)
            )
        self._sound[record, name] = sound
        return sound


def _is_doubtful(record: Record, name: str) -> bool:
    """Whether a worked-out cell, or one it rests on, has a problem already."""
    inputs: Iterable[str] = _INPUTS.get((record.sheet, name), ())
    return name in record.unreadable or not record.unreadable.isdisjoint(inputs)


def _is_same(raw: Raw, own: Answer) -> bool:
    if isinstance(own, date) and isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return (own - _EXCEL_EPOCH) == timedelta(days=int(raw))  # a day whose cell is not formatted as one
    seen = _answer(raw)
    if isinstance(own, date) or isinstance(seen, date):
        return seen == own
    return match_key(seen or "") == match_key(own or "")


def _answer(raw: Raw) -> Answer:
    """What a cell shows, without a time of day."""
    if isinstance(raw, datetime):
        return raw.date()
    return raw if isinstance(raw, date) else shown(raw)


def _in_words(answer: Answer) -> str:
    if answer is None:
        return "nothing"
    return long_date(answer) if isinstance(answer, date) else f"“{answer}”"


def _yes_no(fact: bool | None) -> str:  # noqa: FBT001  the fact is all there is
    return "Yes" if fact else "No"


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    worked_out_cells_agree,
    worked_out_cells_are_no_errors,
)
