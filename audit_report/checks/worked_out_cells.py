"""The worked-out cells against the program's own answers, as at the workbook's own day.

A blank cell says nothing, and so is no problem. A cell rests on what it is worked out from: cells of its row that could
not be read, and other worked-out cells.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from audit_report import catalogue
from audit_report.cell_refs import CellRef, addresses
from audit_report.model.assessed import Assessed
from audit_report.model.evidence import EVIDENCE
from audit_report.model.records import Action, DateChange, PriorityCriteria, ProgressUpdate, Recommendation
from audit_report.model.scales import Level, Status
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import EXCEL_EPOCH, long_date, shown
from audit_report.schema.raw_values import CellError, Raw
from audit_report.schema.record import Record, ref_of
from audit_report.schema.spacing import match_key

Answer = str | date | None

_INPUTS: Mapping[tuple[type[Record], str], tuple[str, ...]] = {
    (Recommendation, "shown_priority"): (*EVIDENCE, "budget"),
    (Recommendation, "shown_status"): ("ref", "plan_in_place", "response"),
    (Action, "shown_due"): ("ref", "original_due"),
    (Action, "shown_on_track"): ("ref", "recommendation", "progress", "completed", "quality"),
    (DateChange, "shown_counts"): ("action", "new_due", "approved"),
    (ProgressUpdate, "shown_counts"): ("recommendation", "day"),
}
"""The cells of its own row that a worked-out one is worked out from."""

_SHEETS = (CellRef(PriorityCriteria.sheet), *(CellRef(record.sheet) for record, _ in _INPUTS))
"""The sheets that the formulas read; where one is missing, nothing they show is to be relied on."""


def worked_out_cells_are_no_errors(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A broken formula mostly is a whole column's, so one problem a column; an unreadable input breaks it too."""
    sheets: dict[type[Record], Sequence[Record]] = {
        Recommendation: tracker.recommendations,
        Action: tracker.actions,
        DateChange: tracker.date_changes,
        ProgressUpdate: tracker.updates,
    }
    for record, name in _INPUTS:
        wrong = [each for each in sheets[record] if isinstance(getattr(each, name), CellError)]
        if wrong:
            cells = [each.cell(name) for each in wrong]
            inputs = [cell for each in sheets[record] for cell in _unread_inputs(each, name)]
            yield catalogue.WorkedOutError(cells=addresses(cells)).at(
                cells[0],
                ref_of(wrong[0]),
                str(getattr(wrong[0], name)),
                accuses=cells,
                rests_on=[*_SHEETS, *inputs],
            )


