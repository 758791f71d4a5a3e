"""Findings: what the rules have to say about a workbook that is fine, for the analyst."""

from collections.abc import Iterator

from audit_report.model.assessed import Assessed, RatedAction, RatedRecommendation
from audit_report.model.vocabulary import Section, SinceLast
from audit_report.problems import Finding
from audit_report.schema.kinds import in_words, long_date


def findings_of(assessed: Assessed) -> Iterator[Finding]:
    """What there is to say about every recommendation in turn and its actions; nothing where it is not current."""
    for rated in assessed.recommendations:
        yield from _findings_on(rated)


def _findings_on(rated: RatedRecommendation) -> Iterator[Finding]:
    if not rated.current:
        return
    ref, update = rated.recommendation.ref, rated.update
    yield from _on_priority(rated)
    if update and update.day and is_declared_better(rated):
        declared = f"{ref} is declared {update.declared} in the latest update ({long_date(update.day)})"
        yield Finding("declared-green-rated-red", ref, f"{declared}, but the rules rate it {rated.status}.")
    if rated.section is Section.C:
        exception = (
            f"{ref} is {rated.priority.stands} and {rated.status}, so section C reports it as an exception."
        )
        yield Finding("exception", ref, exception)
    if rated.since_last is SinceLast.UNKNOWN:
        facts = f"is {rated.status} on facts without a date alone" if rated.status else "was not agreed"
        yield Finding("last-status-unknown", ref, f"{ref} {facts}, so how that has changed is not known.")
    for action in rated.actions:
        yield from _on_due_date(action)


def _on_priority(rated: RatedRecommendation) -> Iterator[Finding]:
    recommendation, priority = rated.recommendation, rated.priority
    ref, recorded = recommendation.ref, recommendation.recorded_priority
    if recorded is None or priority.evidence is None or recorded == priority.evidence:
        return
    difference = f"{ref} is recorded as {recorded} where the evidence gives {priority.evidence}"
    if reason := " ".join(recommendation.reason_differs.split()):
        stands = f"{difference}. The recorded priority stands: {reason}"
        yield Finding("recorded-priority-differs", ref, stands)
    else:
        stands = f"{difference}, and no reason is given. The more severe, {priority.stands}, stands."
        yield Finding("recorded-priority-differs-without-reason", ref, stands)


def _on_due_date(rated: RatedAction) -> Iterator[Finding]:
    ref, original, current = rated.action.ref, rated.action.original_due, rated.due
    if rated.moves and original and current:
        moved = f"The due date of {ref} has moved from {in_words(original)} to {in_words(current)}"
        slipped = "not known" if rated.days_slipped is None else rated.days_slipped
        figures = f"(times moved: {len(rated.moves)}, days slipped: {slipped})"
        yield Finding("date-moved", ref, f"{moved} {figures}.")


def is_declared_better(rated: RatedRecommendation) -> bool:
    """Whether the latest update declares a better status than the rules give."""
    declared = rated.update.declared if rated.update else None
    return bool(declared and rated.status and declared.meaning.rank > rated.status.meaning.rank)
