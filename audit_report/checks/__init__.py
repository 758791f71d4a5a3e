"""Is the tracker consistent? One small function a check, in the order in which one may explain another."""

from collections.abc import Callable, Iterable, Iterator

from audit_report.checks import (
    action_rows,
    annex_criteria,
    annex_levels,
    date_order,
    doubtful_cells,
    edited_history,
    governance,
    misplaced_rows,
    names_in_officers,
    progress_updates,
    recommendation_rows,
    refs,
    report_in_welsh,
    report_text_places,
    reported_history,
    rewritten_history,
    worked_out_cells,
)
from audit_report.checks.one_mistake import without_consequences
from audit_report.model.assessed import Assessed
from audit_report.model.last_report import Earlier
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem

Check = Callable[[Tracker, Assessed], Iterable[Problem]]

OF_CELLS: tuple[Check, ...] = (
    *refs.CHECKS,
    *reported_history.CHECKS,
    *recommendation_rows.CHECKS,
    *misplaced_rows.CHECKS,
    *action_rows.CHECKS,
    *date_order.CHECKS,
    *annex_levels.CHECKS,
    *report_text_places.CHECKS,
    *doubtful_cells.CHECKS,
    *names_in_officers.CHECKS,
    *worked_out_cells.CHECKS,
)
"""What is wrong in the cells, those that others rest on first."""

OF_HISTORY: tuple[Callable[[Tracker, Earlier], Iterable[Problem]], ...] = (
    *edited_history.CHECKS,
    *rewritten_history.CHECKS,
)
"""What is not as it was in the last report's own file."""

OF_UPKEEP: tuple[Check, ...] = (
    *progress_updates.CHECKS,
    *governance.CHECKS,
    *annex_criteria.CHECKS,
    *report_in_welsh.CHECKS,
)
"""What somebody should have done by now, as far as the cells can be relied on."""


def check(
    tracker: Tracker, assessed: Assessed, told: Iterable[Problem] = (), earlier: Earlier | None = None
) -> Iterator[Problem]:
    """Every problem between the cells of a tracker, and against the last report's own file if that is given.

    What only follows from another problem, or from one that the reading has `told`, is left out.
    """

    def found() -> Iterator[Iterable[Problem]]:
        yield from (each(tracker, assessed) for each in OF_CELLS)
        if earlier:
            yield from (each(tracker, earlier) for each in OF_HISTORY)
        yield from (each(tracker, assessed) for each in OF_UPKEEP)

    return without_consequences(tracker, told, found())
