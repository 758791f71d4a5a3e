"""`Report text`: places the report knows, placeholders it can fill in."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.checks.one_mistake import missing
from audit_report.model.assessed import Assessed
from audit_report.model.records import ReportText
from audit_report.model.tracker import Tracker
from audit_report.model.wording import GENERAL_PLACEHOLDERS, PLACEHOLDER, retired_places, shipped_places
from audit_report.problems import Problem
from audit_report.schema.near_misses import did_you_mean
from audit_report.schema.rich_text import words
from audit_report.schema.spacing import match_key


def places_are_known(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Text for a place that does not exist would be silently dropped."""
    known = {match_key(name): name for name in shipped_places()}
    passed_over = set(map(match_key, retired_places()))
    for row in tracker.report_text:
        if row.place and match_key(row.place) not in {*known, *passed_over}:
            yield catalogue.UnknownPlace(hint=did_you_mean(row.place, known.values())).at(
                row.cell("place"), "", row.place
            )


def placeholders_are_known(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """An unknown placeholder would print as typed, braces and all."""
    places = {match_key(name): place for name, place in shipped_places().items()}
    for row in tracker.report_text:
        place = places.get(match_key(row.place))
        if place is None:
            continue
        known = (*place.placeholders, *GENERAL_PLACEHOLDERS)
        listed = ", ".join(f"{{{each}}}" for each in known)
        typed = (found[1].strip() for found in PLACEHOLDER.finditer(words(row.text)) if found[1] is not None)
        for name in dict.fromkeys(name for name in typed if name not in known):
            yield catalogue.UnknownPlaceholder(
                placeholder=f"{{{name}}}", known_place=row.place, hint=did_you_mean(name, known), known=listed
            ).at(row.cell("text"), "", words(row.text))


def places_have_text(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The shipped wording stands in for a place that has no row; an older tracker lacks none of a later version."""
    own = {match_key(row.place) for row in tracker.report_text}
    version = tracker.details.template_version
    left = [
        name
        for name, place in shipped_places().items()
        if place.since <= version and match_key(name) not in own
    ]
    if left:
        more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        yield catalogue.MissingPlace(places=", ".join(left[:_NAMED]) + more).at(
            CellRef(ReportText.sheet), missing=missing(ReportText, "place", *left)
        )


_NAMED = 8
"""So many places are named; of the others only how many."""

CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    places_are_known,
    placeholders_are_known,
    places_have_text,
)
