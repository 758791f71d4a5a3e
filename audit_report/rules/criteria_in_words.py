"""The rules in words, with a tracker's own thresholds, labels and settings (for `audit-report criteria`)."""

from collections.abc import Iterator, Sequence

from audit_report.model.scales import Level, Meaning, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import FinancialTest, LatenessBasis, PriorityBasis
from audit_report.rules.annex1_priority import has_financial_test
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
    if tracker.details.priority_rests_on is PriorityBasis.RECORDED:
        yield "The priority is the one recorded, whatever the areas below would give."
        for level in tracker.scales.levels:
            yield f"  {_named(level.name, tracker.priority_label(level))}"
        return
    yield "The priority is the most severe level that the loss or any of the three impacts gives."
    for level in tracker.scales.levels:
        yield f"  {_named(level.name, tracker.priority_label(level))}"
        yield from (f"    {line}" for line in _level(tracker, level))
    if tracker.details.financial_test is FinancialTest.BOTH:
        yield "A loss must meet both tests of a level; without a departmental budget, the £ test alone."
    else:
        yield "A loss need meet only one of a level's tests; without a departmental budget, the £ test alone."
    yield "A recorded priority stands where there is no evidence, or a reason is given for its difference."
    yield "Where it differs from the evidence and no reason is given, the more severe of the two stands."


def _level(tracker: Tracker, level: Level) -> Iterator[str]:
    row = tracker.criteria(level)
    is_floor = level == tracker.scales.levels[-1]
    tests = thresholds_in_words(row) if row and not is_floor else ()
    joined = (" and " if tracker.details.financial_test is FinancialTest.BOTH else " or ").join(tests)
    if is_floor and has_financial_test(tracker):
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
    rules = {
        Meaning.OFF_TRACK: _off_track(tracker),
        Meaning.AT_RISK: _at_risk(tracker),
        Meaning.COMPLETE: ["  There is at least one action, and all that are not cancelled are completed."],
        Meaning.ON_TRACK: [],
    }
    above = ""
    for meaning, lines in rules.items():
        if status := tracker.scales.meaning(meaning):
            ending = "none of them" if meaning is Meaning.ON_TRACK else f"{above}any of these"
            if meaning is Meaning.COMPLETE:
                ending = "none of them, and"
            yield f"{_status(tracker, status)}: {ending}"
            yield from lines
            above = "none of them, but "
    yield "A recommendation that was not agreed has no status."
    yield "The current due date is that of the change approved last; one not approved does not count."
    yield "Completed means a Completed on date; the latest update is the one with the latest Update date."


def _off_track(tracker: Tracker) -> Iterator[str]:
    yield "  There is no improvement plan in place."
    yield "  The latest update declares significant challenges."
    if status := tracker.scales.meaning(Meaning.OFF_TRACK):
        yield f"  The latest update declares the status {status}."
    yield f"  An action is not completed and its {_due(tracker)} is before the as-at day."
    yield "  An action's Progress is Off track."
    yield "  An action's Quality is Not met."


def _at_risk(tracker: Tracker) -> Iterator[str]:
    details = tracker.details
    yield f"  The latest update declares the status {tracker.scales.meaning(Meaning.AT_RISK)}."
    yield f"  The date of an open action has moved more often than allowed (times allowed: {details.moves_allowed})."
    yield (
        f"  An open action is Not started, and its {_due(tracker)} is no more than {details.due_soon_days} days "
        "after the as-at day."
    )


def _who_is_reported(tracker: Tracker) -> Iterator[str]:
    details = tracker.details
    scales = tracker.scales
    levels = _either([tracker.priority_label(each) for each in scales.levels if each.in_section_b])
    statuses = _either([tracker.status_label(each) for each in scales.worst_first if each.in_section_c])
    yield "Who is reported"
    yield "  Current: raised, not closed, and of an assessment that is not reported through another route."
    yield f"  Section B: every current recommendation whose priority is {levels}."
    yield f"  Section C: every current recommendation of lower priority whose status is {statuses}."
    yield (
        "  Section D: assessments due from the first day of the as-at month to the as-at day plus "
        f"{details.months_ahead} months, and those whose date is not known."
    )
    yield "What is dated after the as-at day does not count yet."


def _due(tracker: Tracker) -> str:
    original = tracker.details.lateness is LatenessBasis.ORIGINAL
    return "original due date" if original else "current due date"


def _either(names: Sequence[str]) -> str:
    """One of these: "Red or Amber"."""
    return " or ".join(names) or "none"


def _status(tracker: Tracker, status: Status) -> str:
    return _named(status.name, tracker.status_label(status))


def _named(value: str, label: str) -> str:
    """A level or rating, with the report's label for it where that is another."""
    return value if label == value else f"{value}, printed as “{label}”"