def counts_agree(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """The date change in force and the latest update are those that the program counts."""
    compared = _Comparison(tracker, assessed)
    in_force = {rated.change for rated in assessed.actions}
    for change in tracker.date_changes:
        if moved := tracker.action(change.action):
            own, rivals = _yes_no(change in in_force), _rivals(tracker.changes_of(moved))
            yield from compared.cell(change, "shown_counts", own, rivals)
    latest = {rated.update for rated in assessed.recommendations}
    for update in tracker.updates:
        if reported := tracker.recommendation(update.recommendation):
            own, rivals = _yes_no(update in latest), _rivals(tracker.updates_of(reported))
            yield from compared.cell(update, "shown_counts", own, rivals)


def due_dates_agree(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An action's due date is the one in force."""
    compared = _Comparison(tracker, assessed)
    for rated in assessed.actions:
        own = rated.current_due or (rated.due.words if rated.due else None)
        yield from compared.cell(rated.action, "shown_due", own, _due(tracker, rated.action))


def actions_agree(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An action is on track by the program's rules too."""
    compared = _Comparison(tracker, assessed)
    for rated in assessed.actions:
        own, below = _yes_no(rated.on_track), _on_track(tracker, rated.action)
        yield from compared.cell(rated.action, "shown_on_track", own, below)


def ratings_agree(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """The priority that the evidence alone gives, and the status."""
    compared = _Comparison(tracker, assessed)
    criteria = [row.cell(name) for row in tracker.annex1 for name in row.unreadable]
    for rated in assessed.recommendations:
        each = rated.recommendation
        yield from compared.cell(each, "shown_priority", _name(rated.priority.evidence), criteria)
        yield from compared.cell(each, "shown_status", _name(rated.status), _status(tracker, each))


def _name(entry: Level | Status | None) -> str | None:
    return entry.name if entry else None


class _Comparison:
    """What the cells show against what the program works out."""

    def __init__(self, tracker: Tracker, assessed: Assessed) -> None:
        self._is_own_day = assessed.as_at == tracker.details.data_as_at
        self._day = f" as at {long_date(assessed.as_at)}" if assessed.as_at else ""

    def cell(self, row: Record, name: str, own: Answer, below: Iterable[CellRef]) -> Iterator[Problem]:
        """The problem of a cell that shows something else; `below` is what it rests on beside its own row.

        As at another day than the workbook's it may well, and without a day only the evidence is rated.
        """
        raw: Raw = getattr(row, name)
        is_compared = self._is_own_day and (self._day or name == "shown_priority")
        if is_compared and shown(raw) and not isinstance(raw, CellError) and not _is_same(raw, own):
            mistake = catalogue.WorkedOutDisagrees(
                seen=_in_words(_answer(raw)), own=_in_words(own), day=self._day
            )
            rests_on = [*_SHEETS, *_unread_inputs(row, name), *below]
            yield mistake.at(row.cell(name), ref_of(row), shown(raw), rests_on=rests_on)


def _unread_inputs(row: Record, name: str) -> Iterator[CellRef]:
    """The cells of its own row that a worked-out one is worked out from and that are not there, or it cannot read."""
    return _unread(row, _INPUTS[type(row), name])


def _unread(row: Record, names: Iterable[str]) -> Iterator[CellRef]:
    cells = ((name, row.cell(name)) for name in names)
    return (
        cell
        for name, cell in cells
        if name in row.unreadable or cell.column is None or _is_in_words(getattr(row, name))
    )


def _is_in_words(value: object) -> bool:
    """Whether a cell holds words for a day, or a day shown as a month, which the live cells take for another."""
    return isinstance(value, ApproximateDate) and bool(value.words)


def _with_inputs(row: Record, name: str) -> Iterator[CellRef]:
    """A worked-out cell with what it is worked out from in its own row."""
    yield row.cell(name)
    yield from _unread_inputs(row, name)


def _rivals(rows: Iterable[DateChange | ProgressUpdate]) -> Iterator[CellRef]:
    """What says which of the changes of one action, or the updates on one recommendation, counts."""
    for each in rows:
        yield from _unread_inputs(each, "shown_counts")


def _counts(rows: Iterable[DateChange | ProgressUpdate]) -> Iterator[CellRef]:
    """What changes or updates show of which counts."""
    for each in rows:
        yield from _with_inputs(each, "shown_counts")


def _due(tracker: Tracker, action: Action) -> Iterator[CellRef]:
    """What an action's due date rests on: the counts of its changes, and that these say whose they are."""
    yield from _whose(tracker.date_changes, "action")
    yield from _counts(tracker.changes_of(action))


def _whose(rows: Sequence[Record], name: str) -> Iterator[CellRef]:
    """The column by which rows point at what they belong to, where it is missing."""
    return (cell for row in rows[:1] for cell in _unread(row, (name,)) if cell.column is None)


def _on_track(tracker: Tracker, action: Action) -> Iterator[CellRef]:
    """What says that an action is on track: its due date, and what that rests on."""
    yield from _with_inputs(action, "shown_due")
    yield from _due(tracker, action)


def _status(tracker: Tracker, recommendation: Recommendation) -> Iterator[CellRef]:
    """What the status rests on: the counts of the updates, and the actions with all that they rest on."""
    updates = tracker.updates_of(recommendation)
    yield from _whose(tracker.updates, "recommendation")
    yield from _whose(tracker.actions, "recommendation")
    yield from _counts(updates)
    for update in updates:
        yield from _unread(update, ("declared", "challenges"))
    for action in tracker.actions_of(recommendation):
        yield from _with_inputs(action, "shown_on_track")
        yield from _on_track(tracker, action)


def _is_same(raw: Raw, own: Answer) -> bool:
    if isinstance(own, date) and isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return (own - EXCEL_EPOCH) == timedelta(days=int(raw))  # a day whose cell is not formatted as one
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
    worked_out_cells_are_no_errors,
    counts_agree,
    due_dates_agree,
    actions_agree,
    ratings_agree,
)
"""Each rests on those before it."""
