"""Refs: each used once, each pointing at a row that is there, no assessment part of itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from audit_report import catalogue
from audit_report.checks.one_mistake import missing
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
        first: dict[str, Record] = {}
        for each in records:
            ref = ref_of(each)
            other = first.setdefault(match_key(ref), each)
            if ref and other is not each:
                both = (each.cell("ref"), other.cell("ref"))
                yield catalogue.DuplicateRef(other=both[1]).at(both[0], ref, ref, accuses=both)


def refs_point_at_rows(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """A row that points at nothing would drop out of the report."""
    yield from _dangling(tracker.recommendations, "source_assessment", Assessment, tracker.assessments)
    yield from _dangling(tracker.assessments, "part_of", Assessment, tracker.assessments)
    yield from _dangling(tracker.actions, "recommendation", Recommendation, tracker.recommendations)
    yield from _dangling(tracker.updates, "recommendation", Recommendation, tracker.recommendations)
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
            cells = [each.cell("part_of") for each in chain]
            yield catalogue.PartOfItself(chain=words).at(
                cells[0], assessment.ref, assessment.part_of, accuses=cells
            )


def _dangling(
    records: Sequence[Recommendation | Assessment | Action | ProgressUpdate | DateChange],
    name: str,
    target: type[Record],
    targets: Sequence[Record],
) -> Iterator[Problem]:
    """The refs that point at no row; a row that has lost its own ref may be the one meant."""
    known = {match_key(ref): ref for each in targets if (ref := ref_of(each))}
    hints: dict[str, str] = {}
    for each in records:
        ref = getattr(each, name)
        if ref and match_key(ref) not in known:
            if ref not in hints:
                hints[ref] = _hint(ref, known.values())
            yield catalogue.UnknownRef(target=target.sheet, hint=hints[ref]).at(
                each.cell(name), ref_of(each), ref, missing=missing(target, "ref", match_key(ref))
            )


def _hint(ref: str, known: Iterable[str]) -> str:
    meant = nearest_ref(ref, known)
    return f"Did you mean “{meant}”? " if meant else ""


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    refs_are_unique,
    refs_point_at_rows,
    assessments_are_not_part_of_themselves,
)
