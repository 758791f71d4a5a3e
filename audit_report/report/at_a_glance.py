"""At a glance: the meeting, what is asked of it, where things stand, what is late, and the trend."""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit_report.model.assessed import RatedRecommendation
from audit_report.model.scales import Meaning
from audit_report.model.vocabulary import SinceLast
from audit_report.problems import shortened
from audit_report.report.blocks import Block, Cell, Heading, Prose
from audit_report.report.context import Column, Material
from audit_report.report.trend import trend
from audit_report.rules.overdue_actions import Due, due_soon, next_due, overdue
from audit_report.rules.requested_extensions import requested_extensions
from audit_report.schema.rich_text import Mark, RichText, plain

_CHANGES = {
    SinceLast.NEW: "Summary changes new",
    SinceLast.CLOSED: "Summary changes closed",
    SinceLast.REOPENED: "Summary changes reopened",
    SinceLast.IMPROVED: "Summary changes improved",
    SinceLast.WORSENED: "Summary changes worsened",
    SinceLast.UNKNOWN: "Summary changes unknown",
}
_REGISTER: tuple[Column, ...] = (
    ("Summary register ref", 0.11),
    ("Summary register recommendation", 0.28),
    ("Summary register priority", 0.12),
    ("Summary register status", 0.14),
    ("Summary register next due", 0.14),
    ("Summary register lead", 0.18),
)
_LAST_TIME: Column = ("Summary register last time", 0.12)
_ACTIONS: tuple[Column, ...] = (
    ("Summary register ref", 0.1),
    ("Column Action", 0.4),
    ("Column Due date", 0.19),
    ("Summary register lead", 0.22),
)
_DAYS_LATE: Column = ("Summary days late", 0.13)
_MOST, _MOST_ACTIONS = 24, 6
"""The recommendations and the actions that a list names: what two pages have room for. The others are counted."""

_FEW, _ONE_LINE = 20, 28
"""The recommendations up to which each may take several lines, and the letters that one line of a longer list has."""

_MOST_REQUESTS = 3
"""The extensions asked for that are items of their own; more of them are one item."""


def summary(material: Material) -> Iterator[Block]:
    """The page, where the report is to have one."""
    if not material.tracker.details.show_summary:
        return
    yield material.heading(2, "Summary heading")
    yield material.prose("Summary meeting")
    yield from _asked(material)
    yield from _position(material)
    yield from _late(material)
    yield from trend(material)


def _current(material: Material) -> list[RatedRecommendation]:
    return [each for each in material.assessed.recommendations if each.current and material.may_name(each)]


def _asked(material: Material) -> Iterator[Block]:
    """What members are asked to do: an item for each thing that waits for them."""
    items = [material.text("Summary asked to note")]
    if off_track := [each for each in _current(material) if _is(each, Meaning.OFF_TRACK)]:
        items.append(material.text("Summary asked off track", refs=_refs(material, off_track)))
    if unheard_of := _without_update(material):
        items.append(material.text("Summary asked without update", refs=_refs(material, unheard_of)))
    items += _extensions(material)
    yield material.heading(3, "Summary asked heading")
    yield Prose(tuple(plain(item, Mark.BULLET) for item in items))


def _without_update(material: Material) -> list[RatedRecommendation]:
    """The recommendations on which there is no update since the last report."""
    last = material.assessed.previous_as_at
    return [
        each
        for each in _current(material)
        if last and each.wants_progress and not (each.update and each.update.day and each.update.day > last)
    ]


def _extensions(material: Material) -> Iterator[str]:
    """What there is to decide: an item for each later date asked for, or one for all where there are many."""
    found = requested_extensions(material.tracker, material.assessed)
    requests = [each for each in found if material.may_name(each.recommendation)]
    if len(requests) > _MOST_REQUESTS:
        refs = dict.fromkeys(each.action.action.ref for each in requests)
        yield material.text("Summary asked extensions", count=len(requests), refs=material.joined(list(refs)))
        return
    for each in requests:
        due, asked = (material.in_a_line(when) for when in (each.action.due, each.change.new_due))
        yield material.text(
            "Summary asked extension", ref=each.action.action.ref, due_date=due, new_date=asked
        )


def _refs(material: Material, recommendations: Sequence[RatedRecommendation]) -> str:
    return material.joined([each.recommendation.ref for each in recommendations])


def _is(rated: RatedRecommendation, meaning: Meaning) -> bool:
    return rated.status is not None and rated.status.meaning is meaning


