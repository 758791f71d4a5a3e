"""Refs: each used once, each pointing at a row that is there, no assessment part of itself."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from audit_report import catalogue
from audit_report.model.assessed import Assessed
from audit_report.model.records import Action, Assessment, DateChange, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.near_misses import nearest_ref
from audit_report.schema.record import Record, ref_of
from audit_report.schema.spacing import match_key


def refs_are_unique(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Two rows with one ref would share each other's actions and updates."""
    for records in (tracker.recommendations, tracker.actions, tracker.assessments, tracker.forward_plan):
        if not repeated(records):
            continue
        first: dict[str, Record] = {}
        for each in records:
            ref = ref_of(each)
            other = first.setdefault(match_key(ref), each)
            if ref and other is not each:
                yield catalogue.DuplicateRef(other=other.cell("ref")).at(each.cell("ref"), ref, ref)


def refs_point_at_rows(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A row that points at nothing would drop out of the report."""
    if Assessment.sheet not in tracker.unread:
        yield from _dangling(tracker.recommendations, "source_assessment", Assessment, tracker.assessments)
        yield from _dangling(tracker.assessments, "part_of", Assessment, tracker.assessments)
    if Recommendation.sheet not in tracker.unread:
        yield from _dangling(tracker.actions, "recommendation", Recommendation, tracker.recommendations)
        yield from _dangling(tracker.updates, "recommendation", Recommendation, tracker.recommendations)
    if Action.sheet not in tracker.unread:
        yield from _dangling(tracker.date_changes, "action", Action, tracker.actions)


def assessments_are_not_part_of_themselves(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A circle of parts has no whole to print them under."""
    told: set[str] = set()
    for assessment in tracker.assessments:
        chain = [assessment]
        while (whole := tracker.whole_of(chain[-1])) is not None and whole not in chain:
            chain.append(whole)
        if whole is assessment and match_key(assessment.ref) not in told:
            told |= {match_key(each.ref) for each in chain}
            words = " › ".join(each.ref for each in [*chain, assessment])
            yield catalogue.PartOfItself(chain=words).at(
                assessment.cell("part_of"), assessment.ref, assessment.part_of
            )


@lru_cache(maxsize=4)
def repeated(records: tuple[Record, ...]) -> set[str]:
    """The refs, as they are compared, that several rows have: a problem already. Several checks ask for the same."""
    counts = Counter(map(match_key, map(ref_of, records)))
    return {ref for ref, count in counts.items() if count > 1}


def strays(tracker: Tracker, records: Iterable[Action | ProgressUpdate]) -> int:
    """How many rows belong to no recommendation, their own ref being wrong: each has a problem of its own already."""
    return sum(tracker.recommendation(each.recommendation) is None for each in records)


def _dangling(
    records: Sequence[Recommendation | Assessment | Action | ProgressUpdate | DateChange],
    name: str,
    target: type[Record],
    targets: Sequence[Record],
) -> list[Problem]:
    """The refs that point at no row; silent where rows that have lost their ref, or have another's, explain them."""
    known = {match_key(ref): ref for each in targets if (ref := ref_of(each))}
    lost = len(targets) - len(known)
    given = set(map(attrgetter(name), records)) - {""}
    unknown = {ref for ref in given if match_key(ref) not in known}
    if len(set(map(match_key, unknown))) <= lost:
        return []
    hints = {ref: _hint(ref, known.values()) for ref in unknown}
    return [
        catalogue.UnknownRef(target=target.sheet, hint=hints[ref]).at(each.cell(name), ref_of(each), ref)
        for each in records
        if (ref := getattr(each, name)) in unknown
    ]


def _hint(ref: str, known: Iterable[str]) -> str:
    meant = nearest_ref(ref, known)
    return f"Did you mean “{meant}”? " if meant else ""


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    refs_are_unique,
    refs_point_at_rows,
    assessments_are_not_part_of_themselves,
)
