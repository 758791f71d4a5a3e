"""A workbook read, rated and checked: what every answer is made from."""

from dataclasses import dataclass

from audit_report.model.assessed import Assessed
from audit_report.model.last_report import Earlier
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, Severity, count


@dataclass(frozen=True, slots=True)
class Checked:
    """A workbook read, rated and checked: `problems` in workbook order; `earlier` is what it was compared with."""

    workbook: str
    sha256: str
    sheet_names: tuple[str, ...]
    tracker: Tracker
    assessed: Assessed
    problems: tuple[Problem, ...]
    earlier: Earlier | None = None

    def has(self, severity: Severity) -> bool:
        """Whether there is a problem of this severity."""
        return count(self.problems)[severity] > 0
