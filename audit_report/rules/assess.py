"""The whole tracker as at a day, in one pass over its records: see docs/design.md, "As at a day"."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from audit_report.model.assessed import Assessed, RatedAction, RatedRecommendation
from audit_report.model.last_report import Earlier
from audit_report.model.records import Action, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.rules.annex1_priority import rate_priority
from audit_report.rules.annex2_status import Plan, RatedPlan, Standpoint, plan_of, rate_action, rate_plan
from audit_report.rules.forward_plan import rate_forward_plan
from audit_report.rules.last_said import LastSaid, said_by_file, said_by_rows, said_by_rules
from audit_report.rules.put_in_afterwards import no_longer_follows
from audit_report.rules.since_last_report import changes, previous_day, since_last
from audit_report.rules.who_is_reported import section_of, sources_elsewhere, standing_of
from audit_report.schema.spacing import match_key


def assess(tracker: Tracker, as_at: date | None, earlier: Earlier | None = None) -> Assessed:
    """Every recommendation, action and scheduled assessment as at a day; without one, priorities alone.

    What has changed since the last report comes of what the tracker has kept of it, else of that report's own file,
    else of the same rules as at its day.
    """
    if as_at is None:
        return _unrated(tracker)
    previous = earlier.day if earlier else previous_day(tracker.details, as_at)
    now = _standpoint(tracker, as_at, as_at)
    last = _standpoint(tracker, previous, as_at) if previous else None
    reported = said_by_rows(tracker, previous) if previous else None
    one_pass = _Pass(tracker, sources_elsewhere(tracker), now, last, earlier, reported)
    recommendations = tuple(one_pass.rate(each) for each in tracker.recommendations)
    return Assessed(
        as_at=as_at,
        previous_as_at=previous,
        recommendations=recommendations,
        actions=tuple(_every_action(tracker, recommendations, now)),
        forward_plan=rate_forward_plan(tracker.forward_plan, as_at, tracker.details.months_ahead),
    )


@dataclass(frozen=True, slots=True)
class _Pass:
    """What every recommendation of a tracker is rated with, and what there is of the last report: see `last_said`."""

    tracker: Tracker
    sources_elsewhere: AbstractSet[str]
    now: Standpoint
    last: Standpoint | None
    earlier: Earlier | None
    reported: Mapping[str, LastSaid] | None

    def rate(self, recommendation: Recommendation) -> RatedRecommendation:
        """A recommendation with its priority, status, section and change since the last report."""
        priority = rate_priority(recommendation, self.tracker)
        plan = plan_of(self.tracker, recommendation)
        rated = rate_plan(plan, self.now)
        elsewhere = recommendation.source_assessment in self.sources_elsewhere
        standing = standing_of(recommendation, self.now.day, elsewhere=elsewhere)
        made = RatedRecommendation(
            recommendation=recommendation,
            priority=priority,
            actions=rated.actions,
            update=rated.update,
            status=rated.status,
            status_reasons=rated.reasons,
            standing=standing,
            section=section_of(standing, priority.stands, rated.status),
        )
        said = self._last_said(plan, rated, elsewhere=elsewhere)
        compared = self._compared(made, said)
        if self.reported is None or said is None or self.last is None:
            return compared
        return replace(compared, no_longer_follows=no_longer_follows(plan, said, self.last))

    def _last_said(self, plan: Plan, now: RatedPlan, *, elsewhere: bool) -> LastSaid | None:
        """What the last report said of it, from the best source there is; None where it was not in it."""
        if self.reported is not None:
            return self.reported.get(match_key(plan.recommendation.ref))
        if self.earlier:
            return said_by_file(self.earlier, plan.recommendation)
        return said_by_rules(plan, now, self.last, elsewhere=elsewhere) if self.last else None

    def _compared(self, rated: RatedRecommendation, said: LastSaid | None) -> RatedRecommendation:
        """A recommendation with all that has changed since the last report."""
        last_day = self.last.day if self.last else None
        since, last_status = since_last(rated, said, last_day)
        compared = replace(rated, since_last=since, last_status=last_status)
        if last_day is None:
            return compared
        return replace(compared, changes=tuple(changes(compared, said, last_day, self.earlier)))


def _standpoint(tracker: Tracker, day: date, as_at: date) -> Standpoint:
    """A day to rate as at; facts without a date hold from Data as at, where that is blank from `as_at`."""
    details = tracker.details
    undated_hold = day >= (details.data_as_at or as_at)
    return Standpoint(
        day, undated_hold, details.lateness, tracker.scales, details.moves_allowed, details.due_soon_days
    )


def _every_action(
    tracker: Tracker, recommendations: Iterable[RatedRecommendation], now: Standpoint
) -> Iterator[RatedAction]:
    """The actions as rated with their recommendations, and those that answer none."""
    rated = {each.action: each for recommendation in recommendations for each in recommendation.actions}
    for action in tracker.actions:
        yield rated.get(action) or rate_action(action, tracker.changes_of(action), now)


def _unrated(tracker: Tracker) -> Assessed:
    """The rows as they are listed where there is no day to rate them as at."""
    actions = {action: _unrated_action(action) for action in tracker.actions}
    recommendations = tuple(
        RatedRecommendation(
            recommendation=recommendation,
            priority=rate_priority(recommendation, tracker),
            actions=tuple(actions[action] for action in tracker.actions_of(recommendation)),
            update=None,
            status=None,
            status_reasons=(),
            standing=None,
            section=None,
        )
        for recommendation in tracker.recommendations
    )
    forward_plan = rate_forward_plan(tracker.forward_plan, None, tracker.details.months_ahead)
    return Assessed(None, None, recommendations, tuple(actions.values()), forward_plan)


def _unrated_action(action: Action) -> RatedAction:
    return RatedAction(action, changes=(), moves=(), completed=False, reasons=(), rated=False)
