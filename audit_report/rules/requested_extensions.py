"""Extensions awaiting approval: date changes asked for that nobody has approved by the as-at day."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_report.model.assessed import Assessed, RatedAction, RatedRecommendation
from audit_report.model.records import DateChange
from audit_report.model.tracker import Tracker


@dataclass(frozen=True, slots=True)
class Requested:
    """A new due date asked for an open action."""

    recommendation: RatedRecommendation
    action: RatedAction
    change: DateChange

    @property
    def asked_by(self) -> str:
        """Who asks, as a cell of people: the action's owner, else the recommendation's delivery leads."""
        return self.action.action.owner or self.recommendation.recommendation.leads


def requested_extensions(tracker: Tracker, assessed: Assessed) -> Iterator[Requested]:
    """Every one for the open actions of current recommendations, in the order of the sheets."""
    for rated in assessed.recommendations:
        for action in rated.actions if rated.wants_progress else ():
            for change in tracker.changes_of(action.action):
                waits = change.approved is None or (assessed.as_at and change.approved > assessed.as_at)
                if waits and change.new_due and not action.ended:
                    yield Requested(rated, action, change)
