"""Their tables, with the map laid over them, made into the rows of ours: the straight line through the steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from audit_report.bring_in.our_rows.assumptions import Assumed, in_sentences
from audit_report.bring_in.our_rows.entries import (
    REF,
    TEXT,
    Entry,
    can_be_brought_in,
    entries_of,
    same_recommendations,
)
from audit_report.bring_in.our_rows.found_values import Found, Left, OurRow
from audit_report.bring_in.our_rows.gather_actions import actions_of
from audit_report.bring_in.our_rows.gather_assessments import (
    ASSESSMENT_REF,
    NAME,
    Assessments,
    name_assessments,
)
from audit_report.bring_in.our_rows.gather_updates import updates_of
from audit_report.bring_in.our_rows.gathered_recommendation import Context, OurRecommendation
from audit_report.bring_in.our_rows.make_refs import WantedRef, give_refs
from audit_report.bring_in.our_rows.make_scales import Row, level_rows, status_rows
from audit_report.bring_in.our_rows.mapped_tables import MappedTable, map_tables
from audit_report.bring_in.our_rows.rows_of_actions import action_rows, change_rows
from audit_report.bring_in.our_rows.rows_of_recommendations import recommendation_row
from audit_report.bring_in.our_rows.rows_of_updates import update_rows
from audit_report.bring_in.our_rows.translate_words import TheirWords
from audit_report.bring_in.the_map.assessment_names import short_codes
from audit_report.bring_in.the_map.import_map import ImportMap
from audit_report.bring_in.their_tables.find_tables import Table
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    Officer,
    PriorityCriteria,
    ProgressUpdate,
    Recommendation,
    StatusCriteria,
)
from audit_report.schema.spacing import match_key

_SPARE = "R"
"""What stands before the number of a ref that is made where no assessment is known."""


@dataclass(slots=True)
class Brought:
    """What was made of their tables: rows and columns of the tracker's own by sheet, and what there is to tell."""

    rows: dict[str, list[OurRow]]
    own: dict[str, list[OurRow]]
    """For each row of a sheet, what goes into columns of the tracker's own, by header."""
    tables: list[MappedTable]
    scales: dict[str, list[Row]] = field(default_factory=dict)
    """The rows of the Annex sheets; a sheet without any keeps the shipped ones."""
    left: list[Left] = field(default_factory=list)
    """The parts of cells that are not brought in, each with its own reason."""
    said: list[str] = field(default_factory=list)
    """What was assumed, what the map does not know, and what could not be read, a sentence each."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was carried at all."""
        return not any(self.rows.values())


def bring(tables: Sequence[tuple[Table, date | None]], given: ImportMap) -> Brought:
    """Our rows from their tables, each with the day its file was last changed, as a map says."""
    mapped, strange, new = map_tables(tables, given)
    entries = [entry for each in mapped if can_be_brought_in(each) for entry in entries_of(each)]
    name_assessments(entries)
    context = Context(TheirWords(given), given.options)
    ours, left = _recommendations(entries, context)
    assessments = _assessments(mapped, ours)
    _give_refs(ours, context)
    brought = _rows(ours, assessments, context)
    brought.tables = mapped
    brought.scales = {
        PriorityCriteria.sheet: list(level_rows(given)),
        StatusCriteria.sheet: list(status_rows(given)),
    }
    brought.left = [*left, *context.officers.left]
    brought.said = [
        *(f"{each.span}: no table of this design is in the map; it is not brought in." for each in strange),
        *new,
        *_unknown_words(context.words),
        *in_sentences(context.assumed),
    ]
    return brought


def _recommendations(entries: list[Entry], context: Context) -> tuple[list[OurRecommendation], list[Left]]:
    """The recommendations with their actions and updates, and the cells that say nothing."""
    ours, left = [], []
    for group in same_recommendations(entries):
        updates = updates_of(group, context.options)
        made = OurRecommendation(group, actions_of(group, context.options), updates.updates)
        if made.actions or made.updates or any(entry.text(TEXT) for entry in group):
            ours.append(made)
            left += updates.left
            context.assumed[Assumed.UNDATED] += updates.undated
    return ours, left


def _assessments(mapped: Sequence[MappedTable], ours: Sequence[OurRecommendation]) -> list[OurRow]:
    """A row for each assessment, its ref given; each recommendation is told the ref of its own."""
    made = Assessments()
    for entry in (entry for each in ours for entry in each.group):
        made.add_of(entry)
    others = [entry for each in mapped if not can_be_brought_in(each) for entry in entries_of(each)]
    name_assessments(others)
    for entry in others:
        made.add_of(entry)
    rows = list(made.rows.values())
    codes = short_codes(row[NAME].text for row in rows)
    theirs = [str(row.get(ASSESSMENT_REF, Found("")).value or "") for row in rows]
    refs = give_refs([WantedRef(ref or code) for ref, code in zip(theirs, codes, strict=True)], "A")
    by_name = {}
    for row, ref, key in zip(rows, refs, made.rows, strict=True):
        row[ASSESSMENT_REF] = Found(ref, row.get(ASSESSMENT_REF, Found("")).cells)
        by_name[key] = ref
    for each in ours:
        names = [entry.assessment.text for entry in each.group if entry.assessment.text]
        each.assessment_ref = by_name[match_key(names[-1])] if names else ""
    return rows


def _give_refs(ours: Sequence[OurRecommendation], context: Context) -> None:
    wanted = [
        WantedRef(each.group[0].text(REF), each.group[0].of.table.grid.sheet, each.last.assessment.text)
        for each in ours
    ]
    for each, want, ref in zip(ours, wanted, give_refs(wanted, _SPARE), strict=True):
        each.ref = ref
        context.assumed[Assumed.MADE_REF] += bool(want.theirs) and match_key(want.theirs) != match_key(ref)


def _rows(ours: Sequence[OurRecommendation], assessments: list[OurRow], context: Context) -> Brought:
    rows: dict[str, list[OurRow]] = {Assessment.sheet: assessments}
    own: dict[str, list[OurRow]] = {}
    refs = _action_refs(ours)
    for each in ours:
        own_refs = [refs.pop(0) for _ in each.actions]
        _add(rows, own, Recommendation.sheet, [recommendation_row(each, context)])
        _add(rows, own, Action.sheet, action_rows(each, own_refs, context))
        rows.setdefault(DateChange.sheet, []).extend(change_rows(each, own_refs, context))
        rows.setdefault(ProgressUpdate.sheet, []).extend(update_rows(each, context))
    rows[Officer.sheet] = list(context.officers.rows.values())
    return Brought(rows, own, [])


def _add(
    rows: dict[str, list[OurRow]],
    own: dict[str, list[OurRow]],
    sheet: str,
    made: Iterable[tuple[OurRow, OurRow]],
) -> None:
    for row, beside in made:
        rows.setdefault(sheet, []).append(row)
        own.setdefault(sheet, []).append(beside)


def _action_refs(ours: Sequence[OurRecommendation]) -> list[str]:
    """A ref for each action: theirs, else its recommendation's with a number behind it."""
    wanted = [
        WantedRef(str(action.ref.value or "") or f"{each.ref}.{number}", each.group[0].of.table.grid.sheet)
        for each in ours
        for number, action in enumerate(each.actions, 1)
    ]
    return give_refs(wanted, "A")


def _unknown_words(words: TheirWords) -> list[str]:
    return [
        f"“{word}” has no meaning in the map under {name}: kept as typed, {len(places)} time{'s' * (len(places) > 1)}."
        for (name, word), places in words.unknown.items()
    ]
