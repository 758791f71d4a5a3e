"""Section A: which assessments are shown, and which have recommendations that this report would print elsewhere."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from audit_report.model.assessed import Assessed
from audit_report.model.records import Assessment
from audit_report.model.report_details import FIRST_VERSION
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Standing
from audit_report.rules.who_is_reported import reported_elsewhere, standing_of
from audit_report.schema.dates.calendar_months import months_after


def in_overview(tracker: Tracker, assessed: Assessed) -> Sequence[Assessment]:
    """The assessments that section A shows, in the order of the sheet.

    Show in overview decides. Where it is blank, an assessment is shown while it or a part of it has a recommendation
    to speak of or was reported within Months in overview; in a tracker of the first version, always.
    """
    if tracker.details.template_version <= FIRST_VERSION or assessed.as_at is None:
        return [each for each in tracker.assessments if each.in_overview is not False]
    earliest = months_after(assessed.as_at, -tracker.details.months_in_overview)
    recent = (each for each in tracker.assessments if _is_recent(tracker, each, earliest))
    alive = {
        each for part in (*_spoken_of(tracker, assessed), *recent) for each in (part, *wholes(tracker, part))
    }
    return [
        each
        for each in tracker.assessments
        if (each in alive if each.in_overview is None else each.in_overview)
    ]


def critical_elsewhere(tracker: Tracker, assessed: Assessed) -> AbstractSet[Assessment]:
    """The sources of open recommendations of a section B level that are reported through another route."""
    elsewhere = reported_elsewhere(tracker)
    return {
        source
        for rated in assessed.recommendations
        if assessed.as_at
        and (rated.priority.stands and rated.priority.stands.in_section_b)
        and (source := tracker.assessment(rated.recommendation.source_assessment))
        and source in elsewhere
        and standing_of(rated.recommendation, assessed.as_at, elsewhere=False) is Standing.CURRENT
    }


def wholes(tracker: Tracker, assessment: Assessment) -> list[Assessment]:
    """The assessments that this one is a part of, nearest first; none where it is a part of itself."""
    found: list[Assessment] = []
    whole = tracker.whole_of(assessment)
    while whole is not None and whole not in found:
        if whole is assessment:
            return []
        found.append(whole)
        whole = tracker.whole_of(whole)
    return found


def route_of(tracker: Tracker, source: str) -> str:
    """Where the recommendations of an assessment are reported, if not here: it goes where its whole goes."""
    assessment = tracker.assessment(source)
    chain = (assessment, *wholes(tracker, assessment)) if assessment else ()
    return next((" ".join(each.reported_through.split()) for each in chain if each.reported_through), "")


def _spoken_of(tracker: Tracker, assessed: Assessed) -> Iterator[Assessment]:
    """The sources of current recommendations, and those of which section A has to say where they are reported."""
    for rated in assessed.recommendations:
        source = tracker.assessment(rated.recommendation.source_assessment)
        if source and rated.current:
            yield source
    yield from critical_elsewhere(tracker, assessed)


def _is_recent(tracker: Tracker, assessment: Assessment, earliest: date) -> bool:
    """Whether it may have been reported on a day or after it; a part without a date of its own was with its whole."""
    dates = (each.reported for each in (assessment, *wholes(tracker, assessment)))
    reported = next(filter(None, dates), None)
    return bool(reported and reported.known and (reported.latest is None or reported.latest >= earliest))
