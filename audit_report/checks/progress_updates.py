"""Progress updates: one for each current recommendation, recent, new, and a director's.

Each check is silent where a cell with a problem of its own may be the cause: one mistake, one problem.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice

from audit_report import catalogue
from audit_report.checks.governance import counted, is_surely_current, months_before
from audit_report.checks.refs import repeated, strays
from audit_report.model.assessed import Assessed
from audit_report.model.records import Officer, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.kinds import long_date
from audit_report.schema.rich_text import words
from audit_report.schema.spacing import match_key, without_spacing
from audit_report.schema.typed_text import typed


def current_ones_have_an_update(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Nobody watches one without; for those that sections B and C print it is an error of its own."""
    if ProgressUpdate.sheet in tracker.unread:
        return
    as_at = assessed.as_at
    without = [
        rated.recommendation
        for rated in assessed.recommendations
        if rated.current
        and rated.section is None
        and rated.update is None
        and rated.recommendation.ref
        and _is_settled(tracker, rated.recommendation)
    ]
    if as_at and without and len(without) > strays(tracker, tracker.updates):
        for each in without:
            yield catalogue.NoUpdate(leads=_leads(tracker, each), as_at=long_date(as_at)).at(
                each.cell("ref"), each.ref, each.ref
            )


def updates_are_recent(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An update every quarter, or as often as Report details says."""
    as_at, months = assessed.as_at, tracker.details.months_between_updates
    if as_at is None or "months_between_updates" in tracker.details.unreadable:
        return
    oldest = months_before(as_at, months)

    def is_stale(_: Recommendation, update: ProgressUpdate) -> bool:
        return update.day is not None and update.day < oldest

    for each, update in _latest(tracker, assessed, is_stale):
        leads = _leads(tracker, each)
        yield catalogue.StaleUpdate(
            leads=leads, months=counted(months, "month"), as_at=long_date(as_at), day=_day(update)
        ).at(update.cell("day"), each.ref, update.day)


def updates_are_new(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Last quarter's words copied down tell the committee nothing."""

    def is_unchanged(recommendation: Recommendation, update: ProgressUpdate) -> bool:
        before = _one_before(tracker, recommendation, update)
        if before is None or not _start_alike(typed(update.progress), typed(before.progress)):
            return False
        return bool(update.progress) and _plain(update) == _plain(before)

    for each, update in _latest(tracker, assessed, is_unchanged):
        before = _one_before(tracker, each, update)
        day, leads = _day(before), _leads(tracker, each)
        text = words(update.progress)
        yield catalogue.UnchangedUpdate(leads=leads, day=day).at(update.cell("progress"), each.ref, text)


def updates_are_approved(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An update is the lead's word until a director has approved it; the report says which it is."""
    as_at, data_as_at = assessed.as_at, tracker.details.data_as_at
    if as_at is None:
        return

    def is_unapproved(_: Recommendation, update: ProgressUpdate) -> bool:
        if update.approved is None:
            return "approved" not in update.unreadable
        return update.approved > as_at and not (data_as_at and update.approved > data_as_at)

    for each, update in _latest(tracker, assessed, is_unapproved):
        yield catalogue.UpdateNotApproved(
            directors=_directors(tracker, each), as_at=long_date(as_at), day=_day(update)
        ).at(update.cell("approved"), each.ref, update.approved)


def approvals_have_a_name(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """An approval is somebody's."""

    def is_nameless(_: Recommendation, update: ProgressUpdate) -> bool:
        return _is_approved(update, assessed.as_at) and not (
            update.approved_by or "approved_by" in update.unreadable
        )

    for each, update in _latest(tracker, assessed, is_nameless):
        directors = _directors(tracker, each)
        yield catalogue.UpdateWithoutApprover(directors=directors).at(update.cell("approved_by"), each.ref)


def approvals_are_the_directors(tracker: Tracker, assessed: Assessed) -> Iterator[Problem]:
    """Whoever answers for it approves; a misspelt name is the officer's, an unknown one its own problem."""

    def is_by_others(recommendation: Recommendation, update: ProgressUpdate) -> bool:
        return _is_approved(update, assessed.as_at) and approved_by_others(tracker, recommendation, update)

    for each, update in _latest(tracker, assessed, is_by_others):
        directors, names = _directors(tracker, each), _names(tracker, update.approved_by)
        place = update.cell("approved_by")
        yield catalogue.NotApprovedByDirector(directors=directors).at(place, each.ref, names)


def approved_by_others(tracker: Tracker, recommendation: Recommendation, update: ProgressUpdate) -> bool:
    """Whether those who approved an update are officers, and none of its accountable directors."""
    approvers = tracker.directory.officers(update.approved_by)
    directors = tracker.directory.officers(recommendation.director)
    return bool(approvers and directors) and approvers.isdisjoint(directors)


def _latest(
    tracker: Tracker, assessed: Assessed, is_doubtful: Callable[[Recommendation, ProgressUpdate], bool]
) -> list[tuple[Recommendation, ProgressUpdate]]:
    """The current recommendations whose latest update is doubtful, each with that update.

    Left out are those that share a ref, and as many as may have a later update that has lost its ref: the last
    updated first. Each of these has a problem already.
    """
    found: dict[ProgressUpdate, Recommendation] = {}
    shared = repeated(tracker.recommendations)
    for rated in assessed.recommendations:
        each, update = rated.recommendation, rated.update
        if match_key(each.ref) in shared:
            continue
        if rated.current and update and is_doubtful(each, update) and _is_settled(tracker, each):
            found.setdefault(update, each)
    strayed = [each for each in tracker.updates if found and not tracker.recommendation(each.recommendation)]
    newest: dict[frozenset[Officer], date] = {}
    for stray in strayed:
        approvers = tracker.directory.officers(stray.approved_by)
        newest[approvers] = max(newest.get(approvers, date.min), _latest_possible(stray))
    explained = [update for update, each in found.items() if _has_a_newer(tracker, each, update, newest)]
    likeliest = set(sorted(explained, key=_latest_possible, reverse=True)[: len(strayed)])
    return [(each, update) for update, each in found.items() if update not in likeliest]


def _has_a_newer(
    tracker: Tracker,
    recommendation: Recommendation,
    update: ProgressUpdate,
    newest: Mapping[frozenset[Officer], date],
) -> bool:
    """Whether a later update may be its own: the `newest` ones that have lost their ref, by who approved them."""
    directors = tracker.directory.officers(recommendation.director)
    return any(
        _latest_possible(update) < day and not (approvers and directors and approvers.isdisjoint(directors))
        for approvers, day in newest.items()
    )


def _latest_possible(update: ProgressUpdate) -> date:
    return update.day or date.max


def _is_settled(tracker: Tracker, recommendation: Recommendation) -> bool:
    """Whether the recommendation is current, and its updates dated, without a doubt."""
    last = tracker.details.data_as_at or date.max
    dated = all(each.day is not None and each.day <= last for each in tracker.updates_of(recommendation))
    return dated and is_surely_current(tracker, recommendation)


def _is_approved(update: ProgressUpdate, as_at: date | None) -> bool:
    return as_at is not None and update.approved is not None and update.approved <= as_at


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


def _start_alike(text: str, other: str) -> bool:
    """Whether two long texts may be the same, told before either is read into lines: no mark of a line is a letter."""
    return all(_first_letters(text, count) == _first_letters(other, count) for count in _TELLING)


_TELLING = (1, 12)
"""The first letter tells most texts apart; so many seldom are the same by chance."""


def _first_letters(text: str, count: int) -> str:
    letters = "".join(islice(filter(str.isalpha, text), count))
    return "".join(filter(str.isalpha, letters.casefold()))[:count]


def _plain(update: ProgressUpdate) -> str:
    return without_spacing(words(update.progress))


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
    updates_are_recent,
    updates_are_new,
    updates_are_approved,
    approvals_have_a_name,
    approvals_are_the_directors,
)
