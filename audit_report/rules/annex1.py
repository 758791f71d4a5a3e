"""Annex 1: the priority of a recommendation, from its evidence and the priority recorded (spec section 4)."""

from collections.abc import Iterator, Mapping

from audit_report.model.assessed import RatedPriority
from audit_report.model.records import PriorityCriteria, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import FinancialTest, ImpactArea, Priority
from audit_report.rules.money import judged, pounds

_SEVERITY: Mapping[Priority, int] = {level: number for number, level in enumerate(Priority)}
_FLOOR = Priority.BEST_PRACTICE


def rate_priority(recommendation: Recommendation, tracker: Tracker) -> RatedPriority:
    """The priority of a recommendation, the same on any day."""
    levels = dict(_levels(recommendation, tracker))
    recorded = recommendation.recorded_priority
    if not levels:
        return RatedPriority(recorded, None, (), (_without_evidence(recorded),))
    evidence = _most_severe(*levels.values())
    deciding = tuple(area for area, level in levels.items() if level is evidence)
    reasons = tuple(_reasons(levels, evidence, recommendation, tracker))
    if recorded is None:
        return RatedPriority(evidence, evidence, deciding, reasons)
    if recorded is evidence:
        return RatedPriority(evidence, evidence, deciding, (*reasons, f"It is recorded as {recorded} too."))
    stands = recorded if recommendation.reason_differs else _most_severe(recorded, evidence)
    areas = deciding if stands is evidence else ()
    return RatedPriority(stands, evidence, areas, (*reasons, _difference(recommendation, evidence, stands)))


def _most_severe(*levels: Priority) -> Priority:
    return min(levels, key=_SEVERITY.__getitem__)


def _levels(recommendation: Recommendation, tracker: Tracker) -> Iterator[tuple[ImpactArea, Priority]]:
    """The level of every area for which there is evidence, in Annex 1's order of areas."""
    if recommendation.loss is not None:
        yield ImpactArea.FINANCIAL, _financial_level(recommendation.loss, recommendation.budget, tracker)
    picked = (
        (ImpactArea.SERVICE, recommendation.service_impact),
        (ImpactArea.REPUTATION, recommendation.reputation_impact),
        (ImpactArea.PEOPLE, recommendation.people_impact),
    )
    for area, level in picked:
        if level is not None:
            yield area, level


def _financial_level(loss: float, budget: float | None, tracker: Tracker) -> Priority:
    """The most severe level whose test the loss meets, Best Practice where it meets none."""
    meets = all if tracker.details.financial_test is FinancialTest.BOTH else any
    for level in Priority:
        row = tracker.criteria(level)
        tests = judged(row, loss, budget) if row else {}
        if tests and meets(tests.values()):
            return level
    return _FLOOR


def _reasons(
    levels: Mapping[ImpactArea, Priority],
    evidence: Priority,
    recommendation: Recommendation,
    tracker: Tracker,
) -> Iterator[str]:
    """The areas that set the evidence's level, each with its criterion, then what the others give."""
    row = tracker.criteria(evidence)
    for area, level in levels.items():
        if level is evidence and area is ImpactArea.FINANCIAL:
            yield f"Financial: {_loss_in_words(recommendation, evidence, row)} – {evidence}"
        elif level is evidence:
            criterion = " ".join(_criterion(area, row).split()) if row else ""
            yield f"{area.value.capitalize()} impact: {evidence}" + (f" – {criterion}" if criterion else "")
    if others := [f"{area} {level}" for area, level in levels.items() if level is not evidence]:
        yield f"Less severe: {', '.join(others)}."


def _loss_in_words(recommendation: Recommendation, level: Priority, row: PriorityCriteria | None) -> str:
    """The loss and the tests of the level that it meets: "a loss of £1,200,000 is at least £1,000,000"."""
    loss, budget = recommendation.loss or 0.0, recommendation.budget
    tests = judged(row, loss, budget) if row and level is not _FLOOR else {}
    met = " and ".join(words for words, is_met in tests.items() if is_met)
    sentence = f"a loss of {pounds(loss)} " + (f"is {met}" if met else "meets the test of no higher level")
    return sentence if budget is not None else f"{sentence} (no departmental budget is given)"


def _criterion(area: ImpactArea, row: PriorityCriteria) -> str:
    match area:
        case ImpactArea.FINANCIAL:
            return row.financial
        case ImpactArea.SERVICE:
            return row.service
        case ImpactArea.REPUTATION:
            return row.reputation
        case ImpactArea.PEOPLE:
            return row.people


def _without_evidence(recorded: Priority | None) -> str:
    if recorded is None:
        return "There is no financial loss, impact level or recorded priority to rate it by."
    return f"It is recorded as {recorded}; there is no financial loss or impact level to rate it by."


def _difference(recommendation: Recommendation, evidence: Priority, stands: Priority) -> str:
    recorded, reason = recommendation.recorded_priority, " ".join(recommendation.reason_differs.split())
    if reason:
        return f"The evidence gives {evidence}, but it is recorded as {recorded}, which stands: {reason}"
    return (
        f"The evidence gives {evidence}, but it is recorded as {recorded} and no reason is given: "
        f"the more severe, {stands}, stands."
    )
