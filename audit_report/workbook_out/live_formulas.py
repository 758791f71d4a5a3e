"""The live formulas of the worked-out columns, for the benefit of the lead who fills in the sheet.

Each follows the rules of Annex 1 or 2 as at the tracker's Data as at, and shows nothing where it cannot tell. They use
only functions that Excel 2010, LibreOffice and Google Sheets share, and no array formulas.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_report.model.evidence import IMPACTS
from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation
from audit_report.model.vocabulary import ActionProgress, FinancialTest, LatenessBasis, Quality
from audit_report.schema.record import Record
from audit_report.workbook_out.column_names import here, quoted, whole
from audit_report.workbook_out.defined_names import list_name, threshold_names
from audit_report.workbook_out.shipped_lists import PlanStatus, Priority
from audit_report.workbook_out.workbook_styles import DATE, GENERAL

YES, NO = quoted("Yes"), quoted("No")
TESTED_LEVELS = tuple(Priority)[:-1]
"""The levels of Annex 1 that have thresholds; a loss that meets none of them is of the last level."""

_NONE = 9
"""A rank past every level of Annex 1."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A worked-out column: its formula (without "="), how its value is shown, and its width in characters."""

    formula: str
    number_format: str = GENERAL
    width: int = 14


def worked_out(record: type[Record]) -> Mapping[str, WorkedOut]:
    """The worked-out columns of a record's sheet, by attribute."""
    return _WORKED_OUT.get(record.sheet, {})


def _change_counts() -> str:
    """Whether a date change is the one in force: the latest approved one, the lower row where two share a day."""
    key, new_due, approved = (here(DateChange, name) for name in ("action", "new_due", "approved"))
    all_new = whole(DateChange, "new_due")
    latest = _is_latest(DateChange, "action", "approved", f',{all_new},">0"', f"*ISNUMBER({all_new})")
    return (
        f'IF(OR({key}="",NOT(ISNUMBER({new_due})),NOT(ISNUMBER(as_at))),"",'
        f'IF({approved}="",{NO},IF(NOT(ISNUMBER({approved})),"",{latest})))'
    )


def _update_counts() -> str:
    """Whether an update is the latest, the lower row where two share a day."""
    key, day = here(ProgressUpdate, "recommendation"), here(ProgressUpdate, "day")
    latest = _is_latest(ProgressUpdate, "recommendation", "day")
    return f'IF(OR({key}="",NOT(ISNUMBER({day})),NOT(ISNUMBER(as_at))),"",{latest})'


def _is_latest(
    record: type[Record], key: str, day: str, rival_criteria: str = "", rival_factor: str = ""
) -> str:
    """Yes or No: no rival row of the same key is later (up to the as-at day), or of the same day and lower down."""
    own_key, own_day, keys, days = (
        here(record, key),
        here(record, day),
        whole(record, key),
        whole(record, day),
    )
    later = f'COUNTIFS({keys},{own_key},{days},">="&INT({own_day})+1,{days},"<"&as_at+1{rival_criteria})'
    same_day = f"({days}>=INT({own_day}))*({days}<INT({own_day})+1)"
    lower = f"SUMPRODUCT(({keys}={own_key})*{same_day}{rival_factor}*(ROW({keys})>ROW()))"
    return f"IF(INT({own_day})>as_at,{NO},IF({later}+{lower}>0,{NO},{YES}))"


def _current_due() -> str:
    """The new due date of the change in force, else the original."""
    key, original = here(Action, "ref"), here(Action, "original_due")
    changes = f"{whole(DateChange, 'action')},{key},{whole(DateChange, 'shown_counts')},{YES}"
    unmoved = f'IF(ISNUMBER({original}),INT({original}),"")'
    moved = f"SUMIFS({whole(DateChange, 'new_due')},{changes})"
    return f'IF({key}="",{unmoved},IF(COUNTIFS({changes})=0,{unmoved},{moved}))'


