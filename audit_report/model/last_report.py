"""The last report's own file, rated as at its own day: what `build --previous` compares with."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from audit_report.model.assessed import Assessed, RatedRecommendation
from audit_report.model.records import Recommendation
from audit_report.model.tracker import Tracker
from audit_report.schema.near_misses import are_alike
from audit_report.schema.spacing import match_key


@dataclass(frozen=True)
class Earlier:
    """A tracker as it was at the last report: its file and day, what it held, how it rated, its number of errors."""

    workbook: str
    sha256: str
    day: date
    tracker: Tracker
    assessed: Assessed
    errors: int

    def rated(self, recommendation: Recommendation) -> RatedRecommendation | None:
        """How a recommendation was rated then; None where its ref was not there, or was another's."""
        then = self._rated.get(match_key(recommendation.ref))
        return then if then and are_alike(then.recommendation.text, recommendation.text) else None

    @cached_property
    def _rated(self) -> dict[str, RatedRecommendation]:
        found: dict[str, RatedRecommendation] = {}
        for each in self.assessed.recommendations:
            found.setdefault(match_key(each.recommendation.ref), each)
        found.pop("", None)
        return found
