"""Progress updates: one for each current recommendation, recent, new, and a director's."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.checks.current_cells import cells_of_standing
from audit_report.checks.one_mistake import missing
from audit_report.model.approval import is_approved
from audit_report.model.assessed import Assessed
from audit_report.model.records import ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, counted
from audit_report.schema.dates.calendar_months import months_after
from audit_report.schema.kinds import long_date
from audit_report.schema.placeholders import is_placeholder
from audit_report.schema.rich_text import words
from audit_report.schema.same_words import say_the_same
from audit_report.schema.spacing import match_key

_TWIN_DAYS_A_MONTH = 10
"""Two updates are close together within a third of the time between updates, counted in months."""


def current_ones_have_an_update(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Nobody watches one without; and sections B and C would have nothing to print."""
    as_at = assessed.as_at
    for rated in assessed.recommendations:
        each = rated.recommendation
        if as_at and rated.wants_progress and rated.update is None:
            yield catalogue.NoUpdate(leads=_leads(tracker, each), as_at=long_date(as_at)).at(
                each.cell("ref"),
                each.ref,
                each.ref,
                rests_on=_cells_of_latest(tracker, each, as_at),
                missing=missing(ProgressUpdate, "recommendation", match_key(each.ref)),
            )


def updates_are_new(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Last quarter's words copied down tell the committee nothing."""

    def is_unchanged(recommendation: Recommendation, update: ProgressUpdate) -> bool:
        before = _one_before(tracker, recommendation, update)
        return before is not None and say_the_same(update.progress, before.progress)

    for each, update, rests_on in _latest(tracker, assessed, is_unchanged):
        day, leads = _day(_one_before(tracker, each, update)), _leads(tracker, each)
        yield catalogue.UnchangedUpdate(leads=leads, day=day).at(
            update.cell("progress"), each.ref, words(update.progress), rests_on=rests_on
        )


def updates_say_something(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Words such as “as before” fill the cell and tell the committee nothing."""

    def says_nothing(_: Recommendation, update: ProgressUpdate) -> bool:
        return bool(update.progress) and is_placeholder(words(update.progress))

    for each, update, rests_on in _latest(tracker, assessed, says_nothing):
        yield catalogue.UpdateSaysNothing(leads=_leads(tracker, each)).at(
            update.cell("progress"), each.ref, words(update.progress), rests_on=rests_on
        )


def approvals_follow_the_update(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Nobody can approve what has not been written yet."""
    for update in tracker.updates:
        if update.day and update.approved and update.approved < update.day:
            approved, day = long_date(update.approved), long_date(update.day)
            yield catalogue.ApprovedBeforeUpdate(approved=approved, day=day).at(
                update.cell("approved"),
                update.recommendation,
                update.approved.isoformat(),
                rests_on=[update.cell("day")],
            )


def updates_follow_the_last_report(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Old news must not be printed as new: one problem where nobody at all has updated, else one each."""
    previous = assessed.previous_as_at
    if previous is None:
        return

    def is_old_news(_: Recommendation, update: ProgressUpdate) -> bool:
        return update.day is not None and update.day <= previous

    found = list(_latest(tracker, assessed, is_old_news))
    current = sum(rated.wants_progress for rated in assessed.recommendations)
    if len(found) == current and current > 1:
        yield catalogue.NobodyUpdated(previous=long_date(previous), count=current).at(
            CellRef(ProgressUpdate.sheet), rests_on=[cell for *_, cells in found for cell in cells]
        )
        return
    for each, update, rests_on in found:
        day, leads = _day(update), _leads(tracker, each)
        yield catalogue.NoUpdateSince(previous=long_date(previous), day=day, leads=leads).at(
            update.cell("day"), each.ref, day, rests_on=rests_on
        )


def updates_are_approved(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An update is the lead's word until a director has approved it; the report says which it is."""
    as_at = assessed.as_at
    if as_at is None:
        return

    def is_unapproved(_: Recommendation, update: ProgressUpdate) -> bool:
        return not is_approved(update, as_at)

    for each, update, rests_on in _latest(tracker, assessed, is_unapproved):
        directors = _directors(tracker, each)
        yield catalogue.UpdateNotApproved(directors=directors, day=_day(update), as_at=long_date(as_at)).at(
            update.cell("approved"), each.ref, update.approved, rests_on=rests_on
        )


def approvals_have_a_name(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An approval is somebody's."""

    def is_nameless(_: Recommendation, update: ProgressUpdate) -> bool:
        return is_approved(update, assessed.as_at) and not update.approved_by

    for each, update, rests_on in _latest(tracker, assessed, is_nameless):
        yield catalogue.UpdateWithoutApprover(directors=_directors(tracker, each)).at(
            update.cell("approved_by"), each.ref, rests_on=rests_on
        )


def approvals_are_the_directors(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Whoever answers for it approves; what somebody else has approved may be another's update."""

    def is_by_others(recommendation: Recommendation, update: ProgressUpdate) -> bool:
        return is_approved(update, assessed.as_at) and not _may_approve(tracker, recommendation, update)

    for each, update, rests_on in _latest(tracker, assessed, is_by_others):
        where, names = update.cell("approved_by"), _names(tracker, update.approved_by)
        yield catalogue.NotApprovedByDirector(directors=_directors(tracker, each)).at(
            where,
            each.ref,
            names,
            accuses=[where, update.cell("recommendation")],
            rests_on=[*rests_on, each.cell("director")],
        )


def updates_come_one_at_a_time(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Two updates on one recommendation in the same round: only the later counts, one of them may be another's."""
    days = tracker.details.months_between_updates * _TWIN_DAYS_A_MONTH
    for rated in assessed.recommendations:
        each = rated.recommendation
        dated = [(update.day, update) for update in tracker.updates_of(each) if update.day]
        for (before, first), (day, second) in pairwise(sorted(dated, key=lambda pair: pair[0])):
            if (day - before).days < days:
                rests_on = [each.cell("ref"), second.cell("recommendation")]
                yield catalogue.UpdatesCloseTogether(before=long_date(before), other=first.cell("day")).at(
                    second.cell("day"), each.ref, day.isoformat(), rests_on=rests_on
                )


def updates_are_recent(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An update every quarter, or as often as Report details says."""
    as_at, months = assessed.as_at, tracker.details.months_between_updates
    if as_at is None:
        return
    oldest = months_after(as_at, -months)

    def is_stale(_: Recommendation, update: ProgressUpdate) -> bool:
        return update.day is not None and update.day < oldest

    for each, update, rests_on in _latest(tracker, assessed, is_stale):
        age, leads = counted(months, "month"), _leads(tracker, each)
        yield catalogue.StaleUpdate(leads=leads, months=age, as_at=long_date(as_at), day=_day(update)).at(
            update.cell("day"),
            each.ref,
            update.day,
            rests_on=[*rests_on, tracker.details.cell("months_between_updates")],
        )


def _latest(
    tracker: Tracker, assessed: Assessed, is_doubtful: Callable[[Recommendation, ProgressUpdate], bool]
) -> Iterator[tuple[Recommendation, ProgressUpdate, list[CellRef]]]:
    """The recommendations whose latest update is doubtful, that update, and the cells which that rests on.

    Only those of which an update is expected.
    """
    doubtful = [
        (rated.recommendation, rated.update)
        for rated in assessed.recommendations
        if rated.wants_progress and rated.update and is_doubtful(rated.recommendation, rated.update)
    ]
    newer = _perhaps_newer(tracker, doubtful)
    for each, update in doubtful:
        cells = list(_cells_of_latest(tracker, each, assessed.as_at or date.max))
        yield each, update, [*cells, newer[update].cell("recommendation")] if update in newer else cells


def _cells_of_latest(tracker: Tracker, recommendation: Recommendation, as_at: date) -> Iterator[CellRef]:
    """The cells that say that it is current, which updates are its own, and which of those are not its latest one."""
    yield from cells_of_standing(tracker, recommendation)
    yield recommendation.cell("ref")
    for update in tracker.updates_of(recommendation):
        if update.day is None or update.day > as_at:
            yield update.cell("day")


def _perhaps_newer(
    tracker: Tracker, doubtful: Iterable[tuple[Recommendation, ProgressUpdate]]
) -> dict[ProgressUpdate, ProgressUpdate]:
    """For each update that points at no recommendation, the doubtful latest one that it may be newer than.

    The last updated first: most updates come in rounds. The key is the doubtful one.
    """
    left = sorted(doubtful, key=lambda pair: _latest_possible(pair[1]), reverse=True)
    found: dict[ProgressUpdate, ProgressUpdate] = {}
    for stray in tracker.updates if left else ():
        if tracker.recommendation(stray.recommendation) is None:
            pairs = (pair for pair in left if _may_be_newer(tracker, stray, *pair))
            if pair := next(pairs, None):
                left.remove(pair)
                found[pair[1]] = stray
    return found


def _may_be_newer(
    tracker: Tracker, stray: ProgressUpdate, recommendation: Recommendation, latest: ProgressUpdate
) -> bool:
    is_later = _latest_possible(latest) < _latest_possible(stray)
    return is_later and _may_approve(tracker, recommendation, stray)


def _may_approve(tracker: Tracker, recommendation: Recommendation, update: ProgressUpdate) -> bool:
    """Whether an accountable director has approved an update, as far as the names tell who did."""
    approvers = tracker.directory.officers(update.approved_by)
    directors = tracker.directory.officers(recommendation.director)
    return not approvers or not directors or not approvers.isdisjoint(directors)


def _latest_possible(update: ProgressUpdate) -> date:
    return update.day or date.max


def _one_before(
    tracker: Tracker, recommendation: Recommendation, latest: ProgressUpdate
) -> ProgressUpdate | None:
    """The update before the latest one; of several on a day, the lowest row."""
    earlier = [
        each
        for each in tracker.updates_of(recommendation)
        if each.day and latest.day and each.day <= latest.day and each is not latest
    ]
    return max(reversed(earlier), key=_latest_possible, default=None)


def _day(update: ProgressUpdate | None) -> str:
    return long_date(update.day) if update and update.day else ""


def _names(tracker: Tracker, cell: str) -> str:
    return ", ".join(person.name for person in tracker.people(cell))


def _leads(tracker: Tracker, recommendation: Recommendation) -> str:
    return _names(tracker, recommendation.leads) or "the delivery leads"


def _directors(tracker: Tracker, recommendation: Recommendation) -> str:
    return _names(tracker, recommendation.director) or "the director accountable"


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    current_ones_have_an_update,
    updates_say_something,
    updates_are_new,
    approvals_follow_the_update,
    updates_are_approved,
    approvals_have_a_name,
    approvals_are_the_directors,
    updates_come_one_at_a_time,
    updates_follow_the_last_report,
    updates_are_recent,
)
"""What is nobody's slip stands last: an update that is merely old accuses its day, and others rest on that."""
