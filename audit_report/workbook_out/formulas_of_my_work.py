"""The helper columns of My work: when a row is due for the name chosen there; blank where it is not theirs."""

from audit_report.model.records import Action, DateChange, Recommendation
from audit_report.workbook_out.column_names import whole
from audit_report.workbook_out.defined_names import MY_NAME, MY_NAME_ALONE
from audit_report.workbook_out.formula_pieces import NO, NOTHING, at, own

DAY_BEFORE_ROW = 100_000
"""A day's number stands before the row's, which has five figures at most."""
NO_DAY = 2_958_465
"""The last day that a spreadsheet knows, for what has none."""

_BETWEEN_NAMES = ('" and "', "CHAR(10)", '","', '"&"', '"/"')
_BLANKS = ('" "', '"\u00a0"')


def names_in(cell: str) -> str:
    """The names in a cell, each between semicolons and without its spaces: ";AnnArcher;BenBaker;"."""
    names = cell
    for mark in _BETWEEN_NAMES:
        names = f'SUBSTITUTE({names},{mark},";")'
    for blank in _BLANKS:
        names = f'SUBSTITUTE({names},{blank},"")'
    return f'";"&{names}&";"'


def recommendation_is_mine() -> str:
    """When an update on a recommendation is due, for one of its leads."""
    leads, last, due = own(Recommendation, "leads", "last_update", "update_due")
    day = f'IF({last}="",as_at,EDATE({last},months_between_updates))'
    return _unless_no_name(f"IF({due}=1,{_if_named(leads, day)},{NOTHING})")


def action_is_mine() -> str:
    """When an open action is due, for its owner; one without an owner is its recommendation's leads'."""
    own_key, of_key, owner, state, of_current, due = own(
        Action, "key", "recommendation_key", "owner", "state", "of_current", "shown_due"
    )
    leads = at(Recommendation, "leads", f"MATCH({of_key},{whole(Recommendation, 'key')},0)")
    whose = f'IF({owner}="",IFERROR({leads},{NOTHING}),{owner})'
    day = f"IF(ISNUMBER({due}),{due},{NO_DAY})"
    ended = f'OR({own_key}="",{of_current}={NO},{state}="Complete",{state}="Cancelled")'
    return _unless_no_name(f"IF({ended},{NOTHING},{_if_named(whose, day)})")


def change_is_mine() -> str:
    """When the action is due whose date change nobody has approved, for whoever's action it is."""
    own_key, approved = own(DateChange, "key", "approved")
    of_action = at(Action, "mine", f"MATCH({own_key},{whole(Action, 'key')},0)")
    place = f"IFERROR(INT({of_action}/{DAY_BEFORE_ROW})*{DAY_BEFORE_ROW}+ROW(),{NOTHING})"
    return _unless_no_name(f'IF(OR({own_key}="",{approved}<>""),{NOTHING},{place})')


def _unless_no_name(formula: str) -> str:
    return f'IF({MY_NAME}="","",{formula})'


def _if_named(people: str, day: str) -> str:
    """The row's place in time where the name stands among people."""
    named = f"ISNUMBER(SEARCH({MY_NAME_ALONE},{names_in(people)}))"
    return f"IF({named},{day}*{DAY_BEFORE_ROW}+ROW(),{NOTHING})"
