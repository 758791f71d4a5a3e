"""The assessments and inspections of section D on a timeline, and the same months in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_report.model.assessed import RatedSchedule
from audit_report.report.blocks import Block, Prose, Span, Timeline
from audit_report.report.context import Material, one_line
from audit_report.schema.dates.calendar_months import months_after
from audit_report.schema.rich_text import Mark, plain

_MOST = 10
"""How many are shown: what fits a page beside the rest. The others are counted."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The months that section D covers, numbered from 0; `first` is the first day of them."""

    first: date
    months: int

    def number(self, day: date) -> int:
        """The number of a day's month, the first or last one where the day lies outside."""
        after = (day.year - self.first.year) * 12 + day.month - self.first.month
        return min(max(after, 0), self.months - 1)

    def span(self, rated: RatedSchedule) -> tuple[int, int]:
        """The first and last month of a review; an open end reaches to the window's."""
        first = self.number(rated.earliest) if rated.earliest else 0
        last = self.number(rated.latest) if rated.latest else self.months - 1
        return first, max(first, last)


def timeline(material: Material) -> Iterator[Block]:
    """A heading, the picture, soonest first, and what has no known date; nothing where section D lists nothing."""
    as_at, listed = material.assessed.as_at, [each for each in material.assessed.forward_plan if each.listed]
    if as_at is None or not listed:
        return
    window = _Window(as_at.replace(day=1), material.tracker.details.months_ahead + 1)
    known = sorted(
        (each for each in listed if each.known), key=lambda each: (each.latest is None, window.span(each))
    )
    unknown = [each for each in listed if not each.known]
    yield material.heading(3, "Timeline heading")
    if known:
        yield _picture(material, known[:_MOST], window)
    if unknown:
        yield Prose(tuple(plain(_item(material, each), Mark.BULLET) for each in unknown[:_MOST]))
    if more := max(len(known) - _MOST, 0) + max(len(unknown) - _MOST, 0):
        yield material.prose("Timeline more", count=more)


def _picture(material: Material, shown: Sequence[RatedSchedule], window: _Window) -> Timeline:
    """The bars over the months from the first in which there is one."""
    figures = "; ".join(_item(material, each) for each in shown)
    spans = [(_name(material, each), *window.span(each)) for each in shown]
    begins = min(first for _, first, _ in spans)
    months = (months_after(window.first, number) for number in range(begins, window.months))
    return Timeline(
        material.text("Timeline title"),
        material.text("Timeline description", figures=figures),
        tuple(map(material.words.month, months)),
        tuple(Span(name, first - begins, last - begins) for name, first, last in spans),
    )


def _item(material: Material, rated: RatedSchedule) -> str:
    """The assessment, and when it may take place in the words typed."""
    when = material.in_a_line(rated.scheduled.review) if rated.known else material.text("Date not known")
    return material.text("Timeline item", assessment=_name(material, rated), months=when)


def _name(material: Material, rated: RatedSchedule) -> str:
    return one_line(rated.scheduled.name) or material.text("Not stated")
