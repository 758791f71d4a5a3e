"""Is the tracker consistent? One small function a check; `ALL` lists them (spec section 3)."""

from collections.abc import Callable, Iterable, Iterator

from audit_report.checks import (
    actions,
    criteria,
    dates,
    governance,
    misplaced,
    names,
    recommendations,
    references,
    slips,
    updates,
    wording,
    worked_out,
)
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem

Check = Callable[[Tracker, Assessed], Iterable[Problem]]

ALL: tuple[Check, ...] = (
    *references.CHECKS,
    *recommendations.CHECKS,
    *actions.CHECKS,
    *dates.CHECKS,
    *updates.CHECKS,
    *governance.CHECKS,
    *names.CHECKS,
    *misplaced.CHECKS,
    *slips.CHECKS,
    *criteria.CHECKS,
    *wording.CHECKS,
    *worked_out.CHECKS,
)


def check(tracker: Tracker, assessed: Assessed, told: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Every problem between the cells of a tracker; none at a cell that has been `told` of already."""
    cells = {problem.place.cell for problem in told} - {None}
    for each in ALL:
        yield from (problem for problem in each(tracker, assessed) if problem.place.cell not in cells)
