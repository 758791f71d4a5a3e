"""The rows of Recommendations, and what goes into columns of the tracker's own beside them."""

from collections.abc import Sequence
from datetime import date

from audit_report.bring_in.our_rows.assumptions import Assumed
from audit_report.bring_in.our_rows.entries import REF, TEXT
from audit_report.bring_in.our_rows.found_values import Found, OurRow, joined
from audit_report.bring_in.our_rows.gather_assessments import SOURCE_COLUMN, directorate_heading
from audit_report.bring_in.our_rows.gathered_recommendation import Context, OurRecommendation, own_header
from audit_report.bring_in.our_rows.mapped_tables import TheirCell
from audit_report.bring_in.our_rows.rows_of_actions import ended_on
from audit_report.bring_in.our_rows.translate_words import filled
from audit_report.bring_in.the_map.meanings_of_words import PRIORITY, RESPONSE
from audit_report.bring_in.the_map.tracker_fields import (
    OWN_COLUMN,
    PERCENT,
    STATUS,
    Shape,
    field_name,
    fields,
)
from audit_report.bring_in.their_cells.due_dates import due_dates
from audit_report.model.records import Action, Recommendation
from audit_report.schema.spacing import match_key

_PLAN, _DIRECTOR, _LEADS, _DIRECTORATE, _CLOSED = (
    field_name(Recommendation, name)
    for name in ("plan_in_place", "director", "leads", "directorate", "closed")
)
_OWNER = field_name(Action, "owner")
_REASON_FOR_RESPONSE = "Recommendations: Reason for response"
_OUTCOME = "Recommendations: Outcome"


def recommendation_row(ours: OurRecommendation, context: Context) -> tuple[OurRow, OurRow]:
    """A row of Recommendations, and what goes into columns of the tracker's own beside it, by header."""
    row = {REF: Found(ours.ref), SOURCE_COLUMN: Found(ours.assessment_ref)}
    own: OurRow = {}
    for name, each in fields().items():
        if each.record is Recommendation and name not in row:
            row[name] = _value(ours, name, each.shape, context)
    _take_ref(ours, row, own)
    _fill_text(ours, row, context)
    _fill_from_status(ours, row, own, context)
    _keep_words(ours, row, own)
    _fill_lacking(ours, row, context)
    return row, own


def _value(ours: OurRecommendation, name: str, shape: Shape, context: Context) -> Found:
    """What the entries say for a field, the last that says anything; what agrees with it is the same value."""
    cells = [each for entry in ours.group for each in entry.cells(name) if each.cell.shown]
    if not cells:
        return Found("")
    if shape is Shape.PEOPLE:
        return context.officers.names(_of_last(ours, name))
    if shape is Shape.WORDS:
        return _word(ours, name, context)
    if shape is Shape.DATE:
        days = [Found(day, (each.place,)) for each in cells for day in due_dates(each.cell)]
        return _agreeing(days)
    return _agreeing([value for entry in ours.group if (value := entry.value(name)).value not in (None, "")])


def _of_last(ours: OurRecommendation, name: str) -> list[TheirCell]:
    """The cells of a field in the last entry that has any, and those of earlier ones that say the same."""
    said = [[each for each in entry.cells(name) if each.cell.shown] for entry in ours.group]
    last = next((cells for cells in reversed(said) if cells), [])
    words = {match_key(each.text) for each in last}
    return [
        *last,
        *(each for cells in said for each in cells if each not in last and match_key(each.text) in words),
    ]


def _agreeing(found: Sequence[Found]) -> Found:
    if not found:
        return Found("")
    return Found(
        found[-1].value,
        tuple(
            dict.fromkeys(place for each in found if each.value == found[-1].value for place in each.cells)
        ),
    )


def _word(ours: OurRecommendation, name: str, context: Context) -> Found:
    """The entry of our list that a word of theirs means; the word as typed where nobody has said."""
    cells = _of_last(ours, name)
    if not cells:
        return Found("")
    meaning = context.words.meaning(name, cells[-1])
    value = dict(meaning.fills).get(name, "") if meaning else cells[-1].text
    return Found(value, tuple(each.place for each in cells))


