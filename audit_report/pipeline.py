"""The straight line from workbook to report; the only caller of every stage."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from audit_report import __version__
from audit_report.checks import check
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, Severity, count, in_workbook_order
from audit_report.report.blocks import Provenance
from audit_report.rules.assess import assess
from audit_report.rules.headline import headline_of
from audit_report.workbook.load import SHEETS, load
from audit_report.workbook.read import read_workbook

if TYPE_CHECKING:
    from audit_report.word import HouseStyle


@dataclass(frozen=True, slots=True)
class Checked:
    """A workbook read, rated and checked: `problems` in workbook order."""

    workbook: str
    sha256: str
    sheet_names: tuple[str, ...]
    tracker: Tracker
    assessed: Assessed
    problems: tuple[Problem, ...]

    def has(self, severity: Severity) -> bool:
        """Whether there is a problem of this severity."""
        return count(self.problems)[severity] > 0


def check_workbook(path: Path, as_at: date | None = None) -> Checked:
    """Read, rate and check a workbook as at a day, its own Data as at unless another is given.

    Raises UnreadableWorkbookError where the file cannot be opened as a workbook.
    """
    workbook = read_workbook(path, SHEETS)
    tracker, problems = load(workbook)
    assessed = assess(tracker, as_at or tracker.details.data_as_at)
    found = in_workbook_order([*problems, *check(tracker, assessed, problems)], workbook.sheet_names)
    return Checked(workbook.name, workbook.sha256, workbook.sheet_names, tracker, assessed, tuple(found))


def report_bytes(checked: Checked, *, draft: bool = False, house: "HouseStyle | None" = None) -> bytes:
    """The Word report of a checked workbook, in a house's style if one is given.

    A draft marks every page and lists the errors at its end.
    """
    from audit_report.report.outline import compose
    from audit_report.word import render

    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    as_at = checked.assessed.as_at
    day = as_at.isoformat() if as_at else ""
    headline = headline_of(checked.assessed)
    provenance = Provenance(checked.workbook, checked.sha256, day, __version__, headline)
    return render(compose(checked.tracker, checked.assessed, provenance, errors if draft else None), house)


def criteria_of(checked: Checked | None) -> list[str]:
    """The rules in words, a line each: those of a checked workbook, or the shipped ones."""
    from audit_report.model.shipped import shipped_tracker
    from audit_report.rules.criteria import criteria_in_words

    return criteria_in_words(checked.tracker if checked else shipped_tracker())
