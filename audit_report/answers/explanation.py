"""The whole trail behind one recommendation's ratings, for `audit-report explain`."""

from collections.abc import Iterator
from datetime import date

from audit_report.cannot_run import CannotRunError
from audit_report.model.approval import is_approved_by_director
from audit_report.model.assessed import RatedAction, RatedRecommendation
from audit_report.model.checked import Checked
from audit_report.model.evidence import IMPACTS
from audit_report.model.records import Action, ProgressUpdate, Recommendation
from audit_report.model.vocabulary import Response, Section, SinceLast
from audit_report.model.wording import Wording, wording
from audit_report.rules.who_is_reported import reported_elsewhere
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import in_words, long_date
from audit_report.schema.near_misses import did_you_mean
from audit_report.schema.record import Record

_SINCE_LAST = {
    SinceLast.FIRST: "this is the first report",
    SinceLast.NEW: "new",
    SinceLast.SAME: "no change of status",
    SinceLast.IMPROVED: "improved",
    SinceLast.WORSENED: "worsened",
    SinceLast.CLOSED: "closed",
    SinceLast.REOPENED: "reopened",
    SinceLast.UNKNOWN: "what its status was then is not known",
}
_COMPARED = (SinceLast.IMPROVED, SinceLast.WORSENED)
_EVIDENCE = ("loss", "budget", *IMPACTS.values(), "recorded_priority")


def explanation(checked: Checked, ref: str) -> list[str]:
    """Why a recommendation, or an action's, is rated and reported as it is, a line each.

    Raises CannotRunError where the tracker has no row of that ref.
    """
    tracker, assessed = checked.tracker, checked.assessed
    action = None if tracker.recommendation(ref) else tracker.action(ref)
    found = tracker.recommendation(action.recommendation if action else ref)
    rated = next((each for each in assessed.recommendations if each.recommendation is found), None)
    if rated is None:
        raise CannotRunError(_no_such_ref(checked, ref, action))
    words = wording(tracker.details, tracker.report_text, assessed.as_at, assessed.previous_as_at)
    as_at = long_date(assessed.as_at) if assessed.as_at else "an unknown day"
    answers = f"{action.ref} is an action of {found.ref}." if action and found else ""
    return [
        *([answers] if answers else []),
        f"{rated.recommendation.ref}: {rated.recommendation.text}",
        f"As at {as_at}, from {checked.workbook}",
        *_section("Priority (Annex 1)", rated.priority.stands, _priority(rated)),
        *_section("Status (Annex 2)", rated.status, _status(checked, rated, words)),
        *_section("Actions", None, _actions(checked, rated, words)),
        *_section("Updates", None, _updates(checked, rated)),
        *_section("In the report", None, _place(checked, rated)),
    ]


def rating_in_words(checked: Checked, rated: RatedRecommendation) -> str:
    """How a recommendation is rated and where it is printed, and the reasons for its status."""
    tracker, assessed = checked.tracker, checked.assessed
    words = wording(tracker.details, tracker.report_text, assessed.as_at, assessed.previous_as_at)
    place = f"section {rated.section}" if rated.section else "no section"
    standing = rated.status or ("not agreed" if rated.current else "not current")
    said = f"{rated.priority.stands or 'No priority'}, {standing}; printed in {place}."
    reasons = (words.text(reason.place, **reason.values) for reason in rated.status_reasons)
    return " ".join([said, *(f"{reason.rstrip('.')}." for reason in reasons)])


def _no_such_ref(checked: Checked, ref: str, action: Action | None) -> str:
    if action:
        return f"“{ref}” is an action of “{action.recommendation}”, which is not in Recommendations."
    tracker = checked.tracker
    refs = [*(each.ref for each in tracker.recommendations), *(each.ref for each in tracker.actions)]
    near = did_you_mean(ref, refs)
    return f"“{ref}” is not the ref of a recommendation or an action in {checked.workbook}. {near}".strip()


