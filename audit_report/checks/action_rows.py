"""Actions: completion said once and shown, date changes approved."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date

_ENDED = {ActionProgress.COMPLETE: "completed", ActionProgress.CANCELLED: "cancelled"}
"""What Progress says of an action that has ended, and what has happened to it."""


def completion_has_a_date(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Completed means a Completed on date; Progress alone cannot say as at when."""
    for each in tracker.actions:
        if each.progress in _ENDED and each.completed is None:
            said = _ENDED[each.progress]
            yield catalogue.CompleteWithoutDate(progress=each.progress.value, said=said).at(
                each.cell("completed"), each.ref
            )


def completion_is_said_once(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The date rules, whatever Progress says: the lead should know."""
    for each in tracker.actions:
        if each.completed and each.progress is not None and each.progress not in _ENDED:
            said = each.progress.value
            yield catalogue.CompletedButNotComplete(progress=said).at(each.cell("progress"), each.ref, said)


def completion_has_evidence(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Hard to close without evidence, or to give up without a reason: an auditor will ask for it."""
    for each in tracker.actions:
        if each.evidence:
            continue
        if each.progress is ActionProgress.CANCELLED:
            yield catalogue.CancelledWithoutReason().at(each.cell("evidence"), each.ref)
        elif each.completed or each.progress is ActionProgress.COMPLETE:
            yield catalogue.CompleteWithoutEvidence().at(each.cell("evidence"), each.ref)


def completion_is_judged(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The tracker is there to assure quality, not only to count what is done."""
    for each in tracker.actions:
        if each.completed and each.quality is None and each.progress is not ActionProgress.CANCELLED:
            yield catalogue.QualityNotJudged().at(each.cell("quality"), each.ref)


def completed_after_raised(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """An action that answers a recommendation is seldom done before that was made."""
    for each in tracker.actions:
        answered = tracker.recommendation(each.recommendation)
        if each.completed and answered and answered.raised and each.completed < answered.raised:
            day, raised = long_date(each.completed), long_date(answered.raised)
            yield catalogue.CompletedBeforeItBegan(day=day, raised=raised).at(
                each.cell("completed"),
                each.ref,
                each.completed.isoformat(),
                rests_on=[each.cell("recommendation"), answered.cell("raised")],
            )


def closed_with_its_actions(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """An open action of a closed recommendation is reported nowhere; one that is Complete is not open."""
    for each in tracker.recommendations:
        still_open = [
            action
            for action in tracker.actions_of(each)
            if each.closed and (action.completed is None or action.completed > each.closed)
            if action.completed or action.progress is not ActionProgress.COMPLETE
        ]
        if each.closed and still_open:
            refs = ", ".join(action.ref for action in still_open)
            actions = f"actions {refs} were" if len(still_open) > 1 else f"action {refs} was"
            rests_on = [
                action.cell(name) for action in still_open for name in ("recommendation", "completed")
            ]
            yield catalogue.ClosedWithOpenActions(actions=actions).at(
                each.cell("closed"), each.ref, each.closed.isoformat(), rests_on=[each.cell("ref"), *rests_on]
            )


def date_changes_are_approved(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A date moves only with approval; until then the earlier one counts."""
    for each in tracker.date_changes:
        if each.approved is None:
            yield catalogue.DateChangeNotApproved().at(each.cell("approved"), each.action)
        elif not each.approved_by:
            yield catalogue.DateChangeWithoutApprover().at(each.cell("approved_by"), each.action)


def due_dates_have_an_end(_: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """What is due "Ongoing" can never be late, so nobody would ask about it again."""
    for rated in assessed.recommendations:
        for each in rated.actions if rated.wants_progress else ():
            row, name = (each.change, "new_due") if each.change else (each.action, "original_due")
            if each.due and each.due.latest is None and not each.completed and name not in row.unreadable:
                yield catalogue.DueDateWithoutEnd().at(row.cell(name), each.action.ref, each.due.words)


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    completion_has_a_date,
    completion_is_said_once,
    completion_has_evidence,
    completion_is_judged,
    completed_after_raised,
    closed_with_its_actions,
    date_changes_are_approved,
    due_dates_have_an_end,
)
