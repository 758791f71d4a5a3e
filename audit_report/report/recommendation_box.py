"""A recommendation as sections B and C print it: its box, then what is said about it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from audit_report.model.approval import is_approved_by_director
from audit_report.model.assessed import RatedPriority, RatedRecommendation, Reason
from audit_report.model.records import ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ChangeCode, ImpactArea, PriorityBasis, Response, Section, SinceLast
from audit_report.report.actions_line import actions_line
from audit_report.report.blocks import Block, Box, Cell, Grid, Label, Prose, Rating
from audit_report.report.context import MOVED_DATES, Material, leading, one_line
from audit_report.report.typed_tables import with_tables
from audit_report.rules.annex2_status import latest_update
from audit_report.rules.since_last_report import recent_moves
from audit_report.schema.rich_text import Line, Mark, RichText, plain
from audit_report.schema.same_words import say_the_same

_AREAS: Mapping[ImpactArea, str] = {
    ImpactArea.FINANCIAL: "Area financial",
    ImpactArea.SERVICE: "Area service",
    ImpactArea.REPUTATION: "Area reputation",
    ImpactArea.PEOPLE: "Area people",
}
_SINCE_LAST: Mapping[SinceLast | None, str] = {
    SinceLast.FIRST: "Since last first",
    SinceLast.NEW: "Since last new",
    SinceLast.SAME: "Since last same",
    SinceLast.IMPROVED: "Since last improved",
    SinceLast.WORSENED: "Since last worsened",
    SinceLast.REOPENED: "Since last reopened",
}
_COLUMNS = ("Column Item", "Column Details", "Column Where it stands")
_BETWEEN_REFS = tuple(map(re.compile, (r"(\s*[\n;,]\s*)", r"(\s+/\s+)", "(/)")))
"""Such as the comma in "OA, OFSTED"; refs are parted by line breaks, semicolons, commas and slashes, widest first."""


def recommendations(
    material: Material, section: Section, introduction: Prose, *, nil: str
) -> Iterator[Block]:
    """The introduction to a section and its recommendations; only the words of the place `nil` where there is none."""
    listed = [rated for rated in material.assessed.recommendations if rated.section is section]
    yield introduction if listed else material.prose(nil)
    named = list(filter(material.may_name, listed))
    for rated in named:
        yield from _entry(material, rated)
    if len(named) < len(listed):
        yield material.prose("Exempt left out", count=len(listed) - len(named))


def _entry(material: Material, rated: RatedRecommendation) -> Iterator[Block]:
    recommendation = rated.recommendation
    yield material.named_heading(rated)
    yield _box(material, rated)
    if rated.status_reasons:
        yield Label(material.label("Label Reasons"))
        yield Prose(tuple(_reason(material, rated, reason) for reason in rated.status_reasons))
    if recommendation.response_reason and recommendation.response is not Response.AGREED:
        yield material.labelled("Label Reason for response", one_line(recommendation.response_reason))
    if rated.actions:
        yield Prose((plain(actions_line(material, rated)),), material.label("Label Actions"))
    if rated.update or rated.wants_progress:
        title = material.text("Table title typed", ref=recommendation.ref)
        yield from _under(_progress_label(material, rated), with_tables(_progress(material, rated), title))
    yield material.labelled("Label Director accountable", material.names(recommendation.director))
    one = len(material.tracker.people(recommendation.leads)) == 1
    label = "Label Delivery Lead" if one else "Label Delivery Leads"
    yield material.labelled(label, material.names(recommendation.leads))
    if recommendation.lead_member:
        yield material.labelled("Label Lead member", material.names(recommendation.lead_member))


def _reason(material: Material, rated: RatedRecommendation, reason: Reason) -> Line:
    """A reason; its action's ref leads to the dates that have moved, where the action is among them."""
    text, ref, last = (
        material.text(reason.place, **reason.values),
        str(reason.values.get("ref", "")),
        material.assessed.previous_as_at,
    )
    moved = last and any(each.action.ref == ref and recent_moves(each, last) for each in rated.actions)
    return leading(text, ref, MOVED_DATES, Mark.BULLET) if ref and moved else plain(text, Mark.BULLET)


def _under(label: str, blocks: Iterable[Prose | Grid]) -> Iterator[Block]:
    """Long text after its label, which runs in before plain words: a bold line alone would pass for a heading."""
    for block in blocks:
        opens = isinstance(block, Prose) and block.lines[0].mark is Mark.PLAIN and not block.lines[0].label
        if label and isinstance(block, Prose) and opens:
            yield Prose(block.lines, label)
        else:
            yield from [Label(label)] if label else []
            yield block
        label = ""


def _box(material: Material, rated: RatedRecommendation) -> Box:
    title = material.text("Table title box", ref=rated.recommendation.ref)
    item, details, standing = map(material.label, _COLUMNS)
    return Box(
        title, (item, details, standing), tuple(fact for fact in _facts(material, rated) if fact.lines)
    )


