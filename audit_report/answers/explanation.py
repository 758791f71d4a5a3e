"""The whole trail behind one recommendation's ratings, for `audit-report explain`."""

from collections.abc import Iterator
from datetime import date

from audit_report.model.assessed import RatedAction, RatedRecommendation
from audit_report.model.checked import Checked
from audit_report.model.evidence import IMPACTS
from audit_report.model.records import ProgressUpdate
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Section
from audit_report.model.wording import Wording, wording
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import in_words, long_date
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key

_EVIDENCE = ("loss", "budget", *IMPACTS.values(), "recorded_priority")


def explanation(checked: Checked, ref: str) -> list[str] | None:
    """Why the recommendation of `ref` is rated and reported as it is, a line each; None where there is no such ref."""
    rated = next(
        (
            each
            for each in checked.assessed.recommendations
            if match_key(each.recommendation.ref) == match_key(ref)
        ),
        None,
    )
    if rated is None or not ref.strip():
        return None
    tracker, assessed = checked.tracker, checked.assessed
    words = wording(tracker.details, tracker.report_text, assessed.as_at, assessed.previous_as_at)
    as_at = long_date(assessed.as_at) if assessed.as_at else "an unknown day"
    return [
        f"{rated.recommendation.ref}: {rated.recommendation.text}",
        f"As at {as_at}, from {checked.workbook}",
        *_section("Priority (Annex 1)", rated.priority.stands, _priority(rated)),
        *_section("Status (Annex 2)", rated.status, _status(rated, words)),
        *_section("Actions", None, _actions(rated, words)),
        *_section("Updates", None, _updates(rated, tracker)),
        *_section("In the report", None, _place(rated)),
    ]


def _section(title: str, answer: object, lines: Iterator[str]) -> Iterator[str]:
    yield ""
    yield f"{title}: {answer}" if answer else title
    yield from (f"  {line}" for line in lines)


def _priority(rated: RatedRecommendation) -> Iterator[str]:
    yield from rated.priority.reasons
    given = [name for name in _EVIDENCE if getattr(rated.recommendation, name) is not None]
    if given:
        yield "Read from " + ", ".join(_cell(rated.recommendation, name) for name in given) + "."


def _status(rated: RatedRecommendation, words: Wording) -> Iterator[str]:
    for reason in rated.status_reasons:
        yield words.text(reason.place, **reason.values)
    if not rated.status_reasons:
        yield "A plan is in place, no significant challenge is declared and every action is on track."
    yield f"Improvement plan in place is read from {_cell(rated.recommendation, 'plan_in_place')}."


def _actions(rated: RatedRecommendation, words: Wording) -> Iterator[str]:
    if not rated.actions:
        yield "None."
    for action in rated.actions:
        track = {True: "on track", False: "not on track", None: "not rated"}[action.on_track]
        yield f"{action.action.ref} ({_cell(action.action, 'ref')}): {track}. {action.action.text}"
        yield from (f"  {line}" for line in _action(action, words))


def _action(rated: RatedAction, words: Wording) -> Iterator[str]:
    action = rated.action
    due = f"Due {_due(rated.due)}" if rated.due else "No due date"
    if rated.moves and action.original_due:
        slipped = "not known" if rated.days_slipped is None else rated.days_slipped
        due += f", first {_due(action.original_due)}; moves {len(rated.moves)}, days slipped {slipped}"
    yield f"{due}. Progress: {action.progress or 'not given'}. Quality: {action.quality or 'not judged yet'}."
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


def _updates(rated: RatedRecommendation, tracker: Tracker) -> Iterator[str]:
    updates = tracker.updates_of(rated.recommendation)
    if not updates:
        yield "None."
    for update in updates:
        counts = "counts" if update is rated.update else "does not count"
        yield (
            f"{_day(update.day)} ({_cell(update, 'day')}, {counts}): declared {update.declared or 'nothing'}, "
            f"significant challenges {_yes_no(update.challenges)}, {_approval(update)}."
        )


def _place(rated: RatedRecommendation) -> Iterator[str]:
    if not rated.current:
        yield "Not reported: it is closed, not yet raised, or its assessment is reported through another route."
    elif rated.section is Section.B:
        yield f"Section B: it is current and its priority is {rated.priority.stands}."
    elif rated.section is Section.C:
        yield f"Section C: it is current, its priority is {rated.priority.stands} and its status is {rated.status}."
    elif rated.priority.stands:
        yield (
            f"In no section: it is current, but its priority is {rated.priority.stands} "
            f"and its status is {rated.status}."
        )
    else:
        yield "In no section: it has no priority."
    if rated.since_last:
        yield f"Since the last report: {rated.since_last.value}."


def _approval(update: ProgressUpdate) -> str:
    if update.approved is None:
        return "not approved"
    return f"approved on {long_date(update.approved)} by {_names(update.approved_by)}"


def _names(cell: str) -> str:
    """The names of a cell on one line."""
    return ", ".join(cell.splitlines()) or "nobody named"


def _day(day: date | None) -> str:
    return long_date(day) if day else "undated"


def _cell(record: Record, name: str) -> str:
    return record.cell(name).cell or record.sheet


def _yes_no(value: bool | None) -> str:  # noqa: FBT001  the value of a Yes/No cell
    return "not given" if value is None else "Yes" if value else "No"
