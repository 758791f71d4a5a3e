"""The Dashboard's formulas: the same counts as the report's summary, as far as true dates and refs go.

A recommendation is current if it was raised by the as-at day, was not closed by it, and is not reported through another
route. It is counted under the priority that stands, which is not always the evidence's.
"""

from collections.abc import Sequence

from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation, ScheduledAssessment
from audit_report.model.vocabulary import LatenessBasis
from audit_report.workbook_out.column_names import quoted, whole
from audit_report.workbook_out.formula_workings import ROUTED, VIEW_MONTHS, view_names
from audit_report.workbook_out.live_formulas import YES
from audit_report.workbook_out.sheets import LISTS
from audit_report.workbook_out.shipped_lists import Priority


def _all(name: str) -> str:
    return whole(Recommendation, name)


def _current() -> str:
    """1 for each current recommendation, else 0."""
    source, closed = _all("source_assessment"), _all("closed")
    return (
        f'({_all("ref")}<>"")*({_all("raised")}<=as_at)*(({closed}="")+({closed}>as_at)>0)'
        f'*(1-({source}<>"")*(COUNTIF({ROUTED},{source})>0))'
    )


CURRENT = _current()


def current(*conditions: str) -> str:
    """The number of current recommendations that meet the conditions, each 1 or 0 for every row."""
    return f"SUMPRODUCT({'*'.join((CURRENT, *conditions))})"


def has_status(status: str) -> str:
    """Rated with a status; "" for not rated yet."""
    return f"({_all('shown_status')}={quoted(status)})"


def has_directorate(cell: str) -> str:
    """Of the directorate that a cell names."""
    return f"({_all('directorate')}={cell})"


def stands(level: Priority) -> str:
    """Of a priority that stands: the evidence's or the recorded one, whichever Annex 1 lets stand."""
    evidence, recorded, reason = _all("shown_priority"), _all("recorded_priority"), _all("reason_differs")
    shown, noted = f"({evidence}={quoted(level)})", f"({recorded}={quoted(level)})"
    alone = f'{shown}*({recorded}="")'
    agreed = f'{noted}*(({evidence}="")+{shown}+({reason}<>"")>0)'
    lesser = [each for each in Priority if each.rank > level.rank]
    if not lesser:
        return f"({alone}+{agreed})"
    disputed = f"{shown}*{_is_one_of(recorded, lesser)}+{noted}*{_is_one_of(evidence, lesser)}"
    return f'({alone}+{agreed}+({reason}="")*({disputed}))'


def _is_one_of(cells: str, levels: Sequence[Priority]) -> str:
    return f"({'+'.join(f'({cells}={quoted(level)})' for level in levels)})"


def actions(*criteria: str, of: str = "1") -> str:
    """The number of actions of current recommendations that meet the criteria (pairs for COUNTIFS)."""
    pairs = ",".join((whole(Action, "recommendation"), _all("ref"), *criteria))
    return f"SUMPRODUCT({CURRENT}*{of}*COUNTIFS({pairs}))"


def completed_actions() -> str:
    """The number of actions completed by the as-at day."""
    return _as_at(actions(_COMPLETED))


def overdue_actions(*, of: str = "1") -> str:
    """The number of actions not completed whose due date, as lateness is judged, is past."""
    original, moved = (
        _open_actions(f'{whole(Action, name)},"<"&as_at', of=of) for name in ("original_due", "shown_due")
    )
    return _as_at(f"IF({_BY_ORIGINAL},{original},{moved})")


def actions_due_soon() -> str:
    """The number of actions not completed, and not overdue, that fall due within the days set."""
    due = whole(Action, "shown_due")
    near = f'{due},">="&as_at,{due},"<="&as_at+due_soon_days'
    not_late = f'{whole(Action, "original_due")},">="&as_at'
    return _as_at(f"IF({_BY_ORIGINAL},{_open_actions(near, not_late)},{_open_actions(near)})")


_COMPLETED = f'{whole(Action, "completed")},"<="&as_at'
_BY_ORIGINAL = f"lateness={quoted(LatenessBasis.ORIGINAL)}"


def _open_actions(*criteria: str, of: str = "1") -> str:
    return f"{actions(*criteria, of=of)}-{actions(*criteria, _COMPLETED, of=of)}"


def update_is_missing() -> str:
    """No update within the months set, up to the as-at day."""
    day = whole(ProgressUpdate, "day")
    window = f'{day},">="&EDATE(as_at,-months_between_updates),{day},"<="&as_at'
    return f"(COUNTIFS({whole(ProgressUpdate, 'recommendation')},{_all('ref')},{window})=0)"


def updates_missing(*conditions: str) -> str:
    """The number of current recommendations without an update in time."""
    return _as_at(current(update_is_missing(), *conditions))


def last_update(ref: str) -> str:
    """The day of the latest update on the recommendation whose ref a cell holds; 0 where there is none."""
    pairs = f"{whole(ProgressUpdate, 'recommendation')},{ref},{whole(ProgressUpdate, 'shown_counts')},{YES}"
    return f"SUMIFS({whole(ProgressUpdate, 'day')},{pairs})"


def changes_to_approve() -> str:
    """The number of date changes that nobody has approved yet."""
    return f'COUNTIFS({whole(DateChange, "action")},"?*",{whole(DateChange, "approved")},"")'


def reviews_in_view() -> str:
    """The number of forward plan rows that section D lists, as far as a formula can read dates in words."""
    review, start, end = (whole(ScheduledAssessment, name) for name in ("review", "window_from", "window_to"))
    first, last = "DATE(YEAR(as_at),MONTH(as_at),1)", "EDATE(as_at,months_ahead)"
    window = f'(({start}<>"")+({end}<>"")>0)'
    in_window = f'({start}<={last})*(({end}="")+({end}>={first})>0)'
    named = "+".join(_mentions(review, words) for words in view_names())
    dated = f"ISNUMBER({review})*({review}>={first})*({review}<={last})"
    in_words = f"(({named}+{dated})>0)"
    name = whole(ScheduledAssessment, "name")
    return _as_at(f'SUMPRODUCT(({name}<>"")*({window}*{in_window}+(1-{window})*{in_words}))')


def _mentions(cells: str, words: str) -> str:
    """How many of a row of words each cell of a column mentions.

    Each side is joined with nothing of the other, so that LibreOffice too sees a table of every cell by every word.
    """
    found = f"ISNUMBER(SEARCH({words}&LEFT({cells},0),{cells}&LEFT({words},0)))"
    return f"MMULT(--{found},ROW({LISTS}!$A$1:$A${VIEW_MONTHS})^0)"


def _as_at(formula: str) -> str:
    """The formula once there is a day to count as at; until then nothing counts."""
    return f"IF(ISNUMBER(as_at),{formula},0)"
