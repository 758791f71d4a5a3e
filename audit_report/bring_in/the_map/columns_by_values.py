"""What the values of a column say it is, whatever its header: dated notes, a status in words, the longest texts."""

from collections.abc import Iterator, Mapping

from audit_report.bring_in.the_map.meanings_of_words import PRIORITY, RESPONSE, share_known
from audit_report.bring_in.the_map.tracker_fields import (
    PERCENT,
    PROGRESS,
    REVISED,
    STATUS,
    Shape,
    field_name,
    fields,
)
from audit_report.bring_in.the_map.value_shapes import ColumnValues
from audit_report.bring_in.their_cells.their_dates import names_period
from audit_report.model.records import Action, Recommendation

_DATED, _COLOURED, _PERIOD, _PER_CENT = 78.0, 80.0, 90.0, 80.0
_IN_WORDS = {STATUS: 77.0, RESPONSE: 74.0, PRIORITY: 70.0}
"""How likely a field is whose list has a meaning for nearly every word of a column."""
_NEARLY_ALL, _MOST, _HALF = 0.9, 0.8, 0.5
_FIRST_COLUMNS = 2
"""Refs stand at the left of a table, if anywhere."""
_SHORTEST_WORD = 3
"""Single letters and figures are words of too many lists to say anything."""
_REF, _TEXT, _LEADS = (field_name(Recommendation, name) for name in ("ref", "text", "leads"))
_DUE = field_name(Action, "original_due")
_INSTEAD = {_LEADS: field_name(Action, "owner")}
"""What serves as well."""
_MANY = 5
_MISSING = ((_REF, Shape.REF), (_TEXT, Shape.TEXT), (_DUE, Shape.DATE), (_LEADS, Shape.PEOPLE))
"""What a tracker has some column for, from left to right as trackers are laid out, and what its values look like."""


_USUAL = (
    (Shape.NOTES, (PROGRESS,)),
    (Shape.DATE, (_DUE, REVISED)),
    (Shape.TEXT, (PROGRESS, _TEXT)),
    (Shape.PEOPLE, (_LEADS, field_name(Recommendation, "director"))),
    (Shape.WORDS, (STATUS, PRIORITY)),
)
"""Where columns usually go whose values mostly look like this."""


def said_by_values(header: str, values: ColumnValues) -> Iterator[tuple[str, float]]:
    """The fields that a column's values say it is, each with how likely it is, of 100."""
    shares = values.shares
    if names_period(header) and values.filled and shares.get(Shape.DATE, 0.0) < _HALF:
        yield PROGRESS, _PERIOD
    if shares.get(Shape.NOTES, 0.0) >= _HALF:
        yield PROGRESS, _DATED
    if values.colours and not values.filled:
        yield STATUS, _COLOURED
    if are_percentages(values):
        yield PERCENT, _PER_CENT
    for name, score in _IN_WORDS.items():
        if _is_list_of(name, values):
            yield name, score


def usual_fields(values: ColumnValues) -> tuple[str, ...]:
    """The fields that columns of such values usually go to, the likeliest first."""
    return next((names for shape, names in _USUAL if values.shares.get(shape, 0.0) >= _HALF), ())


def says_how_it_stands(values: ColumnValues) -> bool:
    """Whether a column's values are words of a status or a priority, and so no sentences."""
    return _is_list_of(STATUS, values) or _is_list_of(PRIORITY, values)


def are_refs(values: ColumnValues) -> bool:
    """Whether a column's values are refs, all different, and hardly any is long enough for words."""
    return values.shares.get(Shape.REF, 0.0) >= _MOST and values.shares.get(Shape.TEXT, 0.0) < _HALF


def are_percentages(values: ColumnValues) -> bool:
    """Whether nearly all of a column's values show a per cent sign."""
    return bool(values.texts) and sum(text.endswith("%") for text in values.texts) >= _NEARLY_ALL * len(
        values.texts
    )


def _is_list_of(name: str, values: ColumnValues) -> bool:
    """Whether nearly every value has a meaning in a field's list, and there are several."""
    shares = values.shares
    if shares.get(Shape.WORDS, 0.0) < _NEARLY_ALL or shares.get(Shape.YES_NO, 0.0) >= _HALF:
        return False
    telling = {word: count for word, count in values.words.items() if len(word) >= _SHORTEST_WORD}
    return name in fields() and len(telling) > 1 and share_known(name, telling) >= _NEARLY_ALL


def likely_beside(columns: Mapping[str, ColumnValues], chosen: Mapping[str, str]) -> dict[str, str]:
    """The leftmost column for each field that trackers have, where its values look like it and no header says it."""
    found: dict[str, str] = {}
    for name, shape in _MISSING:
        if not {name, _INSTEAD.get(name, name)} & set(chosen.values()):
            free = [header for header in columns if header not in chosen and header not in found]
            if shape is Shape.REF:
                free = [header for header in free if header in list(columns)[:_FIRST_COLUMNS]]
            likely = next((header for header in free if _looks_like(shape, columns[header])), None)
            if likely is not None:
                found[likely] = name
    return found


def _looks_like(shape: Shape, values: ColumnValues) -> bool:
    """Whether nearly all of a column looks like this, and not like the words of a list."""
    shares = values.shares
    says_one_thing = values.filled >= _MANY and len(values.samples) == 1
    return (
        not says_one_thing
        and shares.get(shape, 0.0) >= _MOST
        and (shape is not Shape.PEOPLE or bool(_full_names(values)))
    )


def _full_names(values: ColumnValues) -> list[str]:
    """The samples that are more than one word: "High" might be somebody's name, "Ann Archer" is."""
    return [sample for sample in values.samples if " " in sample]
