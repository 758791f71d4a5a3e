"""Recommendations: grounds for the priority, a plan with actions, evidence when closed."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.checks.one_mistake import missing
from audit_report.model.assessed import Assessed
from audit_report.model.evidence import EVIDENCE
from audit_report.model.records import Action
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import SinceLast
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date
from audit_report.schema.spacing import match_key


def priority_has_grounds(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Annex 1 needs evidence; a recorded priority alone stands, but nobody can explain it."""
    for each in tracker.recommendations:
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
    for each in tracker.recommendations:
        if each.loss is not None and each.budget is None:
            yield catalogue.NoBudget().at(each.cell("budget"), each.ref)


def loss_fits_budget(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A loss over the whole budget mostly is an amount typed in thousands."""
    for each in tracker.recommendations:
        if each.loss is not None and each.budget and each.loss > each.budget:
            loss, budget = f"£{each.loss:,.0f}", f"£{each.budget:,.0f}"
            yield catalogue.LossOverBudget(loss=loss, budget=budget).at(
                each.cell("loss"), each.ref, loss, rests_on=[each.cell("budget")]
            )


def last_status_is_known(_: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """What rests on facts without a date cannot be compared without the last report's own file."""
    for rated in assessed.recommendations:
        if rated.since_last is SinceLast.UNKNOWN:
            each = rated.recommendation
            yield catalogue.LastStatusUnknown().at(each.cell("ref"), each.ref, each.ref)


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


def plan_has_actions(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A plan without actions would be green for ever; an action whose own ref is wrong may be one of its own."""
    for each in tracker.recommendations:
        if each.plan_in_place and each.closed is None and not tracker.actions_of(each):
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
    plan_has_actions,
)
