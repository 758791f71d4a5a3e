"""Changes since the last report: recommendations new, closed, better or worse, and due dates moved."""

from collections.abc import Iterator
from datetime import date

from audit_report.model.assessed import RatedAction, RatedRecommendation
from audit_report.model.records import DateChange
from audit_report.model.vocabulary import SinceLast
from audit_report.report.blocks import Block, Cell, Prose
from audit_report.report.context import Column, Material
from audit_report.schema.rich_text import Mark, plain

_LISTS = (
    (SinceLast.NEW, "Changes new heading"),
    (SinceLast.CLOSED, "Changes closed heading"),
    (SinceLast.IMPROVED, "Changes improved heading"),
    (SinceLast.WORSENED, "Changes worsened heading"),
    (SinceLast.UNKNOWN, "Changes unknown heading"),
)
_COLUMNS: tuple[Column, ...] = (
    ("Column Action", 0.26),
    ("Column From", 0.15),
    ("Column To", 0.15),
    ("Column Times moved", 0.09),
    ("Column Days slipped", 0.1),
    ("Column Reason for change", 0.25),
)


def changes(material: Material) -> Iterator[Block]:
    """The section; nothing where this is a first report."""
    previous = material.assessed.previous_as_at
    if previous is None:
        return
    yield material.heading(2, "Changes heading")
    yield material.prose("Changes introduction")
    found = [*_recommendations(material), *_not_named(material), *_dates(material, previous)]
    yield from found or [material.prose("Changes nil")]


def _recommendations(material: Material) -> Iterator[Block]:
    for since_last, heading in _LISTS:
        changed = [
            rated
            for rated in material.assessed.recommendations
            if rated.since_last is since_last and material.may_name(rated)
        ]
        if changed:
            yield material.heading(3, heading)
            yield Prose(tuple(plain(_item(material, rated), Mark.BULLET) for rated in changed))


def _not_named(material: Material) -> Iterator[Block]:
    """How many of those that changed may not be named."""
    told = [since_last for since_last, _ in _LISTS]
    changed = [each for each in material.assessed.recommendations if each.since_last in told]
    if count := sum(not material.may_name(each) for each in changed):
        yield material.prose("Exempt left out", count=count)


def _item(material: Material, rated: RatedRecommendation) -> str:
    recommendation = rated.recommendation
    named = {
        "recommendation": recommendation.text,
        "ref": recommendation.ref,
        "assessment": material.assessment(recommendation.source_assessment) or material.text("Not stated"),
    }
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


def _dates(material: Material, previous: date) -> Iterator[Block]:
    """The due dates moved since the last report, of recommendations this report covers: a table and a note."""
    rows = [
        _row(material, action, recent)
        for rated in filter(material.may_name, material.assessed.recommendations)
        if rated.since_last is not None
        for action in rated.actions
        if (recent := [move for move in action.moves if move.approved and move.approved > previous])
    ]
    if rows:
        yield material.heading(3, "Changes dates heading")
        yield material.grid("Table title dates", _COLUMNS, rows)
        yield material.prose("Changes dates note")


def _row(material: Material, rated: RatedAction, recent: list[DateChange]) -> tuple[Cell, ...]:
    """The action, its due date at the last report and now, and how often and how far it has moved in all."""
    earlier = rated.moves[: -len(recent)]
    due_then = earlier[-1].new_due if earlier else rated.action.original_due
    reasons = [line for move in recent for line in material.stated(move.reason)]
    return (
        Cell(material.stated(rated.action.text), label=rated.action.ref),
        Cell(material.approximate(due_then)),
        Cell(material.approximate(rated.due)),
        Cell((plain(str(len(rated.moves))),)),
        Cell((plain(_slipped(material, rated)),)),
        Cell(tuple(reasons)),
    )


def _slipped(material: Material, rated: RatedAction) -> str:
    return material.text("Not stated") if rated.days_slipped is None else str(rated.days_slipped)
