"""The Dashboard's formulas: the same counts as the report's summary, as far as the sheets' worked-out columns can tell.

Each is a plain count over those columns: who is current, which priority stands, the status, an action's state.
"""

from audit_report.model.records import (
    Action,
    DateChange,
    PriorityCriteria,
    Recommendation,
    ScheduledAssessment,
)
from audit_report.workbook_out.column_names import quoted, whole
from audit_report.workbook_out.formula_pieces import NO, YES


def current(*criteria: str) -> str:
    """The number of current recommendations that meet the criteria (pairs for COUNTIFS)."""
    return _count(whole(Recommendation, "current"), YES, *criteria)


def has_status(status: str) -> tuple[str, str]:
    """Rated with a status, given as a formula has it."""
    return whole(Recommendation, "shown_status"), status


def has_directorate(cell: str) -> tuple[str, str]:
    """Of the directorate that a cell names."""
    return whole(Recommendation, "directorate"), cell


def stands(level: str) -> tuple[str, str]:
    """Of a priority that stands, given as a formula has it."""
    return whole(Recommendation, "stands"), level


def is_in_section_b(number: int) -> str:
    """Whether section B prints the level in a row of Annex 1: the first if nothing is said."""
    said = f"INDEX({whole(PriorityCriteria, 'in_section_b')},{number})"
    return f"IFERROR({said}<>{NO},FALSE)" if number == 1 else f"IFERROR({said}={YES},FALSE)"


UPDATE_IS_DUE = (whole(Recommendation, "update_due"), "1")
"""Without an update within the months set, up to the as-at day."""


def actions(*criteria: str) -> str:
    """The number of actions of current recommendations that meet the criteria (pairs for COUNTIFS)."""
    return _count(whole(Action, "of_current"), YES, *criteria)


def in_state(state: str) -> tuple[str, str]:
    """Actions in a state, such as Overdue."""
    return whole(Action, "state"), quoted(state)


def of_directorate(cell: str) -> tuple[str, str]:
    """Actions of the directorate that a cell names."""
    return whole(Action, "directorate"), cell


def last_update(ref: str) -> str:
    """The day of the latest update on the recommendation whose ref a cell holds; blank where there is none."""
    days, refs = whole(Recommendation, "last_update"), whole(Recommendation, "ref")
    return f"INDEX({days},MATCH({ref},{refs},0))"


def next_due(above: str) -> str:
    """The row in its table of the next recommendation whose update is due, after the one that the cell above says."""
    due = whole(Recommendation, "update_due")
    below = f"INDEX({due},{above}+1):INDEX({due},ROWS({due}))"
    return f"IFERROR({above}+MATCH(1,{below},0),{_PAST_ALL})"


_PAST_ALL = 1_000_000


def changes_to_approve() -> str:
    """The number of date changes that nobody has approved yet."""
    return f'COUNTIFS({whole(DateChange, "action")},"?*",{whole(DateChange, "approved")},"")'


def reviews_listed() -> str:
    """The number of forward plan rows that section D lists, those left out whose words a formula cannot read."""
    return _count(whole(ScheduledAssessment, "listed"), YES)


def some_review_is_unclear() -> str:
    """Whether some row of the forward plan has words that a formula cannot read."""
    return (
        _count(whole(ScheduledAssessment, "name"), '"?*"', whole(ScheduledAssessment, "listed"), '""') + ">0"
    )


def _count(*criteria: str) -> str:
    return f"COUNTIFS({','.join(criteria)})"
