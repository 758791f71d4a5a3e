"""The live formulas of Recommendations: priority, status, and what the Dashboard counts."""

from audit_report.model.evidence import IMPACTS
from audit_report.model.records import (
    Action,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    StatusCriteria,
)
from audit_report.model.vocabulary import FinancialTest, Response
from audit_report.workbook_out.column_names import quoted, whole
from audit_report.workbook_out.defined_names import (
    MOST_LEVELS,
    REPORTED_ELSEWHERE,
    list_name,
    threshold_names,
)
from audit_report.workbook_out.formula_pieces import (
    NO,
    NOTHING,
    RESTS_ON_RECORDED,
    YES,
    at,
    is_among,
    is_one_of,
    is_one_or_blank,
    is_words,
    key,
    once_there_is_a_day,
    own,
)
from audit_report.workbook_out.formulas_of_my_work import recommendation_is_mine

_LEVELS, _STATUSES = whole(PriorityCriteria, "level"), whole(StatusCriteria, "status")
"""The scales, straight from their tables: their names, which drop-downs use, are worked out anew at every use."""
_NOT_AGREED = quoted(Response.NOT_AGREED)
_NONE = 99
"""A rank past every level of Annex 1."""


def recommendation_formulas() -> dict[str, str]:
    """The formulas of Recommendations, by attribute."""
    (ref,) = own(Recommendation, "ref")
    return {
        "key": key(ref),
        "shown_priority": _priority(),
        "shown_status": _status(),
        "current": _current(),
        "last_update": _last_update(),
        "financial_level": _financial_level(),
        "stands": _stands(),
        "update_due": _update_due(),
        "mine": recommendation_is_mine(),
    }


def _current() -> str:
    """Raised by the as-at day, not closed by it, and not reported through another route."""
    own_key, raised, closed, source = own(Recommendation, "key", "raised", "closed", "source_assessment")
    raised_yet = f'IF({raised}="",1=1,INT({raised})<=as_at)'
    open_still = f'IF({closed}="",1=1,INT({closed})>as_at)'
    here_reported = f'IF({source}="",1=1,COUNTIF({REPORTED_ELSEWHERE},{source})=0)'
    told = f"IF(AND({raised_yet},{open_still},{here_reported}),{YES},{NO})"
    return once_there_is_a_day(f'IF(OR({is_words(raised)},{is_words(closed)}),"",{told})', own_key)


def _last_update() -> str:
    """The day of the latest update; blank where there is none, or it cannot be told."""
    (own_key,) = own(Recommendation, "key")
    day = at(ProgressUpdate, "day", f"MATCH({own_key},{whole(ProgressUpdate, 'latest_of')},0)")
    return once_there_is_a_day(f'IF({_updates_unclear()},"",IFERROR(INT({day}),""))', own_key)


def _updates_unclear() -> str:
    (own_key,) = own(Recommendation, "key")
    return is_among(own_key, ProgressUpdate, "unclear_for")


def _update_due() -> str:
    """1 where an update is missing: a current one without any within the months set."""
    current, last, response = own(Recommendation, "current", "last_update", "response")
    old = f'IF({last}="",1=1,{last}<EDATE(as_at,-months_between_updates))'
    wanted = f"AND({current}={YES},{response}<>{_NOT_AGREED})"
    return f"IF({wanted},IF({_updates_unclear()},0,IF({old},1,0)),0)"


def _financial_level() -> str:
    """The most severe level whose test the loss meets, the last where it meets none; blank without a loss or a test."""
    loss, budget = own(Recommendation, "loss", "budget")
    unread = f"OR(NOT(ISNUMBER({loss})),{is_words(budget)},NOT(thresholds_are_numbers))"
    rank = "number_of_levels"
    for number in range(MOST_LEVELS, 0, -1):
        rank = f"IF({_meets(loss, budget, *threshold_names(number))},{number},{rank})"
    told = f'IFERROR(INDEX({_LEVELS},MIN({rank},number_of_levels)),"")'
    return f'IF(OR({loss}="",NOT(has_financial_test)),"",IF({unread},"",{told}))'


