"""Since the last report: what is, against what that report said."""

from collections.abc import Iterator
from datetime import date

from audit_report.model.assessed import Change, RatedAction, RatedRecommendation
from audit_report.model.last_report import Earlier
from audit_report.model.records import Action, DateChange
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Status
from audit_report.model.vocabulary import ChangeCode, SinceLast, Standing
from audit_report.rules.last_said import LastSaid
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.near_misses import are_alike
from audit_report.schema.spacing import match_key

_TOLD_AS = {
    SinceLast.NEW: ChangeCode.NEW,
    SinceLast.CLOSED: ChangeCode.CLOSED,
    SinceLast.REOPENED: ChangeCode.REOPENED,
    SinceLast.IMPROVED: ChangeCode.IMPROVED,
    SinceLast.WORSENED: ChangeCode.WORSENED,
}


def previous_day(details: ReportDetails, as_at: date) -> date | None:
    """The day of the last report; None where it is not before `as_at`, as in a first report."""
    previous = details.previous_as_at
    return previous if previous is not None and previous < as_at else None


def since_last(
    rated: RatedRecommendation, said: LastSaid | None, last_day: date | None
) -> tuple[SinceLast | None, Status | None]:
    """How a recommendation stands against the last report; its status then, where compared and known."""
    closed, standing = rated.recommendation.closed, rated.standing
    was_current = said is not None and said.standing is Standing.CURRENT
    if standing is Standing.CLOSED and last_day and (was_current or (closed and closed > last_day)):
        return SinceLast.CLOSED, None
    if standing is not Standing.CURRENT:
        return None, None
    return _of_current(rated.status, said) if last_day else (SinceLast.FIRST, None)


def _of_current(now: Status | None, said: LastSaid | None) -> tuple[SinceLast, Status | None]:
    if said is None or said.standing is Standing.ELSEWHERE:
        return SinceLast.NEW, None
    if said.standing is Standing.CLOSED:
        return SinceLast.REOPENED, None
    return (_change(now, said.status), said.status) if said.is_status_known else (SinceLast.UNKNOWN, None)


def _change(now: Status | None, then: Status | None) -> SinceLast:
    """Better or worse by what the statuses mean, whatever each scale calls them; from none to one is neither."""
    if now is None or then is None:
        return SinceLast.SAME if now is then else SinceLast.UNKNOWN
    if now.meaning is then.meaning:
        return SinceLast.SAME
    return SinceLast.IMPROVED if now.meaning.rank > then.meaning.rank else SinceLast.WORSENED


def changes(
    rated: RatedRecommendation, said: LastSaid | None, last_day: date, earlier: Earlier | None
) -> Iterator[Change]:
    """Every change of a recommendation and its actions since the last report, as far as what was is known."""
    was_current = said is not None and said.standing is Standing.CURRENT
    if was_current and rated.standing not in (Standing.CURRENT, Standing.CLOSED):
        yield Change(ChangeCode.ELSEWHERE)
    if rated.since_last is None:
        return
    if told := _TOLD_AS.get(rated.since_last):
        ended = rated.recommendation.outcome or rated.recommendation.closed
        yield Change(told, rated.last_status, ended if told is ChangeCode.CLOSED else rated.status)
    if said and was_current and rated.current:
        yield from _rated_otherwise(rated, said)
    for action in rated.actions:
        yield from _of_action(action, last_day, earlier)
    if earlier and (then := earlier.rated(rated.recommendation)):
        yield from _reworded(then.recommendation.text, rated.recommendation.text)


def _rated_otherwise(rated: RatedRecommendation, said: LastSaid) -> Iterator[Change]:
    """Another priority or another response, where what was is known."""
    before, after = said.priority, rated.priority.stands
    if before and after and before != after:
        raised = after.rank < before.rank
        yield Change(ChangeCode.PRIORITY_RAISED if raised else ChangeCode.PRIORITY_LOWERED, before, after)
    if said.response and said.response is not rated.recommendation.response:
        yield Change(ChangeCode.RESPONSE, said.response, rated.recommendation.response)


def _of_action(rated: RatedAction, last_day: date, earlier: Earlier | None) -> Iterator[Change]:
    then = _then(rated.action, earlier)
    had_ended = _had_ended(then or rated.action, last_day)
    if rated.ended and not had_ended:
        code = ChangeCode.ACTION_CANCELLED if rated.cancelled else ChangeCode.ACTION_COMPLETED
        yield Change(code, None, rated.action.completed, rated)
    if then and had_ended and not rated.ended:
        yield Change(ChangeCode.ACTION_REOPENED, then.completed, None, rated)
    if recent := recent_moves(rated, last_day):
        yield Change(ChangeCode.DATE_MOVED, due_before(rated, len(recent)), rated.due, rated)
    if then:
        yield from _reworded(then.text, rated.action.text, rated)


def recent_moves(rated: RatedAction, last_day: date) -> list[DateChange]:
    """The moves of an action's due date that were approved after a day."""
    return [move for move in rated.moves if move.approved and move.approved > last_day]


def due_before(rated: RatedAction, moves: int) -> ApproximateDate | None:
    """When an action was due before its last so many moves."""
    earlier = rated.moves[: len(rated.moves) - moves]
    return earlier[-1].new_due if earlier else rated.action.original_due


def _then(action: Action, earlier: Earlier | None) -> Action | None:
    """The action in the last report's own file; None where that is not given, or has another under its ref."""
    then = earlier.tracker.action(action.ref) if earlier else None
    return then if then and are_alike(then.text, action.text) else None


def _had_ended(action: Action, day: date) -> bool:
    return action.completed is not None and action.completed <= day


def _reworded(before: str, after: str, action: RatedAction | None = None) -> Iterator[Change]:
    if match_key(before) != match_key(after):
        yield Change(ChangeCode.REWORDED, before, after, action)
