"""The scales that the tracker gets: the statuses that their words mean, and the levels of priority of the map."""

from collections.abc import Iterator, Mapping

from audit_report.bring_in.the_map.import_map import ImportMap
from audit_report.bring_in.the_map.meanings_of_words import meanings
from audit_report.bring_in.the_map.priority_levels import shipped_levels
from audit_report.bring_in.the_map.tracker_fields import STATUS, field_name
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.scales import MEANING_OF_COLOUR, Meaning
from audit_report.model.wording import shipped_criteria
from audit_report.schema.spacing import match_key

Row = Mapping[str, str | float]
"""A row of an Annex sheet, by the field's name."""

_USUAL = {meaning: colour.capitalize() for colour, meaning in MEANING_OF_COLOUR.items()}
"""What a status is called that has no word of their own: Amber for At risk."""
_CRITERIA = {
    Meaning.AT_RISK: "The improvement plan goes on, but something may keep it from being done on time.",
    Meaning.COMPLETE: "Every action of the improvement plan is complete.",
}
_AS_RECORDED = "As recorded in the tracker brought in. Put your own criteria here."
_ALWAYS = (Meaning.OFF_TRACK, Meaning.ON_TRACK)


def status_names(given: ImportMap) -> dict[str, str]:
    """The name of the status of each meaning that their words have, and of the two that every scale needs.

    A colour of theirs is the name of what it means.
    """
    names: dict[str, str] = {}
    known = meanings(STATUS)
    for word, said in given.words.get(STATUS, {}).items():
        rating = known[said].rating if said in known else ""
        if rating and (match_key(word) in MEANING_OF_COLOUR or rating not in names):
            names[rating] = word.capitalize() if match_key(word) in MEANING_OF_COLOUR else ""
    found = {rating: name or _usual(Meaning(rating), names) for rating, name in names.items()}
    return found | {each.value: _usual(each, names) for each in _ALWAYS if each.value not in found}


def _usual(meaning: Meaning, names: Mapping[str, str]) -> str:
    """The usual name of a meaning, or its own words where a colour of theirs means something else by it."""
    return meaning.value if _USUAL[meaning] in names.values() else _USUAL[meaning]


def status_rows(given: ImportMap) -> Iterator[Row]:
    """The rows of Annex 2, the worst first: the shipped ones where the name and meaning are theirs."""
    name, means, label, criteria = (
        field_name(StatusCriteria, each) for each in ("status", "meaning", "label", "criteria")
    )
    shipped = {match_key(row["status"]): row for row in shipped_criteria()["status"]}
    names = status_names(given)
    for meaning in Meaning:
        if meaning not in names:
            continue
        own = names[meaning]
        known = shipped.get(match_key(own)) if MEANING_OF_COLOUR.get(match_key(own)) is meaning else None
        yield {
            name: own,
            label: known["label"] if known else f"{own} ({meaning.value.lower()})",
            criteria: known["criteria"] if known else _CRITERIA.get(meaning, _AS_RECORDED),
            means: meaning.value,
        }


def level_rows(given: ImportMap) -> Iterator[Row]:
    """The rows of Annex 1, the most severe first; none where the shipped levels serve."""
    if given.levels and given.levels != shipped_levels():
        for level in given.levels:
            yield {
                field_name(PriorityCriteria, "level"): level,
                field_name(PriorityCriteria, "label"): level,
                field_name(PriorityCriteria, "service"): _AS_RECORDED,
            }
