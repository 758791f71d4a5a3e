"""Recommendations: grounds for the priority, a plan with actions, evidence when closed."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.checks.one_mistake import missing
from audit_report.model.assessed import Assessed
from audit_report.model.evidence import EVIDENCE
from audit_report.model.records import Action
from audit_report.model.report_details import FIRST_VERSION
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ChangeCode, PriorityBasis, Response, SinceLast
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date
from audit_report.schema.spacing import match_key


def priority_has_grounds(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Annex 1 needs evidence; a recorded priority alone stands, but nobody can explain it.

    Where priorities rest on what is recorded, that is the evidence, and the areas are nobody's business.
    """
    rest_on_recorded = tracker.details.priority_rests_on is PriorityBasis.RECORDED
    for each in tracker.recommendations:
        if rest_on_recorded:
            if each.recorded_priority is None:
                yield catalogue.NoRecordedPriority().at(each.cell("recorded_priority"), each.ref)
            continue
        if any(getattr(each, name) is not None for name in EVIDENCE):
            continue
        where, evidence = each.cell("recorded_priority"), [each.cell(name) for name in EVIDENCE]
        if each.recorded_priority is None:
            yield catalogue.NoPriority().at(where, each.ref, rests_on=evidence)
        else:
            value = each.recorded_priority.name
            yield catalogue.NoEvidenceForPriority().at(where, each.ref, value, rests_on=evidence)


def loss_has_budget(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Annex 1 judges a loss by its share of the budget too."""
    if tracker.details.priority_rests_on is PriorityBasis.RECORDED:
        return
    for each in tracker.recommendations:
        if each.loss is not None and each.budget is None:
            yield catalogue.NoBudget().at(each.cell("budget"), each.ref)


def loss_fits_budget(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A loss over the whole budget mostly is an amount typed in thousands; no matter where it rates nothing."""
    if tracker.details.priority_rests_on is PriorityBasis.RECORDED:
        return
    for each in tracker.recommendations:
        if each.loss is not None and each.budget and each.loss > each.budget:
            loss, budget = f"£{each.loss:,.0f}", f"£{each.budget:,.0f}"
            yield catalogue.LossOverBudget(loss=loss, budget=budget).at(
                each.cell("loss"), each.ref, loss, rests_on=[each.cell("budget")]
            )


def last_status_is_known(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """What rests on facts without a date cannot be compared without the last report's own file."""
    kept = {
        match_key(row.recommendation): row.cell("status")
        for row in tracker.reported_ratings
        if row.as_at == assessed.previous_as_at
    }
    for rated in assessed.recommendations:
        told = {change.code for change in rated.changes}
        if rated.since_last is SinceLast.UNKNOWN and ChangeCode.RESPONSE not in told:
            each = rated.recommendation
            own = kept.get(match_key(each.ref))
            yield catalogue.LastStatusUnknown().at(
                each.cell("ref"), each.ref, each.ref, rests_on=[own] if own else []
            )


def closed_after_raised(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """One of the two dates is a slip."""
    for each in tracker.recommendations:
        if each.closed and each.raised and each.closed < each.raised:
            yield catalogue.ClosedBeforeRaised(day=long_date(each.closed), raised=long_date(each.raised)).at(
                each.cell("closed"), each.ref, each.closed.isoformat(), rests_on=[each.cell("raised")]
            )


def closed_with_evidence(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A recommendation leaves the report when closed: the committee must be able to ask why."""
    for each in tracker.recommendations:
        if each.closed and not each.closure_evidence:
            yield catalogue.ClosedWithoutEvidence().at(each.cell("closure_evidence"), each.ref)


def closed_with_outcome(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Closed is not the same as done: the committee must be told which; a tracker of the first version cannot say."""
    if tracker.details.template_version > FIRST_VERSION:
        for each in tracker.recommendations:
            if each.closed and each.outcome is None:
                yield catalogue.ClosedWithoutOutcome().at(each.cell("outcome"), each.ref)


def outcome_of_the_closed(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """An outcome says how a recommendation ended, so it has ended: the day is missing, or the outcome came too soon."""
    for each in tracker.recommendations:
        if each.outcome and each.closed is None:
            outcome, closed = each.cell("outcome"), each.cell("closed")
            yield catalogue.OutcomeOfOpen(outcome=each.outcome).at(
                outcome, each.ref, each.outcome, accuses=[outcome, closed], rests_on=[closed]
            )


def turned_down_for_a_reason(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """An assessor, and the committee, will ask why a recommendation was not agreed; the report prints the answer."""
    for each in tracker.recommendations:
        if each.response is Response.NOT_AGREED and not each.response_reason:
            yield catalogue.NotAgreedWithoutReason().at(each.cell("response_reason"), each.ref)


def plan_has_actions(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A plan without actions would be green for ever; an action whose own ref is wrong may be one of its own."""
    for each in tracker.recommendations:
        turned_down = each.response is Response.NOT_AGREED
        if each.plan_in_place and each.closed is None and not turned_down and not tracker.actions_of(each):
            yield catalogue.PlanWithoutActions().at(
                each.cell("plan_in_place"),
                each.ref,
                "Yes",
                rests_on=[each.cell("ref")],
                missing=missing(Action, "recommendation", match_key(each.ref)),
            )


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    priority_has_grounds,
    loss_has_budget,
    loss_fits_budget,
    last_status_is_known,
    closed_after_raised,
    closed_with_evidence,
    closed_with_outcome,
    outcome_of_the_closed,
    turned_down_for_a_reason,
    plan_has_actions,
)