def _on_track() -> str:
    """No for whatever puts an action off track, Yes where the row is complete and nothing does."""
    original, current, completed = (here(Action, name) for name in ("original_due", "shown_due", "completed"))
    progress, quality = here(Action, "progress"), here(Action, "quality")
    due = f"IF(lateness={quoted(LatenessBasis.ORIGINAL)},{original},{current})"
    done = f"IF(ISNUMBER({completed}),INT({completed})<=as_at,FALSE)"
    late = f"AND(ISNUMBER({due}),{due}<as_at,NOT({done}))"
    off = f"{progress}={quoted(ActionProgress.OFF_TRACK)},{quality}={quoted(Quality.NOT_MET)}"
    blank = ",".join(f'{here(Action, name)}=""' for name in ("ref", "recommendation", "progress"))
    return (
        f'IF(NOT(ISNUMBER(as_at)),"",IF(OR({late},{off}),{NO},IF(OR({blank},NOT(ISNUMBER({due}))),"",{YES})))'
    )


def _priority() -> str:
    """The most severe level among the three impacts and the financial test; amounts in words cannot be judged here."""
    loss, budget = here(Recommendation, "loss"), here(Recommendation, "budget")
    levels = list_name(Priority)
    impacts = ",".join(
        f"IFERROR(MATCH({here(Recommendation, name)},{levels},0),{_NONE})" for name in IMPACTS.values()
    )
    wordy = f'OR(AND({loss}<>"",NOT(ISNUMBER({loss}))),AND({loss}<>"",{budget}<>"",NOT(ISNUMBER({budget}))))'
    financial = f'IF({loss}="",{_NONE},{_financial_rank(loss, budget)})'
    return f'IF({wordy},"",IFERROR(INDEX({levels},MIN({impacts},{financial})),""))'


def _financial_rank(loss: str, budget: str) -> str:
    """1 for the most severe level whose test the loss meets, and so on; a nested IF."""
    rank = str(len(Priority))
    for number, level in reversed(list(enumerate(TESTED_LEVELS, start=1))):
        rank = f"IF({_meets(loss, budget, level)},{number},{rank})"
    return rank


def _meets(loss: str, budget: str, level: Priority) -> str:
    """Whether a loss meets a level: both thresholds or either, the £ one alone where there is no budget."""
    least, share = threshold_names(level)
    reaches = f"ROUND({loss},2)>={least}"
    exceeds = f"ROUND({loss},2)>ROUND({share}*{budget},6)"
    either = (
        f"IF(financial_test={quoted(FinancialTest.EITHER)},OR({reaches},{exceeds}),AND({reaches},{exceeds}))"
    )
    return f'IF(AND(ISNUMBER({budget}),ISNUMBER({share})),IF({least}="",{exceeds},{either}),{reaches})'


def _status() -> str:
    """Red for whatever makes it so, Green where the row is complete and nothing does."""
    key, plan = here(Recommendation, "ref"), here(Recommendation, "plan_in_place")
    update = f"{whole(ProgressUpdate, 'recommendation')},{key},{whole(ProgressUpdate, 'shown_counts')},{YES}"
    reds = ",".join(
        (
            f"{plan}={NO}",
            f"COUNTIFS({update},{whole(ProgressUpdate, 'declared')},{quoted(PlanStatus.RED)})>0",
            f"COUNTIFS({update},{whole(ProgressUpdate, 'challenges')},{YES})>0",
            f"COUNTIFS({whole(Action, 'recommendation')},{key},{whole(Action, 'shown_on_track')},{NO})>0",
        )
    )
    green = f'IF({plan}="","",{quoted(PlanStatus.GREEN)})'
    return f'IF(OR({key}="",NOT(ISNUMBER(as_at))),"",IF(OR({reds}),{quoted(PlanStatus.RED)},{green}))'


_WORKED_OUT: Mapping[str, Mapping[str, WorkedOut]] = {
    Recommendation.sheet: {
        "shown_priority": WorkedOut(_priority()),
        "shown_status": WorkedOut(_status()),
    },
    Action.sheet: {
        "shown_due": WorkedOut(_current_due(), DATE, 22),
        "shown_on_track": WorkedOut(_on_track(), width=12),
    },
    DateChange.sheet: {"shown_counts": WorkedOut(_change_counts(), width=12)},
    ProgressUpdate.sheet: {"shown_counts": WorkedOut(_update_counts(), width=12)},
}
