"""The live formulas of Actions: when each is due, whether it is on track, and what that means for its plan."""

from audit_report.model.records import Action, DateChange, Recommendation
from audit_report.model.vocabulary import ActionProgress, LatenessBasis, Quality, Response
from audit_report.workbook_out.column_names import quoted, whole
from audit_report.workbook_out.defined_names import list_name
from audit_report.workbook_out.formula_pieces import (
    NO,
    YES,
    at,
    is_among,
    is_known_due,
    is_one_of,
    is_one_or_blank,
    is_words,
    key,
    once_there_is_a_day,
    own,
)
from audit_report.workbook_out.formulas_of_my_work import action_is_mine

_OFF, _CANCELLED, _NOT_STARTED = (
    quoted(each) for each in (ActionProgress.OFF_TRACK, ActionProgress.CANCELLED, ActionProgress.NOT_STARTED)
)
STATES = ("Overdue", "Due soon", "Due later", "No date", "Complete", "Cancelled")


def action_formulas() -> dict[str, str]:
    """The formulas of Actions, by attribute."""
    ref, answered, own_key, of_key = own(Action, "ref", "recommendation", "key", "recommendation_key")
    on_track, unclear, state = own(Action, "shown_on_track", "unclear", "state")
    row = f"MATCH({of_key},{whole(Recommendation, 'key')},0)"
    directorate = at(Recommendation, "directorate", row)
    current, response = (at(Recommendation, name, row) for name in ("current", "response"))
    return {
        "key": key(ref),
        "recommendation_key": key(answered),
        "shown_due": _current_due(),
        "unclear": once_there_is_a_day(f"IF({_is_unclear()},1,0)"),
        "shown_on_track": once_there_is_a_day(
            f'IF({_is_cancelled()},"",IF({_is_off_track()},{NO},IF({unclear}=1,"",{YES})))'
        ),
        "state": once_there_is_a_day(_state(), own_key),
        "of_current": f'IFERROR(IF({response}={quoted(Response.NOT_AGREED)},{NO},{current}),"")',
        "directorate": f'IFERROR(TRIM({directorate}&""),"")',
        "off_track_for": f'IF({on_track}={NO},{of_key},"")',
        "unclear_for": f'IF(AND({unclear}=1,{on_track}=""),{of_key},"")',
        "mine": action_is_mine(),
        "at_risk_for": f'IF(at_risk_status="","",IF({_is_at_risk(state)},{of_key},""))',
    }


def _changes_unclear() -> str:
    (own_key,) = own(Action, "key")
    return is_among(own_key, DateChange, "unclear_for")


def _current_due() -> str:
    """The new due date of the change in force, else the original; blank where it has no day that can be read."""
    own_key, original = own(Action, "key", "original_due")
    row = f"MATCH({own_key},{whole(DateChange, 'in_force_for')},0)"
    new_due = at(DateChange, "new_due", row)
    first = f'IF(ISNUMBER({original}),INT({original}),"")'
    moved = f'IF(ISNUMBER({row}),IF(ISNUMBER({new_due}),INT({new_due}),""),{first})'
    without_a_day = f"IF(ISNUMBER(as_at),FALSE,{is_among(own_key, DateChange, 'key')})"
    return f'IF({own_key}="",{first},IF(OR({_changes_unclear()},{without_a_day}),"",{moved}))'


def _judged_due() -> str:
    """The due date that lateness is judged against."""
    original, current = own(Action, "original_due", "shown_due")
    return f"IF(lateness={quoted(LatenessBasis.ORIGINAL)},{original},{current})"


def _is_done() -> str:
    """Completed or cancelled by the as-at day; AND asks all it is given, and words are more than any number."""
    (completed,) = own(Action, "completed")
    return f"IF(ISNUMBER({completed}),INT({completed})<=as_at,FALSE)"


def _is_cancelled() -> str:
    (progress,) = own(Action, "progress")
    return f"AND({progress}={_CANCELLED},{_is_done()})"


def _is_late() -> str:
    due, (completed,) = _judged_due(), own(Action, "completed")
    return f"AND(NOT({is_words(completed)}),NOT({_is_done()}),IF(ISNUMBER({due}),INT({due})<as_at,FALSE))"


def _is_off_track() -> str:
    """Whether it is off track whatever the cells that cannot be read say."""
    progress, quality, completed = own(Action, "progress", "quality", "completed")
    perhaps_cancelled = f"AND({progress}={_CANCELLED},{is_words(completed)})"
    not_met = (
        f"AND({quality}={quoted(Quality.NOT_MET)},{is_one_of(progress, list_name(ActionProgress))},"
        f"NOT({perhaps_cancelled}))"
    )
    return f"OR({progress}={_OFF},{not_met},{_is_late()})"


def _is_unclear() -> str:
    """Whether a cell that its rating rests on cannot be read by a formula, or is missing."""
    own_key, of_key, progress, quality, completed, original = own(
        Action, "key", "recommendation_key", "progress", "quality", "completed", "original_due"
    )
    new_due = at(DateChange, "new_due", f"MATCH({own_key},{whole(DateChange, 'in_force_for')},0)")
    due = f"IF(lateness={quoted(LatenessBasis.ORIGINAL)},{original},IFERROR({new_due},{original}))"
    undated = f"AND(NOT({_is_done()}),OR({_changes_unclear()},NOT({is_known_due(due)})))"
    unread = (
        f'{own_key}="",{of_key}="",NOT({is_one_of(progress, list_name(ActionProgress))}),'
        f"NOT({is_one_or_blank(quality, list_name(Quality))}),{is_words(completed)},{undated}"
    )
    return f"OR({unread})"


def _state() -> str:
    """Overdue, Due soon, Due later, No date, Complete or Cancelled; blank where it cannot be told."""
    progress, completed, current = own(Action, "progress", "completed", "shown_due")
    open_ = (
        f'IF({_is_late()},"Overdue",IF(ISNUMBER({current}),'
        f'IF(AND({current}>=as_at,{current}<=as_at+due_soon_days),"Due soon","Due later"),"No date"))'
    )
    ended = f'IF({progress}={_CANCELLED},"Cancelled","Complete")'
    undated = f'IF(OR({_changes_unclear()},{own(Action, "unclear")[0]}=1),"",{open_})'
    return f'IF({is_words(completed)},"",IF({_is_done()},{ended},IF({_is_late()},"Overdue",{undated})))'


def _is_at_risk(state: str) -> str:
    """Whether an open action puts its plan at risk: moved more often than allowed, or not begun and nearly due."""
    own_key, progress = own(Action, "key", "progress")
    moves = f"COUNTIFS({whole(DateChange, 'key')},{own_key},{whole(DateChange, 'moved')},1)"
    due = _judged_due()
    near = f"AND({progress}={_NOT_STARTED},IF(ISNUMBER({due}),INT({due})-as_at<=due_soon_days,FALSE))"
    is_open = f'OR({state}="Overdue",{state}="Due soon",{state}="Due later",{state}="No date")'
    return f"AND({is_open},OR({moves}>date_moves_allowed,{near}))"
