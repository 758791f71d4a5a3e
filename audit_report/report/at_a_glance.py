"""At a glance: the current recommendations counted, and what needs attention."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from audit_report.model.assessed import RatedRecommendation
from audit_report.model.scales import Level
from audit_report.model.vocabulary import SinceLast
from audit_report.report.blocks import Block, Cell, Chart, Grid, Rating, Series
from audit_report.report.context import Material
from audit_report.report.timeline import timeline
from audit_report.rules.overdue_actions import Age, Due, ageing, due_soon, overdue
from audit_report.schema.rich_text import plain

_Counts = Mapping[Level, list[int]]
"""The current recommendations of each priority, a number for each status."""

_WIDTHS = (0.28, 0.24, 0.24, 0.24)
_AGEING_WIDTHS = (0.35, 0.13, 0.13, 0.13, 0.13, 0.13)
_AGES: Mapping[Age, str] = {
    Age.UP_TO_30: "Summary ageing up to 30",
    Age.UP_TO_90: "Summary ageing up to 90",
    Age.UP_TO_180: "Summary ageing up to 180",
    Age.OVER_180: "Summary ageing over 180",
}


def summary(material: Material) -> Iterator[Block]:
    """The page, where the report is to have one."""
    if not material.tracker.details.show_summary:
        return
    yield material.heading(2, "Summary heading")
    yield material.prose("Summary introduction")
    counts = _by_level(material, [rated for rated in material.assessed.recommendations if rated.current])
    yield _counts(material, counts)
    if any(map(any, counts.values())):
        yield _picture(material, counts)
    late = list(overdue(material.assessed))
    yield material.prose("Summary overdue", count=len(late))
    if late:
        yield _ageing(material, late)
    soon = due_soon(material.assessed, material.tracker.details.due_soon_days)
    yield material.prose("Summary due soon", count=sum(1 for _ in soon))
    if material.assessed.previous_as_at:
        closed = [rated.since_last for rated in material.assessed.recommendations].count(SinceLast.CLOSED)
        yield material.prose("Summary closed", count=closed)
    yield from timeline(material)


def _by_level(material: Material, current: Sequence[RatedRecommendation]) -> _Counts:
    counts = Counter((rated.priority.stands, rated.status) for rated in current)
    scales = material.tracker.scales
    return {level: [counts[level, status] for status in scales.worst_first] for level in scales.levels}


def _counts(material: Material, by_level: _Counts) -> Grid:
    """The current recommendations by priority, a row each, and status, with totals both ways."""
    totals = [sum(column) for column in zip(*by_level.values(), strict=True)]
    statuses = [material.status(status) for status in material.tracker.scales.worst_first]
    return Grid(
        material.text("Summary table title"),
        (material.text("Summary priority column"), *statuses, material.text("Summary status total")),
        (
            *(_row(material.priority(level), numbers, level.shade) for level, numbers in by_level.items()),
            _row(material.text("Summary total"), totals),
        ),
        _WIDTHS,
    )


def _picture(material: Material, by_level: _Counts) -> Chart:
    """The same counts as bars; in words, "Critical: 2 Red (not on track), 4 Green (on track); Major: …"."""
    levels = [material.priority(level) for level in by_level]
    statuses = [material.status(status) for status in material.tracker.scales.worst_first]
    figures = [
        f"{level}: {', '.join(f'{number} {status}' for number, status in zip(numbers, statuses, strict=True))}"
        for level, numbers in zip(levels, by_level.values(), strict=True)
    ]
    columns = zip(*by_level.values(), strict=True)
    return Chart(
        material.text("Summary chart title"),
        material.text("Summary chart description", figures="; ".join(figures)),
        tuple(levels),
        tuple(
            Series(name, numbers, status.colour)
            for name, numbers, status in zip(
                statuses, columns, material.tracker.scales.worst_first, strict=True
            )
        ),
    )


def _ageing(material: Material, late: Sequence[Due]) -> Grid:
    """The overdue actions by directorate, a row each, and age, with totals both ways."""
    unstated = material.text("Not stated")
    named = ((each.recommendation.recommendation.directorate or unstated, each) for each in late)
    counts = {name: list(ages.values()) for name, ages in ageing(named).items()}
    totals = [sum(column) for column in zip(*counts.values(), strict=True)]
    ages = (material.text(place) for place in _AGES.values())
    return Grid(
        material.text("Summary ageing title"),
        (material.text("Summary ageing directorate"), *ages, material.text("Summary ageing total")),
        (
            *(_row(name, numbers) for name, numbers in counts.items()),
            _row(material.text("Summary total"), totals),
        ),
        _AGEING_WIDTHS,
    )


def _row(label: str, numbers: list[int], rating: Rating | None = None) -> tuple[Cell, ...]:
    figures = [*numbers, sum(numbers)]
    head = Cell((plain(label),), rating=rating, heads_row=True)
    return head, *(Cell((plain(str(figure)),)) for figure in figures)
