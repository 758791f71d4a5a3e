"""Annex 1: a recommendation's priority, from its evidence and the recorded one: see docs/design.md, "Priority"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit_report.model.assessed import RatedPriority
from audit_report.model.evidence import IMPACTS
from audit_report.model.records import PriorityCriteria, Recommendation
from audit_report.model.scales import Level
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import FinancialTest, ImpactArea, PriorityBasis
from audit_report.rules.financial_test import judged, pounds


@dataclass(frozen=True, slots=True)
class _Given:
    """An area for which there is evidence: the level it gives, and the criterion met."""

    area: ImpactArea
    level: Level
    reason: str


def rate_priority(recommendation: Recommendation, tracker: Tracker) -> RatedPriority:
    """The priority of a recommendation, the same on any day."""
    recorded = recommendation.recorded_priority
    if tracker.details.priority_rests_on is PriorityBasis.RECORDED:
        return RatedPriority(recorded, None, (), (_as_recorded(recorded),))
    given = tuple(_given(recommendation, tracker))
    if not given:
        return RatedPriority(recorded, None, (), (_without_evidence(recorded),))
    evidence = _most_severe(*(each.level for each in given))
    areas = tuple(each.area for each in given if each.level == evidence)
    reasons = tuple(_reasons(given, evidence))
    if recorded is None:
        return RatedPriority(evidence, evidence, areas, reasons)
    if recorded == evidence:
        return RatedPriority(evidence, evidence, areas, (*reasons, f"It is recorded as {recorded} too."))
    stands = recorded if recommendation.reason_differs else _most_severe(recorded, evidence)
    reasons = (*reasons, _difference(recommendation, evidence, stands))
    return RatedPriority(stands, evidence, areas if stands == evidence else (), reasons)


def _most_severe(*levels: Level) -> Level:
    return min(levels, key=lambda level: level.rank)


def _given(recommendation: Recommendation, tracker: Tracker) -> Iterator[_Given]:
    """Every area for which there is evidence, in Annex 1's order."""
    if recommendation.loss is not None and has_financial_test(tracker):
        yield _financial(recommendation.loss, recommendation.budget, tracker)
    for area, name in IMPACTS.items():
        level: Level | None = getattr(recommendation, name)
        if level is not None:
            yield _picked(area, level, tracker.criteria(level))


def has_financial_test(tracker: Tracker) -> bool:
    """Whether any level has a threshold: without one a loss is no evidence."""
    return any(row.loss_at_least is not None or row.more_than_share is not None for row in tracker.annex1)


def _picked(area: ImpactArea, level: Level, row: PriorityCriteria | None) -> _Given:
    """An area whose level is picked."""
    criterion = _criterion(area, row)
    named = f"{area.value.capitalize()} impact: {level}"
    return _Given(area, level, f"{named} – {criterion}" if criterion else named)


def _financial(loss: float, budget: float | None, tracker: Tracker) -> _Given:
    """The most severe level whose test the loss meets, the least severe where it meets none."""
    meets = all if tracker.details.financial_test is FinancialTest.BOTH else any
    *tested, floor = tracker.scales.levels
    for level in tested:
        row = tracker.criteria(level)
        tests = judged(row, loss, budget) if row else {}
        if tests and meets(tests.values()):
            met = " and ".join(words for words, is_met in tests.items() if is_met)
            return _financially(level, f"a loss of {pounds(loss)} is {met}", budget)
    return _financially(floor, f"a loss of {pounds(loss)} meets the test of no higher level", budget)


def _financially(level: Level, sentence: str, budget: float | None) -> _Given:
    note = "" if budget is not None else " (no departmental budget is given)"
    return _Given(ImpactArea.FINANCIAL, level, f"Financial: {sentence}{note} – {level}")


def _reasons(given: Sequence[_Given], evidence: Level) -> Iterator[str]:
    """Why the evidence gives its level, area by area, then what the other areas give."""
    yield from (each.reason for each in given if each.level == evidence)
    others = [f"{each.area} {each.level}" for each in given if each.level != evidence]
    if others:
        yield f"Less severe: {', '.join(others)}."


def _criterion(area: ImpactArea, row: PriorityCriteria | None) -> str:
    """The words of a level for an area whose level is picked, on one line."""
    if row is None:
        return ""
    texts = {
        ImpactArea.SERVICE: row.service,
        ImpactArea.REPUTATION: row.reputation,
        ImpactArea.PEOPLE: row.people,
    }
    return texts[area].replace("\n", " ")


def _without_evidence(recorded: Level | None) -> str:
    if recorded is None:
        return "There is no financial loss, impact level or recorded priority to rate it by."
    return f"It is recorded as {recorded}; there is no financial loss or impact level to rate it by."


def _as_recorded(recorded: Level | None) -> str:
    if recorded is None:
        return "It has no recorded priority, on which priorities rest in this tracker."
    return f"It is recorded as {recorded}, and priorities rest on what is recorded."


def _difference(recommendation: Recommendation, evidence: Level, stands: Level) -> str:
    recorded, reason = recommendation.recorded_priority, " ".join(recommendation.reason_differs.split())
    if reason:
        return f"The evidence gives {evidence}, but it is recorded as {recorded}, which stands: {reason}"
    return (
        f"The evidence gives {evidence}, but it is recorded as {recorded} and no reason is given: "
        f"the more severe, {stands}, stands."
    )