def _meets(loss: str, budget: str, least: str, share: str) -> str:
    """Whether a loss meets a level: both thresholds or either, the £ one alone where there is no budget."""
    reaches = f'IF({least}="",1=0,ROUND({loss},2)>=ROUND({least},2))'
    exceeds = f"ROUND({loss},2)>ROUND({share}*{budget},6)"
    either = (
        f"IF(financial_test={quoted(FinancialTest.EITHER)},OR({reaches},{exceeds}),AND({reaches},{exceeds}))"
    )
    return f'IF(OR({share}="",{budget}=""),{reaches},IF({least}="",{exceeds},{either}))'


def _has_evidence() -> str:
    loss, *impacts = own(Recommendation, "loss", *IMPACTS.values())
    given = ",".join(f'{cell}<>""' for cell in impacts)
    return f'IF({RESTS_ON_RECORDED},1=0,OR(AND({loss}<>"",has_financial_test),{given}))'


def _priority() -> str:
    """The most severe level among the three impacts and the financial one; blank where one cannot be read."""
    loss, financial, *impacts = own(Recommendation, "loss", "financial_level", *IMPACTS.values())
    ranks = ",".join(f"IFERROR(MATCH({cell},{_LEVELS},0),{_NONE})" for cell in (*impacts, financial))
    unread = ",".join(f"NOT({is_one_or_blank(cell, _LEVELS)})" for cell in impacts)
    no_level = f'AND({loss}<>"",has_financial_test,{financial}="")'
    return f'IF(OR({RESTS_ON_RECORDED},{unread},{no_level}),"",IFERROR(INDEX({_LEVELS},MIN({ranks})),""))'


def _stands() -> str:
    """The priority that stands: the evidence's or the recorded one, whichever Annex 1 lets stand."""
    evidence, recorded, reason = own(Recommendation, "shown_priority", "recorded_priority", "reason_differs")
    severest = f"INDEX({_LEVELS},MIN(MATCH({recorded},{_LEVELS},0),MATCH({evidence},{_LEVELS},0)))"
    disputed = f'IF({reason}<>"",{recorded},{severest})'
    stands = f'IF({evidence}="","",IF(OR({recorded}="",{recorded}={evidence}),{evidence},{disputed}))'
    told = f"IF({_has_evidence()},{stands},{recorded}&{NOTHING})"
    return f'IF({is_one_or_blank(recorded, _LEVELS)},{told},"")'


def _status() -> str:
    """The status by what it means: off track, then at risk where the scale has it, complete, on track."""
    own_key, plan, response = own(Recommendation, "key", "plan_in_place", "response")
    row = f"MATCH({own_key},{whole(ProgressUpdate, 'latest_of')},0)"
    declared, challenges = (at(ProgressUpdate, name, row) for name in ("declared", "challenges"))
    off_track = (
        f"OR({plan}={NO},{is_among(own_key, Action, 'off_track_for')},IF({_updates_unclear()},1=0,"
        f"IFERROR(OR({declared}=off_track_status,{challenges}={YES}),1=0)))"
    )
    unread_update = (
        f"IFERROR(OR(NOT({is_one_of(declared, _STATUSES)}),AND({challenges}<>{YES},{challenges}<>{NO})),1=0)"
    )
    unclear = (
        f"OR({plan}<>{YES},{_updates_unclear()},{unread_update},{is_among(own_key, Action, 'unclear_for')})"
    )
    at_risk = (
        f'AND(at_risk_status<>"",OR(IFERROR({declared}=at_risk_status,1=0),'
        f"{is_among(own_key, Action, 'at_risk_for')}))"
    )
    rated = (
        f"IF({off_track},off_track_status,IF({unclear},{NOTHING},IF({at_risk},at_risk_status,"
        f'IF(IF(complete_status="",1=0,{_all_done(own_key)}),complete_status,on_track_status))))'
    )
    has_one = f"AND({response}<>{_NOT_AGREED},{is_one_or_blank(response, list_name(Response))})"
    return once_there_is_a_day(f"IF({has_one},{rated},{NOTHING})", own_key)


def _all_done(own_key: str) -> str:
    """Whether some action is complete and no other is open."""
    answered, state = whole(Action, "recommendation_key"), whole(Action, "state")

    def count(*criteria: str) -> str:
        return f"COUNTIFS({','.join((answered, own_key, *criteria))})"

    complete, cancelled = (count(state, quoted(each)) for each in ("Complete", "Cancelled"))
    return f"IF({complete}=0,1=0,{complete}+{cancelled}={count()})"