def _section(title: str, answer: object, lines: Iterator[str]) -> Iterator[str]:
    yield ""
    yield f"{title}: {answer}" if answer else title
    yield from (f"  {line}" for line in lines)


def _priority(rated: RatedRecommendation) -> Iterator[str]:
    yield from rated.priority.reasons
    given = [name for name in _EVIDENCE if getattr(rated.recommendation, name) is not None]
    if given:
        yield "Read from " + ", ".join(_cell(rated.recommendation, name) for name in given) + "."


def _status(checked: Checked, rated: RatedRecommendation, words: Wording) -> Iterator[str]:
    if rated.recommendation.response is Response.NOT_AGREED:
        cells = " and ".join(_cell(rated.recommendation, each) for each in ("response", "response_reason"))
        why = " ".join(rated.recommendation.response_reason.split()).rstrip(".") or "no reason is given"
        yield f"It has no status, for it was not agreed: {why} (read from {cells})."
        return
    for reason in rated.status_reasons:
        yield words.text(reason.place, **reason.values)
    if rated.status and not rated.status_reasons:
        yield _nothing_against_it(checked, rated)
    if left_out := _left_out(checked):
        yield left_out
        return
    yield f"Improvement plan in place is read from {_cell(rated.recommendation, 'plan_in_place')}."


def _nothing_against_it(checked: Checked, rated: RatedRecommendation) -> str:
    """What the facts that count say, and no more than that."""
    left_out, update = bool(_left_out(checked)), rated.update
    said = ["a plan is in place"] if rated.recommendation.plan_in_place and not left_out else []
    if update is None:
        said.append("no update counts")
    elif update.challenges is False:
        said.append("the latest update declares no significant challenge")
    said.append(_actions_in_short(rated, dates_alone=left_out))
    return f"Nothing is against it: {', '.join(said)}."


def _actions_in_short(rated: RatedRecommendation, *, dates_alone: bool) -> str:
    """How the actions stand that are not cancelled."""
    if not rated.actions:
        return "it has no actions"
    if all(action.cancelled for action in rated.actions):
        return "all of its actions are cancelled"
    return "no action is past its due date" if dates_alone else "every action is on track"


def _left_out(checked: Checked) -> str:
    """Which facts an earlier day leaves out, because nobody knows from when on they held."""
    as_at, own = checked.assessed.as_at, checked.tracker.details.data_as_at
    if not as_at or not own or as_at >= own:
        return ""
    facts = "Improvement plan in place, Progress and Quality"
    return f"Left out: {facts}, which have no date and hold from {long_date(own)} on."


def _actions(checked: Checked, rated: RatedRecommendation, words: Wording) -> Iterator[str]:
    if not rated.actions:
        yield "None."
    left_out = bool(_left_out(checked))
    for action in rated.actions:
        yield f"{action.action.ref} ({_cell(action.action, 'ref')}): {_track(action)}. {action.action.text}"
        yield from (f"  {line}" for line in _action(action, words, left_out=left_out))


def _track(action: RatedAction) -> str:
    if action.cancelled:
        return "cancelled, so not rated"
    return {True: "on track", False: "not on track", None: "not rated"}[action.on_track]


def _action(rated: RatedAction, words: Wording, *, left_out: bool) -> Iterator[str]:
    action = rated.action
    due = f"Due {_due(rated.due)}" if rated.due else "No due date"
    if rated.moves and action.original_due:
        slipped = "not known" if rated.days_slipped is None else rated.days_slipped
        due += f", first {_due(action.original_due)}; moves {len(rated.moves)}, days slipped {slipped}"
    yield f"{due}."
    if not left_out:
        yield f"Progress: {action.progress or 'not given'}. Quality: {action.quality or 'not judged yet'}."
    if rated.cancelled and action.completed:
        yield f"Cancelled on {long_date(action.completed)}. Reason: {action.evidence or 'none given'}"
    if rated.completed and action.completed:
        yield f"Completed on {long_date(action.completed)}. Evidence: {action.evidence or 'none given'}"
    for change in rated.moves:
        if change.new_due and change.approved:
            yield (
                f"Moved to {_due(change.new_due)}, approved on {long_date(change.approved)}"
                f" by {_names(change.approved_by)}: {change.reason} ({_cell(change, 'new_due')})"
            )
    for reason in rated.reasons:
        yield words.text(reason.place, **reason.values)


