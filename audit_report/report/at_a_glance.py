"""At a glance: the current recommendations counted, and what needs attention."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from audit_report.model.assessed import RatedRecommendation
from audit_report.model.scales import Colour, Level
from audit_report.model.vocabulary import SinceLast
from audit_report.report.blocks import Block, Cell, Chart, Grid, Rating, Series
from audit_report.report.context import Material
from audit_report.report.timeline import timeline
from audit_report.rules.overdue_actions import Age, Due, ageing, due_soon, overdue
from audit_report.schema.rich_text import plain

_Counts = Mapping[Level, list[int]]
"""The current recommendations of each priority, a number for each column."""

_PRIORITY_WIDTH = 0.28
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
    current = [rated for rated in material.assessed.recommendations if rated.current]
    columns = _columns(material, current)
    counts = _by_level(material, current, columns)
    yield _counts(material, counts, columns)
    if current:
        yield _picture(material, counts, columns)
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


def _columns(material: Material, current: Sequence[RatedRecommendation]) -> dict[str, Colour]:
    """What the current recommendations are counted by: the statuses, worst first, then what has none."""
    columns = {material.status(each): each.colour for each in material.tracker.scales.worst_first}
    unrated = {material.standing(rated): Colour.GREY for rated in current if rated.status is None}
    return columns | unrated


def _by_level(
    material: Material, current: Sequence[RatedRecommendation], columns: Iterable[str]
) -> Mapping[Level, list[int]]:
    counts = Counter((rated.priority.stands, material.standing(rated)) for rated in current)
    return {level: [counts[level, each] for each in columns] for level in material.tracker.scales.levels}


def _counts(material: Material, by_level: _Counts, columns: Mapping[str, Colour]) -> Grid:
    """The current recommendations by priority, a row each, and status, with totals both ways."""
    totals = [sum(column) for column in zip(*by_level.values(), strict=True)]
    others = len(columns) + 1
    return Grid(
        material.text("Summary table title"),
        (material.text("Summary priority column"), *columns, material.text("Summary status total")),
        (
            *(_row(material.priority(level), numbers, level.shade) for level, numbers in by_level.items()),
            _row(material.text("Summary total"), totals),
        ),
        (_PRIORITY_WIDTH, *[(1 - _PRIORITY_WIDTH) / others] * others),
    )


def _picture(material: Material, by_level: _Counts, columns: Mapping[str, Colour]) -> Chart:
    """The same counts as bars; in words, "Critical: 2 Red (not on track), 4 Green (on track); Major: …"."""
    levels = [material.priority(level) for level in by_level]
    figures = [
        f"{level}: {', '.join(f'{number} {name}' for number, name in zip(numbers, columns, strict=True))}"
        for level, numbers in zip(levels, by_level.values(), strict=True)
    ]
    return Chart(
        material.text("Summary chart title"),
        material.text("Summary chart description", figures="; ".join(figures)),
        tuple(levels),
        tuple(
            Series(name, numbers, colour)
            for (name, colour), numbers in zip(
                columns.items(), zip(*by_level.values(), strict=True), strict=True
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
