"""Is the tracker consistent? One small function a check; `ALL` lists them (spec section 3)."""

from collections.abc import Callable, Iterable, Iterator

from audit_report.checks import (
    actions,
    criteria,
    dates,
    governance,
    names,
    recommendations,
    references,
    updates,
    wording,
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
    *criteria.CHECKS,
    *wording.CHECKS,
)


def check(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Every problem between the cells of a tracker, each of which could be read by itself."""
    for each in ALL:
        yield from each(tracker, assessed)
