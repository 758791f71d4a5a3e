"""Row check: in words, what a formula can see wrong in a row. The yellow cells have a word beside them by it."""

from collections.abc import Iterator

from audit_report.model.records import (
    Action,
    DateChange,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    ScheduledAssessment,
    StatusCriteria,
)
from audit_report.model.scales import Level, Status
from audit_report.model.vocabulary import ActionProgress, Quality
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import Day, Money, Ref, Reference
from audit_report.schema.record import Column, Record
from audit_report.workbook_out.column_names import header_cell, here, quoted, whole
from audit_report.workbook_out.defined_names import YES_NO, list_of
from audit_report.workbook_out.formula_pieces import (
    RESTS_ON_RECORDED,
    has_no_day,
    is_known_due,
    is_one_or_blank,
    is_words,
)

_DUE = {(Action, "original_due"), (DateChange, "new_due")}


def row_check(record: type[Record]) -> str:
    """The formula of a sheet's Row check: a sentence for each fault, joined; blank in a row that is not begun."""
    typed = [column for column in record.columns if not column.worked_out]
    begun = "&".join(here(record, column.name) for column in typed if column.required)
    told = [f"IF({wrong},{quoted(f'{words} ')},{quoted('')})" for wrong, words in _faults(record, typed)]
    return f'IF({begun}="","",TRIM({"&".join(told)}))'


def _faults(record: type[Record], typed: list[Column]) -> Iterator[tuple[str, str]]:
    """Each fault: when it is one, and its words."""
    for column in typed:
        cell = here(record, column.name)
        if column.required:
            yield f'{cell}=""', f"{column.header} is missing."
        if (record, column.name) in _DUE:
            yield (
                f'AND({cell}<>"",NOT({is_known_due(cell)}))',
                f"{column.header} is in words: not reckoned with here.",
            )
        match column.kind:
            case Reference(sheet=sheet):
                pointed_at = _BY_SHEET.get(sheet)
                if pointed_at and column.name in _KEYS.get(record, {}):
                    own_key = here(record, _KEYS[record][column.name])
                    known = f"ISNUMBER(MATCH({own_key},{whole(pointed_at, 'key')},0))"
                    yield f'AND({own_key}<>"",NOT({known}))', f"{column.header} is not in {sheet}."
            case Ref() if "key" in {each.name for each in record.columns}:
                own_key = here(record, "key")
                first = f"IFERROR(MATCH({own_key},{whole(record, 'key')},0),0)"
                twice = f'AND({own_key}<>"",{first}<>ROW()-ROW({header_cell(record, "key")}))'
                yield twice, f"{column.header} is used twice."
            case Day() | Money():
                kind = "a date" if isinstance(column.kind, Day) else "a number"
                yield is_words(cell), f"{column.header} is text, not {kind}."
            case YesNo():
                yield f"NOT({is_one_or_blank(cell, YES_NO)})", f"{column.header} is not in its list."
            case Choice() as choice:
                yield (
                    f"NOT({is_one_or_blank(cell, _entries(choice))})",
                    f"{column.header} is not in its list.",
                )
            case _:
                pass
    yield from _OF_ITS_OWN.get(record, _nothing)()


def _entries(kind: Choice[object]) -> str:
    """The entries of a list; of a scale straight from its table, for its name is worked out anew at every use."""
    tables = {Level: whole(PriorityCriteria, "level"), Status: whole(StatusCriteria, "status")}
    return tables.get(kind.options) or list_of(kind)


def _nothing() -> Iterator[tuple[str, str]]:
    yield from ()


def _of_action() -> Iterator[tuple[str, str]]:
    progress, completed = here(Action, "progress"), here(Action, "completed")
    complete = quoted(ActionProgress.COMPLETE)
    yield f'AND({progress}={complete},{completed}="")', "Complete without a date."
    others = (
        f"AND({progress}<>{complete},{progress}<>{quoted(ActionProgress.CANCELLED)},ISNUMBER({completed}))"
    )
    yield others, "It has a date in Completed on, but is not Complete."
    due = here(Action, "original_due")
    yield has_no_day(due), "It has no due date, so it is never late."
    quality = here(Action, "quality")
    yield f"{quality}={quoted(Quality.NOT_MET)}", "Quality is Not met."


def _of_change() -> Iterator[tuple[str, str]]:
    approved, by = here(DateChange, "approved"), here(DateChange, "approved_by")
    yield f'{approved}=""', "Not approved yet: the earlier date counts."
    yield f'AND({approved}<>"",{by}="")', "Nobody is named who approved it."


def _of_recommendation() -> Iterator[tuple[str, str]]:
    loss, budget = here(Recommendation, "loss"), here(Recommendation, "budget")
    yield (
        f'AND(ISNUMBER({loss}),{budget}="",has_financial_test,NOT({RESTS_ON_RECORDED}))',
        "No departmental budget: judged by the pounds alone.",
    )


_KEYS = {
    Action: {"recommendation": "recommendation_key"},
    DateChange: {"action": "key"},
    ProgressUpdate: {"recommendation": "key"},
}
_BY_SHEET = {each.sheet: each for each in (Recommendation, Action)}
_OF_ITS_OWN = {Action: _of_action, DateChange: _of_change, Recommendation: _of_recommendation}
CHECKED = (Recommendation, Action, DateChange, ProgressUpdate, ScheduledAssessment)
"""The sheets that have a Row check."""
