"""Is the tracker consistent? One small function a check; `ALL` lists them."""

from collections.abc import Callable, Iterable, Iterator

from audit_report.checks import (
    action_rows,
    annex_levels,
    date_order,
    doubtful_cells,
    governance,
    misplaced_rows,
    names_in_officers,
    progress_updates,
    recommendation_rows,
    refs,
    report_text_places,
    worked_out_cells,
)
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem

Check = Callable[[Tracker, Assessed], Iterable[Problem]]

ALL: tuple[Check, ...] = (
    *refs.CHECKS,
    *recommendation_rows.CHECKS,
    *action_rows.CHECKS,
    *date_order.CHECKS,
    *progress_updates.CHECKS,
    *governance.CHECKS,
    *names_in_officers.CHECKS,
    *misplaced_rows.CHECKS,
    *doubtful_cells.CHECKS,
    *annex_levels.CHECKS,
    *report_text_places.CHECKS,
    *worked_out_cells.CHECKS,
)


def check(tracker: Tracker, assessed: Assessed, told: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Every problem between the cells of a tracker; none at a cell that has been `told` of already."""
    cells = {problem.where.cell for problem in told} - {None}
    for each in ALL:
        yield from (problem for problem in each(tracker, assessed) if problem.where.cell not in cells)
