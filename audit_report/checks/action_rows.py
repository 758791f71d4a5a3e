"""Actions: completion said once and shown, date changes approved."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.checks.misplaced_rows import seems_to_answer
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date


def completion_has_a_date(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Completed means a Completed on date; Progress alone cannot say as at when."""
    for each in tracker.actions:
        if (
            each.progress is ActionProgress.COMPLETE
            and each.completed is None
            and "completed" not in each.unreadable
        ):
            yield catalogue.CompleteWithoutDate().at(each.cell("completed"), each.ref)


def completion_is_said_once(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The date rules, whatever Progress says: the lead should know."""
    for each in tracker.actions:
        if each.completed and each.progress not in (None, ActionProgress.COMPLETE):
            yield catalogue.CompletedButNotComplete(progress=each.progress.value).at(
                each.cell("progress"), each.ref, each.progress.value
            )


def completion_has_evidence(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Hard to close without evidence: an auditor will ask for it."""
    for each in tracker.actions:
        done = each.completed or each.progress is ActionProgress.COMPLETE
        if done and not each.evidence and "evidence" not in each.unreadable:
            yield catalogue.CompleteWithoutEvidence().at(each.cell("evidence"), each.ref)


def completion_is_judged(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The tracker is there to assure quality, not only to count what is done."""
    for each in tracker.actions:
        if each.completed and each.quality is None and "quality" not in each.unreadable:
            yield catalogue.QualityNotJudged().at(each.cell("quality"), each.ref)


def completed_after_raised(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """An action that answers a recommendation is seldom done before it was made; one of another's has that problem."""
    for each in tracker.actions:
        answered = tracker.recommendation(each.recommendation)
        if not (each.completed and answered and answered.raised) or seems_to_answer(tracker, each):
            continue
        if each.completed < answered.raised:
            yield catalogue.CompletedBeforeItBegan(
                day=long_date(each.completed), raised=long_date(answered.raised)
            ).at(each.cell("completed"), each.ref, each.completed.isoformat())


def date_changes_are_approved(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A date moves only with approval; until then the earlier one counts."""
    for each in tracker.date_changes:
        if each.approved is None and "approved" not in each.unreadable:
            yield catalogue.DateChangeNotApproved().at(each.cell("approved"), each.action)
        elif each.approved and not each.approved_by and "approved_by" not in each.unreadable:
            yield catalogue.DateChangeWithoutApprover().at(each.cell("approved_by"), each.action)


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    completion_has_a_date,
    completion_is_said_once,
    completion_has_evidence,
    completion_is_judged,
    completed_after_raised,
    date_changes_are_approved,
)
