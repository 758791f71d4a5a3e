"""At a glance: the current recommendations counted, and what needs attention."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from audit_report.model.assessed import RatedAction, RatedRecommendation
from audit_report.model.vocabulary import PlanStatus, Priority, SinceLast
from audit_report.report.blocks import Block, Cell, Grid, Rating
from audit_report.report.material import Material
from audit_report.schema.rich_text import plain

_WIDTHS = (0.28, 0.24, 0.24, 0.24)


def summary(material: Material) -> Iterator[Block]:
    """The page, where the report is to have one."""
    if not material.tracker.details.show_summary:
        return
    yield material.heading(2, "Summary heading")
    yield material.prose("Summary introduction")
    current = [rated for rated in material.assessed.recommendations if rated.current]
    actions = [action for rated in current for action in rated.actions]
    yield _counts(material, current)
    yield material.prose("Summary overdue", count=sum(map(_is_overdue, actions)))
    yield material.prose("Summary due soon", count=sum(_is_due_soon(material, each) for each in actions))
    if material.assessed.previous_as_at:
        closed = [rated.since_last for rated in material.assessed.recommendations].count(SinceLast.CLOSED)
        yield material.prose("Summary closed", count=closed)


def _counts(material: Material, current: Sequence[RatedRecommendation]) -> Grid:
    """The current recommendations by priority, a row each, and status, with totals both ways."""
    counts = Counter((rated.priority.stands, rated.status) for rated in current)
    by_level = {level: [counts[level, status] for status in PlanStatus] for level in Priority}
    totals = [sum(column) for column in zip(*by_level.values(), strict=True)]
    statuses = [material.status(status) for status in PlanStatus]
    return Grid(
        material.text("Summary table title"),
        (material.text("Summary priority column"), *statuses, material.text("Summary status total")),
        (
            *(_row(material.priority(level), numbers, level) for level, numbers in by_level.items()),
            _row(material.text("Summary total"), totals),
        ),
        _WIDTHS,
    )


def _row(label: str, numbers: list[int], rating: Rating | None = None) -> tuple[Cell, ...]:
    figures = [*numbers, sum(numbers)]
    head = Cell((plain(label),), rating=rating, heads_row=True)
    return head, *(Cell((plain(str(figure)),)) for figure in figures)


def _is_overdue(action: RatedAction) -> bool:
    return any(reason.place == "Reason overdue" for reason in action.reasons)


def _is_due_soon(material: Material, action: RatedAction) -> bool:
    """Whether it is due within the days set, the as-at day and the last of them included."""
    as_at, due = material.assessed.as_at, action.current_due
    if as_at is None or due is None or action.completed or _is_overdue(action):
        return False
    return as_at <= due <= as_at + timedelta(days=material.tracker.details.due_soon_days)
