"""Annex 1 and Annex 2: scales that ratings can be worked out by."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.model.assessed import Assessed
from audit_report.model.own_scales import meaning_of
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.scales import Meaning
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.spacing import match_key

_FEWEST, _MOST = 2, 7


def names_stand_once(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Of two rows of a name only the first would count."""
    yield from _repeated(tracker.annex1, "level")
    yield from _repeated(tracker.annex2, "status")


def levels_are_enough(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """One level tells nothing apart, and nobody can tell more than seven apart."""
    if PriorityCriteria.sheet not in tracker.unread:
        count = len({match_key(row.level) for row in tracker.annex1} - {""})
        if not _FEWEST <= count <= _MOST:
            yield catalogue.NumberOfLevels(count=count, fewest=_FEWEST, most=_MOST).at(
                CellRef(PriorityCriteria.sheet), rests_on=[row.cell("level") for row in tracker.annex1]
            )


def statuses_have_a_meaning(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A plan is rated by what a status means, not by its name."""
    for row in tracker.annex2:
        if row.status and meaning_of(row) is None:
            yield catalogue.StatusWithoutMeaning().at(
                row.cell("status"), "", row.status, rests_on=[row.cell("meaning")]
            )


def meanings_are_given(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Every plan is either off track or not, so both must have a status to print."""
    if StatusCriteria.sheet not in tracker.unread:
        given = [meaning_of(row) for row in tracker.annex2]
        for meaning in (Meaning.OFF_TRACK, Meaning.ON_TRACK):
            if meaning not in given:
                yield catalogue.MissingLevel(level=meaning.value).at(
                    CellRef(StatusCriteria.sheet), rests_on=[row.cell("status") for row in tracker.annex2]
                )


def meanings_stand_once(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Of two statuses that mean the same the rules could give only one."""
    seen: dict[Meaning, CellRef] = {}
    for row in tracker.annex2:
        meaning = meaning_of(row)
        if meaning and meaning in seen:
            yield catalogue.MeaningTwice(meaning=meaning, other=seen[meaning]).at(
                row.cell("meaning"), "", row.meaning, rests_on=[row.cell("status")]
            )
        elif meaning:
            seen[meaning] = row.cell("status")


def thresholds_fall(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A loss gives the most severe level it reaches, so a milder one must not ask for more."""
    for name in ("loss_at_least", "more_than_share"):
        rows = [row for row in tracker.annex1 if getattr(row, name) is not None]
        for above, below in pairwise(rows):
            if getattr(below, name) >= getattr(above, name):
                yield catalogue.ThresholdsOutOfOrder(level=above.level, other=above.cell(name)).at(
                    below.cell(name), "", str(getattr(below, name))
                )


def _repeated(rows: Sequence[PriorityCriteria | StatusCriteria], name: str) -> Iterator[Problem]:
    seen: dict[str, CellRef] = {}
    for row in rows:
        level = getattr(row, name)
        if match_key(level) in seen:
            yield catalogue.DuplicateLevel(other=seen[match_key(level)]).at(row.cell(name), "", level)
        elif level:
            seen[match_key(level)] = row.cell(name)


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    names_stand_once,
    statuses_have_a_meaning,
    meanings_stand_once,
    levels_are_enough,
    meanings_are_given,
    thresholds_fall,
)
