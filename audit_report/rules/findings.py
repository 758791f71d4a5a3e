"""Findings: what the rules have to say about a workbook that is fine, for the analyst."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_report.model.assessed import Assessed, RatedAction, RatedRecommendation
from audit_report.model.vocabulary import PlanStatus, SinceLast
from audit_report.problems import Finding
from audit_report.schema.kinds import long_date


@dataclass(frozen=True, slots=True)
class FindingType:
    """A kind of finding; `message` is a template filled in where it is found."""

    code: str
    message: str

    def on(self, ref: str, **words: object) -> Finding:
        """This finding on the row of a ref."""
        return Finding(self.code, ref, self.message.format_map({"ref": ref} | words))


RECORDED_DIFFERS = FindingType(
    "recorded-priority-differs",
    "{ref} is recorded as {recorded} where the evidence gives {evidence}. "
    "The recorded priority stands: {reason}",
)
RECORDED_DIFFERS_WITHOUT_REASON = FindingType(
    "recorded-priority-differs-without-reason",
    "{ref} is recorded as {recorded} where the evidence gives {evidence}, and no reason is given. "
    "The more severe, {stands}, stands.",
)
DECLARED_GREEN_RATED_RED = FindingType(
    "declared-green-rated-red",
    "{ref} is declared Green in the latest update ({day}), but the rules rate it Red.",
)
EXCEPTION = FindingType(
    "exception",
    "{ref} is {priority} and Red, so section C reports it as an exception.",
)
LAST_STATUS_UNKNOWN = FindingType(
    "last-status-unknown",
    "{ref} is Red on facts without a date alone, so its status at the last report is not known.",
)
DATE_MOVED = FindingType(
    "date-moved",
    "The due date of {ref} has moved from {original} to {current} "
    "(times moved: {times}, days slipped: {days}).",
)

FINDINGS: tuple[FindingType, ...] = (
    RECORDED_DIFFERS,
    RECORDED_DIFFERS_WITHOUT_REASON,
    DECLARED_GREEN_RATED_RED,
    EXCEPTION,
    LAST_STATUS_UNKNOWN,
    DATE_MOVED,
)
"""Every kind of finding."""


def findings_of(assessed: Assessed) -> Iterator[Finding]:
    """What there is to say about every recommendation in turn and its actions; nothing where it is not current."""
    for rated in assessed.recommendations:
        yield from _findings_on(rated)


def _findings_on(rated: RatedRecommendation) -> Iterator[Finding]:
    if not rated.current:
        return
    ref, update = rated.recommendation.ref, rated.update
    yield from _on_priority(rated)
    if update and update.day and update.declared is PlanStatus.GREEN and rated.status is PlanStatus.RED:
        yield DECLARED_GREEN_RATED_RED.on(ref, day=long_date(update.day))
    if rated.section == "C":
        yield EXCEPTION.on(ref, priority=rated.priority.stands)
    if rated.since_last is SinceLast.UNKNOWN:
        yield LAST_STATUS_UNKNOWN.on(ref)
    for action in rated.actions:
        yield from _on_due_date(action)


def _on_priority(rated: RatedRecommendation) -> Iterator[Finding]:
    recommendation, priority = rated.recommendation, rated.priority
    recorded = recommendation.recorded_priority
    if recorded is None or priority.evidence is None or recorded is priority.evidence:
        return
    words = {"recorded": recorded, "evidence": priority.evidence, "stands": priority.stands}
    if reason := " ".join(recommendation.reason_differs.split()):
        yield RECORDED_DIFFERS.on(recommendation.ref, reason=reason, **words)
    else:
        yield RECORDED_DIFFERS_WITHOUT_REASON.on(recommendation.ref, **words)


def _on_due_date(rated: RatedAction) -> Iterator[Finding]:
    original, current = rated.action.original_due, rated.current_due
    if rated.moves and original and current:
        yield DATE_MOVED.on(
            rated.action.ref,
            original=long_date(original),
            current=long_date(current),
            times=len(rated.moves),
            days=rated.days_slipped,
        )
