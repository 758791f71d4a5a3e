"""The cells that say whether a recommendation is current, for the checks that ask only about those."""

from collections.abc import Iterator

from audit_report.cell_refs import CellRef
from audit_report.model.records import Assessment, Recommendation
from audit_report.model.tracker import Tracker


def cells_of_standing(tracker: Tracker, recommendation: Recommendation) -> Iterator[CellRef]:
    """Its own days, and those that say whether its source, or what that is a part of, is reported elsewhere."""
    yield from map(recommendation.cell, ("raised", "closed", "source_assessment"))
    yield CellRef(Assessment.sheet)
    seen: set[Assessment] = set()
    at = tracker.assessment(recommendation.source_assessment)
    while at and at not in seen:
        seen.add(at)
        yield at.cell("part_of")
        if (
            "reported_through" in at.unreadable
        ):  # what can be read says it: words that mean nothing are a blank
            yield at.cell("reported_through")
        at = tracker.whole_of(at)
