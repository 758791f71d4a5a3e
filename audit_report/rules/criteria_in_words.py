"""The rules in words, with a tracker's own thresholds, labels and settings (for `audit-report criteria`)."""

from collections.abc import Iterator

from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import FinancialTest, LatenessBasis, PlanStatus, Priority
from audit_report.rules.financial_test import thresholds_in_words


def criteria_in_words(tracker: Tracker) -> list[str]:
    """The rules of a tracker, a line each; what belongs under a line is indented."""
    return [
        *_annex1(tracker),
        "",
        *_annex2(tracker),
        "",
        *_who_is_reported(tracker),
    ]


def _annex1(tracker: Tracker) -> Iterator[str]:
    yield "Annex 1: priority"
    yield "The priority is the most severe level that the loss or any of the three impacts gives."
    for level in Priority:
        yield f"  {_named(level, tracker.priority_label(level))}"
        yield from (f"    {line}" for line in _level(tracker, level))
    if tracker.details.financial_test is FinancialTest.BOTH:
        yield "A loss must meet both tests of a level; without a departmental budget, the £ test alone."
    else:
        yield "A loss need meet only one of a level's tests; without a departmental budget, the £ test alone."
    yield "A recorded priority stands where there is no evidence, or a reason is given for its difference."
    yield "Where it differs from the evidence and no reason is given, the more severe of the two stands."


def _level(tracker: Tracker, level: Priority) -> Iterator[str]:
    row = tracker.criteria(level)
    tests = thresholds_in_words(row) if row and level is not Priority.BEST_PRACTICE else ()
    joined = (" and " if tracker.details.financial_test is FinancialTest.BOTH else " or ").join(tests)
    if level is Priority.BEST_PRACTICE:
        yield "Financial: a loss that meets the tests of no level above"
    elif joined:
        yield f"Financial: a loss of {joined}"
    else:
        yield "Financial: no test is given"
    if row:
        texts = (("Service", row.service), ("Reputation", row.reputation), ("People", row.people))
        yield from (f"{area}: {' '.join(text.split())}" for area, text in texts if text)


def _annex2(tracker: Tracker) -> Iterator[str]:
    yield "Annex 2: status"
    yield f"{_named(PlanStatus.RED, tracker.status_label(PlanStatus.RED))}: any of these"
    yield "  There is no improvement plan in place."
    yield "  The latest update declares significant challenges."
    yield "  The latest update declares the status Red."
    yield f"  An action is not completed and its {_due(tracker)} is before the as-at day."
    yield "  An action's Progress is Off track."
    yield "  An action's Quality is Not met."
    yield f"{_named(PlanStatus.GREEN, tracker.status_label(PlanStatus.GREEN))}: none of them"
    yield "The current due date is that of the change approved last; one not approved does not count."
    yield "Completed means a Completed on date; the latest update is the one with the latest Update date."


def _who_is_reported(tracker: Tracker) -> Iterator[str]:
    details = tracker.details
    critical = tracker.priority_label(Priority.CRITICAL)
    red = tracker.status_label(PlanStatus.RED)
    yield "Who is reported"
    yield "  Current: raised, not closed, and of an assessment that is not reported through another route."
    yield f"  Section B: every current recommendation whose priority is {critical}."
    yield f"  Section C: every current recommendation of lower priority whose status is {red}."
    yield (
        "  Section D: assessments due from the first day of the as-at month to the as-at day plus "
        f"{details.months_ahead} months, and those whose date is not known."
    )
    yield "What is dated after the as-at day does not count yet."


def _due(tracker: Tracker) -> str:
    original = tracker.details.lateness is LatenessBasis.ORIGINAL
    return "original due date" if original else "current due date"


def _named(value: str, label: str) -> str:
    """A level or rating, with the report's label for it where that is another."""
    return value if label == value else f"{value}, printed as “{label}”"
