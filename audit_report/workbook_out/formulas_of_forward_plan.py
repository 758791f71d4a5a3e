"""The live formulas of the Forward plan: whether section D lists a row, as far as a formula can read its dates."""

from audit_report.model.records import ScheduledAssessment
from audit_report.workbook_out.defined_names import view_names
from audit_report.workbook_out.formula_pieces import NO, YES, has_no_day, is_words, once_there_is_a_day, own

_FIRST, _LAST = "DATE(YEAR(as_at),MONTH(as_at),1)", "EDATE(as_at,months_ahead)"


def forward_plan_formulas() -> dict[str, str]:
    """The formulas of the Forward plan, by attribute."""
    name, review, start, end = own(ScheduledAssessment, "name", "review", "window_from", "window_to")
    windowed = _yes_or_no(f'AND(IF({start}="",1=1,{start}<={_LAST}),IF({end}="",1=1,{end}>={_FIRST}))')
    dated = _yes_or_no(f"AND({review}<={_LAST},INT({review})>={_FIRST})")
    named = "+".join(f"SUMPRODUCT(--ISNUMBER(SEARCH({words},{review})))" for words in view_names())
    in_words = f'IF({has_no_day(review)},{YES},IF({named}>0,{YES},""))'
    by_review = f'IF({review}="","",IF(ISNUMBER({review}),{dated},{in_words}))'
    unread = f"OR({is_words(start)},{is_words(end)})"
    window = f'IF({unread},"",IF(AND({start}="",{end}=""),{by_review},{windowed}))'
    return {"listed": once_there_is_a_day(window, name)}


def _yes_or_no(condition: str) -> str:
    return f"IF({condition},{YES},{NO})"
