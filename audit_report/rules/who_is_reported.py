"""Who is reported: where a recommendation stands as at a day, and the section that prints it."""

from collections.abc import Set as AbstractSet
from datetime import date

from audit_report.model.records import Assessment, Recommendation
from audit_report.model.scales import Level, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Section, Standing


def standing_of(recommendation: Recommendation, as_at: date, *, elsewhere: bool) -> Standing:
    """Where a recommendation stands; a blank Date raised counts as always."""
    if elsewhere:
        return Standing.ELSEWHERE
    if recommendation.raised is not None and recommendation.raised > as_at:
        return Standing.NOT_YET_RAISED
    if recommendation.closed is not None and recommendation.closed <= as_at:
        return Standing.CLOSED
    return Standing.CURRENT


def section_of(standing: Standing, priority: Level | None, status: Status | None) -> Section | None:
    """The section that prints a recommendation, if one does."""
    if standing is not Standing.CURRENT or priority is None:
        return None
    if priority.in_section_b:
        return Section.B
    return Section.C if status and status.in_section_c else None


def sources_elsewhere(tracker: Tracker) -> AbstractSet[str]:
    """The source assessments, as typed, that are reported through another route; a stray one is not."""
    elsewhere = reported_elsewhere(tracker)
    sources = {recommendation.source_assessment for recommendation in tracker.recommendations}
    return {source for source in sources if tracker.assessment(source) in elsewhere}


def reported_elsewhere(tracker: Tracker) -> AbstractSet[Assessment]:
    """The assessments reported through another route: their own, or that of a whole they are part of."""
    known: dict[Assessment, bool] = {}
    for assessment in tracker.assessments:
        chain: dict[Assessment, None] = {}
        at: Assessment | None = assessment
        while at is not None and at not in known and at not in chain and not at.reported_through:
            chain[at] = None
            at = tracker.whole_of(at)
        elsewhere = at is not None and (known.get(at, False) or bool(at.reported_through))
        known.update(dict.fromkeys([*chain, assessment], elsewhere))
    return {assessment for assessment, elsewhere in known.items() if elsewhere}