def _facts(material: Material, rated: RatedRecommendation) -> Iterator[Cell]:
    """What the box may say, in reading order; a fact without lines is left out.

    To print an optional column, add `yield fact("Label …", paragraphs(of.column))` and the label to the wording.
    """
    of = rated.recommendation

    def fact(place: str, lines: RichText, rating: Rating | None = None) -> Cell:
        return Cell(lines, material.label(place), rating)

    yield fact("Label Recommendation", material.stated(of.text))
    yield fact(
        "Label Status",
        (plain(material.standing(rated)),),
        rated.status.colour if rated.status else None,
    )
    yield fact("Label Source", material.stated(material.source(of.source_assessment)))
    yield fact("Label Priority", (plain(_priority(material, rated.priority)),))
    yield fact("Label Other relevant assessments", material.stated(_other_assessments(material, of), "None"))
    yield fact("Label Since last report", (plain(_since_last(material, rated)),))
    if of.response is Response.PARTLY_AGREED:
        yield fact("Label Response", (plain(material.response(of.response)),))
    if of.exempt:
        yield fact("Label Exempt", material.words.lines("Exempt"))


def _priority(material: Material, priority: RatedPriority) -> str:
    """The priority and the areas that set it: "Critical (service and people)"."""
    if material.tracker.details.priority_rests_on is PriorityBasis.RECORDED:
        return material.priority(priority.stands)
    areas = material.joined([material.text(_AREAS[area]) for area in priority.areas])
    return material.text(
        "Priority with areas",
        priority=material.priority(priority.stands),
        areas=areas or material.text("Area recorded"),
    )


def _since_last(material: Material, rated: RatedRecommendation) -> str:
    for change in rated.changes:
        if change.code is ChangeCode.RESPONSE and isinstance(change.before, Response):
            return material.text("Since last response", response=material.response(change.before))
    place = _SINCE_LAST.get(rated.since_last, "Since last unknown")
    return material.text(place, status=material.in_a_word(material.status(rated.last_status)))


def _other_assessments(material: Material, recommendation: Recommendation) -> str:
    """The other assessments as typed, each ref among them replaced by the assessment's name."""
    pieces = list(_pieces(material.tracker, recommendation.other_assessments))
    refs_alone = all(material.tracker.assessment(piece) for piece in pieces[::2])
    pieces[::2] = [
        material.assessment(piece) if refs_alone or _is_meant_as_ref(material.tracker, piece) else piece
        for piece in pieces[::2]
    ]
    return "".join(pieces)


def _pieces(tracker: Tracker, text: str, between: Sequence[re.Pattern[str]] = _BETWEEN_REFS) -> Iterator[str]:
    """What is listed and what stands between, by turns; a ref may itself have a slash in it."""
    if not between or tracker.assessment(text):
        yield text
        return
    for at, piece in enumerate(between[0].split(text)):
        yield from [piece] if at % 2 else _pieces(tracker, piece, between[1:])


def _is_meant_as_ref(tracker: Tracker, piece: str) -> bool:
    """Whether a piece among other words is a ref typed as one: the OA of "OA, OFSTED", no word such as "Schools"."""
    assessment = tracker.assessment(piece)
    return assessment is not None and piece == assessment.ref and (piece.isupper() or not piece.isalpha())


def _progress_label(material: Material, rated: RatedRecommendation) -> str:
    day = rated.update.day if rated.update else None
    label = material.text("Label Latest progress dated", date=day) if day else ""
    return label or material.label("Label Latest progress")


def _progress(material: Material, rated: RatedRecommendation) -> RichText:
    """The update's own lines, and notes where it is no news or not approved by a director by the as-at day."""
    update, last = rated.update, material.assessed.previous_as_at
    if update is None:
        return material.words.lines("No update")
    lines = list(material.stated(update.progress))
    if rated.wants_progress and last and update.day and update.day <= last:
        lines += _note(material, "No update since last report")
    elif _repeats_the_last(material, rated.recommendation, update, last):
        lines += _note(material, "Same update as last report")
    if not is_approved_by_director(material.tracker, rated.recommendation, update, material.assessed.as_at):
        lines += _note(material, "Not yet approved")
    return lines


def _repeats_the_last(
    material: Material, recommendation: Recommendation, update: ProgressUpdate, last: date | None
) -> bool:
    """Whether an update says word for word what the last report printed."""
    before = latest_update(material.tracker.updates_of(recommendation), last) if last else None
    return before is not None and before is not update and say_the_same(update.progress, before.progress)


def _note(material: Material, place: str) -> RichText:
    """The words of a place in italics, as the report's own beside a lead's."""
    lines = material.words.lines(place)
    return [line._replace(runs=tuple(run._replace(italic=True) for run in line.runs)) for line in lines]