def _position(material: Material) -> Iterator[Block]:
    """Where things stand and what has changed, a sentence each, and the register in a line a recommendation."""
    current = _current(material)
    yield material.heading(3, "Summary position heading")
    if current:
        statuses = Counter(material.in_a_word(material.standing(each)) for each in _worst_first(current))
        figures = ", ".join(f"{number} {status}" for status, number in statuses.items())
        yield material.prose("Summary position", count=len(current), statuses=figures)
    else:
        yield material.prose("Summary position none")
    if material.assessed.previous_as_at:
        yield _changes(material)
    if current:
        yield from _register(material, current)


def _changes(material: Material) -> Prose:
    counts = Counter(each.since_last for each in material.assessed.recommendations)
    told = [material.text(place, count=counts[since]) for since, place in _CHANGES.items() if counts[since]]
    if told:
        return material.prose("Summary changes", changes=", ".join(told))
    return material.prose("Summary changes none")


def _worst_first(recommendations: Sequence[RatedRecommendation]) -> list[RatedRecommendation]:
    """Off track first, then by priority; what has no status last."""

    def place(rated: RatedRecommendation) -> tuple[int, int]:
        stands = rated.priority.stands
        status = rated.status.meaning.rank if rated.status else len(Meaning)
        return status, stands.rank if stands else len(recommendations)

    return sorted(recommendations, key=place)


def _register(material: Material, current: Sequence[RatedRecommendation]) -> Iterator[Block]:
    columns = list(_REGISTER)
    if material.assessed.previous_as_at:
        columns.insert(4, _LAST_TIME)
    whole = sum(width for _, width in columns)
    in_one_line = len(current) > _FEW
    first = _worst_first(current)[:_MOST]
    rows = [_register_row(material, each, in_one_line=in_one_line) for each in first]
    yield material.grid("Summary register title", [(place, width / whole) for place, width in columns], rows)
    if more := len(current) - len(rows):
        yield _more(material, more)


def _more(material: Material, count: int) -> Prose:
    return material.prose("Summary more", count=count) if count > 1 else material.prose("Summary one more")


def _register_row(material: Material, rated: RatedRecommendation, *, in_one_line: bool) -> tuple[Cell, ...]:
    of = rated.recommendation
    leads = [person.name for person in material.tracker.people(of.leads)]
    lead = leads[0] if in_one_line and leads else material.names(of.leads)
    due, colour = next_due(rated), rated.status.colour if rated.status else None
    last_time = [Cell(_words(material.last_time(rated)))] if material.assessed.previous_as_at else []
    return (
        Cell((material.linked(of.ref, rated),)),
        Cell(_words(shortened(of.text, _ONE_LINE) if in_one_line else shortened(of.text))),
        Cell(_words(material.priority(rated.priority.stands))),
        Cell(_words(material.in_a_word(material.standing(rated))), rating=colour),
        *last_time,
        Cell(_words(material.words.short_date(due) if due else material.text("None"))),
        Cell(_words(lead)),
    )


def _words(text: str) -> RichText:
    return (plain(text),)


def _late(material: Material) -> Iterator[Block]:
    """The overdue actions, the latest first, and those due soon: how many, and the first of them."""
    late = sorted(_named(material, overdue(material.assessed)), key=lambda each: -each.days)
    yield from _actions(material, ("Summary overdue", "Summary overdue title"), late, (*_ACTIONS, _DAYS_LATE))
    days = material.tracker.details.due_soon_days
    soon = sorted(_named(material, due_soon(material.assessed, days)), key=lambda each: each.date)
    yield from _actions(material, ("Summary due soon", "Summary due soon title"), soon, _ACTIONS)


def _named(material: Material, actions: Iterator[Due]) -> list[Due]:
    return [each for each in actions if material.may_name(each.recommendation)]


def _actions(
    material: Material, places: tuple[str, str], actions: Sequence[Due], columns: Sequence[Column]
) -> Iterator[Block]:
    """How many actions there are, and a table of the first where there are any; `places` say how many, and title it."""
    place, title = places
    if not actions:
        yield material.prose(place, count=0)
        return
    yield Heading(3, material.text(place, count=len(actions)))
    whole = sum(width for _, width in columns)
    rows = [_action_row(material, each)[: len(columns)] for each in actions[:_MOST_ACTIONS]]
    yield material.grid(title, [(name, width / whole) for name, width in columns], rows)
    if more := len(actions) - len(rows):
        yield _more(material, more)


def _action_row(material: Material, due: Due) -> tuple[Cell, ...]:
    action = due.action.action
    return (
        Cell(_words(action.ref)),
        Cell(_words(shortened(action.text))),
        Cell(_words(material.day(due.date))),
        Cell(_words(material.names(action.owner or due.recommendation.recommendation.leads))),
        Cell(_words(str(due.days))),
    )
