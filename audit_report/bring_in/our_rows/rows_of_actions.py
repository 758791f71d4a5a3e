"""The rows of Actions and Date changes made from a recommendation's actions."""

from collections.abc import Iterator, Sequence
from datetime import date

from audit_report.bring_in.our_rows.assumptions import Assumed
from audit_report.bring_in.our_rows.entries import ACTION, TEXT, Entry
from audit_report.bring_in.our_rows.found_values import Found, OurRow
from audit_report.bring_in.our_rows.gather_actions import ACTION_REF, COMPLETED, DUE, REASON, OurAction
from audit_report.bring_in.our_rows.gathered_recommendation import Context, OurRecommendation, own_header
from audit_report.bring_in.our_rows.translate_words import PROGRESS_OF_ACTION
from audit_report.bring_in.the_map.tracker_fields import REVISED, Shape, field_name, fields
from audit_report.bring_in.their_cells.due_dates import due_dates
from audit_report.model.records import Action, DateChange, Recommendation
from audit_report.model.vocabulary import ActionProgress
from audit_report.schema.spacing import match_key

_ENDED = (ActionProgress.COMPLETE.value, "Cancelled")
_RECOMMENDATION, _OWNER = (field_name(Action, name) for name in ("recommendation", "owner"))
_CLOSED = field_name(Recommendation, "closed")
_CHANGED, _APPROVED_BY, _APPROVED = (
    field_name(DateChange, name) for name in ("action", "approved_by", "approved")
)


def action_rows(
    ours: OurRecommendation, refs: Sequence[str], context: Context
) -> Iterator[tuple[OurRow, OurRow]]:
    """The rows of Actions, each with what goes into columns of the tracker's own."""
    for action, ref in zip(ours.actions, refs, strict=True):
        entry, at = action.rows[-1]
        progress, status = context.words.progress(entry, at)
        row = {
            name: action.value(name)
            for name, each in fields().items()
            if each.record is Action and each.shape is not Shape.PEOPLE
        }
        own: OurRow = {}
        row[_OWNER] = context.officers.names(cell for cell in entry.of.cells(at, _OWNER) if cell.cell.shown)
        row[ACTION] = action.text if action.text.value else Found(ours.group[0].text(TEXT))
        context.assumed[Assumed.ACTION] += not action.text.value
        row[DUE] = action.dates[0] if action.dates else Found(None)
        row[COMPLETED] = ended_on(action, ours, context)
        if row[COMPLETED].value is None:
            row[COMPLETED] = _end_assumed(action, context)
        if row[PROGRESS_OF_ACTION].value in (None, ""):
            row[PROGRESS_OF_ACTION] = Found(progress)
        for name, value in status.fills if status else ():
            if name in row and row[name].value in (None, ""):
                row[name] = Found(value)
        if action.ref.value and match_key(str(action.ref.value)) != match_key(ref):
            header = next(iter(entry.of.headers.get(ACTION_REF, ())), "ref")
            own[own_header(f"Their {header}")] = action.ref
        row[ACTION_REF] = Found(ref, () if own else action.ref.cells)
        yield {_RECOMMENDATION: Found(ours.ref), **row}, own


def ended_on(action: OurAction, ours: OurRecommendation, context: Context) -> Found:
    """The day an action was completed or cancelled, as a column or a note says; blank where it is open or none does."""
    entry, at = action.rows[-1]
    for cell in entry.of.cells(at, COMPLETED):
        if days := due_dates(cell.cell):
            return Found(days[-1], (cell.place,))
    for update in reversed(ours.updates):
        is_dated = isinstance(update.day.value, date)
        if _has_ended(action, context) and is_dated and _says_complete(update.text.text):
            return Found(update.day.value)
    return Found(_day_closed(entry)) if _has_ended(action, context) else Found(None)


def _day_closed(entry: Entry) -> date | None:
    """The day that a recommendation was closed on, if its row says one: its actions had ended by then."""
    days = [day for cell in entry.cells(_CLOSED) for day in due_dates(cell.cell) if isinstance(day, date)]
    return days[-1] if days else None


def _has_ended(action: OurAction, context: Context) -> bool:
    progress, _ = context.words.progress(*action.rows[-1])
    return progress in _ENDED


def _end_assumed(action: OurAction, context: Context) -> Found:
    """The day on which the map lets an action end that has ended on a day nobody says."""
    day = action.rows[-1][0].of.day(context.options.completed_without_a_date)
    if day is None or not _has_ended(action, context):
        return Found(None)
    context.assumed[Assumed.ENDED] += 1
    return Found(day)


def _says_complete(text: str) -> bool:
    """Whether an update begins by saying that all is done: "(2) Completed, policy on the intranet"."""
    return text.casefold().lstrip("(0123456789.) ").startswith(("complete", "closed", "implemented", "done"))


def change_rows(ours: OurRecommendation, refs: Sequence[str], context: Context) -> Iterator[OurRow]:
    """The rows of Date changes: each day that an action's due date was moved to."""
    for action, ref in zip(ours.actions, refs, strict=True):
        entry, at = action.rows[-1]
        for number, moved in enumerate(action.dates[1:], 1):
            day = entry.of.day(context.options.revised_dates_approved)
            context.assumed[Assumed.APPROVED if day else Assumed.NOT_APPROVED] += 1
            reason = action.reasons.get(number)
            context.assumed[Assumed.REASON] += reason is None
            where = moved.cells[0].address if moved.cells else "a note"
            yield {
                _CHANGED: Found(ref),
                REVISED: moved,
                REASON: reason
                or Found(f"Revised in {where} of the tracker brought in; no reason given there."),
                _APPROVED_BY: context.officers.names(
                    c for c in entry.of.cells(at, _APPROVED_BY) if c.cell.shown
                ),
                _APPROVED: Found(day),
            }
