"""The trend: the figures of the reports that the tracker has kept, and of this one, as bars and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from audit_report.model.scales import Meaning, Status
from audit_report.report.blocks import Block, Chart, Prose, Series
from audit_report.report.context import Material
from audit_report.rules.headline_figures import headline_of
from audit_report.schema.rich_text import Mark, plain

_FEWEST_KEPT, _MOST = 3, 8


@dataclass(frozen=True, slots=True)
class _Figures:
    """A report's day and its figures, by what the statuses mean."""

    day: date
    counts: dict[Meaning, int]


def trend(material: Material) -> Iterator[Block]:
    """A heading, the picture and its figures; nothing where fewer than three reports are kept."""
    reports = list(_reports(material))
    if len(reports) <= _FEWEST_KEPT:
        return
    shown = reports[-_MOST:]
    statuses = [
        status
        for status in material.tracker.scales.worst_first
        if any(each.counts.get(status.meaning) for each in shown)
    ]
    names = {status: _name(material, status) for status in statuses}
    items = [
        f"{material.day(each.day)}: "
        + ", ".join(f"{each.counts.get(status.meaning, 0)} {names[status]}" for status in statuses)
        for each in shown
    ]
    yield material.heading(3, "Summary trend heading")
    yield Chart(
        material.text("Summary trend title"),
        material.text("Summary trend description", figures="; ".join(items)),
        tuple(material.day(each.day) for each in shown),
        tuple(
            Series(
                names[status],
                tuple(each.counts.get(status.meaning, 0) for each in shown),
                status.colour,
            )
            for status in statuses
        ),
    )
    yield Prose(
        tuple(plain(material.text("Summary trend figures", figures=item), Mark.BULLET) for item in items)
    )


def _name(material: Material, status: Status) -> str:
    """What the trend calls a status: `Reports` keeps those on track and those complete as one figure."""
    complete = next(
        (each for each in material.tracker.scales.statuses if each.meaning is Meaning.COMPLETE), None
    )
    if status.meaning is not Meaning.ON_TRACK or complete is None:
        return material.status(status)
    return material.text(
        "Summary trend on track", on_track=material.status(status), complete=material.status(complete)
    )


def _reports(material: Material) -> Iterator[_Figures]:
    """The reports kept of days before this one, in order, and this one, complete ones counted as on track."""
    as_at, headline = material.assessed.as_at, headline_of(material.assessed)
    if as_at is None or headline is None:
        return
    kept = {row.as_at: row for row in material.tracker.reports if row.as_at and row.as_at < as_at}
    for day, row in sorted(kept.items()):
        yield _Figures(
            day,
            {
                Meaning.OFF_TRACK: row.off_track or 0,
                Meaning.AT_RISK: row.at_risk or 0,
                Meaning.ON_TRACK: row.on_track or 0,
            },
        )
    own = {
        Meaning.OFF_TRACK: headline.red,
        Meaning.AT_RISK: headline.at_risk,
        Meaning.ON_TRACK: headline.green + headline.complete,
    }
    yield _Figures(as_at, own)
