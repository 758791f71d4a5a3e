"""Recommendations: grounds for the priority, a plan with actions, an update to print, evidence when closed."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.checks.misplaced_rows import seems_to_answer
from audit_report.checks.refs import repeated, strays
from audit_report.model.assessed import Assessed
from audit_report.model.records import Action, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date
from audit_report.schema.spacing import match_key

_EVIDENCE = ("loss", "service_impact", "reputation_impact", "people_impact")


def priority_has_grounds(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Annex 1 needs evidence; a recorded priority alone stands, but nobody can explain it."""
    for each in tracker.recommendations:
        evidence = any(getattr(each, name) is not None for name in _EVIDENCE)
        if evidence or each.unreadable.intersection((*_EVIDENCE, "recorded_priority")):
            continue
        if each.recorded_priority is None:
            yield catalogue.NoPriority().at(each.cell("recorded_priority"), each.ref)
        else:
            yield catalogue.NoEvidenceForPriority().at(
                each.cell("recorded_priority"), each.ref, each.recorded_priority.value
            )


def loss_has_budget(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Annex 1 judges a loss by its share of the budget too."""
    for each in tracker.recommendations:
        if each.loss is not None and each.budget is None and "budget" not in each.unreadable:
            yield catalogue.NoBudget().at(each.cell("budget"), each.ref)


def closed_after_raised(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """One of the two dates is a slip."""
    for each in tracker.recommendations:
        if each.closed and each.raised and each.closed < each.raised:
            yield catalogue.ClosedBeforeRaised(day=long_date(each.closed), raised=long_date(each.raised)).at(
                each.cell("closed"), each.ref, each.closed.isoformat()
            )


def closed_with_evidence(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A recommendation leaves the report when closed: the committee must be able to ask why."""
    for each in tracker.recommendations:
        if each.closed and not each.closure_evidence and "closure_evidence" not in each.unreadable:
            yield catalogue.ClosedWithoutEvidence().at(each.cell("closure_evidence"), each.ref)


def closed_with_its_actions(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """An open action of a closed recommendation is reported nowhere; one that has a problem of its own may not be."""
    doubtful = repeated(tracker.recommendations)
    for each in tracker.recommendations:
        if not each.closed or match_key(each.ref) in doubtful:
            continue
        still_open = [
            action.ref
            for action in tracker.actions_of(each)
            if (action.completed is None or action.completed > each.closed)
            and "completed" not in action.unreadable
            and not (action.completed is None and action.progress is ActionProgress.COMPLETE)
            and not seems_to_answer(tracker, action)
        ]
        if still_open:
            actions = ("actions " if len(still_open) > 1 else "action ") + ", ".join(still_open)
            actions += " are" if len(still_open) > 1 else " is"
            yield catalogue.ClosedWithOpenActions(actions=actions).at(
                each.cell("closed"), each.ref, each.closed.isoformat()
            )


def plan_has_actions(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A plan without actions would be green for ever."""
    without = [
        each
        for each in tracker.recommendations
        if each.ref and each.plan_in_place and each.closed is None and not tracker.actions_of(each)
    ]
    if Action.sheet not in tracker.unread and len(without) > strays(tracker, tracker.actions):
        for each in without:
            yield catalogue.PlanWithoutActions().at(each.cell("plan_in_place"), each.ref, "Yes")


def printed_ones_have_an_update(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Sections B and C print the latest update of each recommendation."""
    as_at = assessed.as_at
    without = [
        (rated.recommendation, rated.section)
        for rated in assessed.recommendations
        if rated.section and rated.update is None and not _has_undated_update(tracker, rated.recommendation)
    ]
    if (
        as_at
        and ProgressUpdate.sheet not in tracker.unread
        and len(without) > strays(tracker, tracker.updates)
    ):
        for each, section in without:
            yield catalogue.NoUpdateToPrint(section=section, as_at=long_date(as_at)).at(
                each.cell("ref"), each.ref, each.ref
            )


def _has_undated_update(tracker: Tracker, recommendation: Recommendation) -> bool:
    return not recommendation.ref or any(each.day is None for each in tracker.updates_of(recommendation))


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    priority_has_grounds,
    loss_has_budget,
    closed_after_raised,
    closed_with_evidence,
    closed_with_its_actions,
    plan_has_actions,
    printed_ones_have_an_update,
)