def _due(value: ApproximateDate) -> str:
    """A due date with the day that counts: "June 2010 (30 June 2010 counts)", "Ongoing (no day: never late)"."""
    if not value.words:
        return in_words(value)
    counts = f"{long_date(value.latest)} counts" if value.latest else "no last day, so never late"
    return f"{value.words} ({counts})"


def _updates(checked: Checked, rated: RatedRecommendation) -> Iterator[str]:
    updates = checked.tracker.updates_of(rated.recommendation)
    if not updates:
        yield "None."
    for update in updates:
        counts = "counts" if update is rated.update else "does not count"
        yield (
            f"{_day(update.day)} ({_cell(update, 'day')}, {counts}): declared {update.declared or 'nothing'}, "
            f"significant challenges {_yes_no(update.challenges)}, {_approval(checked, rated, update)}."
        )


def _place(checked: Checked, rated: RatedRecommendation) -> Iterator[str]:
    stands, status = rated.priority.stands, rated.status
    if not rated.current:
        told = "Among the changes since the last report alone" if rated.changes else "Not reported"
        yield f"{told}: {_why_not_current(checked, rated.recommendation)}."
    elif rated.section is Section.B:
        yield f"Section B: it is current and its priority is {stands}."
    elif rated.section is Section.C:
        yield f"Section C: it is current, its priority is {stands} and its status is {status}."
    elif stands:
        standing = f"its status is {status}" if status else "it was not agreed"
        yield f"In no section: it is current, but its priority is {stands} and {standing}."
    else:
        yield "In no section: it has no priority."
    if rated.since_last:
        was = f", from {rated.last_status}" if rated.since_last in _COMPARED else ""
        yield f"Since the last report: {_SINCE_LAST[rated.since_last]}{was}."


def _why_not_current(checked: Checked, recommendation: Recommendation) -> str:
    """The one reason why a recommendation is not current."""
    as_at = checked.assessed.as_at
    if as_at is None:
        return "Data as at is not known"
    source = checked.tracker.assessment(recommendation.source_assessment)
    if source and source in reported_elsewhere(checked.tracker):
        return f"its assessment, {source.name}, is reported through another route"
    if recommendation.raised and recommendation.raised > as_at:
        return f"it was raised on {long_date(recommendation.raised)}, after the as-at day"
    ended = f" ({recommendation.outcome})" if recommendation.outcome else ""
    return f"it was closed on {long_date(recommendation.closed or as_at)}{ended}"


def _approval(checked: Checked, rated: RatedRecommendation, update: ProgressUpdate) -> str:
    """Whether it is approved, as far as it is: by the day, and by one of the accountable directors."""
    if update.approved is None:
        return "not approved"
    as_at = checked.assessed.as_at
    said = f"approved on {long_date(update.approved)} by {_names(update.approved_by)}"
    if as_at and update.approved > as_at:
        return f"{said}, after the as-at day"
    if is_approved_by_director(checked.tracker, rated.recommendation, update, as_at):
        return said
    return f"{said}, which is not an accountable director"


def _names(cell: str) -> str:
    """The names of a cell on one line."""
    return ", ".join(cell.splitlines()) or "nobody named"


def _day(day: date | None) -> str:
    return long_date(day) if day else "undated"


def _cell(record: Record, name: str) -> str:
    return record.cell(name).cell or record.sheet


def _yes_no(value: bool | None) -> str:  # noqa: FBT001  the value of a Yes/No cell
    return "not given" if value is None else "Yes" if value else "No"