def _take_ref(ours: OurRecommendation, row: OurRow, own: OurRow) -> None:
    """Say which cells hold the ref; theirs goes into a column of its own where it is not the same."""
    cells = [each for entry in ours.group for each in entry.cells(REF) if each.cell.shown]
    places = tuple(each.place for each in cells)
    if cells and match_key(cells[0].text) != match_key(ours.ref):
        own[own_header(f"Their {cells[0].header}")] = Found(cells[0].text, places)
    else:
        row[REF] = Found(ours.ref, places)
    row[SOURCE_COLUMN] = Found(ours.assessment_ref)


def _fill_text(ours: OurRecommendation, row: OurRow, context: Context) -> None:
    if row[TEXT].value not in (None, "") or not ours.actions:
        return
    row[TEXT] = Found(ours.actions[0].text.value)
    context.assumed[Assumed.TEXT] += bool(row[TEXT].value)


def _fill_from_status(ours: OurRecommendation, row: OurRow, own: OurRow, context: Context) -> None:
    """Put in what the status says of the recommendation itself, and keep their words for it."""
    status = context.words.status(ours.last)
    for name in (_OUTCOME, RESPONSE):
        if name in row and row[name].value in (None, "") and (said := filled(status, name, Found(""))).value:
            row[name] = said
    if status and status.ends and row[_CLOSED].value in (None, ""):
        row[_CLOSED] = _last_ended(ours, context)
    for name in (STATUS, PERCENT, OWN_COLUMN):
        for cell in (cell for entry in ours.group for cell in entry.cells(name) if cell.text):
            header = own_header(cell.header if name == OWN_COLUMN else f"Their {cell.header}")
            own[header] = joined([own.get(header, Found("")), Found(cell.text, (cell.place,))])


def _last_ended(ours: OurRecommendation, context: Context) -> Found:
    """The day the last of its actions ended, each that says none on the day that the map has for that."""
    days = [ended_on(action, ours, context).value for action in ours.actions]
    assumed = ours.last.of.day(context.options.completed_without_a_date)
    known = [day if isinstance(day, date) else assumed for day in days] or [assumed]
    return Found(max(day for day in known if day) if all(known) else "")


def _keep_words(ours: OurRecommendation, row: OurRow, own: OurRow) -> None:
    """Keep their words for what our lists call otherwise, and the rest of a response as the reason for it."""
    for name in (PRIORITY, RESPONSE):
        cells = _of_last(ours, name) if name in row else []
        if cells and match_key(cells[-1].text) != match_key(str(row[name].value)):
            own[own_header(f"Their {cells[-1].header}")] = Found(cells[-1].text, row[name].cells)
            is_longer = len(cells[-1].text.split()) > len(str(row[name].value).split()) + 1
            if name == RESPONSE and is_longer and row.get(_REASON_FOR_RESPONSE, Found("-")).value == "":
                row[_REASON_FOR_RESPONSE] = Found(cells[-1].text)


def _fill_lacking(ours: OurRecommendation, row: OurRow, context: Context) -> None:
    if row[_DIRECTORATE].value == "":
        row[_DIRECTORATE] = directorate_heading(ours.last)
    if row[_PLAN].value == "" and ours.actions:
        row[_PLAN] = Found("Yes")
        context.assumed[Assumed.PLAN] += 1
    if row[_LEADS].value == "":
        owners = [
            cell
            for action in ours.actions
            for entry, at in action.rows
            for cell in entry.of.cells(at, _OWNER)
        ]
        row[_LEADS] = Found(context.officers.names(cell for cell in owners if cell.cell.shown).value)
        context.assumed[Assumed.LEADS] += bool(row[_LEADS].value)
    context.assumed[Assumed.DIRECTOR] += row[_DIRECTOR].value == ""
    context.assumed[Assumed.NO_SOURCE] += not ours.assessment_ref
