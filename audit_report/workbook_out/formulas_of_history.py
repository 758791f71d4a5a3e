"""The live formulas of Date changes and Progress updates: which row of each history is in force.

A row's place in its history is a number, the day and then the row, so that one look-up finds the last. What a formula
cannot read (a date typed as text) makes the whole history of that ref unclear, never a wrong answer.
"""

from audit_report.model.records import Action, DateChange, ProgressUpdate
from audit_report.workbook_out.column_names import here, whole
from audit_report.workbook_out.formula_pieces import (
    NO,
    YES,
    at,
    has_no_day,
    is_among,
    is_known_due,
    is_number,
    is_words,
    key,
    once_there_is_a_day,
    own,
    some_row,
)
from audit_report.workbook_out.formulas_of_my_work import DAY_BEFORE_ROW, change_is_mine


def update_formulas() -> dict[str, str]:
    """The formulas of Progress updates, by attribute."""
    ref, day, own_key, order, latest = own(
        ProgressUpdate, "recommendation", "day", "key", "order", "latest_of"
    )
    is_unclear = is_among(own_key, ProgressUpdate, "unclear_for")
    counts = f'IF({is_unclear},"",IF({latest}="",{NO},{YES}))'
    return {
        "key": key(ref),
        "unclear_for": f'IF({is_words(day)},{own_key},"")',
        "order": _order(day, is_number(day)),
        "latest_of": _last(ProgressUpdate, own_key, order),
        "shown_counts": once_there_is_a_day(f'IF(ISNUMBER({day}),{counts},"")', own_key),
    }


def change_formulas() -> dict[str, str]:
    """The formulas of Date changes, by attribute."""
    ref, new_due, approved, own_key, order, in_force, place = own(
        DateChange, "action", "new_due", "approved", "key", "order", "in_force_for", "place"
    )
    unread = (
        f"OR({is_words(approved)},AND(ISNUMBER({approved}),{is_words(new_due)},NOT({has_no_day(new_due)})))"
    )
    is_unclear = is_among(own_key, DateChange, "unclear_for")
    earlier = f'COUNTIFS({whole(DateChange, "key")},{own_key},{whole(DateChange, "order")},"<"&{order})'
    before = f'MATCH({own_key}&"|"&{earlier},{whole(DateChange, "place")},0)'
    original = at(Action, "original_due", f"MATCH({own_key},{whole(Action, 'key')},0)")
    due_before = f"IFERROR({at(DateChange, 'new_due', before)},IFERROR({original},0))"
    return {
        "key": key(ref),
        "unclear_for": f'IF({unread},{own_key},"")',
        "order": _order(approved, f"AND(ISNUMBER({approved}),{is_known_due(new_due)})"),
        "in_force_for": _last(DateChange, own_key, order),
        "place": f'IF(at_risk_status="","",IF(ISNUMBER({order}),{own_key}&"|"&({earlier}+1),""))',
        "moved": f'IF({place}="","",IF({due_before}={new_due},0,1))',
        "mine": change_is_mine(),
        "shown_counts": once_there_is_a_day(f'IF({is_unclear},"",IF({in_force}="",{NO},{YES}))', own_key),
    }


def _order(day: str, counts: str) -> str:
    """A row's place in time up to the as-at day: its day, then its row, for the lower of two on a day counts."""
    return f'IF(AND({counts},ISNUMBER(as_at)),IF(INT({day})<=as_at,INT({day})*{DAY_BEFORE_ROW}+ROW(),""),"")'


def _last(record: type[DateChange | ProgressUpdate], own_key: str, order: str) -> str:
    """The ref whose last row this is, blank where it is not."""
    later = some_row(record, own_key, whole(record, "order"), f'">"&{here(record, "order")}')
    return f'IF(ISNUMBER({order}),IF({later},"",{own_key}),"")'
