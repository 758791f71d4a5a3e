"""What the checks tell of a tracker, each in the company of all the others."""

from collections.abc import Collection, Iterable
from datetime import date

from audit_report.checks import check
from audit_report.model.last_report import Earlier
from audit_report.model.tracker import Tracker
from audit_report.problems import Mistake, Problem
from audit_report.rules.assess import assess
from tests.builders import APRIL


def told(
    of: Tracker,
    kinds: Collection[type[Mistake]],
    as_at: date | None = APRIL,
    read: Iterable[Problem] = (),
    earlier: Earlier | None = None,
) -> list[Problem]:
    """The problems of these kinds, in the order of the checks; `read` are those that the reading has told."""
    found = check(of, assess(of, as_at), read, earlier)
    return [problem for problem in found if type(problem.mistake) in kinds]
