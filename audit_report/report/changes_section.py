"""Changes since the last report: what came, went or is otherwise, dates moved or to be moved, what was asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from audit_report.model.assessed import Change, Changed, RatedAction, RatedRecommendation
from audit_report.model.records import DateChange
from audit_report.model.scales import Level
from audit_report.model.vocabulary import ChangeCode, Response, SinceLast
from audit_report.report.blocks import Block, Cell, Prose
from audit_report.report.context import MOVED_DATES, Column, Material
from audit_report.rules.overview import route_of
from audit_report.rules.requested_extensions import Requested, requested_extensions
from audit_report.rules.since_last_report import due_before, recent_moves
from audit_report.schema.rich_text import Mark, plain

_RECOMMENDATIONS = (
    (SinceLast.NEW, "Changes new heading"),
    (SinceLast.CLOSED, "Changes closed heading"),
    (SinceLast.REOPENED, "Changes reopened heading"),
    (SinceLast.IMPROVED, "Changes improved heading"),
    (SinceLast.WORSENED, "Changes worsened heading"),
    (SinceLast.UNKNOWN, "Changes unknown heading"),
)
_OTHER_CHANGES = (
    (ChangeCode.PRIORITY_RAISED, "Changes priority raised heading", "Changes item from to"),
    (ChangeCode.PRIORITY_LOWERED, "Changes priority lowered heading", "Changes item from to"),
    (ChangeCode.RESPONSE, "Changes response heading", "Changes item from to"),
    (ChangeCode.ELSEWHERE, "Changes elsewhere heading", "Changes elsewhere item"),
    (ChangeCode.ACTION_COMPLETED, "Changes actions completed heading", "Changes action completed item"),
    (ChangeCode.ACTION_CANCELLED, "Changes actions cancelled heading", "Changes action cancelled item"),
    (ChangeCode.ACTION_REOPENED, "Changes actions reopened heading", "Changes action reopened item"),
    (ChangeCode.REWORDED, "Changes reworded heading", "Changes reworded item"),
)
"""The changes that have a list of their own: each with its heading and how an item of it reads."""

_MOVED: tuple[Column, ...] = (
    ("Column Action", 0.26),
    ("Column From", 0.15),
    ("Column To", 0.15),
    ("Column Times moved", 0.09),
    ("Column Days slipped", 0.1),
    ("Column Reason for change", 0.25),
)
_REQUESTED: tuple[Column, ...] = (
    ("Column Action", 0.28),
    ("Column Due date", 0.15),
    ("Column New date asked", 0.15),
    ("Column Asked by", 0.17),
    ("Column Reason for change", 0.25),
)


def changes(material: Material) -> Iterator[Block]:
    """The section; nothing where this is a first report."""
    previous = material.assessed.previous_as_at
    if previous is None:
        return
    yield material.heading(2, "Changes heading")
    yield material.prose("Changes introduction")
    found = [
        *_recommendations(material),
        *_other_changes(material),
        *_not_named(material),
        *_moved(material, previous),
    ]
    yield from found or [material.prose("Changes nil")]
    yield from requests(material)
    yield from _asked(material, previous)


def _recommendations(material: Material) -> Iterator[Block]:
    for since_last, heading in _RECOMMENDATIONS:
        changed = [
            rated
            for rated in material.assessed.recommendations
            if rated.since_last is since_last and material.may_name(rated)
        ]
        if changed:
            yield material.heading(3, heading)
            yield Prose(
                tuple(material.linked(_item(material, rated), rated, Mark.BULLET) for rated in changed)
            )


def _other_changes(material: Material) -> Iterator[Block]:
    for code, heading, item in _OTHER_CHANGES:
        items = [
            material.linked(
                _other_item(material, item, rated, change),
                rated,
                Mark.BULLET,
                change.action.action.ref if change.action else "",
            )
            for rated in filter(material.may_name, material.assessed.recommendations)
            for change in rated.changes
            if change.code is code
        ]
        if items:
            yield material.heading(3, heading)
            yield Prose(tuple(items))


def _not_named(material: Material) -> Iterator[Block]:
    """How many of those that changed may not be named."""
    told = {since_last for since_last, _ in _RECOMMENDATIONS}
    changed = [each for each in material.assessed.recommendations if each.changes or each.since_last in told]
    if count := sum(not material.may_name(each) for each in changed):
        yield material.prose("Exempt left out", count=count)


def _named(material: Material, rated: RatedRecommendation) -> dict[str, str]:
    recommendation = rated.recommendation
    return {
        "recommendation": recommendation.text,
        "ref": recommendation.ref,
        "assessment": material.assessment(recommendation.source_assessment) or material.text("Not stated"),
    }


def _item(material: Material, rated: RatedRecommendation) -> str:
    recommendation, named = rated.recommendation, _named(material, rated)
    if rated.since_last is SinceLast.CLOSED:
        day = material.day(recommendation.closed)
        evidence = recommendation.closure_evidence or material.text("Not stated")
        if recommendation.outcome:
            outcome = material.outcome(recommendation.outcome)
            place = "Changes closed item with outcome"
            return material.text(place, **named, date=day, outcome=outcome, evidence=evidence)
        return material.text("Changes closed item", **named, date=day, evidence=evidence)
    priority, status = material.priority(rated.priority.stands), material.standing(rated)
    return material.text("Changes item", **named, priority=priority, status=status)


def _other_item(material: Material, place: str, rated: RatedRecommendation, change: Change) -> str:
    """A change in the words of its place, which uses what it needs of what there is to say."""
    action = change.action.action if change.action else None
    unstated = material.text("Not stated")
    values = {
        **_named(material, rated),
        "before": _in_words(material, change.before),
        "after": _in_words(material, change.after),
        "route": route_of(material.tracker, rated.recommendation.source_assessment) or unstated,
    }
    if action:
        values |= {"ref": action.ref, "action": action.text, "evidence": action.evidence or unstated}
    return material.text(place, **values)


def _in_words(material: Material, value: Changed) -> str:
    match value:
        case Level():
            return material.priority(value)
        case Response():
            return material.response(value)
        case date():
            return material.day(value)
        case _:
            return str(value or "")


def _moved(material: Material, previous: date) -> Iterator[Block]:
    """The due dates moved since the last report, of recommendations this report covers: a table and a note."""
    rows = [
        _moved_row(material, action, recent)
        for rated in filter(material.may_name, material.assessed.recommendations)
        if rated.since_last is not None
        for action in rated.actions
        if (recent := recent_moves(action, previous))
    ]
    if rows:
        yield replace(material.heading(3, "Changes dates heading"), name=MOVED_DATES)
        yield material.grid("Table title dates", _MOVED, rows)
        yield material.prose("Changes dates note")


def _moved_row(material: Material, rated: RatedAction, recent: Sequence[DateChange]) -> tuple[Cell, ...]:
    """The action, its due date at the last report and now, and how often and how far it has moved in all."""
    reasons = [line for move in recent for line in material.stated(move.reason)]
    return (
        Cell(material.stated(rated.action.text), label=rated.action.ref),
        Cell(material.approximate(due_before(rated, len(recent)))),
        Cell(material.approximate(rated.due)),
        Cell((plain(str(len(rated.moves))),)),
        Cell((plain(_slipped(material, rated)),)),
        Cell(tuple(reasons)),
    )


def _slipped(material: Material, rated: RatedAction) -> str:
    return material.text("Not stated") if rated.days_slipped is None else str(rated.days_slipped)


def requests(material: Material) -> Iterator[Block]:
    """The new due dates that wait for approval: a table and a note; nothing where there are none."""
    requested = list(requested_extensions(material.tracker, material.assessed))
    rows = [_requested_row(material, each) for each in requested if material.may_name(each.recommendation)]
    if rows:
        yield material.heading(3, "Changes requested heading")
        yield material.grid("Table title requested", _REQUESTED, rows)
        yield material.prose("Changes requested note")


def _requested_row(material: Material, requested: Requested) -> tuple[Cell, ...]:
    action = requested.action.action
    return (
        Cell(material.stated(action.text), label=action.ref),
        Cell(material.approximate(requested.action.due)),
        Cell(material.approximate(requested.change.new_due)),
        Cell((plain(material.names(requested.asked_by)),)),
        Cell(material.stated(requested.change.reason)),
    )


def _asked(material: Material, previous: date) -> Iterator[Block]:
    """What the committee asked at the last report, and what was done; nothing where nobody has written it down."""
    for report in material.tracker.reports:
        if report.as_at == previous and report.asked:
            yield material.heading(3, "Changes asked heading")
            yield Prose(report.asked[:])
            yield material.heading(3, "Changes done heading")
            yield Prose(material.stated(report.done))
